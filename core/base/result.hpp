#pragma once
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

namespace almanac {

using boost::system::error_code;

/// A value, or the reason why there is none. Expected failures travel so; exceptions stay for broken contracts.
template <class T, class E = error_code>
using Result = boost::system::result<T, E>;

}  // namespace almanac
