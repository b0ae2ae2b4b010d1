#include "program_info.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace almanac {
namespace {

OptionInfo describe(const CLI::Option& option) {
  OptionInfo info;
  for (const std::string& name : option.get_lnames()) info.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) info.names.insert(info.names.begin(), "-" + name);
  info.help = option.get_description();
  if (option.get_items_expected_max() == 0) return info;
  // "TEXT:{a,b}": the choices of IsMember.
  info.value = option.get_type_name();
  const auto open = info.value.find('{');
  if (open != info.value.npos) {
    std::string rest = info.value.substr(open + 1, info.value.rfind('}') - open - 1);
    for (std::size_t at = 0; at <= rest.size();) {
      const auto comma = std::min(rest.find(',', at), rest.size());
      info.choices.push_back(rest.substr(at, comma - at));
      at = comma + 1;
    }
    info.value.clear();
  }
  return info;
}

CommandInfo describe_command(const CLI::App& command) {
  CommandInfo info{command.get_name(), command.get_description(), {}, {}};
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) {
      OptionInfo one = describe(*option);
      one.names = {option->get_name(true)};
      one.required = option->get_required();
      info.positionals.push_back(std::move(one));
    } else if (option->nonpositional()) {
      info.options.push_back(describe(*option));
    }
  }
  return info;
}

}  // namespace

ProgramInfo describe_program(const CLI::App& app) {
  ProgramInfo program;
  program.global = describe_command(app).options;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    program.commands.push_back(describe_command(*command));
  return program;
}

}  // namespace almanac
