#pragma once
#include <string>
#include <string_view>

#include "result.hpp"

namespace almanac {

/// What a caller can do about an error. Each layer's category maps its codes to one of these, so that other layers ask
/// `if (ec == Failure::transient)` and never for a code of another layer.
enum class Failure {
  transient = 1,  ///< worth trying again later: time-outs, refused connections, 5xx, a locked database
  permanent,      ///< will not get better by itself: gone, not a feed, refused by policy
  misconfigured,  ///< the user has to change something: a bad option, missing permission, unknown name
  cancelled,      ///< we were asked to stop
};

const boost::system::error_category& failure_category() noexcept;
boost::system::error_condition make_error_condition(Failure failure) noexcept;

/// An error with its words: what failed, why, and what the reader can do next. One line, no trailing full stop, no
/// controls.
struct Problem {
  error_code code;
  std::string what;  ///< for example "https://example.org/feed: 404 Not Found"
  std::string hint;  ///< for example "check the address, or unfollow the source"; may be empty

  /// "what: hint" as shown to people.
  std::string text() const { return hint.empty() ? what : what + " (" + hint + ")"; }
  friend bool operator==(const Problem&, const Problem&) = default;
};

}  // namespace almanac

template <>
struct boost::system::is_error_condition_enum<almanac::Failure> : std::true_type {};
