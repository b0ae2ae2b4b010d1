#include <almanac/text/charset.hpp>
#include <almanac/text/entities.hpp>
#include <almanac/text/escape.hpp>
#include <almanac/text/html.hpp>
#include <almanac/text/html_tokens.hpp>
#include <almanac/text/utf8.hpp>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

BOOST_AUTO_TEST_SUITE(escape, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace std::string_literals;

namespace {

// Text made of what the encoders care about.
std::string noise(std::mt19937& random) {
  static const std::string pieces[] = {"a",        "Z",          "0",           " ",          "\n",
                                       "\r\n",     "\r",         "\t",          "\\",         ",",
                                       ";",        ":",          "\"",          "'",          "&",
                                       "<",        ">",          "/",           "</",         "]]>",
                                       "`",        "*",          "_",           "[x](y)",     "#",
                                       "=1+1",     "-",          "+",           "@",          "|",
                                       "~",        "!",          "$",           "\x1B[31m",   "\x1B]8;;http://x\a",
                                       "\x1B",     "\x9B",       "\xC2\x9B",    "\xC2\x85",   "\u2028",
                                       "\u2029",   "\u202E",     "\u061C",      "\u200E",     "\u200F",
                                       "\u200D",   "\U0001F468", "\uFE0F",      "\u2066",     "\u200B",
                                       "\uFEFF",   "\u00e9",     "\u65e5",      "\U0001F389", "\xFF",
                                       "\xE2\x82", "\0"s,        "\x7F",        "&amp;",      "www.a.example",
                                       "http://a", "1.",         "BEGIN:VEVENT"};
  std::string text;
  for (auto count = random() % 12; count > 0; --count) text += pieces[random() % std::size(pieces)];
  return text;
}

template <class Check>
void for_each_noise(Check&& check) {
  std::mt19937 random(42);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = noise(random);
    BOOST_TEST_CONTEXT(text) { check(text); }
  }
}

bool has_any(std::string_view text, std::initializer_list<std::pair<char32_t, char32_t>> ranges) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    for (const auto& [first, last] : ranges) {
      if (point.value >= first && point.value <= last) return true;
    }
    at += point.length;
  }
  return false;
}

std::string repaired(std::string text) {
  repair_utf8(text);
  return text;
}

std::string without(std::string_view text, auto&& gone) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!gone(point.value)) append_utf8(kept, point.value);
    at += point.length;
  }
  return kept;
}

std::string read_csv(std::string_view field) {
  if (!field.starts_with('"')) return std::string(field);
  std::string text;
  for (std::size_t i = 1; i + 1 < field.size(); ++i) {
    if (field[i] == '"') BOOST_REQUIRE(field[++i] == '"');
    text += field[i];
  }
  return text;
}

}  // namespace

namespace {

bool is_bidi(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// What no output keeps: controls but white space, and bidi controls.
bool is_removed(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0) || is_bidi(c);
}

/// What a file holds of a text.
std::string cleaned_text(const std::string& text) {
  std::string out = without(repaired(text), is_removed);
  for (const std::string_view separator : {"\u2028", "\u2029"})
    for (auto at = out.find(separator); at != std::string::npos; at = out.find(separator))
      out.replace(at, separator.size(), " ");
  return out;
}

/// What no file holds, whatever its format.
bool has_obeyed(std::string_view text) {
  return has_any(text, {{0, 8},
                        {0x0B, 0x0C},
                        {0x0E, 0x1F},
                        {0x7F, 0x9F},
                        {0x061C, 0x061C},
                        {0x200E, 0x200F},
                        {0x2028, 0x202E},
                        {0x2066, 0x2069}});
}

}  // namespace

