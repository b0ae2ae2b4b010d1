#include <almanac/base/nearest.hpp>
#include <almanac/render/csv.hpp>
#include <almanac/render/ics.hpp>
#include <almanac/render/json.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/render/text_table.hpp>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {
namespace {

enum class What { dated, deadlines, posts };

/// What to list: the first word when it names a kind, else everything that has a date.
struct Wish {
  What what = What::dated;
  std::vector<Kind> kinds;
  std::vector<std::string> words;  ///< the filter
  std::string title = "Upcoming events";
};

Wish read_wish(const UpcomingArgs& args) {
  Wish wish;
  wish.words = args.filter;
  const std::string& first = args.what;
  if (first == "deadlines" || first == "deadline") {
    wish.what = What::deadlines;
    wish.title = "Upcoming deadlines";
  } else if (first == "posts" || first == "post") {
    wish.what = What::posts;
    wish.title = "Latest posts";
  } else if (const auto kind = kind_from(first)) {
    wish.kinds.push_back(*kind);
    wish.title = "Upcoming: " + first;
  } else if (!first.empty() && first != "all" && first != "events") {
    wish.words.insert(wish.words.begin(), first);
  }
  return wish;
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
  query.limit = args.limit;
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

int show_deadlines(const Context& context, Store& store, const ListQuery& query, const UpcomingArgs& args) {
  auto list = store.deadlines(query);
  if (!list) return fail(context, list.error());
  FeedHead head;
  head.title = "Upcoming deadlines";
  head.id = "deadlines";
  tell_index_behind(context, list->index_behind);
  if (args.format == "json") return put(context, render_deadlines_json(list->rows));
  if (args.format == "csv") return put(context, render_deadlines_csv(list->rows));
  if (args.format == "ics")
    return put(context, render_deadlines_ics(
                            list->rows, {.name = head.title, .refresh = std::chrono::hours(12), .deadlines = true}));
  if (args.format == "md") return put(context, render_deadlines_markdown(list->rows, reader_of(context), head));
  const int code = put(context, render_deadline_table(list->rows, reader_of(context), text_style_of(context)));
  if (list->more) context.remark("there are more: --limit shows them");
  return code;
}

}  // namespace

int run_upcoming(Context& context, const UpcomingArgs& args) {
  const Wish wish = read_wish(args);
  auto query = query_of(context, args, wish);
  if (!query) return fail(context, query.error());
  auto store = open_to_read(context);
  if (!store) return fail(context, store.error());
  if (wish.what == What::deadlines) return show_deadlines(context, *store, *query, args);
  auto list = wish.what == What::posts ? store->posts(*query) : store->upcoming(*query);
  if (!list) return fail(context, list.error());
  tell_index_behind(context, list->index_behind);
  const int code = put(context, render_events(list->rows, args.format, context, group_of(args.group_by), wish.title));
  if (list->more && args.format == "table") context.remark("there are more: --limit shows them");
  return code;
}

}  // namespace almanac
