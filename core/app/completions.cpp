#include <fmt/format.h>

#include "program_info.hpp"

namespace almanac {
namespace {

/// What completes a value.
struct Words {
  enum class From { nowhere, choices, program, files } from = From::nowhere;
  std::string list;  ///< the choices with blanks, or what to ask the program for
};

Words words_for(const OptionInfo& option) {
  Words out;
  if (!option.choices.empty()) {
    out.from = Words::From::choices;
    for (const std::string& choice : option.choices) (out.list += out.list.empty() ? "" : " ") += choice;
    return out;
  }
  const auto asks = [&](std::string_view list) { return Words{Words::From::program, std::string(list)}; };
  const std::string& value = option.value;
  if (value == "SOURCE") return asks("sources");
  if (value == "PROFILE") return asks("profiles");
  if (value == "FILTER") return asks("terms");
  if (value == "LIST|FILTER") return asks("lists");
  if (value == "ZONE") return asks("zones");
  if (value == "FIELD,…") return asks("fields");
  if (value == "URL|NAME|@BUNDLE" || value == "NAME|@BUNDLE") return asks("catalogue");
  if (value == "KIND") return asks("kinds");
  if (value == "SHELL") return {Words::From::choices, "bash zsh fish"};
  if (value.find("FILE") != value.npos) out.from = Words::From::files;
  return out;
}

std::string option_words(const std::vector<OptionInfo>& options) {
  std::string out;
  for (const OptionInfo& option : options)
    for (const std::string& name : option.names) (out += out.empty() ? "" : " ") += name;
  return out;
}

std::string command_words(const ProgramInfo& program) {
  std::string out;
  for (const CommandInfo& command : program.commands) (out += out.empty() ? "" : " ") += command.name;
  return out;
}

/// The text in single quotes of a shell.
std::string shell_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text)
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  return out + '\'';
}

// ---- bash ----

/// One line that fills COMPREPLY.
std::string bash_reply(const Words& words) {
  switch (words.from) {
    case Words::From::choices:
      return "mapfile -t COMPREPLY < <(compgen -W " + shell_word(words.list) + " -- \"$cur\")";
    case Words::From::program:
      return "_almanac_ask " + words.list;
    case Words::From::files:
      return "mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
    case Words::From::nowhere:
      break;
  }
  return "COMPREPLY=()";
}

std::string bash_values(const std::vector<OptionInfo>& options, std::string_view indent) {
  std::string out;
  for (const OptionInfo& option : options) {
    if (option.value.empty() && option.choices.empty()) continue;
    std::string names;
    for (const std::string& name : option.names) (names += names.empty() ? "" : "|") += name;
    out += fmt::format("{}{}) {}; return ;;\n", indent, names, bash_reply(words_for(option)));
  }
  return out;
}

