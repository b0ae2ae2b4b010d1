#pragma once
#include <string>
#include <string_view>

namespace almanac {

/// The octets that base64 digits (RFC 4648 §4) stand for. What is no digit is passed over; octets left incomplete at
/// the end are dropped.
std::string decode_base64(std::string_view text);

}  // namespace almanac
