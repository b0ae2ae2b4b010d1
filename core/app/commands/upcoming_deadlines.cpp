#include "upcoming_deadlines.hpp"

#include <algorithm>
#include <almanac/render/csv.hpp>
#include <almanac/render/feeds.hpp>
#include <almanac/render/html.hpp>
#include <almanac/render/ics.hpp>
#include <almanac/render/json.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/render/text_table.hpp>

#include "../sorting.hpp"

namespace almanac {
namespace {

std::string render_deadlines(const std::vector<ListedDeadline>& rows, const ListShape& shape, const Context& context) {
  const Reader reader = reader_of(context);
  const std::string& format = shape.format;
  FeedHead head;
  head.title = shape.title;
  head.id = shape.id;
  if (format == "json") return render_deadlines_json(rows);
  if (format == "jsonl") return render_deadlines_jsonl(rows);
  if (format == "csv") return render_deadlines_csv(rows);
  if (format == "ics") return render_deadlines_ics(rows, {.name = shape.title, .alarm = shape.alarm});
  if (format == "md") return render_deadlines_markdown(rows, reader, head);
  if (format == "html") return render_deadlines_html(rows, reader, head);
  if (format == "atom") return render_deadlines_atom(rows, reader, head);
  if (format == "jsonfeed") return render_deadlines_json_feed(rows, reader, head);
  return render_deadline_table(rows, reader, text_style_of(context));
}

}  // namespace

int show_deadlines(const Context& context, Store& store, ListQuery query, const UpcomingArgs& args,
                   const ListShape& shape) {
  const bool is_by_date = args.list.sort == "date" || args.list.sort == "deadline";
  if (!is_by_date || args.list.reverse) query.limit = std::max(query.limit, most_sorted);
  auto list = store.deadlines(query);
  if (!list) return fail(context, list.error());
  tell_index_behind(context, list->index_behind);
  if (!is_by_date) sort_rows(list->rows, args.list.sort, context.now());
  if (args.list.reverse) std::reverse(list->rows.begin(), list->rows.end());
  if (list->rows.size() > args.limit) {
    list->rows.resize(args.limit);
    list->more = true;
  }
  if (list->rows.empty()) suggest_topics(context, query.filter);
  const int code = put(context, render_deadlines(list->rows, shape, context));
  tell_more(context, list->more, args.limit);
  return code;
}

}  // namespace almanac
