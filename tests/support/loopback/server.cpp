#include "server.hpp"

#include <almanac/async/as_result.hpp>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <map>
#include <mutex>
#include <thread>

namespace almanac::loopback {

using asio::ip::tcp;
using boost::system::error_code;

namespace {

std::function<void(const std::vector<Exchange>&)>& watcher() {
  static std::function<void(const std::vector<Exchange>&)> instance;
  return instance;
}

constexpr std::size_t longest_head = 256 * 1024;

asio::ssl::context make_context(const ServerOptions& options) {
  asio::ssl::context context(asio::ssl::context::tls_server);
  const std::string ciphers = options.tls_1_1_at_most ? "DEFAULT:@SECLEVEL=0" : options.tls_ciphers;
  if (!ciphers.empty()) SSL_CTX_set_cipher_list(context.native_handle(), ciphers.c_str());
  if (options.tls_1_1_at_most) SSL_CTX_set_max_proto_version(context.native_handle(), TLS1_1_VERSION);
  if (options.tls) {
    context.use_certificate_chain(asio::buffer(options.tls->chain));
    context.use_private_key(asio::buffer(options.tls->key), asio::ssl::context::pem);
  }
  return context;
}

}  // namespace

struct Server::Impl {
  explicit Impl(ServerOptions chosen) : options(std::move(chosen)), tls(make_context(options)), acceptor(context) {
    const tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
    acceptor.open(endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen(512);
    port = acceptor.local_endpoint().port();
    asio::co_spawn(context, accept(), asio::detached);
    thread = std::thread([this] { context.run(); });
  }

  ~Impl() {
    context.stop();
    thread.join();
  }

  asio::awaitable<void> accept() {
    for (;;) {
      auto [ec, socket] = co_await acceptor.async_accept(as_result);
      if (ec == asio::error::operation_aborted) co_return;
      if (ec) continue;
      const std::uint64_t number = ++connections;
      asio::co_spawn(context, serve(std::move(socket), number), asio::detached);
    }
  }

  asio::awaitable<void> serve(tcp::socket socket, std::uint64_t number) {
    if (options.silent) {
      asio::steady_timer never(context, asio::steady_timer::time_point::max());
      co_await never.async_wait(as_result);
    } else if (!options.tls) {
      co_await converse(socket, socket, number);
    } else {
      asio::ssl::stream<tcp::socket&> stream(socket, tls);
      const auto [ec] = co_await stream.async_handshake(asio::ssl::stream_base::server, as_result);
      if (ec) co_return;
      if (SSL_session_reused(stream.native_handle()) == 1) ++resumed;
      const Ending ending = co_await converse(stream, socket, number);
      if (ending == Ending::close) co_await stream.async_shutdown(as_result);
    }
  }

  /// Says nothing more until the client goes.
  asio::awaitable<void> hold(tcp::socket& socket) {
    char part[4096];
    for (;;) {
      const auto [ec, size] = co_await socket.async_read_some(asio::buffer(part), as_result);
      if (ec || size == 0) co_return;
    }
  }

  template <class Stream>
  asio::awaitable<Ending> converse(Stream& stream, tcp::socket& socket, std::uint64_t number) {
    std::string unread;
    for (;;) {
      Request request;
      const bool got = co_await read_request(stream, unread, request);
      if (!got) co_return Ending::close;
      request.connection = number;
      const Response response = answer(std::move(request));
      const bool sent = co_await send(stream, response);
      if (!sent || response.ending == Ending::close || response.ending == Ending::cut) co_return response.ending;
      if (response.ending == Ending::hold) {
        co_await hold(socket);
        co_return Ending::hold;
      }
      if (response.ending == Ending::reset) {
        error_code ignored;
        socket.set_option(asio::socket_base::linger(true, 0), ignored);
        socket.close(ignored);
        co_return Ending::reset;
      }
    }
  }

  template <class Stream>
  asio::awaitable<bool> read_request(Stream& stream, std::string& unread, Request& request) {
    for (std::size_t from = 0;;) {
      const std::size_t end = unread.find("\r\n\r\n", from);
      if (end != std::string::npos) {
        const bool good = parse_head(std::string_view(unread).substr(0, end), request);
        request.when = std::chrono::steady_clock::now();
        if (options.clock) request.at = options.clock();
        unread.erase(0, end + 4);
        co_return good;
      }
      from = unread.size() < 3 ? 0 : unread.size() - 3;
      if (unread.size() > longest_head) co_return false;
      char part[4096];
      const auto [ec, size] = co_await stream.async_read_some(asio::buffer(part), as_result);
      if (ec) co_return false;
      unread.append(part, size);
    }
  }

  Response answer(Request request) {
    Handler handler;
    {
      const std::lock_guard lock(mutex);
      const auto found = handlers.find(request.path());
      handler = found == handlers.end() ? fallback : found->second;
    }
    Response response;
    response.status = 404;
    if (handler) response = handler(request);
    if (options.keeps_journal) {
      const std::lock_guard lock(mutex);
      journal.push_back(exchange_of(request, response));
    }
    return response;
  }

  template <class Stream>
  asio::awaitable<bool> send(Stream& stream, const Response& response) {
    if (response.delay.count() > 0) co_await pause(response.delay);
    if (response.script.empty()) {
      const std::string bytes = to_bytes(response);
      const auto [ec, size] = co_await asio::async_write(stream, asio::buffer(bytes), as_result);
      co_return !ec && size == bytes.size();
    }
    for (const Step& step : response.script) {
      for (std::size_t i = 0; i < step.times; ++i) {
        const auto [ec, size] = co_await asio::async_write(stream, asio::buffer(step.bytes), as_result);
        if (ec || size != step.bytes.size()) co_return false;
        if (step.pause.count() > 0) co_await pause(step.pause);
      }
    }
    co_return true;
  }

  asio::awaitable<void> pause(std::chrono::milliseconds span) {
    asio::steady_timer timer(context, span);
    co_await timer.async_wait(as_result);
  }

  const ServerOptions options;
  asio::io_context context{1};
  asio::ssl::context tls;
  tcp::acceptor acceptor;
  std::uint16_t port = 0;
  std::atomic<std::uint64_t> connections{0};
  std::atomic<std::uint64_t> resumed{0};
  mutable std::mutex mutex;
  std::map<std::string, Handler, std::less<>> handlers;
  Handler fallback;
  std::vector<Exchange> journal;
  std::thread thread;
};

Server::Server(ServerOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Server::~Server() {
  if (watcher() && impl_->options.keeps_journal) watcher()(exchanges());
}

void watch_servers(std::function<void(const std::vector<Exchange>&)> chosen) { watcher() = std::move(chosen); }

std::uint16_t Server::port() const noexcept { return impl_->port; }

std::string Server::url(std::string_view path) const {
  const bool six = impl_->options.address.find(':') != std::string::npos;
  return url_as(six ? "[" + impl_->options.address + "]" : impl_->options.address, path);
}

std::string Server::url_as(std::string_view host, std::string_view path) const {
  std::string text = impl_->options.tls ? "https://" : "http://";
  return text.append(host).append(":").append(std::to_string(port())).append(path);
}

void Server::on(std::string path, Handler handler) {
  const std::lock_guard lock(impl_->mutex);
  impl_->handlers.insert_or_assign(std::move(path), std::move(handler));
}

void Server::on(std::string path, Response response) {
  on(std::move(path), [response = std::move(response)](const Request&) { return response; });
}

void Server::otherwise(Handler handler) {
  const std::lock_guard lock(impl_->mutex);
  impl_->fallback = std::move(handler);
}

std::vector<Exchange> Server::exchanges() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->journal;
}

std::vector<Exchange> Server::take_exchanges() {
  const std::lock_guard lock(impl_->mutex);
  return std::exchange(impl_->journal, {});
}

std::vector<Request> Server::journal() const {
  std::vector<Request> requests;
  for (Exchange& exchange : exchanges()) requests.push_back(std::move(exchange.request));
  return requests;
}

std::vector<Request> Server::journal(std::string_view path) const {
  std::vector<Request> all = journal();
  std::erase_if(all, [&](const Request& request) { return request.path() != path; });
  return all;
}

void Server::clear_journal() {
  const std::lock_guard lock(impl_->mutex);
  impl_->journal.clear();
}

std::uint64_t Server::connections() const { return impl_->connections; }
std::uint64_t Server::resumed_sessions() const { return impl_->resumed; }

}  // namespace almanac::loopback
