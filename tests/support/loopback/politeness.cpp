#include "politeness.hpp"

#include <ctime>
#include <map>
#include <optional>
#include <set>

namespace almanac::loopback {
namespace {

using std::chrono::milliseconds;
constexpr std::int64_t day = 86'400;

/// Written anew here rather than taken from the program: a judge does not ask the accused what the law is.
std::optional<std::int64_t> read_http_date(const std::string& text) {
  for (const char* form : {"%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y"}) {
    std::tm parts{};
    const char* end = ::strptime(text.c_str(), form, &parts);
    if (end != nullptr && *end == '\0') return ::timegm(&parts);
  }
  return std::nullopt;
}

std::optional<std::int64_t> read_number(const std::string& text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos || text.size() > 12)
    return std::nullopt;
  return std::stoll(text);
}

std::int64_t lifetime(const Exchange& exchange) {
  const std::string control(exchange.header("Cache-Control"));
  if (control.find("no-cache") != control.npos || control.find("no-store") != control.npos) return 0;
  if (const auto at = control.find("max-age="); at != control.npos) {
    const std::string digits = control.substr(at + 8, control.find_first_not_of("0123456789", at + 8) - at - 8);
    const auto age = read_number(std::string(exchange.header("Age"))).value_or(0);
    return std::max<std::int64_t>(0, read_number(digits).value_or(0) - age);
  }
  const auto expires = read_http_date(std::string(exchange.header("Expires")));
  const auto date = read_http_date(std::string(exchange.header("Date")));
  return expires && date ? std::max<std::int64_t>(0, *expires - *date) : 0;
}

std::int64_t asked_to_wait(const Exchange& exchange) {
  const std::string text(exchange.header("Retry-After"));
  if (const auto seconds = read_number(text)) return *seconds;
  const auto until = read_http_date(text);
  const auto from = read_http_date(std::string(exchange.header("Date"))).value_or(exchange.request.at);
  return until ? std::max<std::int64_t>(0, *until - from) : 0;
}

/// How long the answer keeps its asker away.
std::int64_t span_of(const Exchange& exchange) {
  const bool is_throttle = exchange.status == 429 || exchange.status == 503;
  if (is_throttle) return std::min(7 * day, std::max(lifetime(exchange), asked_to_wait(exchange)));
  const bool counts = exchange.status == 200 || exchange.status == 304;
  return counts ? std::min(day, lifetime(exchange)) : 0;
}

/// What is known of one address, and of one host.
struct Address {
  std::set<std::string> etags, dates;
  bool has_validators = false;
  std::int64_t not_before = 0, last = -1, last_document = 0;
  bool was_silent = false;  ///< not a byte came: one more try on a fresh connection is allowed
};
struct Host {
  std::int64_t not_before = 0;
  std::optional<std::chrono::steady_clock::time_point> last;
};

}  // namespace

struct PolitenessJudge::State {
 public:
  explicit State(const PolitenessRules& rules) : rules_(rules) {}

  void hear(const Exchange& exchange) {
    exchange_ = &exchange;
    judge_headers();
    Address& address = addresses_[std::string(exchange.request.header("Host")) + exchange.request.target];
    Host& host = hosts_[std::string(exchange.request.header("Host"))];
    if (rules_.remembers) judge_validators(address);
    if (rules_.least_gap.count() > 0) judge_time(address, host);
    judge_spacing(host);
    learn(address, host);
  }

  std::vector<std::string> found;

 private:
  void complain(const std::string& what) {
    found.push_back(std::string(exchange_->request.header("Host")) + exchange_->request.target + ": " + what);
  }

  void judge_headers() {
    const Request& request = exchange_->request;
    if (!request.header("User-Agent").starts_with("almanac/")) complain("no User-Agent of ours");
    if (request.has("Cookie") && !rules_.own_cookies) complain("a cookie");
    if (request.has("Referer")) complain("a Referer");
    if (request.method != "GET") complain("method " + request.method);
  }

  void judge_validators(const Address& address) {
    const std::string etag(exchange_->request.header("If-None-Match"));
    const std::string date(exchange_->request.header("If-Modified-Since"));
    if (!etag.empty() && !address.etags.contains(etag)) complain("If-None-Match that was not given: " + etag);
    if (!date.empty() && !address.dates.contains(date)) complain("If-Modified-Since that was not given: " + date);
    const bool is_probe = exchange_->request.at - address.last_document >= 14 * day;
    if (rules_.all_good && address.has_validators && etag.empty() && date.empty() && !is_probe)
      complain("unconditional request for what is known");
  }

  void judge_time(const Address& address, const Host& host) {
    const std::int64_t at = exchange_->request.at;
    const auto early = [&](std::int64_t due) { return std::to_string(due - at) + " s early"; };
    if (at < address.not_before) complain(early(address.not_before) + ": an answer asked to wait");
    if (at < host.not_before) complain(early(host.not_before) + ": its host asked to wait");
    const std::int64_t next = address.last + rules_.least_gap.count();
    if (address.last >= 0 && at < next && !address.was_silent) complain(early(next) + ": asked just before");
  }

  void judge_spacing(Host& host) {
    const Request& request = exchange_->request;
    if (host.last && request.when - *host.last + milliseconds(3) < rules_.host_gap) complain("host spacing not kept");
    host.last = request.when;
  }

  void learn(Address& address, Host& host) {
    const std::string etag(exchange_->header("ETag")), date(exchange_->header("Last-Modified"));
    if (!etag.empty()) address.etags.insert(etag);
    if (!date.empty()) address.dates.insert(date);
    const std::int64_t at = exchange_->request.at;
    if (exchange_->status == 200) {
      address.has_validators = !etag.empty() || !date.empty();
      address.last_document = at;
    }
    address.was_silent = exchange_->status == 0 && exchange_->headers.empty();
    address.last = at;
    address.not_before = at + span_of(*exchange_);
    if (exchange_->status == 429) host.not_before = std::max(host.not_before, at + span_of(*exchange_));
  }

  const PolitenessRules rules_;
  const Exchange* exchange_ = nullptr;
  std::map<std::string, Address> addresses_;
  std::map<std::string, Host> hosts_;
};

PolitenessJudge::PolitenessJudge(const PolitenessRules& rules) : state_(std::make_unique<State>(rules)) {}
PolitenessJudge::~PolitenessJudge() = default;
void PolitenessJudge::hear(const Exchange& exchange) { state_->hear(exchange); }
const std::vector<std::string>& PolitenessJudge::breaches() const { return state_->found; }

std::vector<std::string> breaches(const std::vector<Exchange>& journal, const PolitenessRules& rules) {
  PolitenessJudge judge(rules);
  for (const Exchange& exchange : journal) judge.hear(exchange);
  return judge.breaches();
}

}  // namespace almanac::loopback
