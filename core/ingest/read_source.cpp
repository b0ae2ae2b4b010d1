#include "read_source.hpp"

#include "ask_source.hpp"
#include "plan_requests.hpp"

namespace almanac {
namespace {

Result<ReadResult, Problem> read_answer(Document document, const Source& source, const SourceOptions& options,
                                        const LookServices& with) {
  const ReadRequest request{source.plugin, source.recipe, with.recipe, source.options, options,
                            source.kind,   with.now,      true,        with.topics};
  return read_document(std::move(document), request, with.plugins);
}

boost::asio::awaitable<error_code> take_turn(std::string host, HostTurn& turn) {
  const bool may_go = co_await turn.move_to(std::move(host));
  if (may_go) co_return error_code{};
  co_return make_error_code(NetErrc::cancelled);
}

}  // namespace

boost::asio::awaitable<Result<std::vector<ReadResult>, Problem>> read_source(Source source, HostTurn turn,
                                                                             LookServices with) {
  auto options = read_source_options(source.options);
  if (!options) co_return options.error();
  if (auto complete = put_secrets(*options, with.secrets); !complete) co_return complete.error();
  auto planned = plan_requests(source, with.recipe, with.plugins, year_of(with.now));
  if (!planned) co_return planned.error();
  std::vector<PlannedRequest> requests = std::move(*planned);
  const BeforeHop before_hop = [&turn](const Url& target) { return take_turn(std::string(target.host()), turn); };
  std::vector<ReadResult> results;
  for (std::size_t i = 0; i < requests.size() && i < most_pages; ++i) {
    PlannedRequest request = requests[i];
    const std::string address = request.url;
    const bool may_be_missing = request.may_be_missing;
    const auto url = Url::parse(address);
    if (i > 0 && url && !url->is_file()) {
      const error_code held = co_await take_turn(std::string(url->host()), turn);
      if (held) co_return Problem{held, held.message(), {}};
    }
    auto answered = co_await ask_source(source, *options, std::move(request), false, with.http, before_hop);
    if (NoAnswer* none = std::get_if<NoAnswer>(&answered)) {
      if (may_be_missing && is_missing(*none)) continue;
      co_return std::move(none->problem);
    }
    Answer& answer = std::get<Answer>(answered);
    if (!answer.document) continue;
    auto read = read_answer(std::move(*answer.document), source, *options, with);
    if (!read) {
      Problem problem = read.error();
      problem.what = address + ": " + problem.what;
      co_return problem;
    }
    const auto& more = read->harvest.follow_ups;
    requests.insert(requests.end(), more.begin(), more.end());
    results.push_back(std::move(*read));
  }
  co_return results;
}

}  // namespace almanac
