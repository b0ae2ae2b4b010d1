#include "status_board.hpp"

#include <fmt/format.h>

#include <almanac/model/redact_text.hpp>

namespace almanac {
namespace {

constexpr std::size_t kept_notes = 10;

std::string words_of(const Refreshed& done) {
  if (done.problem) return redact_text(done.problem->text());
  if (!done.not_asked.empty()) return "not asked: " + done.not_asked;
  if (done.not_modified) return "not modified";
  return fmt::format("{} entries, {} new, {} changed", done.entries, done.counts.fresh, done.counts.changed);
}

}  // namespace

void StatusBoard::add(const Refreshed& done, sys_seconds now) {
  ++polls;
  if (done.problem) ++failed;
  last.push_front({now, redact_text(done.name), words_of(done), done.problem.has_value()});
  if (last.size() > kept_notes) last.pop_back();
}

}  // namespace almanac
