#include "xml_repair.hpp"

#include <algorithm>
#include <almanac/text/html.hpp>
#include <stdexcept>
#include <vector>

#include "left_open.hpp"
#include "names.hpp"
#include "xml_check.hpp"
#include "xml_entities.hpp"
#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

constexpr std::string_view void_elements[] = {"br", "hr", "img", "input", "wbr", "area", "col", "embed"};
constexpr std::string_view roots[] = {"rss", "feed", "rdf:rdf", "rdf", "channel", "xml"};

bool is_one_of(std::string_view name, const auto& list) {
  return std::any_of(std::begin(list), std::end(list), [name](std::string_view word) { return same_word(word, name); });
}

class Repairer {
 public:
  Repairer(std::string_view text, Repair what)
      : at_(text.data()), end_(at_ + text.size()), cdata_end_(at_), what_(what) {
    out_.reserve(text.size() + text.size() / 8);
    most_ = text.size() * 6 + (1u << 20);
  }

  std::string run() {
    if (what_ == Repair::everything) skip_to_root();
    while (at_ < end_) {
      const char* const stop = find_char(at_, end_, '<');
      if (!open_.empty() || what_ == Repair::references) characters(at_, stop, false);
      at_ = stop;
      if (at_ < end_) markup();
    }
    if (what_ == Repair::everything) drop_cut_off();
    while (!open_.empty()) close();
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  /// Feeds that come after notices of a server script, blank lines or a second document.
  void skip_to_root() {
    for (const char* c = find_char(at_, end_, '<'); c < end_; c = find_char(c + 1, end_, '<')) {
      const char* stop = c + 1;
      while (stop < end_ && is_name_char(*stop)) ++stop;
      std::string_view name(c + 1, static_cast<std::size_t>(stop - c - 1));
      if (name.empty() && end_ - c > 9 && same_word({c, 9}, "<!doctype")) {
        const std::size_t size = doctype_size(c);
        if (size != std::string_view::npos) {
          entities_.declare({c, size});
          c += size - 1;
        }
        continue;
      }
      if (is_one_of(name, roots) || is_one_of(name.substr(name.find(':') + 1), roots)) {
        at_ = c;
        return;
      }
    }
  }

  void characters(const char* from, const char* to, bool in_attribute) {
    while (from < to) {
      const char* const amp = find_char(from, to, '&');
      append_text({from, static_cast<std::size_t>(amp - from)}, in_attribute);
      if (amp == to) return;
      from = amp + reference(amp, to);
    }
  }

  void append_text(std::string_view text, bool in_attribute) {
    if (!in_attribute) {
      out_ += text;
      return;
    }
    for (const char c : text) {
      if (c == '<')
        out_ += "&lt;";
      else if (c == '"')
        out_ += "&quot;";
      else
        out_ += c;
    }
  }

  std::size_t reference(const char* amp, const char* to) {
    const Reference found = read_reference(amp, to);
    const std::string_view source(amp, found.size);
    switch (found.kind) {
      case Reference::character:
        if (is_c1_control(found.code))
          out_ += resolve_entities(source);
        else
          out_ += source;
        break;
      case Reference::predefined:
        out_ += source;
        break;
      case Reference::bad_character:
        if (is_xml_character(found.code)) out_.append("&#").append(std::to_string(found.code)).append(";");
        break;
      case Reference::named: {
        const std::string text = out_.size() < most_ ? entities_.expand(source) : std::string();
        if (text.empty())
          out_ += "&amp;";
        else
          return out_ += text, found.size;
        return 1;
      }
      case Reference::none:
        out_ += "&amp;";
        break;
    }
    return found.size;
  }

  void markup() {
    if (end_ - at_ < 2) return void(at_ = end_);  // the document ends here
    const char next = at_[1];
    if (next == '!' || next == '?') return declaration();
    if (what_ == Repair::references) return copy_tag();
    if (next == '/') return end_tag();
    if (is_name_start(next)) return start_tag();
    if (!open_.empty()) out_ += "&lt;";
    ++at_;
  }

  /// Copies (references) or drops what begins with "<!" or "<?"; CDATA always stays.
  void declaration() {
    if (rest().starts_with("<![CDATA[")) return cdata();
    std::size_t size;
    if (rest().starts_with("<!--")) {
      size = behind("-->", 4);
    } else if (rest().starts_with("<!DOCTYPE")) {
      size = doctype_size(at_);
      if (size != std::string_view::npos) entities_.declare(rest().substr(0, size));
    } else if (at_[1] == '?') {
      size = behind("?>", 2);
    } else {
      size = std::string_view::npos;
    }
    if (size == std::string_view::npos) size = std::min(behind(">", 1), rest().size());
    at_ += size;
  }

  /// Offset behind `closer`. What was not found once is not there later either: that keeps the whole linear.
  std::size_t behind(std::string_view closer, std::size_t from) {
    constexpr std::size_t npos = std::string_view::npos;
    if (std::find(missing_.begin(), missing_.end(), closer) != missing_.end()) return npos;
    const std::size_t found = rest().find(closer, from);
    if (found == npos) missing_.push_back(closer);
    return found == npos ? found : found + closer.size();
  }

  std::size_t doctype_size(const char* at) {
    if (endless_doctype_) return std::string_view::npos;
    const std::size_t size = end_of_doctype({at, static_cast<std::size_t>(end_ - at)});
    endless_doctype_ = size == std::string_view::npos;
    return size;
  }

  /// CDATA without an end goes to the end tag of its element; so does one that ends only behind the start of another.
  void cdata() {
    const std::string_view closer("]]>");
    if (cdata_end_ < at_ + 9) cdata_end_ = std::search(at_ + 9, end_, closer.begin(), closer.end());
    const bool ends = cdata_end_ < end_;
    const std::string_view section = rest().substr(0, static_cast<std::size_t>(cdata_end_ - at_));
    const std::size_t another = ends ? section.find("<![CDATA[", 9) : section.size();
    std::size_t size = section.size();
    if (!open_.empty() && another != section.npos)
      size = std::min(section.substr(0, another).find(std::string("</").append(open_.back())), size);
    if (!open_.empty() || what_ == Repair::references) out_.append(section.substr(0, size)).append(closer);
    at_ += size == section.size() && ends ? size + closer.size() : size;
  }

  /// Well-formed input: the tag as it stands, but for its references.
  void copy_tag() {
    const char* c = at_;
    while (c < end_ && *c != '>') {
      if (*c == '"' || *c == '\'') c = find_char(c + 1, end_, *c);
      if (c < end_) ++c;
    }
    if (c < end_) ++c;
    characters(at_, c, false);
    at_ = c;
  }

  void end_tag() {
    const char* c = at_ + 2;
    while (c < end_ && is_name_char(*c)) ++c;
    const std::string_view name(at_ + 2, static_cast<std::size_t>(c - at_ - 2));
    const char* const stop = std::find_if(c, end_, [](char x) { return x == '>' || x == '<'; });
    at_ = stop < end_ && *stop == '>' ? stop + 1 : stop;
    close_up_to(name);
  }

  /// Whether an end tag that ends nothing was meant for the element that is open: "titel", "pubDat".
  static bool is_misspelt(std::string_view name, std::string_view open) {
    name = name.substr(name.find(':') + 1);
    open = open.substr(open.find(':') + 1);
    return name.size() >= 3 && open.size() >= 3 && same_word(name.substr(0, 3), open.substr(0, 3));
  }

  void close_up_to(std::string_view name) {
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [name](std::string_view o) { return same_word(o, name); });
    if (found == open_.rend()) {
      if (!open_.empty() && is_misspelt(name, open_.back())) close();
      return;
    }
    for (auto count = found - open_.rbegin() + 1; count > 0; --count) close();
  }

