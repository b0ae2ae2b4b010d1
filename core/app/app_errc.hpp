#pragma once
#include <almanac/base/failure.hpp>

namespace almanac {

enum class AppErrc {
  bad_config = 1,  ///< the configuration file
  bad_usage,       ///< what the user typed
  file,            ///< a file that the user named
};

const boost::system::error_category& app_category() noexcept;
error_code make_error_code(AppErrc code) noexcept;

/// "FILE: cannot be read (Permission denied)".
Problem unreadable(const std::string& file, const error_code& why);

}  // namespace almanac

template <>
struct boost::system::is_error_code_enum<almanac::AppErrc> : std::true_type {};
