#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/model/source.hpp>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "store.hpp"

namespace almanac {

/// A source that was taken for a poll, and when and why it was due before.
struct TakenSource {
  SourceId id;
  std::optional<sys_seconds> last_attempt, next_due;
  std::string due_reason;
};

struct SourceCounts {
  std::int64_t all = 0, failing = 0;
};

/// Who is due, and who has been taken: what a scheduler asks of the database, with a connection of its own to a file
/// that a Store has opened for writing. Threads, transactions, locks and errors as Store's.
class DueTimes {
 public:
  template <class T>
  using Outcome = Result<T, Problem>;

  static Outcome<DueTimes> open(const std::filesystem::path& file);
  DueTimes(DueTimes&&) noexcept;
  ~DueTimes();

  /// Due at `now`, longest waiting first, as Store::due_sources; and puts them off until `until` in one transaction,
  /// before anything is asked: nobody else takes them, and a crash does not ask them again at once. From now on they
  /// count as asked at `now`. Their `health` is as it was before.
  Outcome<std::vector<Source>> take(sys_seconds now, sys_seconds until, std::size_t limit);
  /// Puts sources off until `until` like `take`, due or not; later due times stay.
  Outcome<void> put_off(std::span<const SourceId> sources, sys_seconds now, sys_seconds until);
  /// Makes taken sources due again as they were, except those that were polled or changed meanwhile.
  Outcome<void> give_back(std::span<const TakenSource> sources);
  /// From indexes alone: at once, however many there are.
  Outcome<SourceCounts> counts();
  /// When the next source is due; nothing when none ever is.
  Outcome<std::optional<sys_seconds>> next();

 private:
  explicit DueTimes(std::unique_ptr<Store::Impl> impl);
  std::unique_ptr<Store::Impl> impl_;
};

}  // namespace almanac
