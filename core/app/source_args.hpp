#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/source.hpp>
#include <map>
#include <string>
#include <vector>

#include "args.hpp"

namespace almanac {

/// "name=value" texts as a map; the first one of another form is the error.
Result<std::map<std::string, std::string>, Problem> read_options(const std::vector<std::string>& texts);

/// Puts what the user said into a source; checks every value. Options are added to those that the source has.
Result<void, Problem> apply_source_args(const SourceArgs& args, Source& source);

/// A source's address from what the user typed: an http(s) or file address, a path that exists, or "example.org/feed"
/// without scheme.
Result<std::string, Problem> source_address(const std::string& text);

}  // namespace almanac
