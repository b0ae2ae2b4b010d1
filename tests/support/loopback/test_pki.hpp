#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "server.hpp"

namespace almanac::loopback {

/// What a certificate says. Times are offsets from now.
struct LeafSpec {
  std::string common_name;
  std::vector<std::string> dns_names;
  std::vector<std::string> addresses;  ///< IP subject alternative names
  std::chrono::hours valid_from{-24};
  std::chrono::hours valid_until{24};
  bool self_signed = false;
  bool by_intermediate = false;  ///< signed by the intermediate authority
  bool without_chain = false;    ///< and that one is not sent
  int rsa_bits = 0;              ///< 0: P-256
};

/// A certificate authority with an intermediate one, made in memory. Throws std::runtime_error if OpenSSL fails.
class TestPki {
 public:
  TestPki();
  ~TestPki();
  TestPki(const TestPki&) = delete;
  TestPki& operator=(const TestPki&) = delete;

  /// The root certificate, PEM.
  const std::string& root() const noexcept;
  TlsIdentity issue(const LeafSpec& spec) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace almanac::loopback
