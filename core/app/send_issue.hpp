#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// Gives a message to a sendmail-compatible command on standard input: found along PATH, started without a shell. Fails
/// when it cannot be started, is killed, exits with anything but 0 or takes longer than a minute.
Result<void, Problem> send_by_command(const std::vector<std::string>& command, std::string_view message);

/// Puts a message into a Maildir (tmp, then new; folders are made when missing). `name` is unique for the content, so
/// the same message is delivered once. Gives the file.
Result<std::filesystem::path, Problem> put_into_maildir(const std::filesystem::path& maildir, const std::string& name,
                                                        std::string_view message);

}  // namespace almanac
