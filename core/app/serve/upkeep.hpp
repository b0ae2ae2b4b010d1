#pragma once
#include <almanac/store/store.hpp>
#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <optional>

#include "../machinery.hpp"
#include "status_board.hpp"

namespace almanac {

/// Forgets what is long over, a little at a time: polls go on in between, and `stop` ends it. How many went in all.
asio::awaitable<Store::Outcome<std::size_t>> forget_old(Machinery& machinery, sys_seconds now, const bool& stop);

/// What keeps the database small and sound while the daemon runs. What it finds is logged and shown on the board.
class Upkeep {
 public:
  Upkeep(Context& context, Machinery& machinery, StatusBoard& board)
      : context_(context), machinery_(machinery), board_(board) {}

  /// Once a day, and at the start: forgets what is long over, and looks at the file after a crash of the machine; once
  /// a week, over all runs, at the whole of it. `stop` ends it early.
  asio::awaitable<void> when_due(const bool& stop);

 private:
  asio::awaitable<void> check_weekly(const bool& stop);

  Context& context_;
  Machinery& machinery_;
  StatusBoard& board_;
  std::optional<sys_seconds> next_;
};

}  // namespace almanac