  void close() {
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    open_.pop_back();
    written_.pop_back();
  }

  /// Where the document was cut off: half a title, date or address is none, and an item without anything is no item.
  void drop_cut_off() {
    if (!open_.empty() && (holds_text(open_.back()) || is_half_a_fact())) drop();
    if (open_.empty() || !is_item(open_.back())) return;
    if (is_blank(std::string_view(out_).substr(written_.back().behind_start))) drop();
  }

  /// Text without elements, outside prose, in an element that does not stand for an item or list of items.
  bool is_half_a_fact() const {
    const std::string_view inside = std::string_view(out_).substr(written_.back().behind_start);
    return open_.size() > 2 && !is_item(open_.back()) && !is_blank(inside) && inside.find('<') == inside.npos &&
           std::none_of(open_.begin(), open_.end(), holds_prose);
  }

  void drop() {
    out_.resize(written_.back().start);
    open_.pop_back();
    written_.pop_back();
  }

  static bool is_item(std::string_view name) {
    const std::string_view local = name.substr(name.find(':') + 1);
    return same_word(local, "item") || same_word(local, "entry");
  }

  void start_tag() {
    const char* c = at_ + 1;
    while (c < end_ && is_name_char(*c)) ++c;
    const std::string_view name(at_ + 1, static_cast<std::size_t>(c - at_ - 1));
    if (!open_.empty() && !is_tag(c)) {
      out_ += "&lt;";
      ++at_;
      return;
    }
    if (open_.empty() && rooted_) {  // behind the root: nothing that a feed would say
      at_ = end_;
      return;
    }
    if (next_close_ < c) next_close_ = find_char(c, end_, '>');
    if (next_close_ == end_) {  // cut off in the middle of a tag
      at_ = end_;
      return;
    }
    for (auto count = count_left_open(open_, name); count > 0; --count) close();
    if (same_word(name, "item") || same_word(name, "entry"))
      close_up_to(name);  // where nothing that holds them is open
    rooted_ = true;
    const std::size_t start = out_.size();
    out_ += '<';
    out_ += name;
    attributes_.clear();
    bool empty_element = false;
    const bool is_cut = is_cut_off(c);  // then words follow, no attributes
    while (!is_cut && c < end_ && *c != '>' && *c != '<') {
      if (!is_blank(*c)) empty_element = *c == '/';
      if (is_name_start(*c))
        c = attribute(c);
      else
        ++c;
    }
    at_ = c < end_ && *c == '>' ? c + 1 : c;
    if (empty_element || is_one_of(name, void_elements)) {
      out_ += "/>";
      return;
    }
    out_ += '>';
    if (open_.size() == max_depth) throw std::length_error(too_deep);
    open_.push_back(name);
    written_.push_back({start, out_.size()});
  }

