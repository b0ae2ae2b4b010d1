#include "issue_delivery.hpp"

#include <almanac/base/read_file.hpp>
#include <almanac/render/email.hpp>
#include <almanac/render/template_digest.hpp>
#include <filesystem>

#include "app_errc.hpp"
#include "send_issue.hpp"

namespace almanac {
namespace {

const ProfileConfig* profile_of(const DigestView& view, const Context& context) {
  const auto found = context.config().profiles.find(view.profile);
  return found == context.config().profiles.end() ? nullptr : &found->second;
}

}  // namespace

Reader reader_of_issue(const DigestView& view, const Context& context) {
  const auto named = Zone::find(view.zone);
  const ProfileConfig* profile = profile_of(view, context);
  return {view.made, named ? *named : context.zone(), profile ? profile->language : DateLanguage::en};
}

std::optional<Result<std::string, Problem>> render_by_template(const DigestView& view, const std::string& format,
                                                               const Context& context) {
  const ProfileConfig* profile = profile_of(view, context);
  if (!profile || profile->templates.empty()) return std::nullopt;
  const bool fits = format == "md" || format == "text" || format == "html";
  const std::filesystem::path file = expand_home(profile->templates) / ("digest." + format + ".mustache");
  std::error_code ec;
  if (!fits || !std::filesystem::exists(file, ec)) return std::nullopt;
  const auto text = read_file(file);
  if (!text) return Result<std::string, Problem>(unreadable(file.string(), text.error()));
  const TemplateFor output = format == "md"     ? TemplateFor::markdown
                             : format == "html" ? TemplateFor::html
                                                : TemplateFor::text;
  auto made = render_digest_template(view, reader_of_issue(view, context), *text, output);
  if (made) return made;
  return Result<std::string, Problem>(
      Problem{made.error().code, file.string() + ": " + made.error().what, made.error().hint});
}

std::string render_issue_mail(const DigestView& view, const Context& context) {
  EmailHead head;
  if (const ProfileConfig* profile = profile_of(view, context)) {
    if (!profile->mail_from.empty()) head.from = profile->mail_from;
    head.to = profile->mail_to;
  }
  return render_digest_eml(view, reader_of_issue(view, context), head);
}

namespace {

Result<void, Problem> deliver(const DigestIssue& issue, const ProfileConfig& profile, const Context& context) {
  const std::string message = render_issue_mail(issue.view, context);
  if (!profile.maildir.empty()) {
    const std::string name = std::to_string(issue.view.made.time_since_epoch().count()) + '.' + issue.view.profile +
                             '.' + issue.view.period_name + ".almanac";
    auto file = put_into_maildir(expand_home(profile.maildir), name, message);
    if (!file) return file.error();
    context.remark("delivered " + file->string());
  }
  if (profile.send.empty()) return {};
  if (auto sent = send_by_command(profile.send, message); !sent) return sent.error();
  context.remark("sent by " + profile.send.front());
  return {};
}

/// The setting that holds the period whose issue is still to be mailed.
std::string unsent_setting(const DigestIssue& issue) { return "digest.unsent." + issue.view.profile; }

/// Whether an attempt to mail this issue, which was told before, did not succeed.
Result<bool, Problem> is_unsent(Store& store, const DigestIssue& issue) {
  const auto unsent = store.setting(unsent_setting(issue));
  if (!unsent) return unsent.error();
  return *unsent == issue.view.period_name;
}

}  // namespace

Result<void, Problem> mail_issue(Store& store, const DigestIssue& issue, const Context& context) {
  const ProfileConfig* profile = profile_of(issue.view, context);
  if (!profile || (profile->send.empty() && profile->maildir.empty())) return {};
  if (issue.origin == DigestIssue::Origin::told) {
    const auto unsent = is_unsent(store, issue);
    if (!unsent) return unsent.error();
    if (!*unsent) return {};
  } else if (issue.origin != DigestIssue::Origin::fresh) {
    return {};
  }
  if (auto noted = store.set_setting(unsent_setting(issue), issue.view.period_name); !noted) return noted.error();
  if (auto done = deliver(issue, *profile, context); !done) return done;
  if (auto noted = store.set_setting(unsent_setting(issue), ""); !noted) return noted.error();
  return {};
}

}  // namespace almanac
