#include <fmt/format.h>

#include <almanac/base/nearest.hpp>
#include <almanac/digest/assemble.hpp>
#include <almanac/digest/write_issue.hpp>
#include <almanac/render/email.hpp>
#include <almanac/render/html.hpp>
#include <almanac/render/ics.hpp>
#include <almanac/render/json.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/render/text_digest.hpp>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {
namespace {

/// Where an issue goes: a profile of the configuration writes files, anything else is printed.
struct Wish {
  DigestProfile profile;
  std::vector<std::string> formats{"md"};
  std::filesystem::path folder;  ///< empty: print
};

Problem unknown_profile(const Context& context, const std::string& name) {
  std::vector<std::string_view> names;
  for (const auto& [known, profile] : context.config().profiles) names.push_back(known);
  const std::string path = context.paths().config.string();
  std::string hint = "add [profile." + name + "] to " + path;
  if (const std::string_view near = nearest_word(name, names); !near.empty())
    hint = "did you mean '" + std::string(near) + "'? Or " + hint;
  return Problem{AppErrc::bad_usage, "no profile '" + name + "' in the configuration", hint};
}

void limit_sections(SectionLimits& limits, std::size_t most) { limits = {most, most, most, most, most}; }

Result<Wish, Problem> wish_of(const Context& context, const DigestArgs& args) {
  Wish wish;
  wish.profile.name = "all";
  wish.profile.title = "almanac";
  wish.profile.zone = context.zone().name();
  std::string period = "week";
  if (!args.profile.empty()) {
    const auto found = context.config().profiles.find(args.profile);
    if (found == context.config().profiles.end()) return unknown_profile(context, args.profile);
    const ProfileConfig& config = found->second;
    wish.profile.name = args.profile;
    wish.profile.title = config.title;
    wish.profile.filter = config.filter;
    if (!config.zone.empty()) wish.profile.zone = config.zone;
    period = config.period;
    limit_sections(wish.profile.limits, static_cast<std::size_t>(config.limit));
    wish.formats = config.formats;
    wish.folder = expand_home(config.into);
  }
  if (!args.filter.empty()) wish.profile.filter = args.filter;
  wish.profile.filter = with_places(wish.profile.filter);
  if (!args.format.empty()) wish.formats = {args.format};
  const auto length = period_length_from(args.period.empty() ? period : args.period);
  if (!length)
    return Problem{AppErrc::bad_config, "profile '" + wish.profile.name + "': '" + period + "' is no period",
                   "write day, week or month"};
  wish.profile.period = *length;
  return wish;
}

Result<std::string, Problem> render_issue(const DigestView& view, const std::string& format, const Context& context,
                                          bool to_terminal) {
  Zone zone = context.zone();
  if (auto named = Zone::find(view.zone)) zone = *named;
  const Reader reader{view.made, zone};
  if (format == "md") return render_digest_markdown(view, reader);
  if (format == "html") return render_digest_html(view, reader);
  if (format == "text") return render_digest_text(view, reader, to_terminal ? text_style_of(context) : TextStyle{});
  if (format == "ics")
    return render_digest_ics(view, {.name = view.title, .refresh = std::chrono::hours(12), .deadlines = true});
  if (format == "json") return render_digest_json(view);
  if (format == "eml") return render_digest_eml(view, reader, {});
  return Problem{AppErrc::bad_config, "'" + format + "' is no format of a digest",
                 "write md, html, text, ics, json or eml"};
}

/// The issue wanted: the present period's, an earlier one as it was told, or a preview of a period to come.
Result<DigestRequest, Problem> request_of(const Context& context, const DigestArgs& args, const Wish& wish,
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
  if (request.now < period->from) {
    request.now = period->from;
    preview = true;
  } else {
    request.of = args.of;
  }
  return request;
}

int print_issue(const Context& context, const DigestView& view, const Wish& wish) {
  for (const std::string& format : wish.formats) {
    auto text = render_issue(view, format, context, true);
    if (!text) return fail(context, text.error());
    if (const int code = put(context, *text); code != 0) return code;
  }
  return exit_ok;
}

/// Into the folder of the profile, or what --output names: a folder, or a file.
int write_files(const Context& context, const DigestIssue& issue, const Wish& wish) {
  for (const std::string& format : wish.formats) {
    auto text = render_issue(issue.view, format, context, false);
    if (!text) return fail(context, text.error());
    auto file = write_issue(wish.folder,
                            {issue.view.period_name, issue.view.profile, format == "text" ? "txt" : format}, *text);
    if (!file) return fail(context, file.error());
    context.remark(fmt::format("{} {} ({} {})",
                               issue.origin == DigestIssue::Origin::told ? "the same issue again:" : "wrote",
                               file->string(), issue.view.size(), issue.view.size() == 1 ? "item" : "items"));
  }
  return exit_ok;
}

int deliver(const Context& context, const DigestIssue& issue, Wish wish, const DigestArgs& args) {
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
  if (!args.filter.empty() && !args.profile.empty()) preview = true;
  auto store = preview ? open_to_read(context) : open_to_write(context);
  if (!store) return fail(context, store.error());
  auto issue = preview ? preview_issue(*store, *request) : make_issue(*store, *request);
  if (!issue) return fail(context, issue.error());
  if (issue->origin == DigestIssue::Origin::empty) {
    context.remark("nothing to tell in " + issue->view.period_name + " yet; --even-empty writes it nevertheless");
    return exit_ok;
  }
  if (preview && args.output.empty()) wish->folder.clear();
  return deliver(context, *issue, std::move(*wish), args);
}

}  // namespace almanac
