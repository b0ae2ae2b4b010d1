#include <almanac/async/task_group.hpp>
#include <boost/test/unit_test.hpp>

#include "black_hole.hpp"
#include "net_fixture.hpp"
#include "support/fake_resolver.hpp"

BOOST_AUTO_TEST_SUITE(connections, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;
namespace lb = almanac::loopback;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

BOOST_AUTO_TEST_CASE(a5_7_keep_alive_is_used_within_an_origin) {
  lb::Server server;
  server.on("/ok", lb::document("x"));
  server.on("/moved", lb::redirect(302, "/ok"));
  server.on("/gone", lb::status(410));
  Net net;
  for (const char* path : {"/ok", "/moved", "/gone", "/ok"}) net.fetch(server.url(path));
  BOOST_TEST(server.journal().size() == 5u);
  BOOST_TEST(server.connections() == 1u);
}

BOOST_AUTO_TEST_CASE(a5_7_connection_close_and_http_1_0_are_respected) {
  lb::Server server;
  lb::Response closing = lb::document("x");
  closing.headers.emplace_back("Connection", "close");
  server.on("/close", closing);
  server.on("/old", lb::raw("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx", lb::Ending::keep));
  Net net;
  for (const char* path : {"/close", "/old", "/close"}) BOOST_TEST(net.fetch(server.url(path)).has_value());
  BOOST_TEST(server.connections() == 3u);
}

BOOST_AUTO_TEST_CASE(a5_7_idle_connections_are_closed_in_time) {
  lb::Server server;
  server.on("/", lb::document("x"));
  ClientOptions options = loopback_options();
  options.idle_for = milliseconds(30);
  Net net(options);
  BOOST_TEST(net.fetch(server.url("/")).has_value());
  net.context.restart();
  net.context.run();  // returns once the idle connection has been closed: nothing is left to do
  BOOST_TEST(net.fetch(server.url("/")).has_value());
  BOOST_TEST(server.connections() == 2u);
}

BOOST_AUTO_TEST_CASE(close_leaves_the_executor_without_work) {
  lb::Server server;
  server.on("/", lb::document("x"));
  Net net;
  BOOST_TEST(net.fetch(server.url("/")).has_value());
  net.client.close();
  const auto before = steady_clock::now();
  net.context.restart();
  net.context.run();
  BOOST_TEST((steady_clock::now() - before < std::chrono::seconds(5)));
  BOOST_TEST(net.fetch(server.url("/")).has_value());
}

BOOST_AUTO_TEST_CASE(b1_5_extra_bytes_after_the_message_close_the_connection) {
  lb::Server server;
  server.on("/",
            lb::raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil",
                    lb::Ending::keep));
  Net net;
  for (int i = 0; i < 2; ++i) {
    const Outcome outcome = net.fetch(server.url("/"));
    BOOST_REQUIRE(outcome);
    BOOST_TEST(document_of(outcome).body == "x");
  }
  BOOST_TEST(server.connections() == 2u);
}

BOOST_AUTO_TEST_CASE(bytes_that_come_late_on_an_idle_connection_are_not_an_answer) {
  lb::Server server;
  lb::Response response;
  response.script = {{"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", 1, milliseconds(20)},
                     {"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil", 1, milliseconds(0)}};
  server.on("/late", response);
  server.on("/", lb::document("good"));
  Net net;
  BOOST_TEST(net.fetch(server.url("/late")).has_value());
  net.context.restart();
  net.context.run_for(milliseconds(100));
  const Outcome outcome = net.fetch(server.url("/"));
  BOOST_REQUIRE(outcome);
  BOOST_TEST(document_of(outcome).body == "good");
  BOOST_TEST(server.connections() == 2u);
}

