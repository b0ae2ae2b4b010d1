#include "command_words.hpp"

#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <map>
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
  bool takes_value(std::string_view option) const { return with_value_.contains(option); }
  /// An option that takes a value.
  const OptionInfo& option(std::string_view word) const { return *with_value_.at(word); }
  const std::vector<std::string_view>& options() const { return names_; }

 private:
  void add(const std::vector<OptionInfo>& options) {
    for (const OptionInfo& option : options)
      for (const std::string& name : option.names) {
        names_.push_back(name);
        if (!option.value.empty() || !option.choices.empty()) with_value_.emplace(name, &option);
      }
  }

  const ProgramInfo& program_;
  const CommandInfo* command_ = nullptr;
  std::vector<std::string_view> names_;
  std::map<std::string_view, const OptionInfo*> with_value_;
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

/// What to say of a value that an option does not take; "" when it takes it.
std::string wrong_choice(const OptionInfo& option, const std::string& name, const std::string& value) {
  if (option.choices.empty() || std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end())
    return {};
  std::string all;
  for (const std::string& choice : option.choices) all += (all.empty() ? "it takes " : ", ") + choice;
  const std::vector<std::string_view> choices(option.choices.begin(), option.choices.end());
  return name + ": not '" + value + "': " + did_you_mean(nearest_word(value, choices), all);
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
        if (++i < words.size())
          if (std::string wrong = wrong_choice(reading.option(written), written, words[i]); !wrong.empty())
            return wrong;
        break;
      case Reading::Meaning::option: {
        const std::size_t equals = written.find('=');
        if (equals == written.npos) break;
        const std::string name = written.substr(0, equals);
        if (!reading.takes_value(name)) break;
        if (std::string wrong = wrong_choice(reading.option(name), name, written.substr(equals + 1)); !wrong.empty())
          return wrong;
        break;
      }
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
