#include "charset.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <optional>
#include <utility>

#include "calendar_bytes.hpp"
#include "charset_guess.hpp"
#include "encoding_declaration.hpp"
#include "encoding_label.hpp"
#include "transcode.hpp"
#include "utf8.hpp"

namespace almanac {
namespace {

using namespace charset_detail;

// Removes the C0 controls that no text has, and reads the C1 controls as what they were meant to be: windows-1252.
void clean_controls(std::string& text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') continue;
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {
      static const Encoding windows_1252 = *find_encoding("windows-1252");
      const auto read = transcode(std::string_view(text).substr(at + 1, 1), windows_1252);
      if (!read.errors) kept += read.text;
      ++at;
      continue;
    }
    kept += text[at];
  }
  text = std::move(kept);
}

constexpr std::string_view byte_order_mark = "\uFEFF";

bool is_c1(char c) { return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xA0; }

/// scan_utf8 of a text part by part, after each of which `was_read` is called. A text that is not well-formed is
/// scanned at once, as its errors may lie across parts.
Utf8Scan scan_parts(std::string_view text, const std::function<void()>& was_read) {
  constexpr std::size_t part = 1u << 20;
  Utf8Scan all;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(at + part, text.size());
    while (end < text.size() && end > at + part / 2 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    const Utf8Scan scan = scan_utf8(text.substr(at, end - at));
    if (!scan.valid) return scan_utf8(text);
    all.controls |= scan.controls, all.c1 |= scan.c1;
    all.wide += scan.wide, all.long_ += scan.long_;
    if (was_read) was_read();
    at = end;
  }
  return all;
}

/// One decoding under way: the sources of a label in their order, and what is found.
class Reader {
 public:
  Reader(std::string own, std::string_view content_type, Markup markup)
      : own_(std::move(own)), bytes_(own_), content_type_(content_type), markup_(markup) {}
  struct Held {
    std::string_view bytes;
    const std::function<void()>& was_read;
  };
  Reader(Held held, std::string_view content_type, Markup markup)
      : bytes_(held.bytes), held_(held), content_type_(content_type), markup_(markup) {}
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  Decoded read() && {
    const Signature signature = signature_of(bytes_);
    if (!signature.label.empty()) {
      read_signed(signature);
    } else {
      declare(charset_parameter(content_type_));
      declare(declared_in(bytes_, markup_));
      read_unsigned();
    }
    finish();
    return std::move(result_);
  }

 private:
  void note(std::string text) {
    result_.clean = false;
    result_.notes.push_back(std::move(text));
  }

  void declare(std::string_view label) {
    if (label.empty()) return;
    if (result_.declared.empty()) result_.declared = to_lower(label.substr(0, 64));
    if (const auto encoding = find_encoding(label)) {
      // An encoding of wide units cannot have been what the label was readable in.
      if (encoding->width != Encoding::Width::wide) candidates_.push_back(*encoding);
    } else {
      note("unknown encoding \"" + to_lower(label.substr(0, 64)) + '"');
    }
  }

  void read_signed(const Signature& signature) {
    const auto encoding = find_encoding(signature.label);
    if (signature.label == "utf-8") {
      held_ ? use(std::string(bytes_.substr(signature.mark))) : use(std::move(own_.erase(0, signature.mark)));
      declare(charset_parameter(content_type_));
      Utf8Scan scan = scan_utf8(bytes_);
      mend_calendar(scan);
      take_utf8(scan);
      return;
    }
    accept(transcode(bytes_.substr(signature.mark), *encoding), *encoding);
    const auto label = charset_parameter(content_type_);
    const bool is_ebcdic = signature.label == "ibm037";  // of an XML declaration
    const std::string own(declared_in(result_.text, is_ebcdic ? Markup::xml : markup_));
    if (is_ebcdic) read_ebcdic(own);
    result_.declared = to_lower((label.empty() ? own : label).substr(0, 64));
  }

  // The code pages of EBCDIC share the letters of the declaration, which says which one it is.
  void read_ebcdic(std::string_view declared) {
    const auto encoding = find_encoding(declared);
    if (!encoding || encoding->width != Encoding::Width::bytes) return;
    Transcoded read = transcode(bytes_, *encoding);
    if (read.text.starts_with("<?xml")) accept(std::move(read), *encoding);
  }

