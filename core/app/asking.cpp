#include "asking.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/nearest.hpp>
#include <almanac/render/csv.hpp>
#include <almanac/render/event_fields.hpp>
#include <almanac/render/feeds.hpp>
#include <almanac/render/html.hpp>
#include <almanac/render/ics.hpp>
#include <almanac/render/json.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/render/text_table.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app_errc.hpp"
#include "exit_code.hpp"
#include "named_filters.hpp"
#include "pager.hpp"
#include "sorting.hpp"

namespace almanac {

namespace {

Result<Store, Problem> open_existing(const Context& context, OpenMode mode) {
  std::error_code ec;
  const std::filesystem::path& file = context.paths().database;
  if (!std::filesystem::exists(file, ec) && !ec)
    return Problem{make_error_code(StoreErrc::missing), "nothing is stored yet (" + file.string() + ")",
                   "begin with 'almanac follow URL', or 'almanac follow @starter', then 'almanac poll'"};
  return Store::open(file, mode);
}

}  // namespace

Result<Store, Problem> open_to_read(const Context& context) {
  auto store = open_existing(context, OpenMode::read);
  if (store || store.error().code != make_error_code(StoreErrc::read_only)) return store;
  // Written by an older almanac, and not in a place where that has to stay so.
  context.remark("bringing the database up to date, once");
  if (auto fresh = open_existing(context, OpenMode::write)) return fresh;
  return store;
}
Result<Store, Problem> open_to_write(const Context& context) { return open_existing(context, OpenMode::write); }

Viewer viewer_of(const Context& context) {
  const Zone zone = context.zone();
  Viewer viewer;
  viewer.now = context.now();
  viewer.to_utc = [zone](std::int64_t local) { return zone.to_utc(local); };
  viewer.to_local = [zone](std::int64_t utc) { return zone.to_local(utc); };
  return viewer;
}

Reader reader_of(const Context& context) { return {context.now(), context.zone()}; }

TextStyle text_style_of(const Context& context) {
  const Terminal& terminal = context.terminal();
  return {terminal.width, terminal.color ? ColorMode::always : ColorMode::never, terminal.hyperlinks, GroupBy::none};
}

namespace {

/// Words that the shell kept together and that say nothing else than themselves.
bool is_phrase(const std::string& argument) {
  if (argument.find(' ') == argument.npos || argument.find_first_of(":<>=\"()@|!") != argument.npos) return false;
  std::istringstream words(argument);
  for (std::string word; words >> word;)
    if (word.starts_with('-') || to_lower(word) == "or" || to_lower(word) == "not") return false;
  return true;
}

}  // namespace

std::string join_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += is_phrase(word) ? '"' + word + '"' : word;
  }
  return text;
}

Result<Filter, Problem> read_filter(const Context& context, const std::vector<std::string>& words) {
  if (words.size() == 1)
    if (const auto named = context.config().filters.find(words.front()); named != context.config().filters.end())
      return named->second.empty() ? Filter{} : read_filter_text(context, '@' + words.front());
  return read_filter_text(context, join_words(words));
}

Result<Filter, Problem> read_filter_text(const Context& context, const std::string& text) {
  const FilterBook book = book_of(context);
  if (auto checked = check_filters_named_in(text, {context.config(), context.paths().config, book}); !checked)
    return checked.error();
  auto filter = parse_filter(text, book);
  if (filter) return std::move(*filter);
  Problem problem = filter.error().problem();
  problem.code = AppErrc::bad_usage;
  if (problem.hint.empty()) problem.hint = "'almanac help filters' explains filters";
  return problem;
}

Result<void, Problem> check_fields(const std::vector<std::string>& fields, const std::string& format) {
  if (fields.empty()) return {};
  if (format != "table" && format != "csv" && format != "json" && format != "jsonl")
    return Problem{AppErrc::bad_usage, "--fields: --format " + format + " has a form of its own",
                   "use it with table, csv, json or jsonl"};
  std::vector<std::string_view> names;
  for (const EventField& field : event_fields()) names.push_back(field.name);
  for (const std::string& field : fields) {
    if (find_event_field(field)) continue;
    const std::string_view near = nearest_word(field, names);
    std::string all;
    for (const std::string_view name : names) (all += all.empty() ? "" : ", ") += name;
    return Problem{AppErrc::bad_usage, "--fields: there is no field '" + field + "'",
                   did_you_mean(near, "the fields are " + all)};
  }
  return {};
}

