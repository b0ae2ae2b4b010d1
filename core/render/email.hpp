#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <string>

namespace almanac {

/// Addresses as written in the configuration, see read_mail_addresses; what is no address is left out.
struct EmailHead {
  std::string from = "almanac@localhost";
  std::string to;
};

/// A digest as a message (RFC 5322, CRLF): multipart/alternative, text then HTML, UTF-8 in quoted-printable (RFC 2045),
/// Subject in encoded words (RFC 2047). Message-ID and boundary follow from the content: the same digest gives the same
/// bytes.
std::string render_digest_eml(const DigestView& digest, const Reader& reader, const EmailHead& head);

}  // namespace almanac
