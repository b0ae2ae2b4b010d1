#include "http_client.hpp"

#include "fetch_run.hpp"

namespace almanac {

struct HttpClient::Impl {
  explicit Impl(boost::asio::any_io_executor executor, ClientOptions options) : shared(executor, std::move(options)) {}
  net::ClientParts shared;
};

HttpClient::HttpClient(boost::asio::any_io_executor executor, ClientOptions options)
    : impl_(std::make_unique<Impl>(std::move(executor), std::move(options))) {}

HttpClient::~HttpClient() = default;

boost::asio::awaitable<Result<Fetched, FetchFailure>> HttpClient::fetch(FetchRequest request) {
  return net::fetch(impl_->shared, std::move(request));
}

const AddressRules& HttpClient::allowances() const noexcept { return impl_->shared.options.addresses; }

void HttpClient::close() { impl_->shared.pool.clear(); }

}  // namespace almanac
