#include "look.hpp"

#include <almanac/catalog/recipe_files.hpp>
#include <almanac/ingest/read_source.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include "client_settings.hpp"
#include "topic_book.hpp"

namespace almanac {
namespace asio = boost::asio;

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
  Result<std::vector<ReadResult>, Problem> results = std::vector<ReadResult>{};
  std::exception_ptr failure;
  try {
    asio::io_context io{1};
    HttpClient http(io.get_executor(), std::move(*options));
    LookServices services{http, context.plugins(), context.now(), std::move(recipe), &*topics};
    asio::co_spawn(io, read_source(std::move(source), std::move(services)),
                   [&](std::exception_ptr error, Result<std::vector<ReadResult>, Problem> read) {
                     failure = error;
                     if (!error) results = std::move(read);
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
