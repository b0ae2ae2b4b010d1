#include "address_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace almanac {
namespace {

namespace ip = boost::asio::ip;
using Bytes = ip::address_v6::bytes_type;

/// IPv4 addresses take part as ::ffff:a.b.c.d, so that one comparison serves both families.
Bytes wide_bytes(const ip::address& address) {
  if (address.is_v6()) return address.to_v6().to_bytes();
  return ip::make_address_v6(ip::v4_mapped, address.to_v4()).to_bytes();
}

bool same_prefix(const Bytes& a, const Bytes& b, unsigned bits) {
  const std::size_t whole = bits / 8;
  if (!std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(whole), b.begin())) return false;
  const unsigned rest = bits % 8;
  return rest == 0 || ((a[whole] ^ b[whole]) >> (8 - rest)) == 0;
}

struct V4Range {
  std::uint32_t first;
  unsigned bits;
  AddressClass what;
};

constexpr std::uint32_t v4(unsigned a, unsigned b, unsigned c, unsigned d) { return a << 24 | b << 16 | c << 8 | d; }

// The first match counts.
constexpr std::array v4_ranges = {
    V4Range{v4(0, 0, 0, 0), 8, AddressClass::unspecified},
    V4Range{v4(10, 0, 0, 0), 8, AddressClass::private_use},
    V4Range{v4(100, 64, 0, 0), 10, AddressClass::private_use},
    V4Range{v4(127, 0, 0, 0), 8, AddressClass::loopback},
    V4Range{v4(169, 254, 0, 0), 16, AddressClass::link_local},
    V4Range{v4(172, 16, 0, 0), 12, AddressClass::private_use},
    V4Range{v4(192, 0, 0, 0), 24, AddressClass::reserved},
    V4Range{v4(192, 0, 2, 0), 24, AddressClass::reserved},
    V4Range{v4(192, 88, 99, 0), 24, AddressClass::reserved},
    V4Range{v4(192, 168, 0, 0), 16, AddressClass::private_use},
    V4Range{v4(198, 18, 0, 0), 15, AddressClass::reserved},
    V4Range{v4(198, 51, 100, 0), 24, AddressClass::reserved},
    V4Range{v4(203, 0, 113, 0), 24, AddressClass::reserved},
    V4Range{v4(224, 0, 0, 0), 4, AddressClass::multicast},
    V4Range{v4(240, 0, 0, 0), 4, AddressClass::reserved},
};

AddressClass classify_v4(std::uint32_t address) {
  for (const V4Range& range : v4_ranges) {
    if ((address ^ range.first) >> (32 - range.bits) == 0) return range.what;
  }
  return AddressClass::public_unicast;
}

struct V6Range {
  Bytes first;
  unsigned bits;
  AddressClass what;
};

constexpr std::array v6_ranges = {
    V6Range{{0x00, 0x64, 0xff, 0x9b}, 96, AddressClass::translation},
    V6Range{{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01}, 48, AddressClass::translation},
    V6Range{{0x01, 0x00}, 64, AddressClass::reserved},
    V6Range{{0x20, 0x01, 0x00, 0x00}, 32, AddressClass::translation},
    V6Range{{0x20, 0x01, 0x00}, 23, AddressClass::reserved},
    V6Range{{0x20, 0x01, 0x0d, 0xb8}, 32, AddressClass::reserved},
    V6Range{{0x20, 0x02}, 16, AddressClass::translation},
    V6Range{{0x3f, 0xff}, 20, AddressClass::reserved},
    V6Range{{0x5f, 0x00}, 16, AddressClass::reserved},
    V6Range{{0xfc}, 7, AddressClass::private_use},
    V6Range{{0xfe, 0x80}, 10, AddressClass::link_local},
    V6Range{{0xfe, 0xc0}, 10, AddressClass::private_use},
    V6Range{{0xff}, 8, AddressClass::multicast},
};

// WHATWG Fetch §2.9, from 1024 upwards, and services that obey plain text sent to them.
constexpr std::array<std::uint16_t, 26> bad_ports = {1719, 1720, 1723, 2049, 3306, 3659,  4045,  4190, 5060,
                                                     5061, 5432, 6000, 6379, 6566, 6665,  6666,  6667, 6668,
                                                     6669, 6679, 6697, 9200, 9300, 10080, 11211, 27017};

