#pragma once
#include <almanac/base/result.hpp>
#include <almanac/model/source.hpp>
#include <almanac/model/url.hpp>
#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "address_rules.hpp"
#include "net_errc.hpp"

namespace almanac {

/// Bounds of one answer, all enforced while reading. The defaults are the published ones.
struct FetchLimits {
  std::uint32_t header_bytes = 64 * 1024;  ///< at most 64 KiB: the size of the read buffer
  std::uint32_t header_fields = 200;
  std::uint32_t interim_answers = 8;            ///< 1xx
  std::uint64_t wire_bytes = 10 * 1024 * 1024;  ///< body as sent
  std::uint64_t body_bytes = 16 * 1024 * 1024;  ///< body after decoding
};

/// Awaited before each redirect is followed: whether its target may be asked, now. Where it waits (for the target's
/// host to be free), the fetch's deadline waits too. A code ends the fetch with it.
using BeforeHop = std::function<boost::asio::awaitable<error_code>(const Url& target)>;

/// One GET. Everything the client sends beyond Host, User-Agent, Accept and Accept-Encoding is named here.
struct FetchRequest {
  Url url;                     ///< http or https; a userinfo part is sent as Basic credentials to its origin only
  std::string accept;          ///< Accept header; empty: the client's default for feeds and calendars
  Validators validators;       ///< replayed byte for byte, and only to the address that they belong to:
  std::string validators_for;  ///< `ResponseFacts::final_url` of the answer that gave them; empty: `url`
  std::vector<std::pair<std::string, std::string>> headers;  ///< credentials and the like; dropped for good when a
                                                             ///< redirect changes scheme, host or port
  AddressRules addresses;                                    ///< what this source may use besides the client's rules
  bool verify_tls = true;      ///< false: accept any certificate, from the origin of `url` only
  bool accept_codings = true;  ///< false: ask for the plain body (after a `decode` failure)
  int max_redirects = 5;       ///< 10 for discovery
  FetchLimits limits;
  BeforeHop before_hop;  ///< may be empty

  explicit FetchRequest(Url address) : url(std::move(address)) {}
};

/// One redirect that was followed: the address that answered, and how.
struct Hop {
  Url url;
  int status = 0;
  bool is_permanent() const noexcept { return status == 301 || status == 308; }
  friend bool operator==(const Hop&, const Hop&) = default;
};

/// What an answer's header says, for scheduling and storing. Header texts are as sent; repeated fields are joined with
/// ", ".
struct ResponseFacts {
  int status = 0;
  Url final_url;               ///< after redirects; without userinfo and fragment
  std::vector<Hop> redirects;  ///< in order; empty: `final_url` answered at once
  Validators validators;       ///< opaque bytes; a value beyond 4 KiB counts as absent
  std::string content_type, content_language, cache_control, expires, date, age, retry_after;
  std::uint64_t wire_bytes = 0;     ///< body as sent
  std::uint64_t decoded_bytes = 0;  ///< body after decoding

  explicit ResponseFacts(Url url) : final_url(std::move(url)) {}
};

/// 304: what we have is current. `facts.validators` holds only what this answer repeats: keep a stored one that is
/// absent here.
struct NotModified {
  ResponseFacts facts;
};

/// A document, decoded. `facts.validators` replace the stored ones, absent ones too.
struct FetchedDocument {
  ResponseFacts facts;
  std::string body;
};

using Fetched = std::variant<NotModified, FetchedDocument>;

/// Why there is no document. `detail` is one line for people; it never repeats the body nor what was found at a denied
/// address.
struct FetchFailure {
  error_code code;
  std::string detail;
  std::optional<ResponseFacts> facts;  ///< when a final answer came: 4xx, 5xx, and failures while reading its body
};

/// Lets `Result<Fetched, FetchFailure>::value()` throw a `boost::system::system_error`.
[[noreturn]] void throw_exception_from_error(const FetchFailure& failure, const boost::source_location& where);

}  // namespace almanac
