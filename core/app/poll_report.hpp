#pragma once
#include <almanac/ingest/refresh_source.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "context.hpp"

namespace almanac {

/// Tells a person how a poll goes: a progress bar on a terminal, failures as they come, and a summary line at the end.
class PollReport {
 public:
  PollReport(const Context& context, std::size_t total);
  void add(const Refreshed& done);
  /// Ends the progress bar and writes the summary: "12 sources: 34 new, 5 changed, 3 not modified; 1 failed".
  void finish(bool interrupted);

  std::size_t failed() const noexcept { return failed_; }
  std::size_t total() const noexcept { return total_; }
  /// ok, failed, or partly, by how many sources failed.
  int exit_code(bool interrupted) const noexcept;

 private:
  void draw_bar() const;
  void clear_bar() const;

  const Context& context_;
  bool has_bar_;
  std::size_t total_, done_ = 0, failed_ = 0, not_modified_ = 0, not_asked_ = 0, withdrawn_ = 0, past_ = 0,
                      skipped_ = 0;
  PollCounts counts_;
};

}  // namespace almanac
