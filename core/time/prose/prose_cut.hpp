#pragma once
#include <cstdint>
#include <string_view>

#include "folded_text.hpp"
#include "prose_marks.hpp"
#include "prose_piece.hpp"

namespace almanac::prose {

/// Cuts what was folded last into pieces and appends them. `from` is where it starts in the folded text, `source` what
/// it was folded from, up to the end, and `origin` the number of its first byte. Linear.
void cut_pieces(const FoldedText& text, std::size_t from, std::string_view source, std::uint32_t origin,
                const MarkTable& marks, Pieces& pieces);

}  // namespace almanac::prose
