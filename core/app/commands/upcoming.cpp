#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <almanac/render/month_grid.hpp>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"
#include "upcoming_deadlines.hpp"

namespace almanac {
namespace {

enum class What { dated, deadlines, posts };

/// What to list: the first word when it names a kind, else everything that has a date.
struct Wish {
  What what = What::dated;
  std::vector<Kind> kinds;
  std::vector<std::string> words;  ///< the filter
  std::string title = "Upcoming events", id = "events";
};

Wish read_wish(const UpcomingArgs& args) {
  Wish wish;
  wish.words = args.filter;
  const std::string& first = args.what;
  if (first == "deadlines" || first == "deadline") {
    wish.what = What::deadlines;
    wish.title = "Upcoming deadlines";
    wish.id = "deadlines";
  } else if (first == "posts" || first == "post") {
    wish.what = What::posts;
    wish.title = "Latest posts";
    wish.id = "posts";
  } else if (const auto kind = kind_from(first)) {
    wish.kinds.push_back(*kind);
    wish.title = "Upcoming: " + first;
    wish.id = std::string(to_text(*kind));
  } else if (!first.empty() && first != "all" && first != "events") {
    wish.words.insert(wish.words.begin(), first);
  }
  return wish;
}

/// What chose the rows of a list besides its first word, for its title and id.
std::string chosen_by(const UpcomingArgs& args, const Wish& wish) {
  std::string out = join_words(wish.words);
  const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : " ") + part; };
  if (args.mine) add("mine");
  if (!args.within.empty()) add("within " + args.within);
  return out;
}

/// What would be asked for in vain.
Result<void, Problem> check_usage(const UpcomingArgs& args, const Wish& wish) {
  const auto wrong = [](std::string what, std::string hint) {
    return Problem{AppErrc::bad_usage, std::move(what), std::move(hint)};
  };
  if (auto checked = check_limit(args.limit); !checked) return checked;
  const bool is_grouped = args.group_by != "none", has_fields = !args.list.fields.empty();
  if (args.calendar) {
    if (args.list.format != "table")
      return wrong("--calendar draws months for the terminal, not as " + args.list.format,
                   "--format " + args.list.format + " alone lists the events");
    if (wish.what != What::dated)
      return wrong("--calendar shows events, not deadlines or posts", "leave that word out");
    if (is_grouped || has_fields) return wrong("--calendar has no fields or groups", "leave --calendar out for a list");
  } else if (is_grouped && args.list.format != "table" && args.list.format != "md" && args.list.format != "html") {
    return wrong("--group-by puts headings into what people read, and " + args.list.format + " has none",
                 "--sort puts events into another order");
  } else if (wish.what == What::deadlines) {
    if (is_grouped)
      return wrong("--group-by: deadlines stand in one list by date", "--sort puts them in another order");
    if (has_fields)
      return wrong("--fields: a list of deadlines has columns of its own", "use --format json for all facts");
  }
  return {};
}

/// "hackatons" was read as a word to search for: perhaps a kind was meant.
void suggest_kind(const Context& context, const std::string& word) {
  static const std::vector<std::string_view> kinds{"hackathons", "conferences", "meetups", "competitions",
                                                   "talks",      "deadlines",   "posts"};
  if (word.empty() || word.find_first_of(":@\" ") != word.npos) return;
  const std::string_view near = nearest_word(word, kinds);
  if (!near.empty() && near.find(word) == near.npos)
    context.remark("'" + word + "' was searched for as a word; did you mean 'upcoming " + std::string(near) + "'?");
}

Result<ListQuery, Problem> query_of(const Context& context, const UpcomingArgs& args, const Wish& wish) {
  ListQuery query;
  std::vector<std::string> words = wish.words;
  if (args.mine) words.insert(words.begin(), "(star or going)");
  auto filter = read_filter(context, words);
  if (!filter) return filter.error();
  query.filter = std::move(*filter);
  query.kinds = wish.kinds;
  query.viewer = viewer_of(context);
  query.limit = rows_wanted(args.list, args.limit);
  if (!args.within.empty()) {
    const auto span = read_span(args.within);
    if (!span)
      return Problem{AppErrc::bad_usage, "--within: '" + args.within + "' is no span of time",
                     "write it like 30d, 2w or 12h"};
    query.to = context.now() + std::chrono::duration_cast<std::chrono::seconds>(*span);
  }
  return query;
}

GroupBy group_of(const std::string& word) {
  if (word == "week") return GroupBy::week;
  if (word == "month") return GroupBy::month;
  if (word == "place") return GroupBy::place;
  if (word == "kind") return GroupBy::kind;
  return GroupBy::none;
}

/// Months as grids: up to the end of --within, else three.
int show_calendar(const Context& context, Store& store, ListQuery query) {
  using namespace std::chrono;
  const Zone zone = context.zone();
  const auto local = [&](sys_seconds time) {
    return year_month_day{floor<days>(sys_seconds{seconds{zone.to_local(time.time_since_epoch().count())}})};
  };
  const auto today = local(context.now());
  const year_month first{today.year(), today.month()};
  int count = 3;
  if (query.to) {
    const auto end = local(*query.to);
    count = std::clamp(static_cast<int>((year_month{end.year(), end.month()} - first).count()) + 1, 1, 24);
  }
  const auto instant = [&](year_month month) {
    return sys_seconds{seconds{zone.to_utc(sys_seconds{sys_days{month / 1}}.time_since_epoch().count())}};
  };
  query.from = instant(first);
  if (!query.to) query.to = instant(first + months{count});
  query.every_occurrence = true;
  query.limit = 200'000;
  const auto list = store.upcoming(query);
  if (!list) return fail(context, list.error());
  tell_index_behind(context, list->index_behind);
  return put(context, render_month_grid(list->rows, reader_of(context), text_style_of(context), count));
}

}  // namespace

int run_upcoming(Context& context, const UpcomingArgs& args) {
  const Wish wish = read_wish(args);
  auto shape = shape_of(args.list, wish.title, wish.id, chosen_by(args, wish));
  if (!shape) return fail(context, shape.error());
  if (auto checked = check_usage(args, wish); !checked) return fail(context, checked.error());
  shape->group = group_of(args.group_by);
  auto query = query_of(context, args, wish);
  if (!query) return fail(context, query.error());
  auto store = open_to_read(context);
  if (!store) return fail(context, store.error());
  if (args.calendar) return show_calendar(context, *store, std::move(*query));
  if (wish.what == What::deadlines) return show_deadlines(context, *store, std::move(*query), args, *shape);
  auto list = wish.what == What::posts ? store->posts(*query) : store->upcoming(*query);
  if (!list) return fail(context, list.error());
  tell_index_behind(context, list->index_behind);
  arrange(*list, args.list, args.limit, context.now());
  if (list->rows.empty() && !wish.words.empty()) suggest_kind(context, args.what);
  if (list->rows.empty()) suggest_topics(context, query->filter);
  if (shape->format == "ics")
    if (auto loaded = load_dates(*store, list->rows); !loaded) return fail(context, loaded.error());
  const int code = put(context, render_events(list->rows, *shape, context));
  tell_more(context, list->more, args.limit);
  return code;
}

}  // namespace almanac
