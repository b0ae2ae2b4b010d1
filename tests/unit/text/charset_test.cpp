#include <almanac/text/charset.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

namespace almanac {
static std::ostream& operator<<(std::ostream& out, Markup markup) { return out << static_cast<int>(markup); }
}  // namespace almanac

BOOST_AUTO_TEST_SUITE(charset, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace std::string_literals;

namespace {

struct Case {
  const char* name;
  std::string bytes;
  const char* content_type;
  Markup markup;
  const char* text;
  const char* encoding;
  bool clean;
};

void check(const std::vector<Case>& cases) {
  for (const auto& c : cases) {
    BOOST_TEST_CONTEXT(c.name) {
      const Decoded read = decode_document(c.bytes, c.content_type, c.markup);
      BOOST_TEST(read.text == c.text);
      BOOST_TEST(read.encoding == c.encoding);
      BOOST_TEST(read.clean == c.clean);
      BOOST_TEST(read.clean == read.notes.empty());
      BOOST_TEST(is_valid_utf8(read.text));
      const Decoded held = decode_held(c.bytes, c.content_type, c.markup);
      BOOST_TEST((held.unchanged ? c.bytes : held.text) == read.text);
      BOOST_TEST(held.encoding == read.encoding);
      BOOST_TEST(held.declared == read.declared);
      BOOST_TEST(held.notes == read.notes, boost::test_tools::per_element());
    }
  }
}

std::string wide(std::string_view ascii, std::size_t width, bool big) {
  std::string bytes;
  for (const char c : ascii) {
    for (std::size_t i = 0; i < width; ++i) bytes += (i == (big ? width - 1 : 0)) ? c : '\0';
  }
  return bytes;
}

}  // namespace

// RFC 7303 §3: mark, then charset parameter, then declaration, then UTF-8.
BOOST_AUTO_TEST_CASE(a5_12_follows_the_order_of_evidence) {
  const std::string xml_latin = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>";
  check({
      {"nothing declared", "<a>\u00e9</a>", "", Markup::xml, "<a>\u00e9</a>", "utf-8", true},
      {"mark wins", "\xEF\xBB\xBF\u00e9", "text/plain; charset=iso-8859-1", Markup::other, "\u00e9", "utf-8", true},
      {"parameter", "\xE9", "text/plain; charset=iso-8859-1", Markup::other, "\u00e9", "iso-8859-1", true},
      {"parameter before declaration", xml_latin + "\xA4", "text/xml; charset=\"ISO-8859-15\"", Markup::xml,
       "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>\u20ac", "iso-8859-15", true},
      {"declaration", xml_latin + "\xE9", "application/xml", Markup::xml,
       "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>\u00e9", "iso-8859-1", true},
      {"meta", "<html><meta charset=koi8-r>\xF0\xD2\xC9", "text/html", Markup::html,
       "<html><meta charset=koi8-r>\u041f\u0440\u0438", "koi8-r", true},
      {"meta http-equiv", "<META http-equiv=Content-Type content='text/html; charset = windows-1251'>\xCF\xF0", "",
       Markup::html, "<META http-equiv=Content-Type content='text/html; charset = windows-1251'>\u041f\u0440",
       "windows-1251", true},
      {"comment holds no meta", "<!-- <meta charset=koi8-r> -->\u00e9", "", Markup::html,
       "<!-- <meta charset=koi8-r> -->\u00e9", "utf-8", true},
      {"plain text declares nothing", "<?xml encoding='koi8-r'?>\u00e9", "", Markup::other,
       "<?xml encoding='koi8-r'?>\u00e9", "utf-8", true},
      {"ascii keeps the label", "abc", "text/plain; charset='US-ASCII'", Markup::other, "abc", "us-ascii", true},
      {"text/xml default, RFC 2046", "<a/>", "text/xml", Markup::xml, "<a/>", "us-ascii", true},
  });
}

BOOST_AUTO_TEST_CASE(tells_undeclared_encodings_by_their_letters) {
  check({
      {"Japanese",
       "\xbc\xa1\xa4\xce\xca\xd9\xb6\xaf\xb2\xf1\xa4\xcf\xb6\xe2\xcd\xcb\xc6\xfc\xa4\xce\xcc\xeb\xa4\xcb\xbb\xd4\xcc"
       "\xb1\xb2\xf1\xb4"
       "\xdb\xa4\xc7\xb3\xab\xa4\xad\xa4\xde\xa4\xb9\xa1\xa3",
       "", Markup::other, "次の勉強会は金曜日の夜に市民会館で開きます。", "euc-jp", false},
      {"Russian",
       "\xf3\xcc\xc5\xc4\xd5\xc0\xdd\xc1\xd1 \xd7\xd3\xd4\xd2\xc5\xde\xc1 \xd0\xd2\xcf\xca\xc4\xa3\xd4 \xd7 "
       "\xd0\xd1\xd4\xce\xc9\xc3\xd5 \xd7\xc5\xde\xc5\xd2\xcf\xcd, \xd7\xc8\xcf\xc4 "
       "\xd3\xd7\xcf\xc2\xcf\xc4\xce\xd9\xca.",
       "", Markup::other, "Следующая встреча пройдёт в пятницу вечером, вход свободный.", "koi8-r", false},
      {"Thai",
       "\xbe\xba\xa1\xd1\xb9\xe3\xcb\xc1\xe8\xc7\xd1\xb9\xc8\xd8\xa1\xc3\xec\xcb\xb9"
       "\xe9\xd2\xb7\xd5\xe8\xcb\xe9\xcd\xa7\xbb\xc3\xd0\xaa\xd8\xc1\xe3\xcb\xad\xe8",
       "", Markup::other, "พบกันใหม่วันศุกร์หน้าที่ห้องประชุมใหญ่", "windows-874", false},
      {"a few bytes tell nothing", "caf\xE9 \xE0 la carte", "", Markup::other, "café à la carte", "windows-1252",
       false},
  });
}

BOOST_AUTO_TEST_CASE(tells_short_cyrillic_texts_by_their_capitals) {
  check({
      {"a line in koi8-r", "\xF7\xD3\xD4\xD2\xC5\xDE\xC1 \xD7 \xD0\xD1\xD4\xCE\xC9\xC3\xD5", "", Markup::other,
       "Встреча в пятницу", "koi8-r", false},
      {"the same in windows-1251", "\xC2\xF1\xF2\xF0\xE5\xF7\xE0 \xE2 \xEF\xFF\xF2\xED\xE8\xF6\xF3", "", Markup::other,
       "Встреча в пятницу", "windows-1251", false},
      {"a word", "\xE1\xC6\xC9\xDB\xC1", "", Markup::other, "Афиша", "koi8-r", false},
      {"a feed",
       "<rss><channel><title>IT-\xEB\xCF\xCE\xC6\xC5\xD2\xC5\xCE\xC3\xC9\xD1 \xF2\xE9\xE6</title></channel></rss>", "",
       Markup::xml, "<rss><channel><title>IT-Конференция РИФ</title></channel></rss>", "koi8-r", false},
      {"taken for Hebrew by frequencies", "\xD7\xE0\xE5\xEF\xE8\xF2\xE8\xE5", "", Markup::other, "Чаепитие",
       "windows-1251", false},
      {"Western words", "\xC5land, \xD6land, \xE9t\xE9", "", Markup::other, "Åland, Öland, été", "windows-1252", false},
      {"Western letters", "\xC4\xD6\xDC \xE4\xF6\xFC\xDF", "", Markup::other, "ÄÖÜ äöüß", "windows-1252", false},
      {"no capital tells", "\xCD\xC9\xD4\xC1\xD0", "", Markup::other, "ÍÉÔÁÐ", "windows-1252", false},
      {"Greek", "\xCB\xFC\xE3\xEF\xF2 \xF4\xEF\xF5 \xEA\xFC\xF3\xEC\xEF\xF5", "", Markup::other, "Λόγος του κόσμου",
       "iso-8859-7", false},
  });
}

BOOST_AUTO_TEST_CASE(a5_12_reads_latin_1_as_windows_1252) {
  check({
      {"smart quotes", "\x93q\x94 \x80", "text/html; charset=latin1", Markup::html, "\u201cq\u201d \u20ac",
       "windows-1252", true},
      {"c1 controls as utf-8", "don\xC2\x92t", "", Markup::xml, "don\u2019t", "utf-8", true},
      {"undefined byte", "\xC3\x28 \x81", "text/plain; charset=windows-1252", Markup::other, "\u00c3( \uFFFD",
       "windows-1252", false},
  });
}

BOOST_AUTO_TEST_CASE(a5_12_distrusts_wrong_declarations) {
  check({
      {"utf-8 called latin-1", "caf\u00e9 \u2026", "text/xml; charset=iso-8859-1", Markup::xml, "caf\u00e9 \u2026",
       "utf-8", false},
      {"latin-1 called utf-8", "caf\xE9 au lait", "text/xml; charset=utf-8", Markup::xml, "caf\u00e9 au lait",
       "windows-1252", false},
      {"latin-1 called ascii", "caf\xE9", "text/plain; charset=us-ascii", Markup::other, "caf\u00e9", "windows-1252",
       false},
      {"second declaration is right", "<?xml version='1.0' encoding='shift_jis'?>\x93\xFA\x96\x7B\x8C\xEA",
       "text/xml; charset=utf-8", Markup::xml, "<?xml version='1.0' encoding='shift_jis'?>\u65e5\u672c\u8a9e",
       "shift_jis", false},
      {"unknown label", "<?xml version='1.0' encoding='bogus'?>\u00e9", "", Markup::xml,
       "<?xml version='1.0' encoding='bogus'?>\u00e9", "utf-8", false},
      {"says utf-16 in bytes", "<?xml version='1.0' encoding='utf-16'?>\u00e9", "", Markup::xml,
       "<?xml version='1.0' encoding='utf-16'?>\u00e9", "utf-8", true},
      {"one bad byte in utf-8", "\u00e9\u00e9\u00e9\u00e9 \xFF", "", Markup::xml, "\u00e9\u00e9\u00e9\u00e9 \uFFFD",
       "utf-8", false},
      {"cut inside a character", "\u00e9\xE2\x82", "", Markup::xml, "\u00e9\uFFFD", "utf-8", false},
      {"bad byte after a mark",
       "\xEF\xBB\xBF"
       "a\xF1o",
       "", Markup::xml, "a\uFFFDo", "utf-8", false},
  });
}

BOOST_AUTO_TEST_CASE(a_broken_character_among_many_makes_no_other_encoding) {
  std::string danish, japanese;
  for (int i = 0; i < 21; ++i) danish += "\u00f8l ";
  for (int i = 0; i < 5; ++i) japanese += "\u4e2d\xE4? \u4e2d";
  const Decoded declared =
      decode_document("<?xml version='1.0' encoding='ISO-8859-1'?><a>" + danish + "\xF8</a>", "text/xml", Markup::xml);
  BOOST_TEST(declared.encoding == "utf-8");
  BOOST_TEST(declared.text.ends_with("\u00f8l \uFFFD</a>"));
  BOOST_TEST(decode_document(japanese, "text/calendar", Markup::calendar).text.starts_with("\u4e2d\uFFFD? \u4e2d"));
  // As many errors as characters: these are letters of the declared encoding.
  BOOST_TEST(
      decode_document("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xC3\xA9 \xF8</a>", "", Markup::xml).encoding ==
      "iso-8859-1");
}

BOOST_AUTO_TEST_CASE(reads_the_encodings_of_the_web) {
  check({
      {"gb2312 as gb18030", "\xD6\xD0\x81\x30\x84\x36", "text/html; charset=gb2312", Markup::html, "\u4e2d\u00a5",
       "gb18030", true},
      {"gbk", "\xD6\xD0\xCE\xC4", "text/html; charset=GBK", Markup::html, "\u4e2d\u6587", "gb18030", true},
      {"big5", "\xA4\xA4\xA4\xE5", "text/html; charset=Big5", Markup::html, "\u4e2d\u6587", "big5", true},
      {"euc-jp", "\xC6\xFC\xCB\xDC", "text/html; charset=x-euc-jp", Markup::html, "\u65e5\u672c", "euc-jp", true},
      {"iso-2022-jp", "\x1B$BF|K\\\x1B(B", "text/html; charset=iso-2022-jp", Markup::html, "\u65e5\u672c",
       "iso-2022-jp", true},
      {"euc-kr", "\xB3\xE2", "text/html; charset=ks_c_5601-1987", Markup::html, "\ub144", "euc-kr", true},
      {"windows-1255", "\xF9\xEC\xE5\xED", "text/html; charset=windows-1255", Markup::html, "\u05e9\u05dc\u05d5\u05dd",
       "windows-1255", true},
      {"windows-1256", "\xE3", "text/html; charset=cp1256", Markup::html, "\u0645", "windows-1256", true},
      {"windows-874", "\xA1", "text/html; charset=tis-620", Markup::html, "\u0e01", "windows-874", true},
      {"iso-8859-9 is windows-1254", "\xFD\x80", "text/html; charset=iso-8859-9", Markup::html, "\u0131\u20ac",
       "windows-1254", true},
      {"macintosh", "\x8E", "text/html; charset=macintosh", Markup::html, "\u00e9", "macintosh", true},
      {"ibm866", "\x8F", "text/html; charset=cp866", Markup::html, "\u041f", "ibm866", true},
      {"ibm775", "\xA4", "text/html; charset=cp775", Markup::html, "ż", "ibm775", true},
      {"ibm855", "\xDD", "text/html; charset=855", Markup::html, "П", "ibm855", true},
      {"ibm1125", "\x8F", "text/html; charset=cp1125", Markup::html, "П", "ibm1125", true},
      {"ibm857", "\x98", "text/html; charset=ibm857", Markup::html, "İ", "ibm857", true},
      {"ptcp154", "\xCF", "text/html; charset=ptcp154", Markup::html, "П", "ptcp154", true},
      {"kz-1048", "\xCF", "text/html; charset=kz_1048", Markup::html, "П", "kz-1048", true},
      {"x-mac-ce", "\xFD", "text/html; charset=mac_latin2", Markup::html, "ż", "x-mac-ce", true},
      {"hp-roman8", "\xC5", "text/html; charset=hp-roman8", Markup::html, "é", "hp-roman8", true},
      {"big5", "\xA4\xA4", "text/html; charset=hkscs", Markup::html, "中", "big5", true},
      {"johab", "\xD0\x65", "text/html; charset=johab", Markup::html, "한", "johab", true},
      {"shift_jisx0213", "\x93\xFA", "text/html; charset=Shift_JIS-2004", Markup::html, "日", "shift_jisx0213", true},
      {"windows-874", "\xE4", "text/html; charset=tis620", Markup::html, "ไ", "windows-874", true},
      {"x-mac-greek", "a\xC4", "text/html; charset=mac_greek", Markup::html, "aΡ", "x-mac-greek", true},
      {"x-mac-turkish", "a\xDC", "text/html; charset=macturkish", Markup::html, "aİ", "x-mac-turkish", true},
      {"x-user-defined", "\x80", "text/html; charset=x-user-defined", Markup::html, "\uF780", "x-user-defined", true},
  });
}

BOOST_AUTO_TEST_CASE(reads_wide_encodings_with_and_without_a_mark) {
  for (const std::size_t width : {2u, 4u}) {
    for (const bool big : {false, true}) {
      BOOST_TEST_CONTEXT(width << (big ? "be" : "le")) {
        const std::string name = "utf-"s + (width == 2 ? "16" : "32") + (big ? "be" : "le");
        const std::string body = wide("<a>x</a>", width, big);
        std::string mark = big ? "\xFE\xFF"s : "\xFF\xFE"s;
        if (width == 4) mark = big ? "\0\0\xFE\xFF"s : "\xFF\xFE\0\0"s;
        for (const auto& bytes : {body, mark + body}) {
          const Decoded read = decode_document(bytes, "text/xml; charset=utf-8", Markup::xml);
          BOOST_TEST(read.text == "<a>x</a>");
          BOOST_TEST(read.encoding == name);
          BOOST_TEST(guess_markup(bytes, "") == Markup::xml);
        }
      }
    }
  }
  BOOST_TEST(decode_document("\xFF\xFE\x3D\xD8\x89\xDF"s, "", Markup::xml).text == "\U0001F789");
  BOOST_TEST(decode_document("\xFF\xFE\x3D\xD8\x41\0"s, "", Markup::xml).text == "\uFFFDA");
  BOOST_TEST(decode_document("\xFE\xFF\0A\0"s, "", Markup::xml).text == "A\uFFFD");
}

BOOST_AUTO_TEST_CASE(unfolds_characters_that_a_calendar_split) {
  const std::string folded = "SUMMARY:caf\xC3\r\n \xA9 \xE2\n\t\x82\r\n \xAC\r\n next\r\n";
  const Decoded read = decode_document(folded, "text/calendar", Markup::calendar);
  BOOST_TEST(read.text == "SUMMARY:caf\u00e9 \u20ac\r\n next\r\n");
  BOOST_TEST(read.clean);
}

BOOST_AUTO_TEST_CASE(unfolds_characters_behind_a_byte_order_mark) {
  const Decoded read =
      decode_document("\xEF\xBB\xBFSUMMARY:caf\xC3\r\n \xA9\r\n", "text/calendar; charset=utf-8", Markup::calendar);
  BOOST_TEST(read.text == "SUMMARY:caf\u00e9\r\n");
  BOOST_TEST(read.clean);
}

BOOST_AUTO_TEST_CASE(reads_each_line_of_a_calendar_in_its_own_encoding) {
  const std::string mixed =
      "SUMMARY:caf\xC3\xA9\nDESCRIPTION:gr\xF6\xDF"
      "er\nLOCATION:\xC3\xBC cut \xC3\nX:y\n";
  const Decoded read = decode_document(mixed, "text/calendar", Markup::calendar);
  BOOST_TEST(read.text == "SUMMARY:caf\u00e9\nDESCRIPTION:gr\u00f6\u00dfer\nLOCATION:\u00fc cut \uFFFD\nX:y\n");
  BOOST_TEST(read.encoding == "utf-8");
  BOOST_TEST(!read.clean);
  // Most lines are in the other one, or it was declared.
  BOOST_TEST(decode_document("A:\xE4\xF6\nB:\xF6\nC:\xC3\xA4\n", "", Markup::calendar).encoding == "windows-1252");
  const Decoded declared = decode_document(mixed, "text/calendar; charset=iso-8859-1", Markup::calendar);
  BOOST_TEST(declared.text.find("caf\u00c3") != std::string::npos);
  const Decoded other = decode_document(mixed, "text/plain", Markup::other);
  BOOST_TEST(other.text.find("gr\u00f6") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(removes_controls_that_no_text_has) {
  const Decoded read = decode_document("a\0b\x1B\t\n\r\x0B"s + "c", "", Markup::other);
  BOOST_TEST(read.text == "ab\t\n\rc");
  BOOST_TEST(!read.clean);
}

BOOST_AUTO_TEST_CASE(leaves_text_that_is_held_elsewhere_where_it_is) {
  for (const char* text : {"", "plain", "caf\u00e9", "<?xml version='1.0' encoding='utf-8'?><a/>"}) {
    const Decoded read = decode_held(text, "", Markup::xml);
    BOOST_TEST(read.unchanged);
    BOOST_TEST(read.text.empty());
    BOOST_TEST(read.clean);
  }
  for (const char* bytes : {"\uFEFFa", "\xE9t\xE9", "a\x01", "a\u0085"}) {
    const Decoded read = decode_held(bytes, "", Markup::xml);
    BOOST_TEST(!read.unchanged);
    BOOST_TEST(read.text == decode_document(bytes, "", Markup::xml).text);
  }
}

BOOST_AUTO_TEST_CASE(reads_long_text_that_is_held_part_by_part) {
  std::string text = "a";
  while (text.size() < 3u << 20) text += "\u00e9";
  int parts = 0;
  const Decoded read = decode_held(text, "", Markup::other, [&] { ++parts; });
  BOOST_TEST(read.unchanged);
  BOOST_TEST(read.encoding == "utf-8");
  BOOST_TEST(parts >= 3);
  text[2u << 20] = 'x';  // a character lacks a byte
  const Decoded broken = decode_held(text, "", Markup::other), own = decode_document(text, "", Markup::other);
  BOOST_TEST((broken.text == own.text));
  BOOST_TEST(broken.notes == own.notes, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(moves_plain_utf8_instead_of_copying) {
  std::string bytes(1000, 'a');
  bytes += "\u00e9";
  const char* where = bytes.data();
  BOOST_TEST(static_cast<const void*>(decode_document(std::move(bytes), "", Markup::xml).text.data()) ==
             static_cast<const void*>(where));
}

BOOST_AUTO_TEST_CASE(guesses_markup_by_bytes_before_media_type) {
  const std::tuple<std::string_view, std::string_view, Markup> cases[] = {
      {"BEGIN:VCALENDAR", "text/html", Markup::calendar},
      {"\xEF\xBB\xBF  begin:vcalendar", "", Markup::calendar},
      {"{\"version\": 1}", "text/plain", Markup::json},
      {"<?xml version='1.0'?><rss>", "text/html", Markup::xml},
      {"<rss><channel><description><html>", "text/html", Markup::xml},
      {"<!DOCTYPE html><html>", "application/xml", Markup::html},
      {"<!-- c --><HTML>", "", Markup::html},
      {"<?xml version='1.0'?><!DOCTYPE html PUBLIC>", "", Markup::html},
      {"<!DOCTYPE rss SYSTEM 'x'><rss>", "", Markup::xml},
      {"hello", "text/html; charset=utf-8", Markup::html},
      {"hello", "application/feed+json", Markup::json},
      {"hello", "application/rss+xml", Markup::xml},
      {"hello", "", Markup::other},
      {"", "text/calendar", Markup::calendar},
  };
  for (const auto& [bytes, type, markup] : cases) {
    BOOST_TEST_CONTEXT(bytes << " as " << type) { BOOST_TEST(guess_markup(bytes, type) == markup); }
  }
}

BOOST_AUTO_TEST_CASE(the_declaration_tells_the_code_pages_of_ebcdic_apart) {
  check({{"ibm1140",
          "\x4C\x6F\xA7\x94\x93\x40\xA5\x85\x99\xA2\x89\x96\x95\x7E\x7F\xF1\x4B\xF0\x7F\x40\x85\x95\x83\x96\x84\x89\x95"
          "\x87\x7E\x7F\x83\x97\xF1\xF1\xF4\xF0\x7F\x6F\x6E\x4C\x81\x6E\x9F\x4C\x61\x81\x6E",
          "", Markup::other, "<?xml version=\"1.0\" encoding=\"cp1140\"?><a>€</a>", "ibm1140", true},
         {"ibm037",
          "\x4C\x6F\xA7\x94\x93\x40\xA5\x85\x99\xA2\x89\x96\x95\x7E\x7F\xF1\x4B\xF0\x7F\x6F\x6E\x4C\x81\x6E\x51\x4C\x61"
          "\x81\x6E",
          "", Markup::xml, "<?xml version=\"1.0\"?><a>é</a>", "ibm037", true}});
}

BOOST_AUTO_TEST_SUITE_END()
