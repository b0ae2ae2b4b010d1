#pragma once
#include <almanac/base/failure.hpp>

namespace almanac {

/// Why the store could not do something. Conditions: `locked`, `full` and `io` are transient; `read_only`,
/// `permission`, `newer`, `foreign` and `ambiguous` are misconfigured; the rest is permanent.
enum class StoreErrc {
  locked = 1,      ///< another process is writing and did not finish in time
  read_only,       ///< file or directory may not be written
  full,            ///< no space left on the disk
  corrupt,         ///< the file is damaged
  not_a_database,  ///< the file is something else
  newer,           ///< written by a newer almanac
  foreign,         ///< a database of another program
  permission,      ///< may not be opened
  io,              ///< the disk or file system failed
  missing,         ///< no such row or file
  exists,          ///< there is one already
  ambiguous,       ///< the text names several
  moved,           ///< the file was moved, replaced or removed while it was open
  failed,          ///< anything else that SQLite says
};
const boost::system::error_category& store_category() noexcept;
boost::system::error_code make_error_code(StoreErrc code) noexcept;

}  // namespace almanac

template <>
struct boost::system::is_error_code_enum<almanac::StoreErrc> : std::true_type {};
