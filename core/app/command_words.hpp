#pragma once
#include <string>
#include <vector>

#include "program_info.hpp"

namespace almanac {

// What the words of a command line may mean, beyond what CLI11 reads in them.

using Words = std::vector<std::string>;  ///< behind the program's name

/// The words with terms that begin with '-' in parentheses, where the command takes a filter: "-online", which would be
/// read as an option, becomes "(-online)".
Words protect_negated_terms(const ProgramInfo& program, Words words);

/// The nearest known word to the first unknown command or option; "" when there is none.
std::string suggestion(const ProgramInfo& program, const Words& words);

}  // namespace almanac
