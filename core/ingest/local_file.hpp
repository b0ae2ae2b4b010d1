#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/harvest.hpp>
#include <almanac/model/source.hpp>
#include <string>

namespace almanac {

/// A local file as a document, with a validator made of its size and time.
struct LocalFile {
  Document document;  ///< empty body when unchanged
  Validators validators;
  bool unchanged = false;  ///< the validators given still hold
};

/// Reads a `file:` source: a regular file of at most 16 MiB.
Result<LocalFile, Problem> read_local_file(const std::string& url, const Validators& known);

/// The path that a file: address means; percent-encoding undone.
std::string path_of_file_url(const std::string& url);
/// The file: address of a path, made absolute and percent-encoded.
std::string file_url_of_path(const std::string& path);

}  // namespace almanac
