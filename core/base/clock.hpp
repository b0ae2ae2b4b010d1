#pragma once
#include <chrono>

namespace almanac {

using std::chrono::sys_seconds;

/// Where "now" comes from. Injected everywhere; only `app` builds the real one, so every run can be pinned and
/// repeated.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual sys_seconds now() const = 0;
};

/// The machine's clock, in whole seconds.
class SystemClock final : public Clock {
 public:
  sys_seconds now() const override;
};

/// A clock that stands still, for `--now` and tests.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(sys_seconds now) : now_(now) {}
  sys_seconds now() const override { return now_; }
  void set(sys_seconds now) { now_ = now; }

 private:
  sys_seconds now_;
};

}  // namespace almanac
