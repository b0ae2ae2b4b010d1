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

/// What is wrong with the first unknown command, option or choice of an option, with the nearest that there is; "" when
/// nothing is known to be.
std::string suggestion(const ProgramInfo& program, const Words& words);

}  // namespace almanac