BOOST_AUTO_TEST_CASE(terminal_text_moves_nothing_but_the_cursor) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"plain", "plain"},
      {"\x1B[31mred\x1B[0m", "red"},
      {"\x1B]8;;http://evil\x1B\\link\x1B]8;;\x1B\\", "link"},
      {"\x1B]0;title\ax", "x"},
      {"\x1B]52;c;never closed", "52;c;never closed"},
      {"\xC2\x9B"
       "31mred",
       "red"},
      {"\x1BPq\x1B\\x", "x"},
      {"\x1B(Bx", "x"},
      {"a\x1B", "a"},
      {"a\tb\nc\r\nd", "a b c d"},
      {"\u202Eevil\u202C", "evil"},
      {"a\u200Bb\uFEFF", "ab"},
      {"\u061Ca\u200Eb\u200F", "ab"},
      {"a\u200Db \U0001F468\u200Dx \u200D\U0001F469", "ab \U0001F468x \U0001F469"},
      {"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466",
       "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"},
      {"\U0001F469\U0001F3FD\u200D\U0001F4BB \u2764\uFE0F\u200D\U0001F525",
       "\U0001F469\U0001F3FD\u200D\U0001F4BB \u2764\uFE0F\u200D\U0001F525"},
  };
  for (const auto& [text, shown] : cases) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(escape_terminal(text) == shown); }
  }
  BOOST_TEST(escape_terminal("a\r\nb\rc\td", true) == "a\nb\nc\td");
  for_each_noise([](const std::string& text) {
    const std::string shown = escape_terminal(text, true);
    BOOST_TEST(is_valid_utf8(shown));
    BOOST_TEST(!has_any(shown, {{0, 8},
                                {0x0B, 0x1F},
                                {0x7F, 0x9F},
                                {0x061C, 0x061C},
                                {0x200B, 0x200C},
                                {0x200E, 0x200F},
                                {0x202A, 0x202E},
                                {0x2066, 0x2069},
                                {0xFEFF, 0xFEFF}}));
    BOOST_TEST(escape_terminal(text).find_first_of("\n\t") == std::string::npos);
    BOOST_TEST(escape_terminal(shown, true) == shown);
  });
}

BOOST_AUTO_TEST_CASE(no_file_holds_what_is_obeyed) {
  BOOST_TEST(drop_obeyed("a\u202Eb\u2028c\u200Fd\u061C\x1B\te") == "ab cd\te");
  for_each_noise([](const std::string& text) {
    std::string json;
    append_json_string(json, text);
    for (const std::string& written : {drop_obeyed(text), escape_html(text), escape_markdown(text),
                                       escape_ics_text(text), escape_csv(text), json, escape_terminal(text, true)})
      BOOST_TEST(!has_obeyed(written), written);
    BOOST_TEST(drop_obeyed(text) == cleaned_text(text));
  });
}

BOOST_AUTO_TEST_CASE(html_text_reads_back_and_holds_no_tag) {
  BOOST_TEST(escape_html("<a href=\"x\">'&amp;") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;");
  for_each_noise([](const std::string& text) {
    const std::string html = escape_html(text);
    HtmlTokenizer tokens(html);
    for (HtmlToken token; tokens.next(token);) BOOST_TEST((token.kind == HtmlToken::Kind::text));
    BOOST_TEST(html.find_first_of("<>\"'") == std::string::npos);
    const auto cleaned = cleaned_text(text);
    BOOST_TEST(resolve_entities(html) == cleaned);
    BOOST_TEST(attribute_value(html) == cleaned);
  });
}

BOOST_AUTO_TEST_CASE(markdown_reads_back_without_any_mark) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"plain text, with commas.", "plain text, with commas."},
      {"*a* _b_ `c` [d](e) <f> & g", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) &lt;f\\> &amp; g"},
      {"1. one", "1\\. one"},
      {"12) one", "12\\) one"},
      {"- x", "\\- x"},
      {"see http://a.example and WWW.b.example", "see http\\://a.example and WWW\\.b.example"},
      {" a\n\n# b ", "a \\# b"},
  };
  for (const auto& [text, markdown] : cases) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(escape_markdown(text) == markdown); }
  }
  for_each_noise([](const std::string& text) {
    const std::string markdown = escape_markdown(text);
    std::string read;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
      const char c = markdown[i];
      BOOST_TEST((std::string_view("*_`[]<>#|\n\r").find(c) == std::string_view::npos));
      if (c == '\\') {
        BOOST_REQUIRE(i + 1 < markdown.size());
        BOOST_TEST((markdown[i + 1] > ' ' && markdown[i + 1] < 0x7F));
        ++i;
      }
      read += markdown[i];
    }
    for (auto at = markdown.find("://"); at != std::string::npos; at = markdown.find("://", at + 1)) {
      BOOST_REQUIRE(at > 0);
      BOOST_TEST(markdown[at - 1] == '\\');
    }
    std::string words;  // what was put in, controls and blanks as single blanks
    const std::string source = repaired(text);
    for (std::size_t at = 0; at < source.size();) {
      const CodePoint point = code_point_at(source, at);
      at += point.length;
      if (is_bidi(point.value)) continue;
      const bool blank = point.value <= 0x20 || (point.value >= 0x7F && point.value < 0xA0) || point.value == 0x2028 ||
                         point.value == 0x2029;
      if (!blank) append_utf8(words, point.value);
      if (blank && !words.empty() && words.back() != ' ') words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    BOOST_TEST(resolve_entities(read) == words);
  });
}

