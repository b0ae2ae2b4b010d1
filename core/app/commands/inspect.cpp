#include <almanac/catalog/recipe_files.hpp>
#include <almanac/ingest/read_document.hpp>
#include <almanac/model/url.hpp>
#include <almanac/render/harvest_json.hpp>
#include <almanac/time/read_date.hpp>
#include <almanac/time/recurrence.hpp>
#include <boost/json/parse.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

#include "../app_errc.hpp"
#include "../commands.hpp"
#include "../inspection.hpp"

namespace almanac {
namespace {

/// `inspect` shows everything in the window that a person asks for; only a runaway rule is cut.
constexpr ExpansionBudget generous{.instances = 100'000, .steps = 5'000'000};

Result<std::string, Problem> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (file) bytes << file.rdbuf();
  if (!file) return Problem{AppErrc::file, path + ": cannot be read", "check the path"};
  return std::move(bytes).str();
}

Result<std::int64_t, Problem> window_end(const std::string& text) {
  DateReading reading;
  reading.assume_utc = true;
  const auto moment = read_date(text, reading);
  if (!moment)
    return Problem{AppErrc::bad_usage, "--between: '" + text + "' is no time", "write it like 2026-03-01T00:00:00"};
  return moment->seconds;
}

std::string header(const std::map<std::string, std::string>& headers, std::string_view name) {
  for (const auto& [key, value] : headers) {
    const bool same = key.size() == name.size() && std::equal(key.begin(), key.end(), name.begin(),
                                                              [](char a, char b) { return (a | 32) == (b | 32); });
    if (same) return value;
  }
  return {};
}

/// The answer for one document, as JSON.
Result<std::string, Problem> answer(const Inspection& wish, Context& context) {
  const PluginRegistry& plugins = context.plugins();
  const sys_seconds now = context.now();
  Result<std::string, Problem> recipe = std::string();
  if (!wish.recipe.empty()) recipe = read_recipe_file(feeds_folder(context.paths()), wish.recipe);
  if (!recipe) return recipe.error();
  auto bytes = read_file(wish.path);
  if (!bytes) return bytes.error();
  auto options = read_source_options(wish.options);
  if (!options) return options.error();
  Document document;
  document.body = std::move(*bytes);
  document.url = wish.url;
  document.content_type = header(wish.headers, "content-type");
  const std::string language = header(wish.headers, "content-language");
  if (const std::string location = header(wish.headers, "content-location"); !location.empty())
    document.url = resolve_link(wish.url, location);
  const ReadRequest request{
      wish.plugin, wish.recipe, std::move(*recipe), wish.options, std::move(*options), std::nullopt, now, true};
  auto read = read_document(std::move(document), request, plugins);
  if (!read) return read.error();
  if (read->harvest.document.language.empty()) read->harvest.document.language = language;
  if (wish.between.empty()) return render_harvest_json(read->harvest, read->zones, nullptr, wish.url, wish.id);

  auto from = window_end(wish.between.at(0));
  if (!from) return from.error();
  auto to = window_end(wish.between.at(1));
  if (!to) return to.error();
  const Expansion expansion = expand_all(read->harvest.entries, read->zones, {*from, *to}, generous);
  read->harvest.warnings.insert(read->harvest.warnings.end(), expansion.warnings.begin(), expansion.warnings.end());
  std::vector<ShownOccurrence> shown;
  for (std::size_t i = 0; i < expansion.occurrences.size(); ++i)
    shown.push_back({&expansion.occurrences[i], expansion.entries[i]});
  return render_harvest_json(read->harvest, read->zones, &shown, wish.url, wish.id);
}

std::string answer_or_failure(const Inspection& wish, Context& context) {
  auto text = answer(wish, context);
  return text ? std::move(*text) : render_inspect_failure(text.error(), wish.id);
}

int run_batch(Context& context) {
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    auto wish = read_inspection(line);
    std::string out = wish ? answer_or_failure(*wish, context) : render_inspect_failure(wish.error(), std::nullopt);
    out += '\n';
    if (!write_out(out)) return exit_failed;
  }
  return exit_ok;
}

}  // namespace

int run_inspect(Context& context, const InspectArgs& args) {
  if (args.batch) return run_batch(context);
  Inspection wish;
  wish.path = args.what;
  wish.url = args.url;
  wish.plugin = args.plugin;
  wish.recipe = args.recipe;
  wish.between = args.between;
  for (const std::string& option : args.options) {
    const std::size_t equals = option.find('=');
    if (equals == option.npos || equals == 0) {
      context.tell("--option: '" + option + "' is not of the form name=value");
      return exit_usage;
    }
    wish.options[option.substr(0, equals)] = option.substr(equals + 1);
  }
  auto text = answer(wish, context);
  if (!text) {
    context.tell(text.error());
    return exit_failed;
  }
  *text += '\n';
  return write_out(*text) ? exit_ok : exit_failed;
}

}  // namespace almanac