std::string bash(const ProgramInfo& program) {
  std::string out = R"sh(# bash completion of almanac; made by 'almanac completions bash'
_almanac_ask() {
  # bash takes "kind:hack" apart and completes what stands behind the colon; of "date,ti" we do so. "@mine" it takes
  # apart and completes whole.
  local line whole=$cur kept='' listed='' n=$COMP_CWORD
  if [[ $cur == : ]]; then
    kept=${COMP_WORDS[n-1]}: whole=$kept
  elif ((n > 2)) && [[ ${COMP_WORDS[n-1]} == : ]]; then
    kept=${COMP_WORDS[n-2]}: whole=$kept$cur
  elif [[ ${COMP_WORDS[n-1]} == @ ]]; then
    whole=@$cur
  elif [[ $1 == fields && $cur == *,* ]]; then
    listed=${cur%,*}, whole=${cur##*,}
  fi
  COMPREPLY=()
  while IFS= read -r line; do
    [[ ${line,,} == "${whole,,}"* ]] && COMPREPLY+=("$listed$(printf '%q' "${line#"$kept"}")")
  done < <(almanac completions "$1" 2>/dev/null)
}
_almanac() {
  local cur prev command='' i
  cur=${COMP_WORDS[COMP_CWORD]}
  prev=${COMP_WORDS[COMP_CWORD-1]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
)sh";
  std::string names;
  for (const CommandInfo& command : program.commands) (names += names.empty() ? "" : "|") += command.name;
  out += "      " + names + ") command=${COMP_WORDS[i]}; break ;;\n    esac\n  done\n  case $prev in\n" +
         bash_values(program.global, "    ") + "  esac\n  case $command in\n";
  for (const CommandInfo& command : program.commands) {
    out += "    " + command.name + ")\n      case $prev in\n" + bash_values(command.options, "        ") +
           "      esac\n      if [[ $cur == -* ]]; then\n        mapfile -t COMPREPLY < <(compgen -W " +
           shell_word(option_words(command.options) + ' ' + option_words(program.global)) +
           " -- \"$cur\")\n      else\n        " +
           (command.name == "help" ? "mapfile -t COMPREPLY < <(compgen -W " +
                                         shell_word("filters manual " + command_words(program)) + " -- \"$cur\")"
            : command.positionals.empty() ? std::string("COMPREPLY=()")
                                          : bash_reply(words_for(command.positionals.front()))) +
           "\n      fi\n      ;;\n";
  }
  out += "    *) mapfile -t COMPREPLY < <(compgen -W " +
         shell_word(command_words(program) + ' ' + option_words(program.global)) +
         " -- \"$cur\") ;;\n  esac\n}\ncomplete -F _almanac almanac\n";
  return out;
}

// ---- zsh ----

std::string zsh_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(const OptionInfo& option) {
  const Words words = words_for(option);
  switch (words.from) {
    case Words::From::choices:
      return "(" + words.list + ")";
    case Words::From::program:
      return "{_almanac_ask " + words.list + "}";
    case Words::From::files:
      return "_files";
    case Words::From::nowhere:
      break;
  }
  return " ";
}

std::string zsh_arguments(const std::vector<OptionInfo>& options, std::string_view indent) {
  std::string out;
  for (const OptionInfo& option : options)
    for (const std::string& name : option.names) {
      std::string spec = "*" + name + '[' + zsh_escaped(option.help) + ']';
      if (!option.value.empty() || !option.choices.empty())
        spec += ':' + zsh_escaped(option.value.empty() ? "choice" : option.value) + ':' + zsh_action(option);
      out += fmt::format("{}{} \\\n", indent, shell_word(spec));
    }
  return out;
}

std::string zsh(const ProgramInfo& program) {
  std::string out = R"sh(#compdef almanac
# zsh completion of almanac; made by 'almanac completions zsh'
_almanac_ask() {
  local -a words
  words=(${(f)"$(almanac completions $1 2>/dev/null)"})
  [[ $1 == fields ]] && compset -P '*,'
  compadd -a words
}
_almanac() {
  local context state line
  typeset -A opt_args
  _arguments -C \
)sh";
  out += zsh_arguments(program.global, "    ") +
         "    '1:command:->command' '*::argument:->argument'\n  case $state in\n" +
         "    command)\n      local -a commands\n      commands=(\n";
  for (const CommandInfo& command : program.commands)
    out += "        " + shell_word(zsh_escaped(command.name) + ':' + command.help) + '\n';
  out += "      )\n      _describe command commands ;;\n    argument)\n      case $words[1] in\n";
  for (const CommandInfo& command : program.commands) {
    out += "        " + command.name + ")\n          _arguments \\\n" + zsh_arguments(command.options, "            ");
    if (command.name == "help")
      out += "            '*:topic:(filters manual " + command_words(program) + ")'";
    else if (command.positionals.empty())
      out += "            '*: : '";
    else
      out += "            " + shell_word("*:" + zsh_escaped(command.positionals.front().value) + ':' +
                                         zsh_action(command.positionals.front()));
    out += " ;;\n";
  }
  return out + "      esac ;;\n  esac\n}\n_almanac \"$@\"\n";
}

// ---- fish ----

/// What fish is to run; of "date,ti" what stands before the comma stays.
std::string fish_asks(const std::string& list) {
  const std::string words = "almanac completions " + list;
  return list == "fields" ? "(__fish_complete_list , '" + words + "')" : '(' + words + ')';
}

std::string fish_options(const std::vector<OptionInfo>& options, const std::string& condition) {
  std::string out;
  for (const OptionInfo& option : options) {
    std::string line = "complete -c almanac" + (condition.empty() ? "" : " -n " + shell_word(condition));
    for (const std::string& name : option.names)
      line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    const Words words = words_for(option);
    if (words.from == Words::From::choices) line += " -x -a " + shell_word(words.list);
    if (words.from == Words::From::program) line += " -x -a " + shell_word(fish_asks(words.list));
    if (words.from == Words::From::files) line += " -r -F";
    if (words.from == Words::From::nowhere && !option.value.empty()) line += " -x";
    out += line + " -d " + shell_word(option.help) + '\n';
  }
  return out;
}

std::string fish(const ProgramInfo& program) {
  std::string out = "# fish completion of almanac; made by 'almanac completions fish'\ncomplete -c almanac -f\n";
  const std::string names = command_words(program);
  out += fish_options(program.global, {});
  for (const CommandInfo& command : program.commands) {
    out += "complete -c almanac -n " + shell_word("not __fish_seen_subcommand_from " + names) + " -a " + command.name +
           " -d " + shell_word(command.help) + '\n';
    const std::string seen = "__fish_seen_subcommand_from " + command.name;
    out += fish_options(command.options, seen);
    Words words = command.positionals.empty() ? Words{} : words_for(command.positionals.front());
    if (command.name == "help") words = {Words::From::choices, "filters manual " + names};
    if (words.from == Words::From::nowhere) continue;
    const std::string start = "complete -c almanac -n " + shell_word(seen);
    if (words.from == Words::From::choices) out += start + " -a " + shell_word(words.list) + '\n';
    if (words.from == Words::From::program) out += start + " -a " + shell_word(fish_asks(words.list)) + '\n';
    if (words.from == Words::From::files) out += start + " -F\n";
  }
  return out;
}

}  // namespace

std::optional<std::string> completion_script(const ProgramInfo& program, std::string_view shell) {
  if (shell == "bash") return bash(program);
  if (shell == "zsh") return zsh(program);
  if (shell == "fish") return fish(program);
  return std::nullopt;
}

}  // namespace almanac