BOOST_AUTO_TEST_CASE(a5_7_rst_reused_conn_is_tried_once_more_on_a_fresh_socket) {
  lb::Server server;
  server.on("/", [](const lb::Request& request) {
    lb::Response response = lb::document("x");
    // The second request on the first connection meets a reset.
    if (request.connection == 1 && request.target == "/?2") response = lb::raw("", lb::Ending::reset);
    return response;
  });
  Net net;
  BOOST_TEST(net.fetch(server.url("/?1")).has_value());
  BOOST_TEST(net.fetch(server.url("/?2")).has_value());
  BOOST_TEST(server.connections() == 2u);
  BOOST_TEST(server.journal().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_reset_of_a_fresh_connection_is_not_tried_again) {
  lb::Server server;
  server.on("/", lb::raw("", lb::Ending::reset));
  Net net;
  BOOST_TEST(code_of(net.fetch(server.url("/"))) == make_error_code(NetErrc::connection_lost));
  BOOST_TEST(server.journal().size() == 1u);
}

BOOST_AUTO_TEST_CASE(refused_connections_are_told) {
  std::uint16_t port = 0;
  {
    lb::Server server;
    port = server.port();
  }
  Net net;
  BOOST_TEST(code_of(net.fetch("http://127.0.0.1:" + std::to_string(port) + "/")) ==
             make_error_code(NetErrc::connect_refused));
}

BOOST_AUTO_TEST_CASE(a5_8_the_next_address_is_tried_at_once_when_one_fails) {
  lb::Server server;
  server.on("/", lb::document("x"));
  const auto names = std::make_shared<FakeResolver>();
  names->add("refused.example", {"127.0.0.9", "127.0.0.1"});
  ClientOptions options = loopback_options();
  options.resolver = names;
  options.connect_stagger = std::chrono::hours(1);
  Net net(options);
  BOOST_TEST(net.fetch(server.url_as("refused.example", "/")).has_value());
}

/// aaaa-blackhole, with two addresses of one family: the stagger is the real one.
BOOST_AUTO_TEST_CASE(a5_8_the_next_address_is_tried_soon_when_one_stalls) {
  lb::Server server;
  server.on("/", lb::document("x"));
  const BlackHole hole("127.0.0.9", server.port());
  const auto names = std::make_shared<FakeResolver>();
  names->add("stalls.example", {"127.0.0.9", "127.0.0.1"});
  ClientOptions options = loopback_options();
  options.resolver = names;
  Net net(options);
  const auto start = steady_clock::now();
  BOOST_TEST(net.fetch(server.url_as("stalls.example", "/")).has_value());
  BOOST_TEST((steady_clock::now() - start < milliseconds(1000)));
}

BOOST_AUTO_TEST_CASE(cancelling_a_fetch_ends_it_at_once) {
  lb::Server server;
  server.on("/hold", lb::raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx", lb::Ending::hold));
  const auto names = std::make_shared<FakeResolver>();
  names->hang("hang.example");
  ClientOptions options = loopback_options();
  options.resolver = names;
  for (const std::string& url : {server.url("/hold"), std::string("http://hang.example/")}) {
    BOOST_TEST_CONTEXT(url) {
      Net net(options);
      error_code outcome;
      run_coro(net.context, [&]() -> asio::awaitable<void> {
        TaskGroup group(net.context.get_executor());
        auto task = [&]() -> asio::awaitable<void> {
          const Outcome got = co_await net.client.fetch(Net::request_for(url));
          outcome = code_of(got);
        };
        group.spawn(task());
        asio::steady_timer timer(net.context, milliseconds(50));
        co_await timer.async_wait(as_result);
        group.cancel();
        co_await group.join();
      });
      BOOST_TEST(outcome == make_error_code(NetErrc::cancelled));
    }
  }
}

BOOST_AUTO_TEST_CASE(many_fetches_at_once_do_not_mix) {
  lb::Server server;
  server.otherwise([](const lb::Request& request) { return lb::document("body of " + request.target); });
  Net net;
  int good = 0;
  run_coro(net.context, [&]() -> asio::awaitable<void> {
    TaskGroup group(net.context.get_executor());
    auto task = [&](int number) -> asio::awaitable<void> {
      const std::string path = "/" + std::to_string(number);
      FetchRequest request = Net::request_for(server.url(path));
      const Outcome got = co_await net.client.fetch(std::move(request));
      if (got && document_of(got).body == "body of " + path) ++good;
    };
    for (int i = 0; i < 200; ++i) group.spawn(task(i));
    co_await group.join();
  });
  BOOST_TEST(good == 200);
}

BOOST_AUTO_TEST_SUITE_END()
