#include "digest_wish.hpp"

#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <almanac/digest/write_issue.hpp>
#include <almanac/query/parse_filter.hpp>
#include <almanac/render/html.hpp>
#include <almanac/render/ics.hpp>
#include <almanac/render/json.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/render/text_digest.hpp>
#include <array>

#include "app_errc.hpp"
#include "asking.hpp"
#include "issue_delivery.hpp"
#include "named_filters.hpp"

namespace almanac {
namespace {

constexpr std::array<std::string_view, 6> issue_formats{"md", "html", "text", "ics", "json", "eml"};

Problem unknown_profile(const Context& context, const std::string& name) {
  std::vector<std::string_view> names;
  for (const auto& [known, profile] : context.config().profiles) names.push_back(known);
  const std::string path = context.paths().config.string();
  std::string hint = "add [profile." + name + "] to " + path;
  if (const std::string_view near = nearest_word(name, names); !near.empty()) hint = did_you_mean(near) + " Or " + hint;
  return Problem{AppErrc::bad_usage, "no profile '" + name + "' in the configuration", hint};
}

Problem bad_profile(const Context& context, const std::string& name, const std::string& what, std::string hint) {
  return {AppErrc::bad_config, context.paths().config.string() + ": profile." + name + "." + what, std::move(hint)};
}

Problem bad_format(const std::string& format) {
  return {AppErrc::bad_config, "'" + format + "' is no format of a digest", "write md, html, text, ics, json or eml"};
}

const char* time_form(PeriodLength length) {
  switch (length) {
    case PeriodLength::day:
      return "write a time such as \"08:00\"";
    case PeriodLength::week:
      return "write a weekday and a time such as \"Mon 08:00\"";
    case PeriodLength::month:
      return "write a day and a time such as \"1 08:00\"";
  }
  return "";
}

/// Only these, in this order.
void take_sections(const std::vector<std::string>& words, DigestProfile& profile) {
  for (const std::string& word : words)
    if (const auto kind = section_from(word)) profile.sections.push_back(*kind);
  const auto keep = [&](SectionKind kind, std::size_t& limit) {
    if (std::find(profile.sections.begin(), profile.sections.end(), kind) == profile.sections.end()) limit = 0;
  };
  keep(SectionKind::deadlines, profile.limits.deadlines);
  keep(SectionKind::competitions, profile.limits.competitions);
  keep(SectionKind::conferences, profile.limits.conferences);
  keep(SectionKind::changed, profile.limits.changed);
  keep(SectionKind::posts, profile.limits.posts);
}

}  // namespace

Result<DigestWish, Problem> digest_wish(const Context& context, const std::string& name) {
  DigestWish wish;
  wish.profile.name = "all";
  wish.profile.title = "almanac";
  wish.profile.zone = context.zone().name();
  wish.profile.book = book_of(context);
  if (name.empty()) return wish;
  const auto found = context.config().profiles.find(name);
  if (found == context.config().profiles.end()) return unknown_profile(context, name);
  const ProfileConfig& config = found->second;
  wish.profile.name = name;
  wish.profile.title = config.title;
  wish.profile.filter = config.filter;
  if (auto checked =
          check_filters_named_in(config.filter, {context.config(), context.paths().config, wish.profile.book});
      !checked)
    return checked.error();
  if (auto filter = parse_filter(config.filter, wish.profile.book); !filter)
    return bad_profile(context, name, "filter: " + filter.error().problem().what, filter.error().problem().hint);
  if (!config.zone.empty()) wish.profile.zone = config.zone;
  if (!Zone::find(wish.profile.zone))
    return bad_profile(context, name, "zone: '" + config.zone + "' is not known", "use a name such as Europe/Berlin");
  const auto length = period_length_from(config.period);
  if (!length)
    return bad_profile(context, name, "period: '" + config.period + "' is no period", "write day, week or month");
  wish.profile.period = *length;
  const auto at = read_issue_time(*length, config.at);
  if (!at)
    return bad_profile(context, name, "at: '" + config.at + "' is no time of a " + config.period, time_form(*length));
  wish.at = *at;
  const std::size_t most = static_cast<std::size_t>(config.limit);
  wish.profile.limits = {most, most, most, most, most};
  if (!config.sections.empty()) take_sections(config.sections, wish.profile);
  wish.profile.language = config.language;
  wish.profile.topics = config.topics;
  wish.profile.weights = config.weights;
  for (const std::string& format : config.formats)
    if (std::find(issue_formats.begin(), issue_formats.end(), format) == issue_formats.end())
      return bad_profile(context, name, "formats: " + bad_format(format).what, bad_format(format).hint);
  wish.formats = config.formats;
  wish.folder = expand_home(config.into);
  return wish;
}

Result<std::string, Problem> render_issue(const DigestView& view, const std::string& format, const Context& context,
                                          bool to_terminal) {
  const Reader reader = reader_of_issue(view, context);
  if (auto made = render_by_template(view, format, context)) return *made;
  if (format == "md") return render_digest_markdown(view, reader);
  if (format == "html") return render_digest_html(view, reader);
  if (format == "text") {
    TextStyle style = to_terminal ? text_style_of(context) : TextStyle{};
    if (!to_terminal || !context.terminal().out_is_tty) style.width = std::min(style.width, digest_file_width);
    return render_digest_text(view, reader, style);
  }
  if (format == "ics")
    return render_digest_ics(view, {.name = view.title, .refresh = std::chrono::hours(12), .deadlines = true});
  if (format == "json") return render_digest_json(view);
  if (format == "eml") return render_issue_mail(view, context);
  return bad_format(format);
}

Result<std::filesystem::path, Problem> write_issue_file(const DigestIssue& issue, const std::string& format,
                                                        const std::filesystem::path& folder, const Context& context) {
  auto text = render_issue(issue.view, format, context, false);
  if (!text) return text.error();
  const std::string extension = format == "text" ? "txt" : format;
  // An answer must not take the place of an issue.
  const char* what = issue.origin == DigestIssue::Origin::answer ? "-filter" : "";
  return write_issue(folder, {issue.view.period_name, issue.view.profile + what, extension}, *text);
}

}  // namespace almanac
