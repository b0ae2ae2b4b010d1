#pragma once
#include <string>
#include <string_view>

#include "terminal.hpp"

namespace almanac {

/// The pager that the user wants: ALMANAC_PAGER, else PAGER, else less; empty for none ("" or "cat").
std::string wanted_pager();

/// Whether a text has more lines than fit on the terminal.
bool is_long(std::string_view text, const Terminal& terminal);

/// Shows the text in a pager, started without a shell: its words are split at blanks. False when it could not be
/// started; then nothing was shown. Leaving the pager early is no error.
bool show_in_pager(const std::string& pager, std::string_view text);

}  // namespace almanac
