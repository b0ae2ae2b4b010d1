#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {
namespace {

/// Changes the marks of one event; what is not mentioned stays.
int mark(Context& context, const MarkArgs& args, bool EventMarks::*flag, const std::string& done,
         const std::string& undone) {
  auto store = Store::open(context.paths().database);
  if (!store) return fail(context, store.error());
  auto detail = store->event(args.event, viewer_of(context));
  if (!detail) return fail(context, detail.error());
  EventMarks marks = detail->listed.marks;
  marks.*flag = !args.undo;
  if (!args.note.empty()) marks.note = args.note;
  if (auto set = store->set_marks(detail->listed.event.id, marks, context.now()); !set)
    return fail(context, set.error());
  context.remark((args.undo ? undone : done) + ": " + detail->listed.event.title);
  return exit_ok;
}

}  // namespace

int run_star(Context& context, const MarkArgs& args) {
  return mark(context, args, &EventMarks::starred, "starred", "no longer starred");
}
int run_going(Context& context, const MarkArgs& args) {
  return mark(context, args, &EventMarks::going, "going", "no longer going");
}
int run_hide(Context& context, const MarkArgs& args) {
  return mark(context, args, &EventMarks::hidden, "hidden", "shown again");
}

}  // namespace almanac
