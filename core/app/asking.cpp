#include "asking.hpp"

#include <almanac/facts/settle_place.hpp>
#include <almanac/query/parse_filter.hpp>
#include <almanac/render/csv.hpp>
#include <almanac/render/feeds.hpp>
#include <almanac/render/html.hpp>
#include <almanac/render/ics.hpp>
#include <almanac/render/json.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/render/text_table.hpp>
#include <filesystem>
#include <fstream>

#include "app_errc.hpp"
#include "exit_code.hpp"

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

Result<Store, Problem> open_to_read(const Context& context) { return open_existing(context, OpenMode::read); }
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

Result<Filter, Problem> read_filter(const Context& context, const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    // A phrase that the shell kept together stays one.
    const bool is_phrase = word.find(' ') != word.npos && word.find_first_of(":<>=\"()") == word.npos;
    text += is_phrase ? '"' + word + '"' : word;
  }
  if (words.size() == 1)
    if (const auto named = context.config().filters.find(words.front()); named != context.config().filters.end())
      text = named->second;
  auto filter = parse_filter(text, facts::find_place);
  if (filter) return std::move(*filter);
  Problem problem = filter.error().problem();
  if (problem.hint.empty()) problem.hint = "'almanac help filters' explains filters";
  return problem;
}

std::string with_places(const std::string& filter) {
  if (filter.find("near") == filter.npos) return filter;
  const auto read = parse_filter(filter, facts::find_place);
  return read ? to_text(*read) : filter;
}

std::string render_events(const std::vector<ListedEvent>& events, const std::string& format, const Context& context,
                          GroupBy group, const std::string& title) {
  const Reader reader = reader_of(context);
  FeedHead head;
  head.title = title;
  head.id = "events";
  if (format == "json") return render_events_json(events);
  if (format == "jsonl") return render_events_jsonl(events);
  if (format == "csv") return render_events_csv(events);
  if (format == "ics")
    return render_events_ics(events, {.name = title, .refresh = std::chrono::hours(12), .deadlines = true});
  if (format == "md") return render_events_markdown(events, reader, head, group);
  if (format == "html") return render_events_html(events, reader, head, group);
  if (format == "atom") return render_events_atom(events, reader, head);
  if (format == "jsonfeed") return render_events_json_feed(events, reader, head);
  TextStyle style = text_style_of(context);
  style.group = group;
  return render_event_table(events, reader, style);
}

void tell_index_behind(const Context& context, std::size_t waiting) {
  if (waiting)
    context.remark(std::to_string(waiting) + " events are not searchable by words yet: 'almanac poll' goes on with it");
}

int put(const Context& context, const std::string& text) {
  if (write_out(text)) return exit_ok;
  context.tell("the output could not be written");
  return exit_failed;
}

int put_file(const Context& context, const std::filesystem::path& file, std::string_view text) {
  std::filesystem::path fresh = file;
  fresh += ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
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
