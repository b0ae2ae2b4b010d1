#include "allowed_hours.hpp"

namespace almanac {

sys_seconds next_allowed(sys_seconds at, std::uint32_t skip_hours, std::uint8_t skip_days) {
  using namespace std::chrono;
  if ((skip_hours & 0xff'ffffu) == 0xff'ffffu || (skip_days & 0x7fu) == 0x7fu) return at;
  for (int step = 0; step < 24 * 8; ++step) {
    const auto day = floor<days>(at);
    const unsigned hour = static_cast<unsigned>(duration_cast<hours>(at - day).count());
    const unsigned weekday_number = weekday(day).c_encoding();
    if (!(skip_hours >> hour & 1u) && !(skip_days >> weekday_number & 1u)) return at;
    at = floor<hours>(at) + hours(1);
  }
  return at;
}

}  // namespace almanac
