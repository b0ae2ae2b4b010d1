#pragma once
#include <optional>
#include <string>
#include <vector>

namespace almanac {

// What the command line said, one struct a command, in the words of the user: texts are read by the commands
// themselves.

struct GlobalArgs {
  std::string config, db, now;
  int verbose = 0;
  bool quiet = false;
  std::string color = "auto", tz;
  bool no_pager = false;
  bool config_may_be_missing = false;  ///< `init` writes it
};

/// How lists look and are sorted.
struct ListArgs {
  std::vector<std::string> fields;
  std::string format = "table", sort = "date", alarm;
  bool reverse = false;
};

struct InspectArgs {
  std::string what;  ///< file or address
  std::string plugin, recipe, format = "text", url;
  std::vector<std::string> options;  ///< "name=value"
  std::vector<std::string> between;  ///< none, or two times
  bool batch = false;
};

/// What people may say of a source when they follow or edit it.
struct SourceArgs {
  std::string kind, every, plugin, recipe, name;
  std::vector<std::string> tags;
  std::vector<std::string> options;  ///< "name=value"
};

struct FollowArgs {
  std::vector<std::string> what;  ///< addresses, files, catalogue names, @bundles
  SourceArgs source;
  bool later = false;  ///< do not fetch now
};

struct UnfollowArgs {
  std::vector<std::string> sources;
};

struct SourcesArgs {
  bool broken = false;
  std::string format = "text";
};

struct SourceEditArgs {
  std::string which;
  SourceArgs source;
  bool pause = false, resume = false, undo_move = false;
};

struct PollArgs {
  std::vector<std::string> sources;
  bool force = false;
};

struct ServeArgs {
  std::string log_level, log_format;  ///< empty: as configured
};

struct StatusArgs {
  std::string format = "text";
};

struct DoctorArgs {
  bool online = false;
  std::string format = "text";
};

struct UpcomingArgs {
  std::string what;  ///< hackathons, deadlines …, or the first word of the filter
  std::vector<std::string> filter;
  std::string within, group_by = "none";
  ListArgs list;
  std::size_t limit = 50;
  bool mine = false, calendar = false;
};

struct SearchArgs {
  std::vector<std::string> words;
  ListArgs list;
  std::size_t limit = 30;
};

struct ShowArgs {
  std::string event, format = "text";
};

struct SplitArgs {
  std::string event;
};

struct MergeArgs {
  std::string event, other;
};

struct ExportArgs {
  std::vector<std::string> filter;  ///< or a file that ends in .opml or .ics, and a filter
  std::string format = "jsonl", alarm;
  bool secrets = false;
};

struct ImportArgs {
  std::vector<std::string> files;
  SourceArgs source;
  bool dry_run = false, files_too = false;
};

struct InitArgs {
  std::string interests, place, far, bundle = "starter";
  bool force = false;
};

struct HelpArgs {
  std::string topic;
};

struct CompletionsArgs {
  std::string what;  ///< bash, zsh, fish; or the words that a shell asks for
};

struct MarkArgs {
  std::string event, note;
  bool undo = false;
};

struct DigestArgs {
  std::string profile, period, format, output, filter, of;
  bool preview = false, again = false, even_empty = false;
};

struct CatalogArgs {
  std::vector<std::string> words;
  std::string format = "text";
};

struct PluginsArgs {
  std::string format = "text";
};

}  // namespace almanac
