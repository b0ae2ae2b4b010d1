#include "xml_check.hpp"

#include <algorithm>
#include <almanac/base/byte_block.hpp>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <unordered_set>
#include <vector>

#include "namespaces.hpp"
#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

Term local_term(std::string_view name) { return term_of(name.substr(name.find(':') + 1)); }

bool is_item_name(std::string_view name) {
  const Term term = local_term(name);
  return term == Term::item || term == Term::entry;
}

class Checker {
 public:
  Checker(std::string_view text, XmlParts* parts)
      : begin_(text.data()),
        at_(text.data()),
        end_(text.data() + text.size()),
        parts_(text.size() <= std::numeric_limits<std::uint32_t>::max() ? parts : nullptr) {
    prefixes_.reserve(32);
    open_.reserve(max_depth + 1);
    if (!parts_) return;
    const std::size_t items = std::min(text.size() / usual_item, most_item_spans);
    parts_->items.reserve(items), parts_->texts.reserve(items);
  }

  XmlCheck run() {
    while (at_ < end_ && check_.well_formed && !check_.over_limit) {
      text();
      if (at_ < end_ && check_.well_formed) markup();
    }
    if (check_.well_formed && !check_.over_limit) {
      if (!open_.empty())
        fail("the document ends inside an element");
      else if (!check_.has_elements)
        fail("there is no element");
    }
    return check_;
  }

 private:
  static constexpr std::size_t usual_item = 1024;  ///< bytes

  struct Prefix {
    std::string_view name;
    std::size_t depth;
  };

  void fail(const char* problem, const char* where = nullptr) {
    if (!check_.well_formed) return;
    check_.well_formed = false;
    tell(problem, where ? where : at_);
  }
  void pass_limit(const char* limit) {
    if (check_.over_limit) return;
    check_.over_limit = true;
    tell(limit, at_);
  }
  void tell(const char* problem, const char* where) {
    check_.problem = problem;
    check_.line = line_of({begin_, static_cast<std::size_t>(end_ - begin_)}, static_cast<std::size_t>(where - begin_));
  }

  /// Up to the next "<".
  void text() {
    if (*at_ == '<') return;
    if (open_.empty()) return text_outside();
    const char* const begin = at_;
    refers_ = false;
    at_ = end_of_text();
    if (check_.well_formed && parts_ && at_ - begin >= static_cast<std::ptrdiff_t>(long_text))
      note_text(begin, at_, refers_);
  }

  void text_outside() {
    const char* const stop = find_char(at_, end_, '<');
    for (const char* c = at_; c < stop; ++c)
      if (!is_blank(*c))
        return fail(check_.has_elements ? "text after the root element" : "text before the root element", c);
    at_ = stop;
  }

  /// The "<" behind a text in an element, or the end of all; checks what stands before it.
  const char* end_of_text() {
    const char* c = at_;
    for (; static_cast<std::size_t>(end_ - c) >= ByteBlock::size; c += ByteBlock::size) {
      const ByteBlock block = ByteBlock::at(c);
      for (std::uint32_t bits = (block.is('<') | block.is('&') | block.is(']')).bits(); bits != 0; bits &= bits - 1)
        if (const char* const found = c + std::countr_zero(bits); *found == '<')
          return found;
        else
          look_closer(found);
    }
    for (; c < end_ && *c != '<'; ++c)
      if (*c == '&' || *c == ']') look_closer(c);
    return c;
  }

  /// At a "&" or "]" in a text.
  void look_closer(const char* c) {
    if (*c == '&') {
      refers_ = true;
      reference(c, end_);
    } else if (end_ - c > 2 && c[1] == ']' && c[2] == '>') {
      fail("\"]]>\" in text", c);
    }
  }

  void references(const char* from, const char* to) {
    for (const char* c = find_char(from, to, '&'); c < to; c = find_char(c + 1, to, '&')) reference(c, to);
  }

  void reference(const char* c, const char* to) {
    const Reference found = read_reference(c, to);
    switch (found.kind) {
      case Reference::none:
        return fail("\"&\" that begins no reference", c);
      case Reference::bad_character:
        return fail("reference to a character that XML does not allow", c);
      case Reference::named:
        check_.foreign_entities = true;
        break;
      case Reference::character:
        check_.foreign_entities |= is_c1_control(found.code);
        break;
      case Reference::predefined:
        break;
    }
  }

