#pragma once
#include <almanac/digest/assemble.hpp>
#include <almanac/digest/issue_time.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "context.hpp"

namespace almanac {

/// Where an issue goes: a profile of the configuration writes files, anything else is printed.
struct DigestWish {
  DigestProfile profile;
  IssueTime at;  ///< when the daemon makes it
  std::vector<std::string> formats{"md"};
  std::filesystem::path folder;  ///< empty: print
};

/// A profile of the configuration, every part of it checked; "" is everything, as Markdown, printed. Fails for a name
/// that is not there (with the nearest one), and for a period, time, zone, filter or format that cannot be read.
Result<DigestWish, Problem> digest_wish(const Context& context, const std::string& name);

/// md, html, text, ics, json or eml; text for a terminal as this one shows it, or plain.
Result<std::string, Problem> render_issue(const DigestView& view, const std::string& format, const Context& context,
                                          bool to_terminal);

/// Writes the issue into a folder under its own name; gives the file.
Result<std::filesystem::path, Problem> write_issue_file(const DigestIssue& issue, const std::string& format,
                                                        const std::filesystem::path& folder, const Context& context);

}  // namespace almanac
