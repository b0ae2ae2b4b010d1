#include "../serve/status.hpp"

#include "../asking.hpp"
#include "../commands.hpp"
#include "../serve/control_messages.hpp"
#include "../serve/control_socket.hpp"
#include "../serve/daemon_lock.hpp"

namespace almanac {
namespace {

using namespace std::chrono_literals;

int no_daemon(Context& context, const StatusArgs& args) {
  const auto holder = DaemonLock::holder(context.paths().database);
  if (args.format == "json") put(context, "{\"schema\":\"almanac.status/1\",\"running\":false}\n");
  if (holder)
    context.tell("a daemon runs on " + context.paths().database.string() +
                 (*holder ? " (process " + std::to_string(*holder) + ")" : "") +
                 ", but does not answer (it may be starting; was it started with another XDG_RUNTIME_DIR?)");
  else
    context.tell("no daemon runs on " + context.paths().database.string() +
                 " ('systemctl --user enable --now almanac' or 'almanac serve' starts one; 'almanac poll' polls once)");
  return exit_failed;
}

}  // namespace

int run_status(Context& context, const StatusArgs& args) {
  auto client = ControlClient::connect(control_socket(context.paths()));
  if (!client || !client->send(to_json(ControlRequest{}))) return no_daemon(context, args);
  const auto line = client->receive(10s);
  const auto status = line ? status_from_json(*line) : std::nullopt;
  if (status) return put(context, args.format == "json" ? *line + "\n" : status_text(*status));
  const auto answer = line ? answer_from_json(*line) : std::nullopt;
  if (answer && answer->problem) return fail(context, *answer->problem);
  return no_daemon(context, args);
}

}  // namespace almanac
