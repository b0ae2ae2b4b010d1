#include "ask_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/model/redact_text.hpp>

#include "ingest_errc.hpp"
#include "local_file.hpp"

namespace almanac {
namespace {

/// For a source that has never been read; a known one gets fewer.
constexpr int discovery_redirects = 10;

FreshnessHeaders freshness_of(const ResponseFacts& facts) {
  return {facts.cache_control, facts.age, facts.expires, facts.date, facts.retry_after};
}

PollEnd end_of(const FetchFailure& failure) {
  if (failure.code == make_error_code(NetErrc::gone)) return PollEnd::gone;
  if (failure.code == make_error_code(NetErrc::throttled)) return PollEnd::throttled;
  if (failure.code == make_error_code(NetErrc::unauthorized) || failure.code == make_error_code(NetErrc::forbidden))
    return PollEnd::refused;
  if (failure.facts && failure.facts->status == 503 && !failure.facts->retry_after.empty()) return PollEnd::throttled;
  return PollEnd::failed;
}

bool is_silence(const FetchFailure& failure) {
  for (const NetErrc code : {NetErrc::dns, NetErrc::dns_timeout, NetErrc::connect_refused, NetErrc::connect_timeout})
    if (failure.code == make_error_code(code)) return true;
  return false;
}

bool all_permanent(const ResponseFacts& facts) {
  return std::all_of(facts.redirects.begin(), facts.redirects.end(), [](const Hop& hop) { return hop.is_permanent(); });
}

std::string hint_for(const FetchFailure& failure) {
  const auto is = [&](NetErrc code) { return failure.code == make_error_code(code); };
  if (is(NetErrc::dns)) return "check the host name and your network";
  if (is(NetErrc::not_found)) return "check the address in a browser; it may have moved";
  if (is(NetErrc::gone)) return "the publisher has removed it: 'almanac unfollow' it";
  if (is(NetErrc::unauthorized) || is(NetErrc::forbidden))
    return "it wants credentials or does not like programs; see --option header.NAME=TEXT";
  if (is(NetErrc::denied_address)) return "private addresses need net.allow_private or --option allow_private=RANGE";
  if (is(NetErrc::tls_verify)) return "the server's certificate is not valid for this name";
  if (is(NetErrc::limit)) {
    const FetchLimits limits;
    return fmt::format("documents are read up to {} MiB as sent and {} MiB unpacked; does it offer a shorter feed?",
                       limits.wire_bytes >> 20, limits.body_bytes >> 20);
  }
  if (failure.code == Failure::transient) return "it is tried again later";
  return {};
}

NoAnswer no_answer(const Source& source, const FetchFailure& failure) {
  NoAnswer out;
  out.end = end_of(failure);
  out.is_silence = is_silence(failure);
  out.wants_plain = failure.code == make_error_code(NetErrc::decode);
  const std::string address = redact_text(source.url);
  // The detail names the address that failed; after a redirect it is another one, and both are told.
  const std::string detail = failure.detail.empty() ? failure.code.message() : failure.detail;
  out.problem = {failure.code, detail.starts_with(address + ": ") ? detail : address + ": " + detail,
                 hint_for(failure)};
  if (failure.facts) {
    out.headers = freshness_of(*failure.facts);
    out.record.http_status = failure.facts->status;
    out.host = failure.facts->final_url.host();
  }
  out.record.error = out.problem.what;
  return out;
}

Answer not_modified(const Source& source, const ResponseFacts& facts) {
  Answer out;
  // A validator that the 304 does not repeat is kept (RFC 9111 §3.2).
  Validators kept = source.validators;
  if (!facts.validators.etag.empty()) kept.etag = facts.validators.etag;
  if (!facts.validators.last_modified.empty()) kept.last_modified = facts.validators.last_modified;
  if (kept != source.validators) out.validators = std::move(kept);
  out.validators_for = facts.final_url.text();
  out.is_permanent = all_permanent(facts);
  out.headers = freshness_of(facts);
  out.record.http_status = facts.status;
  return out;
}

Answer with_document(FetchedDocument fetched, std::uint64_t tag) {
  Answer out;
  const ResponseFacts& facts = fetched.facts;
  out.validators = facts.validators;
  out.validators_for = facts.final_url.text();
  out.is_permanent = all_permanent(facts);
  out.headers = freshness_of(facts);
  out.record.http_status = facts.status;
  out.record.bytes = facts.wire_bytes;
  out.document = Document{std::move(fetched.body), facts.final_url.text(), facts.content_type, facts.status, tag,
                          facts.content_language};
  return out;
}

std::variant<Answer, NoAnswer> from_disk(const Source& source, const PlannedRequest& request, bool conditional) {
  auto file = read_local_file(request.url, conditional ? source.validators : Validators{});
  if (!file) {
    NoAnswer out;
    out.problem = file.error();
    out.record.error = out.problem.what;
    return out;
  }
  Answer out;
  out.validators = file->validators;
  out.validators_for = request.url;
  out.record.http_status = file->unchanged ? 304 : 200;
  out.record.bytes = file->document.body.size();
  if (!file->unchanged) {
    out.document = std::move(file->document);
    out.document->tag = request.tag;
  }
  return out;
}

NoAnswer bad_address(const PlannedRequest& request, const std::string& why) {
  NoAnswer out;
  out.problem = {IngestErrc::bad_option, redact_text(request.url) + ": " + why, "use an http, https or file address"};
  out.record.error = out.problem.what;
  return out;
}

}  // namespace

Result<void, Problem> put_secrets(SourceOptions& options, const ResolveSecrets& secrets) {
  if (!secrets) return {};
  for (auto& [name, value] : options.headers) {
    auto whole = secrets(value);
    if (!whole) return Problem{whole.error().code, "header." + name + ": " + whole.error().what, whole.error().hint};
    value = std::move(*whole);
  }
  return {};
}

bool is_missing(const NoAnswer& none) noexcept {
  return none.record.http_status == 404 || none.record.http_status == 410;
}

boost::asio::awaitable<std::variant<Answer, NoAnswer>> ask_source(const Source& source, const SourceOptions& options,
                                                                  PlannedRequest request, bool conditional,
                                                                  HttpClient& http, BeforeHop before_hop) {
  const auto url = Url::parse(request.url);
  if (!url) co_return bad_address(request, url.error().message());
  if (url->is_file()) {
    if (!source.url.starts_with("file:"))
      co_return bad_address(request, "a source from the network may not ask for local files");
    co_return from_disk(source, request, conditional);
  }
  FetchRequest fetch(*url);
  fetch.accept = request.accept;
  if (conditional) {
    fetch.validators = source.validators;
    fetch.validators_for = source.validators_for;
  }
  for (const auto& [name, value] : options.headers) fetch.headers.emplace_back(name, value);
  for (const std::string& range : options.allow_private)
    if (auto added = fetch.addresses.add(range); !added)
      co_return bad_address(request, "allow_private: '" + range + "' is no address range or host");
  fetch.verify_tls = options.verify_tls;
  fetch.accept_codings = !source.health.plain_body;
  if (!source.health.last_good) fetch.max_redirects = discovery_redirects;
  fetch.before_hop = std::move(before_hop);
  auto fetched = co_await http.fetch(std::move(fetch));
  if (!fetched) co_return no_answer(source, fetched.error());
  if (const NotModified* same = std::get_if<NotModified>(&*fetched)) co_return not_modified(source, same->facts);
  co_return with_document(std::move(std::get<FetchedDocument>(*fetched)), request.tag);
}

}  // namespace almanac
