#include "sanitize_strict.hpp"

#include <almanac/base/ascii.hpp>
#include <almanac/base/literals.hpp>
#include <array>
#include <bit>
#include <cstring>

#include "entities.hpp"
#include "html_elements.hpp"
#include "sanitize_policy.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace almanac::sanitize_detail {
namespace {

// Offset of the next "<", or of a control that no text has.
std::size_t text_end(std::string_view html, std::size_t at) {
#if defined(__SSE2__)
  const auto all = [](char c) { return _mm_set1_epi8(c); };
  for (; at + 16 <= html.size(); at += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(html.data() + at));
    const auto is = [&](char c) { return _mm_cmpeq_epi8(block, all(c)); };
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(block, all(0x1F)), block);
    if (_mm_movemask_epi8(_mm_or_si128(is('<'), low)) == 0) continue;
    const __m128i kept = _mm_or_si128(is('\t'), _mm_or_si128(is('\n'), is('\r')));
    const int mask = _mm_movemask_epi8(_mm_or_si128(is('<'), _mm_andnot_si128(kept, low)));
    if (mask) return at + static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(mask)));
  }
#endif
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (c == '<' || (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')) return at;
  }
  return at;
}

bool is_name(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }

/// Most of what it reads is written as it stands, in runs: `kept_` is where the source begins that is not written yet.
class StrictReader {
 public:
  StrictReader(std::string_view html, std::string_view base, std::string& out) : html_(html), base_(base), out_(out) {}

  bool read() {
    out_.reserve(html_.size() + html_.size() / 8);
    while (at_ < html_.size()) {
      if ((at_ = text_end(html_, at_)) == html_.size()) break;
      if (!(is_ahead("</") ? end_tag() : start_tag())) return false;
    }
    keep_before(html_.size());
    return depth_ == 0;
  }

 private:
  /// Writes what stands before an offset as it is.
  void keep_before(std::size_t end) {
    out_.append(html_.substr(kept_, end - kept_));
    kept_ = end;
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && is_name(html_[at_])) ++at_;
    return html_.substr(begin, at_ - begin);
  }

  bool is_ahead(std::string_view expected) const {
    return html_.size() - at_ >= expected.size() &&
           std::memcmp(html_.data() + at_, expected.data(), expected.size()) == 0;
  }
  bool take(std::string_view expected) {
    if (!is_ahead(expected)) return false;
    at_ += expected.size();
    return true;
  }

  bool end_tag() {
    at_ += 2;
    if (depth_ == 0 || find_element(name()) != open_[depth_ - 1] || !take(">")) return false;
    if (open_[--depth_]->is(HtmlElement::formatting)) --formatting_;
    return true;
  }

  bool start_tag() {
    if (!take("<")) return false;  // a control
    const auto written = name();
    const HtmlElement* element = find_element(written);
    if (!element || !element->is(HtmlElement::allowed)) return false;
    attributes_ = pixel_sides_ = 0;
    while (at_ < html_.size() && html_[at_] == ' ' && !is_ahead(" />")) {
      if (!attribute(written)) return false;
    }
    if (is_one_of(written, "a", "area")) {
      keep_before(at_);
      out_ += link_relation;
    }
    const std::size_t end = at_;
    const bool closed = take(" />") || take("/>");
    if (!closed && !take(">")) return false;
    if (closed && !element->is(HtmlElement::void_)) return false;
    if (closed) {
      keep_before(end);
      out_ += '>';
      kept_ = at_;
    }
    return element->is(HtmlElement::void_) || push(element);
  }

  bool push(const HtmlElement* element) {
    if (depth_ == deepest) return false;
    if (element->is(HtmlElement::formatting) && ++formatting_ > deepest_formatting) return false;
    open_[depth_++] = element;
    return true;
  }

  bool attribute(std::string_view element) {
    const std::size_t begin = at_++;
    const auto written = name();
    if (written.empty() || ++attributes_ > 32 || !take("=\"")) return false;
    const auto close = html_.find('"', at_);
    if (close == html_.npos) return false;
    const auto value = html_.substr(at_, close - at_);
    at_ = close + 1;
    if (text_end(value, 0) != value.size() || seen(written)) return false;
    const AttributeKind kind = attribute_kind(element, written);
    const bool address = kind == AttributeKind::link || kind == AttributeKind::media;
    if (element == "img" && is_pixel_side(written, value) && ++pixel_sides_ == 2) return false;  // for the other way
    const bool as_it_is =
        kind == AttributeKind::text || (address && (begins_with(value, "https://") || begins_with(value, "http://")));
    if (as_it_is && value.find('>') == value.npos) return true;
    keep_before(begin);
    if (kind != AttributeKind::refused) append_attribute(out_, element, written, attribute_value(value), base_);
    kept_ = at_;
    return true;
  }

  // A second attribute of one name is for the other way: parsers take the first.
  bool seen(std::string_view written) {
    for (std::size_t i = 0; i + 1 < attributes_; ++i) {
      if (names_[i] == written) return true;
    }
    names_[attributes_ - 1] = written;
    return false;
  }

  std::string_view html_, base_;
  std::string& out_;
  std::size_t at_ = 0, kept_ = 0, depth_ = 0, formatting_ = 0, attributes_ = 0, pixel_sides_ = 0;
  std::array<const HtmlElement*, deepest> open_;
  std::array<std::string_view, 32> names_;
};

}  // namespace

bool sanitize_strict(std::string_view html, std::string_view base, std::string& out) {
  return StrictReader(html, base, out).read();
}

}  // namespace almanac::sanitize_detail
