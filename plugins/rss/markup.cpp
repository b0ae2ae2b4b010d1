#include "markup.hpp"

#include <algorithm>

#include "names.hpp"
#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

constexpr std::string_view void_elements[] = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                              "input", "link", "meta", "source", "track", "wbr"};

std::string_view without_prefix(std::string_view name) { return name.substr(name.find(':') + 1); }

class Writer {
 public:
  Writer(std::string_view source, std::size_t most, Cdata cdata)
      : at_(source.data()), end_(at_ + source.size()), most_(most), cdata_(cdata) {}

  std::string run() {
    if (skip_start_tag()) return {};
    while (at_ < end_ && depth_ > 0 && out_.size() < most_) {
      const char* const stop = find_char(at_, end_, '<');
      out_.append(at_, stop);
      at_ = stop;
      if (end_ - at_ < 2) break;
      if (at_[1] == '!' || at_[1] == '?')
        declaration();
      else if (at_[1] == '/')
        end_tag();
      else
        start_tag();
    }
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  /// True when the element is empty.
  bool skip_start_tag() {
    while (at_ < end_ && *at_ != '>') {
      if (*at_ == '"' || *at_ == '\'') at_ = find_char(at_ + 1, end_, *at_);
      if (at_ < end_) ++at_;
    }
    const bool empty_element = at_ < end_ && at_[-1] == '/';
    if (at_ < end_) ++at_;
    return empty_element;
  }

  void declaration() {
    const bool cdata = rest().starts_with("<![CDATA[");
    const std::string_view closer = cdata ? "]]>" : at_[1] == '?' ? "?>" : "-->";
    const std::size_t stop = rest().find(closer, cdata ? 9 : 2);
    if (stop == std::string_view::npos) {
      at_ = end_;
      return;
    }
    if (cdata && cdata_ == Cdata::html && depth_ == 1)
      out_ += rest().substr(9, stop - 9);
    else if (cdata)
      append_escaped(rest().substr(9, stop - 9));
    at_ += stop + closer.size();
  }

  void append_escaped(std::string_view text) {
    for (const char c : text) {
      if (c == '<')
        out_ += "&lt;";
      else if (c == '>')
        out_ += "&gt;";
      else if (c == '&')
        out_ += "&amp;";
      else
        out_ += c;
    }
  }

  void end_tag() {
    const char* const stop = find_char(at_, end_, '>');
    if (--depth_ > 0) {
      out_ += "</";
      out_ += without_prefix({at_ + 2, static_cast<std::size_t>(stop - at_ - 2)});
      out_ += '>';
    }
    at_ = stop < end_ ? stop + 1 : end_;
  }

  void start_tag() {
    const char* c = at_ + 1;
    while (c < end_ && is_name_char(*c)) ++c;
    const std::string_view name = without_prefix({at_ + 1, static_cast<std::size_t>(c - at_ - 1)});
    out_ += '<';
    out_ += name;
    while (c < end_ && *c != '>' && *c != '/') {
      if (is_name_start(*c))
        c = attribute(c);
      else
        ++c;
    }
    const bool empty_element = c < end_ && *c == '/';
    out_ += '>';
    if (!empty_element)
      ++depth_;
    else if (std::none_of(std::begin(void_elements), std::end(void_elements),
                          [name](auto v) { return same_word(v, name); }))
      out_.append("</").append(name).append(">");
    at_ = find_char(c, end_, '>');
    if (at_ < end_) ++at_;
  }

  const char* attribute(const char* c) {
    const char* const start = c;
    while (c < end_ && is_name_char(*c)) ++c;
    const std::string_view name(start, static_cast<std::size_t>(c - start));
    while (c < end_ && *c != '"' && *c != '\'') ++c;
    if (c == end_) return c;
    const char* const stop = find_char(c + 1, end_, *c);
    if (!name.starts_with("xmlns")) {
      out_ += ' ';
      out_ += without_prefix(name);
      out_ += '=';
      out_.append(c, stop);
      out_ += *c;
    }
    return stop < end_ ? stop + 1 : end_;
  }

  const char* at_;
  const char* end_;
  std::size_t most_;
  Cdata cdata_;
  std::size_t depth_ = 1;
  std::string out_;
};

}  // namespace

std::string inner_html(std::string_view source, std::size_t most, Cdata cdata) {
  return Writer(source, most, cdata).run();
}

}  // namespace almanac::rss
