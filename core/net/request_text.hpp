#pragma once
#include <almanac/base/result.hpp>
#include <string>
#include <string_view>

#include "fetch.hpp"

namespace almanac::net {

/// What the client says of itself: "almanac/1.2 (+contact; 1 subscriber)", without "+contact; " if there is none.
/// Control characters in `contact` are dropped.
std::string user_agent(std::string_view contact);

/// Whether the request's own fields can be sent: header names are tokens, no field is one that the client writes
/// itself, and no value holds control characters. Errors: NetErrc::bad_request.
Result<void> check_headers(const FetchRequest& request);

/// What goes into one hop's request.
struct RequestParts {
  const FetchRequest& request;
  const Url& url;  ///< where to, this time
  std::string_view user_agent;
  bool with_credentials = false;  ///< still at the origin that the request's headers and userinfo were meant for
  bool with_validators = false;   ///< `url` is what the validators belong to
};

/// The request's bytes. No cookies, no Referer, nothing invented.
std::string request_text(const RequestParts& parts);

/// True if stored validators can be replayed: at least one of them, without control characters.
bool can_send(const Validators& validators);

}  // namespace almanac::net
