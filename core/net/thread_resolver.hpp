#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "resolver.hpp"

namespace almanac {

/// How a ThreadResolver looks up, and how it keeps what it found.
struct ResolverOptions {
  /// Blocking lookup of one name, run on one of the resolver's threads. Empty: getaddrinfo, with the name servers'
  /// time-outs bounded.
  std::function<Result<std::vector<boost::asio::ip::address>>(const std::string& host)> lookup;
  std::size_t threads = 6;  ///< started when needed
  std::chrono::milliseconds deadline = std::chrono::seconds(10);
  std::chrono::milliseconds keep_found = std::chrono::seconds(60);
  std::chrono::milliseconds keep_failed = std::chrono::seconds(30);
  std::size_t cached_names = 1024;
};

/// The system's name service, on threads of its own: a name that hangs holds one thread and nobody else. Questions for
/// one name that come while it is looked up share the answer.
///
/// Single executor, apart from its own threads; its context must outlive the resolver. The destructor waits for lookups
/// under way (getaddrinfo cannot be interrupted): at most some 12 s with the bounds set here.
class ThreadResolver final : public Resolver {
 public:
  explicit ThreadResolver(ResolverOptions options = {});
  ~ThreadResolver() override;
  ThreadResolver(const ThreadResolver&) = delete;
  ThreadResolver& operator=(const ThreadResolver&) = delete;

  boost::asio::awaitable<Result<std::vector<boost::asio::ip::address>>> resolve(std::string host) override;

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace almanac
