#include <almanac/base/cut_file_guard.hpp>
#include <almanac/base/read_file.hpp>
#include <almanac/catalog/recipe_files.hpp>
#include <almanac/ingest/prepare_document.hpp>
#include <almanac/model/url.hpp>
#include <almanac/render/harvest_text.hpp>
#include <almanac/text/escape.hpp>
#include <almanac/time/calendar/recurrence.hpp>
#include <almanac/time/dates/read_date.hpp>
#include <boost/json/parse.hpp>
#include <filesystem>
#include <functional>
#include <future>
#include <iostream>
#include <utility>
#include <vector>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"
#include "../inspection.hpp"
#include "../look.hpp"
#include "../source_args.hpp"
#include "../topic_book.hpp"
#include "../wanted_sources.hpp"
#include "../write_long_document.hpp"

namespace almanac {
namespace {

/// `inspect` shows everything in the window that a person asks for; only a runaway rule is cut.
constexpr ExpansionBudget generous{.instances = 100'000, .steps = 5'000'000};

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

/// What was read: one document, or all of a source as if they were one.
struct Seen {
  std::string plugin;
  Harvest harvest;
  ZoneBook zones;                                          ///< of the first document
  std::optional<std::vector<OccurrenceView>> occurrences;  ///< of the entries
};

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

Warning told_of_cut(const Entry& entry) {
  constexpr std::size_t longest = 80;  // columns
  const std::string& name = entry.title.plain.empty() ? entry.id : entry.title.plain;
  return {"occurrences-cut",
          "not all dates in the window are listed, first of '" + truncate_to_width(name, longest) + "': at most " +
              std::to_string(generous.instances) + " of one entry and " + std::to_string(generous.all_instances) +
              " of all",
          std::nullopt};
}

/// Lists the dates in the window; the entries that they point to stay where they are.
Result<void, Problem> add_occurrences(Seen& seen, const std::vector<std::string>& between) {
  if (between.empty()) return {};
  auto from = window_end(between.at(0));
  if (!from) return from.error();
  auto to = window_end(between.at(1));
  if (!to) return to.error();
  Expansion expansion = expand_all(seen.harvest.entries, seen.zones, {*from, *to}, generous);
  append(seen.harvest.warnings, expansion.warnings);
  if (expansion.cut) seen.harvest.warnings.push_back(told_of_cut(*expansion.cut));
  seen.occurrences = std::move(expansion.occurrences);
  return {};
}

/// How the bytes of a file are got at.
enum class FileAccess { read, map };

/// Gets the vocabulary of topics, which outlives what is read with it.
using GetTopics = std::function<Result<const facts::TopicBook*, Problem>()>;

/// Gets the bytes of a file, mapped if they are wanted so and can be.
Result<void, Problem> get_bytes(const std::string& path, FileAccess access, WantedDocument& wanted) {
  if (access == FileAccess::map) {
    tell_of_cut_file("almanac: " + escape_terminal(path) + ": was cut short while it was read; try again");
    if (auto mapped = MappedDocument::open(path, wanted.document.content_type)) {
      wanted.file = std::move(*mapped);
      return {};
    }
  }
  auto bytes = read_file(path);
  if (!bytes) return unreadable(path, bytes.error());
  wanted.document.body = std::move(*bytes);
  return {};
}

/// The document that a wish names, and how it is to be read. The topics are got while a mapped one is decoded.
Result<WantedDocument, Problem> read_wish(const Inspection& wish, FileAccess access, Context& context,
                                          const GetTopics& get_topics) {
  Result<std::string, Problem> recipe = std::string();
  if (!wish.recipe.empty()) recipe = read_recipe_file(feeds_folder(context.paths()), wish.recipe);
  if (!recipe) return recipe.error();
  WantedDocument wanted;
  wanted.document.content_type = header(wish.headers, "content-type");
  wanted.document.language = header(wish.headers, "content-language");
  if (auto got = get_bytes(wish.path, access, wanted); !got) return got.error();
  auto options = read_source_options(wish.options);
  if (!options) return options.error();
  wanted.document.url = wish.url;
  if (const std::string location = header(wish.headers, "content-location"); !location.empty())
    wanted.document.url = resolve_link(wish.url, location);
  wanted.request = {wish.plugin,         wish.recipe,  std::move(*recipe), wish.options,
                    std::move(*options), std::nullopt, context.now(),      true};
  // Topics and the bytes of a mapped file are got on threads of their own.
  if (wanted.file) context.plugins_on_demand().with(likely_plugin(wanted.request, wanted.file->markup()));
  const auto topics = get_topics();
  if (!topics) return topics.error();
  wanted.request.topics = *topics;
  return Result<WantedDocument, Problem>(std::move(wanted));
}

/// Reads one file.
Result<Seen, Problem> see_file(const Inspection& wish, Context& context, const GetTopics& topics) {
  auto wanted = read_wish(wish, FileAccess::read, context, topics);
  if (!wanted) return wanted.error();
  auto read = read_document(std::move(wanted->document), wanted->request, context.plugins_on_demand());
  if (!read) return read.error();
  Seen seen{std::move(read->plugin), std::move(read->harvest), std::move(read->zones), std::nullopt};
  if (auto dated = add_occurrences(seen, wish.between); !dated) return dated.error();
  return Result<Seen, Problem>(std::move(seen));
}

/// Fetches and reads a source: all of its documents as one.
Result<Seen, Problem> see_source(Source source, const std::vector<std::string>& between, Context& context) {
  const std::string address = source.url.empty() ? source.recipe : source.url;
  auto results = look_at(context, std::move(source));
  if (!results) return results.error();
  if (results->empty()) return Problem{AppErrc::file, address + ": there is nothing there yet", {}};
  if (!between.empty() && results->size() > 1)
    return Problem{AppErrc::bad_usage, "--between: the source has more than one document", "inspect one of them"};
  Seen seen{results->front().plugin, std::move(results->front().harvest), std::move(results->front().zones),
            std::nullopt};
  for (std::size_t i = 1; i < results->size(); ++i) {
    Harvest& more = (*results)[i].harvest;
    append(seen.harvest.entries, more.entries);
    append(seen.harvest.skipped, more.skipped);
    append(seen.harvest.warnings, more.warnings);
    append(seen.harvest.discovered, more.discovered);
  }
  if (auto dated = add_occurrences(seen, between); !dated) return dated.error();
  return Result<Seen, Problem>(std::move(seen));
}

bool write_json(const Seen& seen, std::string_view url, const std::optional<std::string>& id) {
  const auto* occurrences = seen.occurrences ? &*seen.occurrences : nullptr;
  return write_harvest_json(seen.harvest, seen.zones, occurrences, url, id, write_out) && write_out("\n");
}

/// Whether the document is too long to hold all of its entries at once. Shorter ones are read faster whole.
bool is_long(const Inspection& wish) {
  constexpr std::uintmax_t short_enough = 2u << 20;
  std::error_code ec;
  const auto size = std::filesystem::file_size(wish.path, ec);
  return !ec && size > short_enough && wish.between.empty();
}

/// Reads one file and writes what it says as JSON.
Result<WrittenAnswer, Problem> write_file(const Inspection& wish, FileAccess access, Context& context,
                                          const GetTopics& topics) {
  if (!is_long(wish)) {
    const auto seen = see_file(wish, context, topics);
    if (!seen) return seen.error();
    return WrittenAnswer{write_json(*seen, wish.url, wish.id), {}};
  }
  auto wanted = read_wish(wish, access, context, topics);
  if (!wanted) return wanted.error();
  return write_long_document(std::move(*wanted), context.plugins_on_demand(), wish.url, wish.id, write_out);
}

/// Answers one request, as JSON; false when nobody reads the answers.
bool answer(const Inspection& wish, Context& context, const GetTopics& topics) {
  const auto written = write_file(wish, FileAccess::read, context, topics);  // no bad file may end a batch
  return written ? written->is_wanted : write_out(render_inspect_failure(written.error(), wish.id) + "\n");
}

int run_batch(Context& context) {
  const auto book = topic_book(context);
  if (!book) return fail(context, book.error());
  const GetTopics topics = [&] { return &*book; };
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    const auto wish = read_inspection(line);
    const bool wanted =
        wish ? answer(*wish, context, topics) : write_out(render_inspect_failure(wish.error(), std::nullopt) + "\n");
    if (!wanted) return exit_failed;
  }
  return exit_ok;
}

bool is_file(const InspectArgs& args) {
  std::error_code ec;
  return std::filesystem::is_regular_file(args.what, ec);
}

Result<Inspection, Problem> wish_of(const InspectArgs& args) {
  auto options = read_options(args.options);
  if (!options) return options.error();
  Inspection wish;
  wish.path = args.what;
  wish.url = args.url;
  wish.plugin = args.plugin;
  wish.recipe = args.recipe;
  wish.between = args.between;
  wish.options = std::move(*options);
  return Result<Inspection, Problem>(std::move(wish));
}

/// Whatever `follow` takes: an address, a name of the catalogue; a recipe alone means its own addresses.
Result<Seen, Problem> see(Context& context, const InspectArgs& args) {
  auto options = read_options(args.options);
  if (!options) return options.error();
  Source source;
  if (args.what.empty()) {
    if (args.recipe.empty())
      return Problem{AppErrc::bad_usage, "nothing to inspect", "name a file, an address or a known source"};
    source.recipe = args.recipe;
    source.options = std::move(*options);
    return see_source(std::move(source), args.between, context);
  }
  FollowArgs follow;
  follow.what = {args.what};
  follow.source.plugin = args.plugin;
  follow.source.recipe = args.recipe;
  follow.source.options = args.options;
  auto wanted = wanted_sources(follow, feeds_folder(context.paths()));
  if (!wanted) return wanted.error();
  if (wanted->sources.size() != 1)
    return Problem{AppErrc::bad_usage, args.what + ": one source at a time",
                   "'almanac catalog " + args.what + "' lists them"};
  return see_source(std::move(wanted->sources.front()), args.between, context);
}

bool write_text(const Seen& seen, Context& context) {
  const auto* occurrences = seen.occurrences ? &*seen.occurrences : nullptr;
  return write_out(render_harvest_text(seen.harvest, seen.zones, occurrences, seen.plugin, text_style_of(context)));
}

/// False: nobody reads what is written.
Result<bool, Problem> inspect_file(Context& context, const InspectArgs& args) {
  const auto wish = wish_of(args);
  if (!wish) return wish.error();
  // Beside a short document another thread costs more than it spares.
  const auto when = is_long(*wish) ? std::launch::async : std::launch::deferred;
  auto reading = std::async(when, [&context = std::as_const(context)] { return topic_book(context); });
  std::optional<facts::TopicBook> book;
  const GetTopics topics = [&]() -> Result<const facts::TopicBook*, Problem> {
    auto read = reading.get();
    if (!read) return read.error();
    return &book.emplace(std::move(*read));
  };
  if (args.format == "json") {
    const auto written = write_file(*wish, FileAccess::map, context, topics);
    if (!written) return written.error();
    if (written->problem) return *written->problem;
    return written->is_wanted;
  }
  const auto seen = see_file(*wish, context, topics);
  if (!seen) return seen.error();
  return write_text(*seen, context);
}
Result<bool, Problem> inspect_source(Context& context, const InspectArgs& args) {
  const auto seen = see(context, args);
  if (!seen) return seen.error();
  return args.format == "json" ? write_json(*seen, args.url, std::nullopt) : write_text(*seen, context);
}

}  // namespace

int run_inspect(Context& context, const InspectArgs& args) {
  if (args.batch) return run_batch(context);
  const auto written = is_file(args) ? inspect_file(context, args) : inspect_source(context, args);
  if (written) return *written ? exit_ok : exit_failed;
  Problem problem = written.error();
  if (problem.what.find(args.what) == problem.what.npos) problem.what = args.what + ": " + problem.what;
  return fail(context, problem);
}

}  // namespace almanac
