#include <fmt/format.h>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"
#include "../digest_wish.hpp"
#include "../issue_delivery.hpp"

namespace almanac {
namespace {

/// The profile with what was said on the command line.
Result<DigestWish, Problem> wish_of(const Context& context, const DigestArgs& args) {
  auto wish = digest_wish(context, args.profile);
  if (!wish) return wish;
  if (!args.filter.empty()) {
    DigestProfile& profile = wish->profile;
    profile.filter = args.filter;
    profile.title = args.profile.empty() ? args.filter : args.profile + ": " + args.filter;
  }
  if (!args.format.empty()) wish->formats = {args.format};
  if (args.period.empty()) return wish;
  const auto length = period_length_from(args.period);
  if (!length)
    return Problem{AppErrc::bad_usage, "--period: '" + args.period + "' is no period", "write day, week or month"};
  wish->profile.period = *length;
  return wish;
}

/// The issue wanted: the present period's, an earlier one as it was told, or a preview of a period to come.
Result<DigestRequest, Problem> request_of(const Context& context, const DigestArgs& args, const DigestWish& wish,
                                          bool& preview) {
  DigestRequest request;
  request.profile = wish.profile;
  request.now = context.now();
  request.again = args.again;
  request.keep_empty = args.even_empty;
  preview = args.preview;
  if (args.of.empty()) return request;
  const auto zone = Zone::find(wish.profile.zone);
  const auto period = period_named(args.of, zone ? *zone : context.zone());
  if (!period)
    return Problem{AppErrc::bad_usage, "--of: '" + args.of + "' is no period",
                   "write a day 2026-11-26, a week 2026-W48 or a month 2026-11"};
  request.profile.period = period->length;
  if (!args.filter.empty() && request.now >= period->to)
    return Problem{AppErrc::bad_usage, "--of: " + args.of + " is over, and --filter asks for what is to come",
                   "leave out --filter to read the issue that was made then"};
  if (request.now < period->from) {
    request.now = period->from;
    preview = true;
  } else {
    request.of = args.of;
  }
  return request;
}

int print_issue(const Context& context, const DigestView& view, const DigestWish& wish) {
  for (const std::string& format : wish.formats) {
    auto text = render_issue(view, format, context, true);
    if (!text) return fail(context, text.error());
    if (const int code = put(context, *text); code != 0) return code;
  }
  return exit_ok;
}

/// Into the folder of the profile, or what --output names: a folder, or a file.
int write_files(const Context& context, const DigestIssue& issue, const DigestWish& wish) {
  for (const std::string& format : wish.formats) {
    auto file = write_issue_file(issue, format, wish.folder, context);
    if (!file) return fail(context, file.error());
    context.remark(fmt::format("{} {} ({} {})",
                               issue.origin == DigestIssue::Origin::told ? "the same issue again:" : "wrote",
                               file->string(), issue.view.size(), issue.view.size() == 1 ? "item" : "items"));
  }
  return exit_ok;
}

int deliver(const Context& context, const DigestIssue& issue, DigestWish wish, const DigestArgs& args) {
  std::error_code ec;
  if (args.output == "-")
    wish.folder.clear();
  else if (!args.output.empty()) {
    const std::filesystem::path output = expand_home(args.output);
    // "digests" is a folder, "digest.md" a file.
    if (!std::filesystem::is_directory(output, ec) && output.has_filename() && output.has_extension()) {
      if (wish.formats.size() > 1)
        return fail(context, Problem{AppErrc::bad_usage, "--output names one file, but the profile has several formats",
                                     "name a folder, or choose with --format"});
      auto text = render_issue(issue.view, wish.formats.front(), context, false);
      if (!text) return fail(context, text.error());
      return put_file(context, output, *text);
    }
    wish.folder = output;
  }
  return wish.folder.empty() ? print_issue(context, issue.view, wish) : write_files(context, issue, wish);
}

}  // namespace

int run_digest(Context& context, const DigestArgs& args) {
  auto wish = wish_of(context, args);
  if (!wish) return fail(context, wish.error());
  bool preview = false;
  auto request = request_of(context, args, *wish, preview);
  if (!request) return fail(context, request.error());
  // A filter given on the spot is a question, not the profile: it must not count as told.
  const bool asked = !args.filter.empty();
  preview = preview || asked;
  auto store = preview ? open_to_read(context) : open_to_write(context);
  if (!store) return fail(context, store.error());
  auto issue = asked     ? answer(*store, *request)
               : preview ? preview_issue(*store, *request)
                         : make_issue(*store, *request);
  if (!issue) return fail(context, issue.error());
  if (asked) context.remark("an answer to --filter: nothing of it is remembered as told");
  if (issue->origin == DigestIssue::Origin::empty) {
    context.remark("nothing to tell in " + issue->view.period_name + " yet; --even-empty writes it nevertheless");
    return exit_ok;
  }
  if (preview && args.output.empty()) wish->folder.clear();
  const int code = deliver(context, *issue, std::move(*wish), args);
  if (code != exit_ok) return code;
  if (auto mailed = mail_issue(*store, *issue, context); !mailed) return fail(context, mailed.error());
  return exit_ok;
}

}  // namespace almanac