bool allows(const AddressRules& rules, const ip::address& address, std::string_view host) {
  return std::any_of(rules.allow.begin(), rules.allow.end(),
                     [&](const AddressRange& r) { return r.contains(address); }) ||
         std::find(rules.allow_hosts.begin(), rules.allow_hosts.end(), host) != rules.allow_hosts.end();
}

bool denies(const AddressRules& rules, const ip::tcp::endpoint& endpoint) {
  const ip::address address = unwrap_ipv4(endpoint.address());
  return std::any_of(rules.deny.begin(), rules.deny.end(), [&](const ip::tcp::endpoint& d) {
    return d.port() == endpoint.port() && unwrap_ipv4(d.address()) == address;
  });
}

bool is_host_name(std::string_view text) {
  return !text.empty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
  });
}

const error_code& bad_range() {
  static const error_code code = make_error_code(boost::system::errc::invalid_argument);
  return code;
}

}  // namespace

Result<AddressRange> AddressRange::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  error_code ec;
  const ip::address address = ip::make_address(std::string(text.substr(0, slash)), ec);
  if (ec) return bad_range();
  const unsigned width = address.is_v4() ? 32 : 128;
  unsigned bits = width;
  if (slash != std::string_view::npos) {
    const std::string_view number = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), bits);
    if (error != std::errc{} || end != number.data() + number.size() || bits > width) return bad_range();
  }
  return AddressRange(address, address.is_v4() ? bits + 96 : bits);
}

bool AddressRange::contains(const ip::address& address) const {
  return same_prefix(wide_bytes(first_), wide_bytes(unwrap_ipv4(address)), bits_);
}

Result<void> AddressRules::add(std::string_view range_or_host) {
  if (const auto range = AddressRange::parse(range_or_host)) {
    allow.push_back(*range);
    return {};
  }
  std::string host(range_or_host);
  for (char& c : host) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (!is_host_name(host)) return bad_range();
  allow_hosts.push_back(std::move(host));
  return {};
}

ip::address unwrap_ipv4(const ip::address& address) {
  if (!address.is_v6()) return address;
  const Bytes bytes = address.to_v6().to_bytes();
  const bool ten_zeros = std::all_of(bytes.begin(), bytes.begin() + 10, [](unsigned char b) { return b == 0; });
  if (!ten_zeros) return address;
  const bool mapped = bytes[10] == 0xff && bytes[11] == 0xff;
  const std::uint32_t low = v4(bytes[12], bytes[13], bytes[14], bytes[15]);
  const bool compatible = bytes[10] == 0 && bytes[11] == 0 && low > 1;
  if (!mapped && !compatible) return address;
  return ip::address_v4(low);
}

AddressClass classify(const ip::address& address) {
  const ip::address plain = unwrap_ipv4(address);
  if (plain.is_v4()) return classify_v4(plain.to_v4().to_uint());
  const ip::address_v6 wide = plain.to_v6();
  if (wide.is_unspecified()) return AddressClass::unspecified;
  if (wide.is_loopback()) return AddressClass::loopback;
  const Bytes bytes = wide.to_bytes();
  for (const V6Range& range : v6_ranges) {
    if (same_prefix(bytes, range.first, range.bits)) return range.what;
  }
  return AddressClass::public_unicast;
}

bool is_allowed(const ip::tcp::endpoint& endpoint, std::string_view host, const AddressRules& general,
                const AddressRules& source) {
  if (!is_port_allowed(endpoint.port()) || denies(general, endpoint) || denies(source, endpoint)) return false;
  return classify(endpoint.address()) == AddressClass::public_unicast || allows(general, endpoint.address(), host) ||
         allows(source, endpoint.address(), host);
}

bool is_port_allowed(std::uint16_t port) {
  if (port < 1024) return port == 80 || port == 443;
  return !std::binary_search(bad_ports.begin(), bad_ports.end(), port);
}

}  // namespace almanac
