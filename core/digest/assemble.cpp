#include "assemble.hpp"

#include <almanac/digest/gather.hpp>
#include <almanac/digest/restore.hpp>
#include <almanac/digest/snapshot.hpp>

namespace almanac {
namespace {

Problem misconfigured(std::string what, std::string hint) {
  return {make_error_code(boost::system::errc::invalid_argument), std::move(what), std::move(hint)};
}

/// An input without candidates: what a view is framed by.
Result<DigestInput, Problem> frame_of(const DigestRequest& request) {
  const auto zone = Zone::find(request.profile.zone);
  if (!zone)
    return misconfigured("zone of profile " + request.profile.name + ": unknown zone '" + request.profile.zone + "'",
                         "use a name like Europe/Berlin");
  DigestInput frame;
  frame.profile = request.profile;
  frame.zone = *zone;
  frame.now = request.now;
  frame.period = period_at(request.profile.period, request.now, *zone);
  if (request.of.empty() || request.of == frame.period.name) return frame;
  auto named = period_named(request.of, *zone);
  if (!named)
    return misconfigured("'" + request.of + "' is no period", "periods are named 2026-11-26, 2026-W48 or 2026-11");
  frame.period = *std::move(named);
  return frame;
}

/// What happened before.
struct History {
  std::optional<Issue> issue;   ///< of this period
  std::optional<Issue> before;  ///< the newest made before that, or before now
  std::int64_t next = 1;        ///< number of the next new issue
};

Result<History, Problem> read_history(Store& store, const DigestInput& frame) {
  History history;
  auto issue = store.issue(frame.profile.name, frame.period.name);
  if (!issue) return issue.error();
  history.issue = *std::move(issue);
  const auto until = history.issue ? history.issue->made : frame.now + std::chrono::seconds{1};
  auto before = store.last_issue(frame.profile.name, until);
  if (!before) return before.error();
  history.before = *std::move(before);
  const auto last = store.last_issue(frame.profile.name);
  if (!last) return last.error();
  if (*last) history.next = (*last)->number + 1;
  return history;
}

Issue issue_of(const DigestView& view) {
  Issue issue;
  issue.profile = view.profile;
  issue.period = view.period_name;
  issue.made = view.made;
  issue.content = write_snapshot(view);
  for (const auto& section : view.sections)
    for (const auto& group : section.groups)
      for (const auto& item : group.items)
        issue.items.push_back(
            {item.listed.event.id, std::string(section_word(section.kind)), told_facts(item.listed.event)});
  return issue;
}

Result<DigestView, Problem> view_now(Store& store, const DigestRequest& request, const History& history) {
  GatherBounds bounds;
  if (history.before) bounds.since = history.before->made;
  if (history.issue) bounds.instead_of = history.issue->id;
  auto input = gather(store, request.profile, request.now, bounds);
  if (!input) return input.error();
  input->number = history.issue ? history.issue->number : history.next;
  return select_digest(std::move(*input));
}

Result<DigestIssue, Problem> told(Store& store, DigestInput frame, const Issue& issue) {
  auto view = restore_issue(store, std::move(frame), issue);
  if (!view) return view.error();
  return DigestIssue{*std::move(view), DigestIssue::Origin::told};
}

/// Writes what is new, or gives what another process wrote meanwhile.
Result<DigestIssue, Problem> record(Store& store, DigestInput frame, DigestView view, bool again) {
  const auto wanted = issue_of(view);
  const auto kept = again ? store.replace_issue(wanted) : store.record_issue(wanted);
  if (!kept) return kept.error();
  if (kept->content != wanted.content) return told(store, std::move(frame), *kept);
  view.number = kept->number;
  return DigestIssue{std::move(view), DigestIssue::Origin::fresh};
}

enum class Keeping : bool { no, yes };

Result<DigestIssue, Problem> issue_for(Store& store, const DigestRequest& request, Keeping keeping) {
  auto frame = frame_of(request);
  if (!frame) return frame.error();
  const auto history = read_history(store, *frame);
  if (!history) return history.error();
  const bool current = request.now >= frame->period.from && request.now < frame->period.to;
  if (history->issue && request.again && !current)
    return misconfigured(frame->period.name + " is over: its issue is not made again", "leave out --again to read it");
  if (history->issue && !request.again) return told(store, *std::move(frame), *history->issue);
  if (!current)
    return misconfigured("no issue of " + request.profile.name + " was made in " + frame->period.name,
                         "an issue is made while its period lasts");
  auto view = view_now(store, request, *history);
  if (!view) return view.error();
  if (keeping == Keeping::no) return DigestIssue{*std::move(view), DigestIssue::Origin::shown};
  if (view->empty() && !request.keep_empty && !history->issue)
    return DigestIssue{*std::move(view), DigestIssue::Origin::empty};
  return record(store, *std::move(frame), *std::move(view), request.again);
}

}  // namespace

Result<DigestIssue, Problem> preview_issue(Store& store, const DigestRequest& request) {
  return issue_for(store, request, Keeping::no);
}

Result<DigestIssue, Problem> answer(Store& store, const DigestRequest& request) {
  GatherBounds bounds;
  bounds.memory = false;
  auto input = gather(store, request.profile, request.now, bounds);
  if (!input) return input.error();
  input->number = 0;
  return DigestIssue{select_digest(std::move(*input)), DigestIssue::Origin::answer};
}

Result<DigestIssue, Problem> make_issue(Store& store, const DigestRequest& request) {
  return issue_for(store, request, Keeping::yes);
}

}  // namespace almanac