  /// Whether words without "=" and then another tag follow the name that ends at `c`.
  bool is_cut_off(const char* c) const {
    while (c < end_ && is_blank(*c)) ++c;
    if (c < end_ && *c == '<') return false;
    while (c < end_ && *c != '>' && *c != '<' && *c != '=') ++c;
    return c < end_ && *c == '<';
  }

  /// Whether "<" and the name that ends at `c` begin a tag. "a <b, c" and "x<y is true</p>" are text.
  bool is_tag(const char* c) const {
    if (c == end_ || *c == '>' || *c == '<') return true;
    if (*c == '/') return end_ - c < 2 || c[1] == '>' || is_blank(c[1]);
    if (!is_blank(*c)) return false;
    return !is_cut_off(c) || holds_words({at_ + 1, static_cast<std::size_t>(c - at_ - 1)});
  }

  /// Behind the attribute that begins at `c`.
  const char* attribute(const char* c) {
    const char* const start = c;
    while (c < end_ && is_name_char(*c)) ++c;
    const std::string_view name(start, static_cast<std::size_t>(c - start));
    const char* equals = c;
    while (equals < end_ && is_blank(*equals)) ++equals;
    std::string_view value = name;
    if (equals < end_ && *equals == '=') {
      c = equals + 1;
      while (c < end_ && is_blank(*c)) ++c;
      value = attribute_value(c);
    }
    if (attributes_.size() < 64 && std::find(attributes_.begin(), attributes_.end(), name) == attributes_.end()) {
      attributes_.push_back(name);
      out_ += ' ';
      out_ += name;
      out_ += "=\"";
      characters(value.data(), value.data() + value.size(), true);
      out_ += '"';
    }
    return c;
  }

  /// Reads the value at `c` and moves behind it. A quote that never closes ends with the tag; one whose partner opens
  /// the value of another attribute ends at the first blank.
  std::string_view attribute_value(const char*& c) {
    if (c < end_ && (*c == '"' || *c == '\'')) {
      const char* const value = c + 1;
      const char* stop = find_char(value, end_, *c);
      c = stop + 1;
      if (stop == end_) c = stop = find_char(value, end_, '>');
      if (opens_another(value, stop))
        c = stop = std::find_if(value, stop, [](char x) { return is_blank(x) || x == '>' || x == '<'; });
      return {value, static_cast<std::size_t>(stop - value)};
    }
    const char* const value = c;
    while (c < end_ && !is_blank(*c) && *c != '>' && *c != '<' && *c != '"') ++c;
    return {value, static_cast<std::size_t>(c - value)};
  }

  /// Whether the quote at `stop` begins a value (`href="a type="text/html"`): a name and "=" stand before it, and what
  /// follows is no end of an attribute.
  bool opens_another(const char* value, const char* stop) const {
    if (stop >= end_ || (*stop != '"' && *stop != '\'') || stop - value < 3 || stop[-1] != '=') return false;
    const char* name = stop - 1;
    while (name > value && is_name_char(name[-1])) --name;
    if (name == stop - 1 || name == value || !is_blank(name[-1])) return false;
    const char next = end_ - stop > 1 ? stop[1] : '>';
    return !is_blank(next) && next != '>' && !(next == '/' && end_ - stop > 2 && stop[2] == '>');
  }

  const char* at_;
  const char* end_;
  const char* cdata_end_;  ///< the first "]]>" behind the last start of CDATA, or the end
  Repair what_;
  std::size_t most_;
  std::string out_;
  /// Of an open element in what is written: where its start tag begins, and what stands behind it.
  struct Written {
    std::size_t start, behind_start;
  };
  std::vector<std::string_view> open_;
  std::vector<Written> written_;  ///< of each of them
  std::vector<std::string_view> attributes_;
  std::vector<std::string_view> missing_;  ///< closers that do not occur any more
  bool endless_doctype_ = false;
  const char* next_close_ = nullptr;  ///< the first ">" behind the last start tag's name
  bool rooted_ = false;
  Entities entities_;
};

}  // namespace

std::string repair_xml(std::string_view text, Repair what) { return Repairer(text, what).run(); }

}  // namespace almanac::rss
