#include <algorithm>

#include "../asking.hpp"
#include "../commands.hpp"
#include "../doctor/check.hpp"

namespace almanac {

int run_doctor(Context& context, const DoctorArgs& args) {
  Checks checks;
  check_configuration(context, checks);
  check_database(context, checks);
  check_sources(context, checks);
  check_clock(context, checks);
  check_network(context, args.online, checks);
  check_plugins(context, checks);
  check_disk(context, checks);
  const int written = put(context, args.format == "json" ? checks_json(checks) : checks_text(checks));
  if (written != exit_ok) return written;
  const bool failed =
      std::any_of(checks.begin(), checks.end(), [](const Check& check) { return check.level == Check::Level::fail; });
  return failed ? exit_failed : exit_ok;
}

}  // namespace almanac
