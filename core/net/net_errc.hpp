#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>

namespace almanac {

/// Why a fetch gave nothing. Each code maps to a `Failure`: ask `ec == Failure::transient`, compare codes only in
/// tests.
enum class NetErrc {
  cancelled = 1,       ///< we were asked to stop
  dns,                 ///< the name has no address, or the name service did not answer properly
  dns_timeout,         ///< no answer to the lookup in time
  connect_refused,     ///< no address of the host accepted the connection
  connect_timeout,     ///< no connection in time
  connection_lost,     ///< reset, or closed before the first byte of the answer
  tls,                 ///< the TLS handshake failed
  tls_verify,          ///< the certificate is not valid for this host
  timeout,             ///< a phase, or the whole fetch, took too long
  too_slow,            ///< the body came slower than the least rate
  protocol,            ///< not HTTP/1.1 as RFC 9112 has it
  limit,               ///< larger than a published limit
  decode,              ///< the content coding is unknown or its data is broken
  truncated,           ///< the message ended before its end
  denied_address,      ///< the address rules do not allow the target
  redirect_loop,       ///< a redirect leads back to an address of the same chain
  too_many_redirects,  ///< longer chain than the request allows
  bad_redirect,        ///< no usable Location, or one that leaves http(s)
  insecure_redirect,   ///< from https to http
  unsolicited_304,     ///< "not modified" although no validators were sent
  bad_request,         ///< the request itself cannot be sent: a file: address, control characters in a header
  unauthorized,        ///< 401, 407
  forbidden,           ///< 403, which some servers use to throttle
  not_found,           ///< 404, often temporary
  gone,                ///< 410
  throttled,           ///< 429
  client_error,        ///< another 4xx
  server_error,        ///< 5xx, and 408
  http_status,         ///< a status that a fetch cannot use: 1xx, 204, an unknown 3xx
};

const boost::system::error_category& net_category() noexcept;
boost::system::error_code make_error_code(NetErrc code) noexcept;

/// The code for a final status that is neither a document, nor 304, nor a redirect.
NetErrc errc_of_status(int status) noexcept;

}  // namespace almanac

template <>
struct boost::system::is_error_code_enum<almanac::NetErrc> : std::true_type {};
