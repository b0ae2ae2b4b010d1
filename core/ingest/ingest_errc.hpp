#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>

namespace almanac {

enum class IngestErrc {
  bad_option = 1,  ///< an option of the source is unknown or its value does not fit
  empty_document,  ///< nothing was in the body
  html_instead,    ///< a web page where a feed or calendar was expected
  no_plugin,       ///< the plugin that the source names is not loaded, or none reads the document
  local_file,      ///< a local file could not be read
};

const boost::system::error_category& ingest_category() noexcept;
error_code make_error_code(IngestErrc code) noexcept;

}  // namespace almanac

template <>
struct boost::system::is_error_code_enum<almanac::IngestErrc> : std::true_type {};