  void read_unsigned() {
    Utf8Scan scan = held_ ? scan_parts(bytes_, held_->was_read) : scan_utf8(bytes_);
    mend_calendar(scan);
    if (scan.valid && scan.wide == 0 && !has_shifts()) return take_ascii(scan);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].name == "utf-8" ? try_utf8(scan, i) : try_encoding(scan, candidates_[i])) return;
    }
    if (try_utf8(scan, candidates_.size()) || take_nearest()) return;
    if (candidates_.empty() && take_guess()) return;
    const auto fallback = *find_encoding("windows-1252");
    note("not in " + (candidates_.empty() ? std::string("utf-8") : std::string(candidates_.front().name)) +
         ": read as windows-1252");
    accept(transcode(bytes_, fallback), fallback);
  }

  // Calendars are cut into lines without regard to characters, and joined of lines in several encodings.
  void mend_calendar(Utf8Scan& scan) {
    if (scan.valid || markup_ != Markup::calendar) return;
    std::string text = unfold_characters(bytes_);
    const auto is_utf8 = [](const Encoding& encoding) { return encoding.name == "utf-8"; };
    const bool may_be_utf8 = std::all_of(candidates_.begin(), candidates_.end(), is_utf8);
    const std::size_t foreign = may_be_utf8 ? decode_foreign_lines(text) : 0;
    const Utf8Scan again = scan_utf8(text);
    if (again.errors >= scan.errors) return;
    if (foreign > 0) note("lines among utf-8 read as windows-1252: " + std::to_string(foreign));
    use(std::move(text));
    scan = again;
  }

  // ISO-2022: pure ASCII bytes that are not ASCII text.
  bool has_shifts() const {
    return !candidates_.empty() && candidates_.front().name.starts_with("iso-2022") &&
           bytes_.find_first_of("\x1B\x0E") != bytes_.npos;
  }

  void take_ascii(const Utf8Scan& scan) {
    const std::string type = media_type(content_type_);
    const bool text_xml = type == "text/xml" || type == "text/xml-external-parsed-entity" ||
                          (type.starts_with("text/") && type.ends_with("+xml"));
    take_utf8(scan);
    if (text_xml && charset_parameter(content_type_).empty()) {
      result_.encoding = "us-ascii";  // RFC 2046 §4.1.2: the default of text types
    } else if (!candidates_.empty()) {
      result_.encoding = candidates_.front().name;
    }
  }

  void take_utf8(const Utf8Scan& scan) {
    result_.encoding = "utf-8";
    scan_ = scan;
    result_.unchanged = held_ && scan.valid && !scan.controls && !scan.c1 && !bytes_.starts_with(byte_order_mark);
    if (result_.unchanged) return;
    result_.text = held_ ? std::string(bytes_) : std::move(own_);
    if (!scan.valid) note("replaced " + std::to_string(repair_utf8(result_.text)) + " ill-formed utf-8 sequences");
  }

  // Well-formed UTF-8 beyond ASCII hardly ever happens by accident, so it outweighs a declaration of another encoding;
  // with a few errors among many characters it is broken UTF-8. Its longer sequences happen by accident least of all.
  // `rank` is the place in the order of evidence.
  bool try_utf8(const Utf8Scan& scan, std::size_t rank) {
    const bool cut = scan.errors == 1 && scan.last_error + 4 > bytes_.size() && scan.wide > 0;
    if (!scan.valid && !cut && scan.wide <= scan.errors * 2 && scan.long_ <= scan.errors) return false;
    if (rank > 0 && !candidates_.empty()) note("declared " + std::string(candidates_.front().name) + ", but is utf-8");
    take_utf8(scan);
    return true;
  }

  bool try_encoding(const Utf8Scan& scan, const Encoding& encoding) {
    const bool multi = encoding.width == Encoding::Width::multi;
    const bool is_utf8 = scan.wide > scan.errors * 20;  // with hardly a broken character
    if (is_utf8 && !(multi && scan.long_ == 0)) return false;
    Transcoded read = transcode(bytes_, encoding);
    if (read.errors == 0) {
      if (&encoding != &candidates_.front()) note("not in " + std::string(candidates_.front().name) + " as declared");
      accept(std::move(read), encoding);
      return true;
    }
    if (!nearest_ || read.errors < nearest_->first.errors) nearest_.emplace(std::move(read), encoding);
    return false;
  }

  // A declared encoding with a few broken characters is better than another one without any.
  bool take_nearest() {
    if (!nearest_ || nearest_->first.errors * 20 > scan_bytes_beyond_ascii()) return false;
    accept(std::move(nearest_->first), nearest_->second);
    return true;
  }

  // Nobody declared anything: the letters themselves are the only evidence left.
  bool take_guess() {
    const auto guess = guess_encoding(bytes_);
    if (!guess) return false;
    Transcoded read = transcode(bytes_, *guess);
    if (read.errors * 50 > scan_bytes_beyond_ascii()) return false;
    note("no encoding declared: read as " + std::string(guess->name) + " by its letters");
    accept(std::move(read), *guess);
    return true;
  }

  std::size_t scan_bytes_beyond_ascii() const {
    return static_cast<std::size_t>(
        std::count_if(bytes_.begin(), bytes_.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  }

  void accept(Transcoded read, const Encoding& encoding) {
    if (read.errors)
      note("replaced " + std::to_string(read.errors) + " characters that are not in " + std::string(encoding.name));
    result_.encoding = encoding.name;
    if (encoding.name == "us-ascii") note("declared us-ascii, but has other characters: read as windows-1252");
    const bool beyond_latin = encoding.name == "iso-8859-1" && std::any_of(bytes_.begin(), bytes_.end(), is_c1);
    if (encoding.name == "us-ascii" || beyond_latin) result_.encoding = "windows-1252";
    result_.text = std::move(read.text);
    scan_ = scan_utf8(result_.text);
  }

  void finish() {
    if (result_.text.starts_with(byte_order_mark)) result_.text.erase(0, 3);
    if (scan_.controls || scan_.c1) clean_controls(result_.text);
    if (scan_.controls) note("removed control characters");
  }

  /// Reads other bytes instead of those given.
  void use(std::string bytes) {
    own_ = std::move(bytes);
    bytes_ = own_;
    held_.reset();
  }

  std::string own_;
  std::string_view bytes_;  ///< of `own_`, or held elsewhere
  std::optional<Held> held_;
  std::string_view content_type_;
  Markup markup_;
  std::vector<Encoding> candidates_;
  std::optional<std::pair<Transcoded, Encoding>> nearest_;
  Utf8Scan scan_;
  Decoded result_;
};

std::string narrow_head(std::string_view bytes) {
  std::string head(bytes.substr(0, 1024));
  if (const auto mark = signature_of(head).mark) head.erase(0, mark);
  std::erase(head, '\0');
  head.erase(0, std::min(head.find_first_not_of(" \t\r\n\f"), head.size()));
  return head;
}

// The first element's name, lower-case, or "html" when the document type says so; empty when it is not in `head`.
std::string root_name(std::string_view head) {
  for (std::size_t at = 0; (at = head.find('<', at)) != head.npos;) {
    const auto rest = head.substr(at + 1);
    if (rest.starts_with("!--")) {
      at = head.find("-->", at + 4);
    } else if (rest.starts_with('?')) {
      at = head.find("?>", at + 2);
    } else if (starts_with_nocase(rest, "!doctype")) {
      if (starts_with_nocase(rest.substr(std::min(rest.find_first_not_of(" \t\r\n", 8), rest.size())), "html"))
        return "html";
      at = head.find('>', at);
    } else {
      return to_lower(rest.substr(0, rest.find_first_of(" \t\r\n/>")));
    }
  }
  return {};
}

Markup markup_of_type(const std::string& type) {
  if (type.ends_with("json") || type == "text/javascript") return Markup::json;
  if (type == "text/calendar" || type == "text/x-vcalendar" || type == "application/ics") return Markup::calendar;
  if (type == "text/html" || type == "application/xhtml+xml") return Markup::html;
  if (type.ends_with("xml")) return Markup::xml;
  return Markup::other;
}

}  // namespace

Markup guess_markup(std::string_view bytes, std::string_view content_type) {
  const std::string head = narrow_head(bytes);
  const Markup by_type = markup_of_type(media_type(content_type));
  if (starts_with_nocase(head, "BEGIN:VCALENDAR")) return Markup::calendar;
  if (!head.empty() && (head[0] == '{' || head[0] == '[')) return Markup::json;
  if (head.empty() || head[0] != '<') return by_type;
  const std::string root = root_name(head);
  for (const std::string_view name : {"html", "head", "body", "title", "meta", "link", "script", "div", "p"}) {
    if (root == name) return Markup::html;
  }
  if (!root.empty() || head.starts_with("<?xml")) return Markup::xml;
  return by_type == Markup::other || by_type == Markup::json ? Markup::xml : by_type;
}

Decoded decode_document(std::string bytes, std::string_view content_type, Markup markup) {
  return Reader(std::move(bytes), content_type, markup).read();
}

Decoded decode_held(std::string_view bytes, std::string_view content_type, Markup markup,
                    const std::function<void()>& was_read) {
  return Reader(Reader::Held{bytes, was_read}, content_type, markup).read();
}

}  // namespace almanac
