#include "send_issue.hpp"

#include <sys/stat.h>
#include <sys/wait.h>

#include <cerrno>
#include <fstream>

#include "app_errc.hpp"
#include "run_with_input.hpp"

namespace almanac {
namespace {

/// As long as a mail command may take.
constexpr std::chrono::seconds patience{60};

Problem not_sent(const std::string& command, std::string why) {
  return {AppErrc::file, "the issue was not sent: " + command + " " + std::move(why), "check `send` of the profile"};
}

}  // namespace

Result<void, Problem> send_by_command(const std::vector<std::string>& command, std::string_view message) {
  const std::string name = command.empty() ? "the command" : command.front();
  const auto status = run_with_input(command, message, patience);
  if (!status && status.error() == boost::system::errc::timed_out) return not_sent(name, "took longer than a minute");
  if (!status) return not_sent(name, "could not be started: " + status.error().message());
  if (WIFEXITED(*status) && WEXITSTATUS(*status) == 0) return {};
  return not_sent(name,
                  WIFEXITED(*status) ? "failed with exit code " + std::to_string(WEXITSTATUS(*status)) : "was killed");
}

Result<std::filesystem::path, Problem> put_into_maildir(const std::filesystem::path& maildir, const std::string& name,
                                                        std::string_view message) {
  std::error_code ec;
  if (!maildir.parent_path().empty()) std::filesystem::create_directories(maildir.parent_path(), ec);
  const auto folder = [&](const std::filesystem::path& path) {
    return ::mkdir(path.c_str(), S_IRWXU) == 0 || errno == EEXIST;
  };
  for (const char* part : {"", "tmp", "new", "cur"})
    if (!folder(maildir / part))
      return Problem{AppErrc::file, (maildir / part).string() + " cannot be made", "check `maildir` of the profile"};
  const std::filesystem::path fresh = maildir / "tmp" / name, file = maildir / "new" / name;
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  ::chmod(fresh.c_str(), S_IRUSR | S_IWUSR);
  // A Maildir holds lines with LF; the message has CRLF.
  for (const char c : message)
    if (c != '\r') out.put(c);
  out.close();
  if (out) std::filesystem::rename(fresh, file, ec);
  if (out && !ec) return file;
  return Problem{AppErrc::file, file.string() + " could not be written",
                 "is the folder writable, and the disk not full?"};
}

}  // namespace almanac
