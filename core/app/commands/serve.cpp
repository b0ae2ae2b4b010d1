#include "../commands.hpp"
#include "../serve/daemon.hpp"

namespace almanac {

int run_serve(Context& context, const ServeArgs& args) { return run_daemon(context, args); }

}  // namespace almanac