std::string render_events(const std::vector<ListedEvent>& events, const ListShape& shape, const Context& context) {
  const Reader reader = reader_of(context);
  const std::string& format = shape.format;
  const GroupBy group = shape.group;
  FeedHead head;
  head.title = shape.title;
  head.id = shape.id;
  if (format == "json") return render_events_json(events, json_members(shape.fields));
  if (format == "jsonl") return render_events_jsonl(events, json_members(shape.fields));
  if (format == "csv")
    return shape.fields.empty() ? render_events_csv(events, reader) : render_events_csv(events, shape.fields, reader);
  if (format == "ics") return render_events_ics(events, {.name = shape.title, .alarm = shape.alarm});
  if (format == "md") return render_events_markdown(events, reader, head, group);
  if (format == "html") return render_events_html(events, reader, head, group);
  if (format == "atom") return render_events_atom(events, reader, head);
  if (format == "jsonfeed") return render_events_json_feed(events, reader, head);
  TextStyle style = text_style_of(context);
  style.group = group;
  style.fields = shape.fields;
  return render_event_table(events, reader, style);
}

Result<ListShape, Problem> shape_of(const ListArgs& args, std::string title, std::string id,
                                    const std::string& chosen_by) {
  if (auto checked = check_fields(args.fields, args.format); !checked) return checked.error();
  ListShape shape{.format = args.format, .title = std::move(title), .fields = args.fields};
  shape.id = std::move(id);
  if (!chosen_by.empty()) {
    shape.title += " (" + chosen_by + ')';
    shape.id += fmt::format("-{:016x}", content_hash(chosen_by));
  }
  if (args.alarm.empty()) return shape;
  const auto span = read_span(args.alarm);
  if (!span) return Problem{AppErrc::bad_usage, "--alarm: '" + args.alarm + "' is no span of time", "write it like 1d"};
  shape.alarm = std::chrono::duration_cast<std::chrono::seconds>(*span);
  return shape;
}

Result<void, Problem> check_limit(std::size_t limit) {
  if (limit > 0) return {};
  return Problem{AppErrc::bad_usage, "--limit: a list of 0 rows shows nothing", "use a number from 1 on"};
}

std::size_t rows_wanted(const ListArgs& args, std::size_t limit) {
  return args.sort == "date" && !args.reverse ? limit : std::max(limit, most_sorted);
}

void arrange(Listing& listing, const ListArgs& args, std::size_t limit, sys_seconds now) {
  sort_rows(listing.rows, args.sort, now);
  if (args.reverse) std::reverse(listing.rows.begin(), listing.rows.end());
  if (listing.rows.size() <= limit) return;
  listing.rows.resize(limit);
  listing.more = true;
}

void tell_more(const Context& context, bool more, std::size_t limit) {
  if (more) context.remark("there are more than these " + std::to_string(limit) + ": --limit shows them");
}

Result<void, Problem> load_dates(Store& store, std::vector<ListedEvent>& rows) {
  for (ListedEvent& row : rows) {
    auto detail = store.event(row.event.id);
    if (!detail) return detail.error();
    row.event.occurrences = std::move(detail->listed.event.occurrences);
  }
  return {};
}

void tell_index_behind(const Context& context, std::size_t waiting) {
  if (waiting)
    context.remark(std::to_string(waiting) + " events are not searchable by words yet: 'almanac poll' goes on with it");
}

int put(const Context& context, const std::string& text) {
  if (!context.args().no_pager && is_long(text, context.terminal()))
    if (const std::string pager = wanted_pager(); !pager.empty() && show_in_pager(pager, text)) return exit_ok;
  if (write_out(text)) return exit_ok;
  context.tell("the output could not be written");
  return exit_failed;
}

int put_file(const Context& context, const std::filesystem::path& file, std::string_view text, Readers readers) {
  std::filesystem::path fresh = file;
  fresh += ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  if (out && readers == Readers::owner && ::chmod(fresh.c_str(), S_IRUSR | S_IWUSR) != 0) out.close();
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  std::error_code ec;
  if (out) std::filesystem::rename(fresh, file, ec);
  if (out && !ec) return exit_ok;
  std::error_code ignored;
  std::filesystem::remove(fresh, ignored);
  return fail(context, Problem{AppErrc::file, file.string() + " could not be written" + (ec ? ": " + ec.message() : ""),
                               "is its folder there, writable, and not full?"});
}

int fail(const Context& context, const Problem& problem) {
  context.tell(problem);
  return problem.code == make_error_code(AppErrc::bad_usage) ? exit_usage : exit_failed;
}

}  // namespace almanac
