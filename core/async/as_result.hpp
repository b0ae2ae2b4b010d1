#pragma once
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace almanac {

namespace asio = boost::asio;

/// The completion token used everywhere: an error comes back as the first element of a tuple and is never thrown.
inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

}  // namespace almanac
