#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace almanac {

// The command line as values: what --help prints, completions complete and the manual page lists come from one table.

struct OptionInfo {
  std::vector<std::string> names;    ///< "-o", "--output"; of a positional its one name
  std::string value;                 ///< what it takes: "FILE"; empty for a flag or a choice
  std::vector<std::string> choices;  ///< the only values; empty: any
  std::string help;
  bool required = false;
};
struct CommandInfo {
  std::string name, help;
  std::vector<OptionInfo> options, positionals;
};
struct ProgramInfo {
  std::vector<OptionInfo> global;
  std::vector<CommandInfo> commands;
};

ProgramInfo describe_program(const CLI::App& app);

/// The completions of bash, zsh or fish; nothing for another shell. Sources, profiles, filters and the names of the
/// catalogue are asked of the program when they are wanted ("almanac completions sources").
std::optional<std::string> completion_script(const ProgramInfo& program, std::string_view shell);

/// The manual page (man(7), groff -man).
std::string man_page(const ProgramInfo& program);

}  // namespace almanac
