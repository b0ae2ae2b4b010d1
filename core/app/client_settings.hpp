#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/net/http_client.hpp>

#include "context.hpp"

namespace almanac {

/// How the HTTP client is to behave, by the configuration. Fails when an address range in it is none.
Result<ClientOptions, Problem> client_settings(const Context& context);

/// What to tell when a client cannot be made by its settings: only the file of authorities can be wrong by then.
Problem bad_ca_file(const Context& context, const std::exception& error);

}  // namespace almanac
