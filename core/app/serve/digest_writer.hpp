#pragma once
#include <functional>
#include <map>
#include <string>

#include "../digest_wish.hpp"
#include "../machinery.hpp"
#include "alarm.hpp"
#include "status_board.hpp"

namespace almanac {

/// Makes each profile's issue at its time of each period and writes its files: once a period, also when the program did
/// not run at that time (then as soon as it runs and the first polls are done), and whatever the clock does. A period
/// that is over is not made up for. Nothing to tell yet, or an error: tried again every ten minutes.
class DigestWriter {
 public:
  /// `is_busy`: polls are under way or wait for their turn.
  DigestWriter(asio::any_io_executor executor, Context& context, Machinery& machinery, StatusBoard& board,
               std::function<bool()> is_busy);

  /// Until `request_stop`.
  asio::awaitable<void> run();
  void request_stop();

 private:
  /// What is known of a profile: the period that is done with, and not to try again before.
  struct State {
    std::string done;
    sys_seconds not_before{};
  };

  asio::awaitable<void> await_first_polls();
  asio::awaitable<sys_seconds> look_at(std::string name);
  asio::awaitable<void> make(DigestWish wish, std::string period, sys_seconds now);

  Context& context_;
  Machinery& machinery_;
  StatusBoard& board_;
  std::function<bool()> is_busy_;
  Alarm alarm_;
  std::map<std::string, State> states_;
  bool stop_ = false;
};

}  // namespace almanac
