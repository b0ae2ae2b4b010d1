#include "look.hpp"

#include <almanac/catalog/recipe_files.hpp>
#include <almanac/ingest/read_source.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "client_settings.hpp"
#include "machinery.hpp"
#include "secrets.hpp"
#include "topic_book.hpp"

namespace almanac {
namespace {

using Results = Result<std::vector<ReadResult>, Problem>;

asio::awaitable<void> read_into(Results& results, Source source, HostTurn turn, LookServices with) {
  results = co_await read_source(std::move(source), std::move(turn), std::move(with));
}

}  // namespace

Result<std::vector<ReadResult>, Problem> look_at(Context& context, Source source) {
  auto options = client_settings(context);
  if (!options) return options.error();
  const auto topics = topic_book(context);
  if (!topics) return topics.error();
  std::string recipe;
  if (!source.recipe.empty()) {
    auto text = read_recipe_file(feeds_folder(context.paths()), source.recipe);
    if (!text) return text.error();
    recipe = std::move(*text);
  }
  Results results = std::vector<ReadResult>{};
  std::exception_ptr failure;
  try {
    asio::io_context io{1};
    HttpClient http(io.get_executor(), std::move(*options));
    LookServices services{http, context.plugins(), context.now(), std::move(recipe), &*topics, resolve_references};
    std::vector<PollTask> tasks;
    std::string host = polite_host(source);
    tasks.push_back({std::move(host), [&](HostTurn turn) {
                       return read_into(results, std::move(source), std::move(turn), std::move(services));
                     }});
    asio::co_spawn(io, run_polls(io.get_executor(), std::move(tasks), run_limits(context.config())),
                   [&](std::exception_ptr error) {
                     failure = error;
                     http.close();
                   });
    io.run();
  } catch (const boost::system::system_error& error) {
    return bad_ca_file(context, error);
  }
  if (failure) std::rethrow_exception(failure);
  return results;
}

}  // namespace almanac
