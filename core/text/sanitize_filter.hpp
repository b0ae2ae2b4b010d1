#pragma once
#include <string>
#include <string_view>

namespace almanac::sanitize_detail {

/// Reduces any HTML source to allow-listed tags with allow-listed attributes, every element closed in order, no deeper
/// than the bounds: what is safe to give to a parser that recurses or clones. Scripts, styles, frames and comments go
/// with their content. Linear.
std::string filter_html(std::string_view html, std::string_view base);

}  // namespace almanac::sanitize_detail
