#pragma once
#include <almanac/base/result.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace almanac {

/// An absolute http, https or file address, always valid (RFC 3986). Made by `parse` or `resolve` only.
///
/// Reading is as forgiving as browsers are (WHATWG URL): outer blanks are cut, blanks and non-ASCII characters inside
/// are percent-encoded, host names are lower-cased and internationalised names become their ASCII form (UTS #46), the
/// default port and an empty path are normalised, dot segments removed. The fragment is kept for people but never sent.
class Url {
 public:
  static Result<Url> parse(std::string_view text);

  /// RFC 3986 §5.2 against this base. Relative, scheme-relative ("//host/x") and absolute references.
  Result<Url> resolve(std::string_view reference) const;

  /// The whole address, secrets included: for the network and the store only.
  const std::string& text() const noexcept { return text_; }
  /// For people and logs: userinfo gone, query *values* masked with "…" when they look like secrets (token, key, sig,
  /// auth, pass).
  std::string redacted() const;

  std::string_view scheme() const noexcept;    ///< "http", "https" or "file"
  std::string_view userinfo() const noexcept;  ///< percent-encoded "user:password", or empty
  std::string_view host() const noexcept;      ///< without brackets for IPv6
  std::uint16_t port() const noexcept;         ///< the scheme's default when not written
  std::string target() const;                  ///< path and query as sent in a request line: at least "/"
  std::string origin() const;                  ///< "https://host:port", for pools and credentials
  bool is_file() const noexcept { return scheme() == "file"; }
  bool is_tls() const noexcept { return scheme() == "https"; }

  friend bool operator==(const Url&, const Url&) = default;

 private:
  explicit Url(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// RFC 3986 §5.2 for links of any scheme (mailto:, tag:, ftp: …) as documents publish them. An absolute reference comes
/// back trimmed and otherwise as written; a relative one is resolved against `base`; without a base it comes back as it
/// stands. Never fails.
std::string resolve_link(std::string_view base, std::string_view reference);

enum class UrlErrc { empty = 1, scheme, host, port, characters };
const boost::system::error_category& url_category() noexcept;
boost::system::error_code make_error_code(UrlErrc code) noexcept;

}  // namespace almanac

template <>
struct boost::system::is_error_code_enum<almanac::UrlErrc> : std::true_type {};
