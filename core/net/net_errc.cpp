#include "net_errc.hpp"

#include <string>

namespace almanac {
namespace {

const char* words(NetErrc code) {
  switch (code) {
    case NetErrc::cancelled:
      return "cancelled";
    case NetErrc::dns:
      return "host name not found";
    case NetErrc::dns_timeout:
      return "name lookup timed out";
    case NetErrc::connect_refused:
      return "connection refused";
    case NetErrc::connect_timeout:
      return "connecting timed out";
    case NetErrc::connection_lost:
      return "connection lost";
    case NetErrc::tls:
      return "TLS handshake failed";
    case NetErrc::tls_verify:
      return "certificate not valid";
    case NetErrc::timeout:
      return "timed out";
    case NetErrc::too_slow:
      return "server too slow";
    case NetErrc::protocol:
      return "not a valid HTTP answer";
    case NetErrc::limit:
      return "answer larger than allowed";
    case NetErrc::decode:
      return "content coding broken";
    case NetErrc::truncated:
      return "answer cut short";
    case NetErrc::denied_address:
      return "address not allowed";
    case NetErrc::redirect_loop:
      return "redirects in a circle";
    case NetErrc::too_many_redirects:
      return "too many redirects";
    case NetErrc::bad_redirect:
      return "unusable redirect";
    case NetErrc::insecure_redirect:
      return "redirect from https to http";
    case NetErrc::unsolicited_304:
      return "304 without being asked";
    case NetErrc::bad_request:
      return "request cannot be sent";
    case NetErrc::unauthorized:
      return "credentials wanted";
    case NetErrc::forbidden:
      return "forbidden";
    case NetErrc::not_found:
      return "not found";
    case NetErrc::gone:
      return "gone";
    case NetErrc::throttled:
      return "too many requests";
    case NetErrc::client_error:
      return "request refused";
    case NetErrc::server_error:
      return "server error";
    case NetErrc::http_status:
      return "unexpected status";
  }
  return "unknown network error";
}

Failure failure_of(NetErrc code) {
  switch (code) {
    case NetErrc::cancelled:
      return Failure::cancelled;
    case NetErrc::tls_verify:
    case NetErrc::denied_address:
    case NetErrc::bad_request:
    case NetErrc::unauthorized:
      return Failure::misconfigured;
    case NetErrc::limit:
    case NetErrc::redirect_loop:
    case NetErrc::too_many_redirects:
    case NetErrc::bad_redirect:
    case NetErrc::insecure_redirect:
    case NetErrc::gone:
    case NetErrc::client_error:
    case NetErrc::http_status:
      return Failure::permanent;
    default:
      return Failure::transient;
  }
}

class NetCategory final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "almanac.net"; }
  std::string message(int value) const override { return words(static_cast<NetErrc>(value)); }
  boost::system::error_condition default_error_condition(int value) const noexcept override {
    return make_error_condition(failure_of(static_cast<NetErrc>(value)));
  }
};

}  // namespace

const boost::system::error_category& net_category() noexcept {
  static const NetCategory category;
  return category;
}

boost::system::error_code make_error_code(NetErrc code) noexcept { return {static_cast<int>(code), net_category()}; }

NetErrc errc_of_status(int status) noexcept {
  switch (status) {
    case 401:
    case 407:
      return NetErrc::unauthorized;
    case 403:
      return NetErrc::forbidden;
    case 404:
      return NetErrc::not_found;
    case 408:
      return NetErrc::server_error;
    case 410:
      return NetErrc::gone;
    case 429:
      return NetErrc::throttled;
    default:
      break;
  }
  if (status >= 500) return NetErrc::server_error;
  if (status >= 400) return NetErrc::client_error;
  return NetErrc::http_status;
}

}  // namespace almanac
