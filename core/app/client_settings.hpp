#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/net/http_client.hpp>

#include "context.hpp"

namespace almanac {

/// How the HTTP client is to behave, by the configuration. Fails when an address range in it is none.
Result<ClientOptions, Problem> client_settings(const Context& context);

}  // namespace almanac
