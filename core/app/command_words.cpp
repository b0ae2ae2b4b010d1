#include "command_words.hpp"

#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <set>
#include <string_view>

namespace almanac {
namespace {

/// Walks the words of a command line: knows the options so far, and which word is the command.
class Reading {
 public:
  explicit Reading(const ProgramInfo& program) : program_(program) { add(program.global); }

  enum class Meaning { option, option_with_value, unknown_option, command, unknown_command, other };
  Meaning read(std::string_view written) {
    const std::string_view word = written.substr(0, written.find('='));
    if (word.starts_with("-")) {
      if (std::find(names_.begin(), names_.end(), word) == names_.end()) return Meaning::unknown_option;
      return with_value_.contains(word) && word == written ? Meaning::option_with_value : Meaning::option;
    }
    if (command_) return Meaning::other;
    for (const CommandInfo& one : program_.commands)
      if (one.name == written) command_ = &one;
    if (!command_) return Meaning::unknown_command;
    add(command_->options);
    return Meaning::command;
  }

  const CommandInfo* command() const { return command_; }
  const std::vector<std::string_view>& options() const { return names_; }

 private:
  void add(const std::vector<OptionInfo>& options) {
    for (const OptionInfo& option : options)
      for (const std::string& name : option.names) {
        names_.push_back(name);
        if (!option.value.empty() || !option.choices.empty()) with_value_.insert(name);
      }
  }

  const ProgramInfo& program_;
  const CommandInfo* command_ = nullptr;
  std::vector<std::string_view> names_;
  std::set<std::string_view> with_value_;
};

bool takes_filter(const CommandInfo* command) {
  return command && std::any_of(command->positionals.begin(), command->positionals.end(),
                                [](const OptionInfo& one) { return one.value.find("FILTER") != std::string::npos; });
}

/// "-online" or "-(a or b)", but neither "--tz" nor "-vq".
bool is_negated_term(std::string_view word, const std::vector<std::string_view>& options) {
  if (word.size() < 3 || word[0] != '-' || word[1] == '-') return false;
  return !std::all_of(word.begin() + 1, word.end(), [&](char letter) {
    const char flag[]{'-', letter};
    return std::find(options.begin(), options.end(), std::string_view(flag, 2)) != options.end();
  });
}

}  // namespace

Words protect_negated_terms(const ProgramInfo& program, Words words) {
  Reading reading(program);
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const auto meaning = reading.read(words[i]);
    if (meaning == Reading::Meaning::option_with_value) ++i;
    if (meaning == Reading::Meaning::unknown_option && takes_filter(reading.command()) &&
        is_negated_term(words[i], reading.options()))
      words[i] = '(' + words[i] + ')';
  }
  return words;
}

std::string suggestion(const ProgramInfo& program, const Words& words) {
  Reading reading(program);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& written = words[i];
    switch (reading.read(written)) {
      case Reading::Meaning::option_with_value:
        ++i;
        break;
      case Reading::Meaning::unknown_option: {
        const std::string word = written.substr(0, written.find('='));
        if (!word.starts_with("--") || word.size() == 2) break;
        const std::string_view near = nearest_word(word, reading.options());
        if (!near.empty()) return "no option '" + word + "': " + did_you_mean(near);
        return "no option '" + word + "'" +
               (reading.command() ? " ('almanac " + reading.command()->name + " --help' lists them)"
                                  : " before the command ('almanac --help' lists them)");
      }
      case Reading::Meaning::unknown_command: {
        std::vector<std::string_view> commands;
        for (const CommandInfo& command : program.commands) commands.push_back(command.name);
        const std::string_view near = nearest_word(written, commands);
        return "no command '" + written + "': " + did_you_mean(near, "'almanac --help' lists them");
      }
      default:
        break;
    }
  }
  return {};
}

}  // namespace almanac