BOOST_AUTO_TEST_CASE(calendar_text_reads_back_on_one_line) {
  BOOST_TEST(escape_ics_text("a,b;c\\d\ne\r\nf\rg\u2028h\xC2\x85i") == "a\\,b\\;c\\\\d\\ne\\nf\\ng\\nh\\ni");
  for_each_noise([](const std::string& text) {
    const std::string value = escape_ics_text(text);
    BOOST_TEST(!has_any(value, {{0, 8}, {0x0A, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x2029}}));
    std::string read;
    for (std::size_t i = 0; i < value.size(); ++i) {
      BOOST_TEST((value[i] != ',' && value[i] != ';'));
      if (value[i] == '\\') {
        BOOST_REQUIRE(++i < value.size());
        read += value[i] == 'n' ? '\n' : value[i];
      } else {
        read += value[i];
      }
    }
    // The only differences: newline forms became LF, other controls went.
    const auto squeeze = [](std::string_view t) {
      return without(t, [](char32_t c) {
        return (is_removed(c) && c != '\t') || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
      });
    };
    BOOST_TEST(squeeze(read) == squeeze(repaired(text)));
  });
}

BOOST_AUTO_TEST_CASE(calendar_lines_fold_on_character_borders) {
  BOOST_TEST(fold_ics_line("SUMMARY:x") == "SUMMARY:x\r\n");
  for (const std::string_view piece : {"a", "\u00e9", "\u65e5", "\U0001F389"}) {
    std::string line;
    for (int i = 0; i < 200; ++i) line += piece;
    const std::string folded = fold_ics_line(line);
    std::string joined;
    for (std::size_t at = 0; at < folded.size();) {
      const auto end = folded.find("\r\n", at);
      BOOST_REQUIRE(end != std::string::npos);
      BOOST_TEST(end - at <= 75u);
      BOOST_TEST(is_valid_utf8(std::string_view(folded).substr(at, end - at)));
      joined += folded.substr(at ? at + 1 : 0, end - (at ? at + 1 : 0));
      at = end + 2;
    }
    BOOST_TEST(joined == line);
  }
  BOOST_TEST(fold_ics_line("a\r\nBEGIN:VALARM") == "aBEGIN:VALARM\r\n");
}

BOOST_AUTO_TEST_CASE(csv_fields_read_back_and_calculate_nothing) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"a", "a"},
      {"a,b", "\"a,b\""},
      {"say \"x\"", "\"say \"\"x\"\"\""},
      {"=1+1", "'=1+1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"-12.5", "-12.5"},
      {"-1+2", "'-1+2"},
      {" =1", "' =1"},
      {"", ""},
      {"a\nb", "\"a\nb\""},
      {"+01:00", "+01:00"},
      {"-05:30", "-05:30"},
      {"+01:00+A1", "'+01:00+A1"},
  };
  for (const auto& [field, csv] : cases) {
    BOOST_TEST_CONTEXT(field) { BOOST_TEST(escape_csv(field) == csv); }
  }
  for_each_noise([](const std::string& text) {
    const std::string read = read_csv(escape_csv(text));
    const auto cleaned = cleaned_text(text);
    BOOST_TEST((read == cleaned || read == "'" + cleaned));
    BOOST_TEST((read.empty() || std::string_view("=@\t\r\n").find(read.front()) == std::string_view::npos));
  });
}

