#include <almanac/query/parse_filter.hpp>

#include "program_info.hpp"

namespace almanac {
namespace {

/// Text for groff: nothing in it is an escape or a request; characters beyond ASCII by number.
std::string roff(std::string_view text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    line_begins = c == '\n';
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

std::string option_lines(const std::vector<OptionInfo>& options) {
  std::string out;
  for (const OptionInfo& option : options) {
    std::string names;
    for (const std::string& name : option.names) (names += names.empty() ? "\\fB" : "\\fR, \\fB") += roff(name);
    names += "\\fR";
    if (!option.value.empty()) names += " \\fI" + roff(option.value) + "\\fR";
    if (!option.choices.empty()) {
      std::string choices;
      for (const std::string& choice : option.choices) (choices += choices.empty() ? "" : "|") += choice;
      names += " \\fI" + roff(choices) + "\\fR";
    }
    out += ".TP\n" + names + '\n' + roff(option.help) + '\n';
  }
  return out;
}

std::string command_section(const CommandInfo& command) {
  std::string line = "\\fBalmanac " + roff(command.name) + "\\fR [\\fIOPTION\\fR]...";
  for (const OptionInfo& positional : command.positionals) {
    const std::string name = roff(positional.value.empty() ? positional.names.front() : positional.value);
    line += positional.required ? " \\fI" + name + "\\fR" : " [\\fI" + name + "\\fR]";
  }
  std::string out = ".SS " + roff(command.name) + '\n' + line + "\n.PP\n" + roff(command.help) + ".\n";
  for (const OptionInfo& positional : command.positionals)
    out += ".TP\n\\fI" + roff(positional.value.empty() ? positional.names.front() : positional.value) + "\\fR\n" +
           roff(positional.help) + '\n';
  return out + option_lines(command.options);
}

constexpr std::string_view head = R"(.TH ALMANAC 1 "" "almanac )" ALMANAC_VERSION R"(" "User commands"
.SH NAME
almanac \- conferences, hackathons, meetups and their deadlines, from public feeds
.SH SYNOPSIS
.B almanac
[\fIOPTION\fR]... \fICOMMAND\fR [\fIARGUMENT\fR]...
.SH DESCRIPTION
almanac follows RSS, Atom, JSON and iCalendar sources, pages and public lists, polls them politely, keeps what they say in
one file, and answers what is coming.
Data goes to standard output, talk to standard error.
.SH OPTIONS
)";

constexpr std::string_view tail = R"(.SH EXIT STATUS
0 ok, 1 failed, 2 wrong usage or configuration, 3 partly failed.
.SH FILES
.TP
.I ~/.config/almanac/almanac.toml
Configuration; the annotated example lists every key.
.TP
.I ~/.local/share/almanac/almanac.db
The database.
.SH ENVIRONMENT
.TP
.B ALMANAC_CONFIG\fR, \fBALMANAC_DB\fR, \fBALMANAC_PLUGINS\fR, \fBALMANAC_FEEDS
Where the configuration, the database, the plugins and the catalogue lie.
.TP
.B ALMANAC_PAGER\fR, \fBPAGER
What shows long output on a terminal; empty or "cat": nothing.
.TP
.B NO_COLOR\fR, \fBCOLUMNS\fR, \fBTZ
No colours; the width of tables; the zone that times are shown in.
)";

}  // namespace

std::string man_page(const ProgramInfo& program) {
  std::string out(head);
  out += option_lines(program.global) + ".SH COMMANDS\n";
  for (const CommandInfo& command : program.commands) out += command_section(command);
  out += ".SH FILTERS\n.nf\n" + roff(filter_help()) + ".fi\n";
  return out += tail;
}

}  // namespace almanac
