#pragma once
#include <almanac/digest/assemble.hpp>
#include <almanac/render/reader.hpp>
#include <almanac/store/store.hpp>
#include <optional>
#include <string>

#include "context.hpp"

namespace almanac {

/// For whom an issue is written: its moment and zone, and the language of its profile.
Reader reader_of_issue(const DigestView& view, const Context& context);

/// The issue through the template of its profile for a format (md, text or html); nothing when there is none.
std::optional<Result<std::string, Problem>> render_by_template(const DigestView& view, const std::string& format,
                                                               const Context& context);

/// The issue as a message from and to whom its profile says.
std::string render_issue_mail(const DigestView& view, const Context& context);

/// Sends an issue the way its profile says: by a command, into a Maildir, or not at all. What was told before is sent
/// only if that failed or was cut short then.
Result<void, Problem> mail_issue(Store& store, const DigestIssue& issue, const Context& context);

}  // namespace almanac