BOOST_AUTO_TEST_CASE(json_strings_read_back) {
  for_each_noise([](const std::string& text) {
    std::string json = "\"";
    append_json_string(json, text);
    json += '"';
    BOOST_TEST(json.find("</") == std::string::npos);
    BOOST_TEST(!has_any(json, {{0, 0x1F}, {0x2028, 0x2029}}));
    BOOST_TEST(std::string(boost::json::parse(json).as_string()) == repaired(text));
  });
}

BOOST_AUTO_TEST_CASE(json_escapes_alike_wherever_a_character_stands) {
  const std::pair<std::string_view, std::string_view> cases[] = {{"a/b", "a/b"},
                                                                 {"</b>", "<\\/b>"},
                                                                 {"\"\\", "\\\"\\\\"},
                                                                 {"\n\r\t", "\\n\\r\\t"},
                                                                 {"\x01", "\\u0001"},
                                                                 {"\u2028", "\\u2028"},
                                                                 {"\u00e9", "\u00e9"},
                                                                 {"\xff", "\uFFFD"},
                                                                 {"\u6771\U0001F600", "\u6771\U0001F600"},
                                                                 {"<</", "<<\\/"},
                                                                 {"\"\"\"\"", "\\\"\\\"\\\"\\\""},
                                                                 {"", ""}};
  for (const auto& [text, json] : cases)
    for (std::size_t before = 0; before < 36; ++before)
      for (const std::size_t behind : {0, 1, 15, 16, 40}) BOOST_TEST_CONTEXT(text << " " << before << " " << behind) {
          const std::string front(before, '<'), back(behind, '.');
          std::string out = "[";
          append_json_string(out, front + "." + std::string(text) + back);
          BOOST_TEST(out == "[" + front + "." + std::string(json) + back);
        }
}

BOOST_AUTO_TEST_CASE(measures_columns) {
  const std::pair<std::string_view, std::size_t> cases[] = {
      {"", 0},
      {"abc", 3},
      {"\u00e9", 1},
      {"e\u0301", 1},
      {"\u65e5\u672c", 4},
      {"\U0001F389", 2},
      {"\u2708\uFE0F", 2},
      {"\U0001F1E9\U0001F1EA", 2},
      {"\U0001F468\u200D\U0001F469\u200D\U0001F467", 2},
      {"\U0001F469\U0001F3FD\u200D\U0001F4BB", 2},
      {"\u2764\uFE0F\u200D\U0001F525", 2},
      {"\u2026", 1},
  };
  for (const auto& [text, width] : cases) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(display_width(text) == width); }
  }
}

BOOST_AUTO_TEST_CASE(cuts_to_columns_between_graphemes) {
  const std::tuple<std::string_view, std::size_t, std::string_view> cases[] = {
      {"abc", 3, "abc"},
      {"abcd", 3, "ab\u2026"},
      {"ab cd", 4, "ab\u2026"},
      {"abcd", 1, "\u2026"},
      {"abcd", 0, ""},
      {"", 0, ""},
      {"\u65e5\u672c\u8a9e", 5, "\u65e5\u672c\u2026"},
      {"\u65e5\u672c\u8a9e", 4, "\u65e5\u2026"},
      {"ae\u0301bc", 3, "ae\u0301\u2026"},
      {"abc\u0301", 3, "abc\u0301"},
      {"abc\u0301d", 3, "ab\u2026"},
      {"   d", 3, "\u2026"},
  };
  for (const auto& [text, columns, cut] : cases) {
    BOOST_TEST_CONTEXT(text << " to " << columns) { BOOST_TEST(truncate_to_width(text, columns) == cut); }
  }
  for_each_noise([](const std::string& text) {
    const std::string shown = escape_terminal(text);
    for (std::size_t columns = 0; columns < 8; ++columns) {
      const std::string cut = truncate_to_width(shown, columns);
      BOOST_TEST(display_width(cut) <= columns);
      BOOST_TEST((display_width(shown) > columns || cut == shown));
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
