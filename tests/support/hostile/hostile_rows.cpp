#include "hostile_rows.hpp"

#include "support/loopback/content.hpp"
#include "support/repeated.hpp"

namespace almanac::test {
namespace {

namespace lb = loopback;
using lb::Ending;
using lb::Step;
using std::chrono::milliseconds;

constexpr const char* ok = "HTTP/1.1 200 OK\r\n";
constexpr const char* chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
constexpr const char* with_length = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody";

/// Collects rows: `sends` for whole answers, `plays` for scripts.
class Rows {
 public:
  void sends(const char* name, std::string bytes, error_code expected, std::string body = "") {
    plays(name, {Step{std::move(bytes), 1, milliseconds(0)}}, expected, Ending::close, std::move(body));
  }

  void plays(const char* name, std::vector<Step> script, error_code expected, Ending ending = Ending::close,
             std::string body = "") {
    HostileRow row;
    row.name = name;
    row.response.script = std::move(script);
    row.response.ending = ending;
    row.expected = expected;
    row.body = std::move(body);
    rows.push_back(std::move(row));
  }

  std::vector<HostileRow> rows;
};

/// A header block of exactly `size` bytes, its final blank line included.
std::string header_of(std::size_t size) {
  const std::string head = std::string(ok) + "Content-Length: 4\r\n";
  const std::string last = "X: \r\n\r\n";
  return head + "X: " + std::string(size - head.size() - last.size(), 'x') + "\r\n\r\n";
}

std::string fields(std::size_t count) {
  return std::string(ok) + repeated("X: y\r\n", count - 1) + "Content-Length: 4\r\n\r\nbody";
}

void add_headers(Rows& rows) {
  rows.sends("header-64k", header_of(64 * 1024) + "body", {}, "body");
  rows.sends("header-64k+1", header_of(64 * 1024 + 1) + "body", NetErrc::limit);
  rows.sends("headers-199", fields(199), {}, "body");
  rows.sends("headers-200", fields(200), {}, "body");
  rows.sends("headers-201", fields(201), NetErrc::limit);
  rows.plays("header-endless", {{ok, 1}, {repeated("X: yyyyyyyyyyyyyy\r\n", 100), 20'000}}, NetErrc::limit);
  rows.plays("header-line-endless", {{std::string(ok) + "X: ", 1}, {std::string(1024, 'y'), 20'000}}, NetErrc::limit);
  rows.plays("reason-endless", {{"HTTP/1.1 200 ", 1}, {std::string(1024, 'y'), 20'000}}, NetErrc::limit);
  rows.sends("100-continue-8", repeated("HTTP/1.1 100 Continue\r\n\r\n", 8) + with_length, {}, "body");
  rows.sends("100-continue-9", repeated("HTTP/1.1 100 Continue\r\n\r\n", 9) + with_length, NetErrc::limit);
  rows.plays("100-continue-endless", {{"HTTP/1.1 100 Continue\r\n\r\n", 100'000}}, NetErrc::limit);
  rows.sends("101-switching", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", NetErrc::protocol);
  rows.sends("103-early-hints", std::string("HTTP/1.1 103 Early Hints\r\nETag: \"evil\"\r\n\r\n") + with_length, {},
             "body");
}

void add_framing(Rows& rows) {
  const std::string head(ok);
  rows.sends("nul-header", head + std::string("X: a\0b\r\n", 8) + "Content-Length: 4\r\n\r\nbody", NetErrc::protocol);
  rows.sends("bare-lf", "HTTP/1.1 200 OK\nContent-Length: 4\n\nbody", NetErrc::protocol);
  rows.sends("bare-cr-header", head + "X: a\rY: b\r\nContent-Length: 4\r\n\r\nbody", NetErrc::protocol);
  rows.sends("cl-te", head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", NetErrc::protocol);
  rows.sends("te-cl", head + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", NetErrc::protocol);
  rows.sends("cl-dup-differ", head + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nbody!", NetErrc::protocol);
  rows.sends("cl-dup-same", head + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nbody", {}, "body");
  rows.sends("cl-signed", head + "Content-Length: +4\r\n\r\nbody", NetErrc::protocol);
  rows.sends("cl-overflow", head + "Content-Length: 18446744073709551616\r\n\r\nbody", NetErrc::protocol);
  rows.sends("cl-huge", head + "Content-Length: 18446744073709551615\r\n\r\nbody", NetErrc::limit);
  rows.sends("chunk-overflow", std::string(chunked) + "10000000000000001\r\nx\r\n0\r\n\r\n", NetErrc::protocol);
  rows.sends("chunk-huge", std::string(chunked) + "ffffffffffffffff\r\nx\r\n0\r\n\r\n", NetErrc::limit);
  rows.sends("chunk-bad-size", std::string(chunked) + "zz\r\nx\r\n0\r\n\r\n", NetErrc::protocol);
  rows.sends("te-chunked-gzip", head + "Transfer-Encoding: chunked, gzip\r\n\r\nbody", NetErrc::protocol);
  rows.sends("te-gzip-chunked", head + "Transfer-Encoding: gzip, chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n",
             NetErrc::protocol);
  rows.sends("te-xchunked", head + "Transfer-Encoding: xchunked\r\n\r\nbody", NetErrc::protocol);
  rows.sends("te-identity", head + "Transfer-Encoding: identity\r\n\r\nbody", NetErrc::protocol);
  rows.sends("te-empty", head + "Transfer-Encoding:\r\nContent-Length: 4\r\n\r\nbody", NetErrc::protocol);
  rows.sends("te-upper-case", head + "Transfer-Encoding: CHUNKED\r\n\r\n4\r\nbody\r\n0\r\n\r\n", {}, "body");
  rows.sends("status-999", "HTTP/1.1 999 Odd\r\nContent-Length: 4\r\n\r\nbody", NetErrc::protocol);
  rows.sends("status-099", "HTTP/1.1 099 Odd\r\nContent-Length: 4\r\n\r\nbody", NetErrc::protocol);
  rows.sends("http-2.0", "HTTP/2.0 200 OK\r\nContent-Length: 4\r\n\r\nbody", NetErrc::protocol);
  rows.sends("icy", "ICY 200 OK\r\nContent-Length: 4\r\n\r\nbody", NetErrc::protocol);
  rows.sends("not-http", "220 mail.example ESMTP\r\n", NetErrc::protocol);
  rows.sends("nothing", "", NetErrc::connection_lost);
  rows.sends("obs-fold", head + "X: a\r\n b\r\nContent-Length: 4\r\n\r\nbody", {}, "body");
  rows.plays("chunk-ext-5m", {{std::string(chunked) + "4;x=", 1}, {std::string(1024, 'y'), 5 * 1024}}, NetErrc::limit);
  rows.plays("trailer-3m",
             {{std::string(chunked) + "4\r\nbody\r\n0\r\n", 1}, {"X: yyyyyyyyyyyyyy\r\n", 170'000}, {"\r\n", 1}},
             NetErrc::limit);
  rows.sends("trailer-location", std::string(chunked) + "4\r\nbody\r\n0\r\nLocation: /evil\r\nETag: \"evil\"\r\n\r\n",
             {}, "body");
  rows.plays("chunk-1byte-1m", {{chunked, 1}, {repeated("1\r\nx\r\n", 1000), 1000}, {"0\r\n\r\n", 1}}, {});
}

void add_bodies(Rows& rows) {
  const std::string block(64 * 1024, 'x');
  rows.plays("endless", {{std::string(ok) + "\r\n", 1}, {block, 100'000}}, NetErrc::limit);
  rows.plays("endless-chunked", {{chunked, 1}, {"10000\r\n" + block + "\r\n", 100'000}}, NetErrc::limit);
  rows.sends("wire-10m", std::string(ok) + "\r\n" + std::string(10 * 1024 * 1024, 'x'), {});
  rows.sends("wire-10m+1", std::string(ok) + "\r\n" + std::string(10 * 1024 * 1024 + 1, 'x'), NetErrc::limit);
  rows.sends("short-cl", std::string(ok) + "Content-Length: 10\r\n\r\nbody", NetErrc::truncated);
  rows.sends("no-last-chunk", std::string(chunked) + "4\r\nbody\r\n", NetErrc::truncated);
  rows.sends("half-chunk", std::string(chunked) + "40\r\nbody", NetErrc::truncated);
  rows.sends("half-header", std::string(ok) + "Content-Le", NetErrc::truncated);
  rows.plays("reset-mid-body", {{std::string(ok) + "Content-Length: 10\r\n\r\nbody", 1, milliseconds(20)}},
             NetErrc::truncated, Ending::reset);
}

void add_time(Rows& rows) {
  const std::string head = std::string(ok) + "Content-Length: 100000\r\n\r\n";
  rows.plays("slow-header", {{ok, 1}, {"X: y\r\n", 1000, milliseconds(50)}}, NetErrc::timeout);
  rows.plays("no-answer", {{"", 1}}, NetErrc::timeout, Ending::hold);
  rows.plays("slow-body-1B", {{head, 1}, {"x", 1000, milliseconds(50)}}, NetErrc::too_slow);
  rows.plays("idle-mid-body", {{head + "body", 1}}, NetErrc::timeout, Ending::hold);
  rows.plays("fast-enough-but-for-ever",
             {{std::string(ok) + "\r\n", 1}, {std::string(1024, 'x'), 1000, milliseconds(50)}}, NetErrc::timeout);
  rows.plays("interim-drip", {{"HTTP/1.1 100 Continue\r\n\r\n", 1000, milliseconds(250)}}, NetErrc::timeout);
}

lb::Response coded(const char* coding, std::string body) {
  lb::Response response = lb::document(std::move(body));
  response.headers.emplace_back("Content-Encoding", coding);
  return response;
}

void add_codings(Rows& rows) {
  const std::string zeros(64 * 1024 * 1024, '\0');
  const auto add = [&](const char* name, lb::Response response, error_code expected) {
    HostileRow row;
    row.name = name;
    row.response = std::move(response);
    row.expected = expected;
    row.memory = 32u << 20;
    rows.rows.push_back(std::move(row));
  };
  add("gzip-bomb", coded("gzip", lb::gzip(zeros)), NetErrc::limit);
  add("brotli-bomb", coded("br", lb::brotli(zeros)), NetErrc::limit);
  add("zstd-bomb", coded("zstd", lb::zstd(zeros)), NetErrc::limit);
  add("zstd-window-256m", coded("zstd", lb::zstd(std::string(100'000, 'x'), 28)), NetErrc::limit);
  lb::Response twice = coded("gzip, gzip, gzip", lb::gzip("x"));
  twice.headers.emplace_back("Content-Encoding", "gzip, gzip, gzip");
  add("gzip-x6-over-2-lines", twice, NetErrc::limit);
  lb::Response one_each = coded("gzip", lb::gzip("x"));
  one_each.headers.emplace_back("Content-Encoding", "br");
  add("gzip-and-br-over-2-lines", one_each, NetErrc::limit);
  add("gzip-members-64", coded("gzip", repeated(lb::gzip("x"), 64)), {});
  add("gzip-members-65", coded("gzip", repeated(lb::gzip("x"), 65)), NetErrc::limit);
  add("gzip-bad-header", coded("gzip", "\x1f\x8b\x07 rubbish rubbish"), NetErrc::decode);
  add("gzip-labelled-plain", coded("gzip", "<rss/>"), NetErrc::decode);
  add("gzip-cut", coded("gzip", lb::gzip("some text").substr(0, 15)), NetErrc::truncated);
  add("deflate", coded("deflate", "x"), NetErrc::decode);
  add("unknown-coding", coded("magic", "x"), NetErrc::decode);
}

}  // namespace

const std::vector<HostileRow>& hostile_rows() {
  static const std::vector<HostileRow> rows = [] {
    Rows made;
    add_headers(made);
    add_framing(made);
    add_bodies(made);
    add_time(made);
    add_codings(made);
    return std::move(made.rows);
  }();
  return rows;
}

}  // namespace almanac::test
