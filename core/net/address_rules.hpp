#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// A range of addresses in CIDR notation (RFC 4632, RFC 4291 §2.3), or a single address. Bits beyond the prefix are
/// ignored.
class AddressRange {
 public:
  /// "127.0.0.0/8", "fd00::/8", "::1", "192.168.1.7". Errors: `invalid_argument`.
  static Result<AddressRange> parse(std::string_view text);

  /// True for an address of the range; an IPv4 address mapped into IPv6 counts as the IPv4 address.
  bool contains(const boost::asio::ip::address& address) const;

  friend bool operator==(const AddressRange&, const AddressRange&) = default;

 private:
  AddressRange(boost::asio::ip::address first, unsigned bits) : first_(first), bits_(bits) {}
  boost::asio::ip::address first_;
  unsigned bits_ = 0;
};

/// What sources may use besides public addresses, and what is never allowed. The default allows public addresses only.
struct AddressRules {
  std::vector<AddressRange> allow;       ///< ranges that are allowed although they are not public
  std::vector<std::string> allow_hosts;  ///< host names, lower case, whose addresses are allowed whatever they are
  std::vector<boost::asio::ip::tcp::endpoint> deny;  ///< never: where this program itself listens

  /// Reads one configured word: a CIDR range, an address or a host name. Errors: `invalid_argument`.
  Result<void> add(std::string_view range_or_host);
};

/// What an address is, after IPv4 addresses mapped or embedded (::ffff:0:0/96, ::/96) have been unwrapped.
enum class AddressClass : std::uint8_t {
  public_unicast,
  unspecified,  ///< 0/8, ::
  loopback,     ///< 127/8, ::1
  private_use,  ///< RFC 1918, 100.64/10, fc00::/7, fec0::/10
  link_local,   ///< 169.254/16, fe80::/10
  multicast,    ///< 224/4, ff00::/8
  reserved,     ///< 240/4, documentation, benchmarking, protocol assignments
  translation,  ///< NAT64 64:ff9b::/96 and 64:ff9b:1::/48, 6to4 2002::/16, Teredo 2001::/32: an IPv4 address in
                ///< disguise
};

/// Pure, total. RFC 6890 and the IANA special-purpose registries.
AddressClass classify(const boost::asio::ip::address& address);

/// The IPv4 address that `address` stands for if it is mapped (::ffff:0:0/96) or compatible (::/96, but not :: and
/// ::1).
boost::asio::ip::address unwrap_ipv4(const boost::asio::ip::address& address);

/// True if a connection to `endpoint`, reached through the host name `host`, is allowed by any of the two rule sets and
/// denied by none. The port is checked as well (`is_port_allowed`).
bool is_allowed(const boost::asio::ip::tcp::endpoint& endpoint, std::string_view host, const AddressRules& general,
                const AddressRules& source);

/// 80, 443 and 1024 upwards without the ports that other protocols own (WHATWG Fetch §2.9 and the usual databases).
bool is_port_allowed(std::uint16_t port);

}  // namespace almanac
