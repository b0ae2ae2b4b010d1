#include "client_settings.hpp"

#include "app_errc.hpp"

namespace almanac {

Result<ClientOptions, Problem> client_settings(const Context& context) {
  const Config::Net& net = context.config().net;
  ClientOptions options;
  options.contact = net.contact;
  options.ca_file = net.ca_file;
  for (const std::string& range : net.allow_private)
    if (auto added = options.addresses.add(range); !added)
      return Problem{
          AppErrc::bad_config,
          context.paths().config.string() + ": net.allow_private: '" + range + "' is no address range or host",
          "write it like 192.168.1.0/24"};
  return options;
}

Problem bad_ca_file(const Context& context, const std::exception& error) {
  return {AppErrc::bad_config, context.config().net.ca_file + ": " + error.what(),
          "net.ca_file must be a PEM file that can be read"};
}

}  // namespace almanac
