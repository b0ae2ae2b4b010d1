#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>

namespace almanac {

enum class CatalogErrc { missing = 1, bad_file, unknown_name };
const boost::system::error_category& catalog_category() noexcept;
error_code make_error_code(CatalogErrc code) noexcept;

}  // namespace almanac

template <>
struct boost::system::is_error_code_enum<almanac::CatalogErrc> : std::true_type {};
