#pragma once
#include <functional>

#include "args.hpp"
#include "command_words.hpp"

namespace CLI {
class App;
}

namespace almanac {

class Context;

/// All arguments of all commands; only those of the chosen one are used.
struct AllArgs {
  GlobalArgs global;
  FollowArgs follow;
  UnfollowArgs unfollow;
  SourcesArgs sources;
  SourceEditArgs source_edit;
  PollArgs poll;
  ServeArgs serve;
  StatusArgs status;
  DoctorArgs doctor;
  UpcomingArgs upcoming;
  SearchArgs search;
  ShowArgs show;
  SplitArgs split;
  MergeArgs merge;
  ExportArgs export_;
  ImportArgs import;
  InitArgs init;
  HelpArgs help;
  CompletionsArgs completions;
  MarkArgs star, going, hide;
  DigestArgs digest;
  InspectArgs inspect;
  CatalogArgs catalog;
  PluginsArgs plugins;
};

/// The command that was chosen, with its arguments.
using Run = std::function<int(Context&)>;

/// Adds all commands to the program, and the options of those that are among the words of the command line: describing
/// them all takes longer than many a command. Where help or completions are asked for, all are described. Parsing fills
/// `args` and sets `run` to the chosen command; both must outlive the program.
void add_commands(CLI::App& app, AllArgs& args, Run& run, const Words& words);

}  // namespace almanac