  void markup() {
    if (end_ - at_ < 2) return fail("the document ends inside a tag");
    switch (at_[1]) {
      case '/':
        return end_tag();
      case '!':
        return declaration();
      case '?':
        return instruction();
      default:
        return start_tag();
    }
  }

  void end_tag() {
    if (const char* const end = usual_end()) return end_element(end);
    const char* const close = find_char(at_, end_, '>');
    if (close == end_) return fail("the document ends inside a tag");
    std::string_view name(at_ + 2, static_cast<std::size_t>(close - at_ - 2));
    while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
    if (open_.empty() || open_.back() != name) return fail("end tag without its start tag");
    end_element(close + 1);
  }

  /// Where the end tag of the innermost open element ends, written without blanks as nearly all are; nullptr: another.
  const char* usual_end() const {
    if (open_.empty()) return nullptr;
    const std::string_view name = open_.back();
    const char* const written = at_ + 2;
    const bool fits = static_cast<std::size_t>(end_ - written) > name.size() && written[name.size()] == '>' &&
                      std::memcmp(written, name.data(), name.size()) == 0;
    return fits ? written + name.size() + 1 : nullptr;
  }

  std::uint32_t offset_of(const char* at) const noexcept { return static_cast<std::uint32_t>(at - begin_); }

  /// The innermost open element ends, before `end`.
  void end_element(const char* end) {
    if (item_depth_ == open_.size()) {
      parts_->items.push_back({offset_of(item_), offset_of(end)});
      item_depth_ = 0;
    }
    at_ = end;
    while (!prefixes_.empty() && prefixes_.back().depth == open_.size()) prefixes_.pop_back();
    open_.pop_back();
  }

  void instruction() {
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    const std::size_t stop = rest.find("?>", 2);
    if (stop == rest.npos) return fail("the document ends inside a processing instruction");
    if (!is_name_start(rest[2])) return fail("a processing instruction without a name");
    if (rest.size() > 5 && same_xml_target(rest.substr(2)) && at_ != begin_)
      return fail("XML declaration that is not at the start");
    at_ += stop + 2;
  }

  void declaration() {
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    if (rest.starts_with("<!--")) {
      const std::size_t stop = rest.find("--", 4);
      if (stop == rest.npos) return fail("the document ends inside a comment");
      if (stop + 2 >= rest.size() || rest[stop + 2] != '>') return fail("\"--\" in a comment", at_ + stop);
      at_ += stop + 3;
    } else if (rest.starts_with("<![CDATA[")) {
      if (open_.empty()) return fail("CDATA outside the root element");
      const std::size_t stop = rest.find("]]>", 9);
      if (stop == rest.npos) return fail("the document ends inside CDATA");
      if (parts_ && stop >= 9 + long_text) note_text(at_ + 9, at_ + stop, false);
      at_ += stop + 3;
    } else if (rest.starts_with("<!DOCTYPE") && !check_.has_elements) {
      const std::size_t stop = end_of_doctype(rest);
      if (stop == rest.npos) return fail("the document ends inside its DOCTYPE");
      at_ += stop;
    } else {
      fail("declaration out of place");
    }
  }

  /// One with a CR is read otherwise than it stands (XML 1.0 §2.11), and one of blanks alone may be none.
  void note_text(const char* from, const char* to, bool refers) {
    if (is_blank(std::string_view(from, static_cast<std::size_t>(to - from)))) return;
    if (find_char(from, to, '\r') == to) parts_->texts.push_back({offset_of(from), offset_of(to), refers});
  }

  void start_tag() {
    if (!is_name_start(at_[1])) return fail("\"<\" that begins no tag");
    if (open_.empty() && check_.has_elements) return fail("a second root element");
    check_.has_elements = true;
    const char* c = at_ + 1;
    bool has_prefix = false;
    for (; c < end_ && is_name_char(*c); ++c) has_prefix |= *c == ':';
    const std::string_view name(at_ + 1, static_cast<std::size_t>(c - at_ - 1));
    if (open_.size() == max_depth) return pass_limit(too_deep);
    open_.push_back(name);
    attributes_.clear();
    const bool empty_element = attributes(c);
    if (!check_.well_formed) return;
    if (check_.over_limit) return;
    if (has_prefix) prefix_is_declared(name);
    for (const std::string_view attribute : attributes_) prefix_is_declared(attribute);
    if (parts_ && item_depth_ == 0 && may_be_item(name)) item_ = at_, item_depth_ = open_.size();
    at_ = c;
    if (empty_element) end_element(c);
  }

