#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// A mailbox (RFC 5322 §3.4).
struct MailAddress {
  std::string name;     ///< for people, UTF-8; may be empty
  std::string address;  ///< "me@example.org"
  friend bool operator==(const MailAddress&, const MailAddress&) = default;
};

/// Reads "me@example.org", "Me <me@example.org>", "\"Me, myself\" <me@example.org>" and several of these with commas
/// between. Nothing if any of them is no address, or a text could start another header.
std::optional<std::vector<MailAddress>> read_mail_addresses(std::string_view text);

/// Addresses as the value of a header: names quoted, or encoded (RFC 2047) where they are not ASCII; folded with CRLF.
std::string mail_address_header(const std::vector<MailAddress>& addresses);

/// A text as the value of a header: RFC 2047 encoded words, each of whole characters and at most 75 long, folded with
/// CRLF; short ASCII stays as it is.
std::string mail_header_text(std::string_view text);

}  // namespace almanac
