#include "cli.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <almanac/query/parse_filter.hpp>
#include <almanac/text/escape.hpp>
#include <cstdio>
#include <filesystem>

#include "command_table.hpp"
#include "command_words.hpp"
#include "context.hpp"
#include "exit_code.hpp"
#include "program_info.hpp"
#include "terminal.hpp"

namespace almanac {
namespace {

/// `help` and `completions SHELL` print the program's own tables and need nothing else. Nothing for other commands.
std::optional<int> run_without_context(CLI::App& app, const AllArgs& args) {
  const auto print = [](const std::string& text) { return write_out(text) ? exit_ok : exit_failed; };
  if (app.got_subcommand("completions"))
    if (const auto script = completion_script(describe_program(app), args.completions.what)) return print(*script);
  if (!app.got_subcommand("help")) return std::nullopt;
  const std::string& topic = args.help.topic;
  if (topic.empty()) return print(app.help());
  if (topic == "filters" || topic == "filter") return print(filter_help());
  if (topic == "manual") return print(man_page(describe_program(app)));
  std::vector<std::string_view> names{"filters", "manual"};
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == topic) return print(command->help("almanac"));
    names.push_back(command->get_name());
  }
  const std::string_view near = nearest_word(topic, names);
  std::fprintf(stderr, "almanac: no help on '%s': %s\n", topic.c_str(),
               did_you_mean(near, "'almanac --help' lists the commands").c_str());
  return exit_usage;
}

/// What `almanac` alone says: the next step, in five lines.
int say_what_next(const GlobalArgs& args) {
  auto context = Context::make(args);
  std::error_code ec;
  const bool has_data = context && std::filesystem::exists(context->paths().database, ec);
  const char* first =
      "almanac gathers conferences, hackathons, meetups and their deadlines from public feeds. Begin with:\n"
      "  almanac init              three questions, then a bundle of sources to begin with\n"
      "  almanac follow URL        or a feed, a calendar, a page of your own; 'almanac catalog' lists known ones\n"
      "  almanac poll              fetch what is due\n"
      "  almanac upcoming          see what is coming; 'almanac --help' lists everything else\n";
  const char* later =
      "almanac upcoming hackathons      what is coming; also conferences, meetups, deadlines, posts, or a filter\n"
      "almanac search FILTER            find events of any date; 'almanac help filters' explains filters\n"
      "almanac poll                     fetch what is due; 'almanac sources' lists what you follow\n"
      "almanac digest                   this week's digest\n"
      "almanac --help                   everything else\n";
  std::fputs(has_data ? later : first, stdout);
  return exit_ok;
}

/// Prints what CLI11 has to say; wrong usage in one line with the way on.
int exit_with(const CLI::App& app, const CLI::ParseError& error, const Words& words) {
  if (error.get_exit_code() == 0) return app.exit(error);
  const std::string near = suggestion(describe_program(app), words);
  if (!near.empty())
    std::fprintf(stderr, "almanac: %s\n", escape_terminal(near).c_str());
  else
    std::fprintf(stderr, "almanac: %s ('almanac --help' and 'almanac COMMAND --help' explain)\n",
                 escape_terminal(error.what()).c_str());
  return exit_usage;
}

/// A look at the word alone, as nearly no command line has such a one.
bool may_be_negated(const std::string& word) { return word.size() > 2 && word[0] == '-' && word[1] != '-'; }

}  // namespace

int run_command_line(int argc, char** argv) {
  CLI::App app("almanac: conferences, hackathons, meetups and their deadlines, from public feeds", "almanac");
  AllArgs args;
  Run run;
  app.set_version_flag("--version", "almanac " ALMANAC_VERSION);
  app.require_subcommand(0, 1);
  app.fallthrough();
  app.footer("Exit codes: 0 ok, 1 failed, 2 wrong usage, 3 partly failed.");
  Words words(argv + std::min(argc, 1), argv + argc);
  add_commands(app, args, run, words);
  if (std::any_of(words.begin(), words.end(), may_be_negated))
    words = protect_negated_terms(describe_program(app), std::move(words));
  try {
    app.parse(Words(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    return exit_with(app, error, words);
  }
  if (const auto code = run_without_context(app, args)) return *code;
  if (!run) return say_what_next(args.global);
  args.global.config_may_be_missing = app.got_subcommand("init");
  auto context = Context::make(args.global);
  if (!context) {
    std::fprintf(stderr, "almanac: %s\n", context.error().text().c_str());
    return exit_usage;
  }
  try {
    return run(*context);
  } catch (const std::exception& error) {
    context->tell(std::string("internal error: ") + error.what());
    return exit_failed;
  }
}

}  // namespace almanac