  /// Whether the innermost open element, which has just begun, may be an item of a feed.
  bool may_be_item(std::string_view name) const {
    if (open_.size() < 2 || open_.size() > 3 || parts_->items.size() == most_item_spans) return false;
    if (!is_item_name(name) || is_item_name(open_.front())) return false;
    if (open_.size() == 2) return true;
    const Term holder = local_term(open_[1]);
    return holder == Term::channel || holder == Term::items;
  }

  /// From behind the name to behind ">"; true for "/>".
  bool attributes(const char*& c) {
    for (;;) {
      const char* const before = c;
      while (c < end_ && is_blank(*c)) ++c;
      if (c == end_) return fail("the document ends inside a tag"), false;
      if (*c == '>') return ++c, false;
      if (*c == '/' && end_ - c > 1 && c[1] == '>') return c += 2, true;
      if (c == before || !is_name_start(*c)) return fail("a tag that is no tag", c), false;
      if (!attribute(c)) return false;
    }
  }

  bool attribute(const char*& c) {
    const char* const start = c;
    while (c < end_ && is_name_char(*c)) ++c;
    const std::string_view name(start, static_cast<std::size_t>(c - start));
    while (c < end_ && is_blank(*c)) ++c;
    if (c == end_ || *c != '=') return fail("attribute without a value", start), false;
    ++c;
    while (c < end_ && is_blank(*c)) ++c;
    if (c == end_ || (*c != '"' && *c != '\'')) return fail("attribute value without quotes", start), false;
    const char* const value = c + 1;
    c = find_char(value, end_, *c);
    if (c == end_) return fail("the document ends inside an attribute"), false;
    if (find_char(value, c, '<') != c) return fail("\"<\" in an attribute", start), false;
    references(value, c);
    ++c;
    if (is_repeated(name)) return fail("attribute given twice", start), false;
    if (name.starts_with("xmlns:")) {
      static_assert(max_namespaces == 256);
      if (prefixes_.size() == max_namespaces)
        pass_limit("more than 256 namespace prefixes are declared at once");
      else
        prefixes_.push_back({name.substr(6), open_.size()});
    }
    return check_.well_formed;
  }

  bool is_repeated(std::string_view name) {
    if (attributes_.size() < 16) {
      if (std::find(attributes_.begin(), attributes_.end(), name) != attributes_.end()) return true;
    } else {
      if (attributes_.size() == 16) seen_ = {attributes_.begin(), attributes_.end()};
      if (!seen_.insert(name).second) return true;
    }
    attributes_.push_back(name);
    return false;
  }

  void prefix_is_declared(std::string_view name) {
    const std::size_t colon = name.find(':');
    if (colon == name.npos) return;
    const std::string_view prefix = name.substr(0, colon);
    if (prefix == "xml" || prefix == "xmlns" || prefix == last_found_) return;
    const auto found =
        std::find_if(prefixes_.rbegin(), prefixes_.rend(), [prefix](const Prefix& p) { return p.name == prefix; });
    if (found == prefixes_.rend()) return fail("prefix without a namespace", name.data());
    if (found->depth == 1) last_found_ = prefix;  // declared on the root: good to the end
  }

  const char* begin_;
  const char* at_;
  const char* end_;
  XmlCheck check_;
  std::vector<std::string_view> open_;
  std::vector<std::string_view> attributes_;
  std::unordered_set<std::string_view> seen_;
  std::vector<Prefix> prefixes_;
  std::string_view last_found_;
  XmlParts* parts_;
  bool refers_ = false;         ///< the text that was read last has references
  const char* item_ = nullptr;  ///< where the item begins that is open
  std::size_t item_depth_ = 0;  ///< how many elements are open with it; 0: no item is open
};

}  // namespace

XmlCheck check_xml(std::string_view text, XmlParts* parts) { return Checker(text, parts).run(); }

std::uint32_t line_of(std::string_view text, std::size_t offset) noexcept {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
  return static_cast<std::uint32_t>(1 + std::count(text.begin(), end, '\n'));
}

}  // namespace almanac::rss
