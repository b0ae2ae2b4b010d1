#include "poll_report.hpp"

#include <fmt/format.h>

#include <almanac/render/progress.hpp>
#include <cstdio>

#include "exit_code.hpp"

namespace almanac {

PollReport::PollReport(const Context& context, std::size_t total)
    : context_(context), has_bar_(context.terminal().err_is_tty && !context.args().quiet && total > 1), total_(total) {
  draw_bar();
}

void PollReport::draw_bar() const {
  if (!has_bar_) return;
  const std::string bar =
      "\r\x1b[2K" + progress_bar(std::min<std::size_t>(context_.terminal().width, 60), done_, total_);
  std::fwrite(bar.data(), 1, bar.size(), stderr);
}

void PollReport::clear_bar() const {
  if (has_bar_) std::fputs("\r\x1b[2K", stderr);
}

void PollReport::add(const Refreshed& done) {
  ++done_;
  counts_.fresh += done.counts.fresh;
  counts_.changed += done.counts.changed;
  counts_.unchanged += done.counts.unchanged;
  counts_.withdrawn += done.counts.withdrawn;
  past_ += done.past;
  skipped_ += done.skipped;
  if (done.not_modified) ++not_modified_;
  if (!done.not_asked.empty()) {
    ++not_asked_;
    clear_bar();
    context_.remark(done.name + ": not asked: " + done.not_asked);
  } else if (done.problem) {
    ++failed_;
    clear_bar();
    context_.tell(*done.problem);
  } else if (context_.args().verbose > 0) {
    clear_bar();
    context_.tell(done.name + (done.not_modified ? ": not modified" : ": read by " + done.plugin));
    for (const Warning& warning : done.warnings) context_.tell(done.name + ": " + warning.message);
  }
  draw_bar();
}

void PollReport::finish(bool interrupted) {
  clear_bar();
  std::string line = fmt::format("{} of {} {}: {} new, {} changed, {} unchanged", done_, total_,
                                 total_ == 1 ? "source" : "sources", counts_.fresh, counts_.changed, counts_.unchanged);
  if (done_ == total_) line = line.substr(line.find("of ") + 3);
  if (counts_.withdrawn) line += fmt::format(", {} withdrawn", counts_.withdrawn);
  if (past_) line += fmt::format(", {} over and left out", past_);
  if (skipped_) line += fmt::format(", {} unreadable", skipped_);
  if (not_modified_) line += fmt::format("; {} not modified", not_modified_);
  if (not_asked_) line += fmt::format("; {} not asked", not_asked_);
  if (failed_) line += fmt::format("; {} failed", failed_);
  if (interrupted) line += "; interrupted, what was committed stays";
  context_.remark(line);
}

int PollReport::exit_code(bool interrupted) const noexcept {
  if (failed_ == 0 && !interrupted) return exit_ok;
  return failed_ < done_ ? exit_partly : failed_ == 0 ? exit_partly : exit_failed;
}

}  // namespace almanac
