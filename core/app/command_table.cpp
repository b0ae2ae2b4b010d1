#include "command_table.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <almanac/ingest/source_options.hpp>
#include <almanac/render/event_fields.hpp>

#include "commands.hpp"
#include "sorting.hpp"

namespace almanac {
namespace {

/// A command that is answered without a context.
int no_command(Context&, const HelpArgs&) { return exit_ok; }

std::string option_names() {
  std::string out;
  for (const OptionHelp& help : source_option_help()) out += (out.empty() ? "" : ", ") + std::string(help.name);
  return out;
}

/// Adds commands to the program; each sets `run` when it is the chosen one.
class Commands {
 public:
  Commands(CLI::App& app, Run& run, const Words& words) : app_(app), run_(run), words_(words) {
    describe_all_ = is_written("help") || is_written("completions");
  }

  /// The command, to which its options are to be added; null when nothing asks for these.
  template <class Args>
  CLI::App* add(const std::string& name, const std::string& help, Args& args, int (*command)(Context&, const Args&)) {
    CLI::App* added = app_.add_subcommand(name, help);
    added->callback(
        [&run = run_, &args, command] { run = [&args, command](Context& context) { return command(context, args); }; });
    return describe_all_ || is_written(name) ? added : nullptr;
  }

 private:
  bool is_written(const std::string& word) const {
    return std::find(words_.begin(), words_.end(), word) != words_.end();
  }

  CLI::App& app_;
  Run& run_;
  const Words& words_;
  bool describe_all_ = false;
};

void add_globals(CLI::App& app, GlobalArgs& args) {
  app.add_option("--config", args.config, "Configuration file")->type_name("FILE");
  app.add_option("--db", args.db, "Database file")->type_name("FILE");
  app.add_option("--now", args.now, "Pin the clock, for reproducible runs")->type_name("TIME");
  app.add_flag("-v,--verbose", args.verbose, "Tell more (twice: everything)");
  app.add_flag("-q,--quiet", args.quiet, "Tell errors only");
  app.add_option("--color", args.color, "auto, always or never")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option("--tz", args.tz, "The zone that times are shown in, such as Europe/Berlin")->type_name("ZONE");
  app.add_flag("--no-pager", args.no_pager, "Print long lists as they are (see also ALMANAC_PAGER)");
}

void add_format(CLI::App& command, std::string& format, std::vector<std::string> formats) {
  command.add_option("--format", format, "Output format")
      ->check(CLI::IsMember(std::move(formats)))
      ->capture_default_str();
}

void add_source_settings(CLI::App& command, SourceArgs& args) {
  command.add_option("--kind", args.kind, "What its entries are: hackathon, conference, meetup, post …")
      ->type_name("KIND");
  command.add_option("--tag", args.tags, "A tag, to filter by (repeatable)")->type_name("TAG")->allow_extra_args(false);
  command.add_option("--every", args.every, "Shortest interval between polls, such as 6h")->type_name("SPAN");
  command.add_option("--plugin", args.plugin, "Read with this plugin instead of the best one")->type_name("ID");
  command.add_option("--recipe", args.recipe, "Read with this recipe")->type_name("NAME|FILE");
  command.add_option("--name", args.name, "Name to show")->type_name("TEXT");
  command.add_option("--option", args.options, "How to understand it (repeatable): " + option_names())
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
}

const std::vector<std::string> list_formats{"table", "json", "jsonl", "csv", "ics", "md", "html", "atom", "jsonfeed"};

std::string field_names() {
  std::string out;
  for (const EventField& field : event_fields()) (out += out.empty() ? "" : ", ") += field.name;
  return out;
}

void add_list_options(CLI::App& command, ListArgs& args) {
  add_format(command, args.format, list_formats);
  command.add_option("--fields", args.fields, "What to show, in this order (table, csv, json): " + field_names())
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("FIELD,…");
  command.add_option("--sort", args.sort, "By what to sort")
      ->check(CLI::IsMember(sort_orders()))
      ->capture_default_str();
  command.add_flag("--reverse", args.reverse, "The other way round");
  command.add_option("--alarm", args.alarm, "In calendars: ring so long before each deadline, such as 1d")
      ->type_name("SPAN");
}

void add_source_commands(Commands& commands, AllArgs& args) {
  if (CLI::App* follow = commands.add("follow", "Follow feeds, calendars, pages or lists", args.follow, run_follow)) {
    follow->add_option("what", args.follow.what, "Address, file, catalogue name or @bundle")
        ->type_name("URL|NAME|@BUNDLE")
        ->required();
    follow->add_flag("--later", args.follow.later, "Do not fetch now: the next poll does");
    add_source_settings(*follow, args.follow.source);
  }
  if (CLI::App* unfollow = commands.add("unfollow", "Stop following sources", args.unfollow, run_unfollow)) {
    unfollow->add_option("source", args.unfollow.sources, "Number, address or name, or part of one")
        ->type_name("SOURCE")
        ->required();
  }
  if (CLI::App* sources = commands.add("sources", "List the sources: state, last good poll, next poll and why then",
                                       args.sources, run_sources)) {
    sources->add_flag("--broken", args.sources.broken, "Only those that fail");
    add_format(*sources, args.sources.format, {"text", "json"});
  }
  if (CLI::App* edit = commands.add("source", "Change how a source is followed", args.source_edit, run_source_edit)) {
    edit->add_option("source", args.source_edit.which, "Number, address or name, or part of one")
        ->type_name("SOURCE")
        ->required();
    CLI::Option* pause = edit->add_flag("--pause", args.source_edit.pause, "Poll it no more, keep what it said");
    CLI::Option* resume = edit->add_flag("--resume", args.source_edit.resume, "Poll it again");
    edit->add_flag("--undo-move", args.source_edit.undo_move,
                   "Back to the address before a permanent redirect, for good")
        ->excludes(pause)
        ->excludes(resume);
    add_source_settings(*edit, args.source_edit.source);
  }
  if (CLI::App* poll = commands.add("poll", "Fetch what is due", args.poll, run_poll)) {
    poll->add_option("source", args.poll.sources, "Only these")->type_name("SOURCE");
    poll->add_flag("--force", args.poll.force, "All of them, due or not (a server's Retry-After holds all the same)");
  }
  if (CLI::App* serve = commands.add(
          "serve", "Run for ever: poll what is due, write digests on time (SIGHUP reads the configuration anew)",
          args.serve, run_serve)) {
    serve->add_option("--log-level", args.serve.log_level, "trace, debug, info, warn, error or off")
        ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}));
    serve->add_option("--log-format", args.serve.log_format, "text or json (one object a line)")
        ->check(CLI::IsMember({"text", "json"}));
  }
  if (CLI::App* status = commands.add("status", "Show what the daemon does", args.status, run_status)) {
    add_format(*status, args.status.format, {"text", "json"});
  }
}

void add_asking_commands(Commands& commands, AllArgs& args) {
  if (CLI::App* upcoming = commands.add("upcoming", "List what is coming", args.upcoming, run_upcoming)) {
    upcoming
        ->add_option("what", args.upcoming.what,
                     "hackathons, conferences, meetups, competitions, talks, deadlines, posts, all; or a filter")
        ->type_name("LIST|FILTER");
    upcoming->add_option("filter", args.upcoming.filter, "Filter, such as: topic:ml place:berlin")->type_name("FILTER");
    upcoming->add_option("--within", args.upcoming.within, "Only what starts within this time, such as 30d")
        ->type_name("SPAN");
    upcoming->add_option("--limit", args.upcoming.limit, "At most so many")->capture_default_str();
    upcoming->add_option("--group-by", args.upcoming.group_by, "week, month, place or kind")
        ->check(CLI::IsMember({"none", "week", "month", "place", "kind"}));
    upcoming->add_flag("--mine", args.upcoming.mine, "Only what is starred or marked as going");
    upcoming->add_flag("--calendar", args.upcoming.calendar, "Months as grids, with the number of events a day");
    add_list_options(*upcoming, args.upcoming.list);
  }
  if (CLI::App* search = commands.add("search", "Search events of any date by a filter", args.search, run_search)) {
    search->add_option("words", args.search.words, "Words, phrases and terms of a filter")
        ->required()
        ->type_name("FILTER");
    search->add_option("--limit", args.search.limit, "At most so many")->capture_default_str();
    add_list_options(*search, args.search.list);
  }
  if (CLI::App* show = commands.add("show", "Show everything about one event", args.show, run_show)) {
    show->add_option("event", args.show.event, "Its id, as lists show it, or the beginning of one")
        ->required()
        ->type_name("EVENT");
    add_format(*show, args.show.format, {"text", "json"});
  }
}

void add_event_commands(Commands& commands, AllArgs& args) {
  if (CLI::App* split =
          commands.add("split", "Take apart what was put together wrongly; it stays so", args.split, run_split)) {
    split->add_option("event", args.split.event, "Its id")->required()->type_name("EVENT");
  }
  if (CLI::App* merge = commands.add("merge", "Put two events together; they stay so", args.merge, run_merge)) {
    merge->add_option("event", args.merge.event, "The one that stays")->required()->type_name("EVENT");
    merge->add_option("other", args.merge.other, "The one that joins it")->required()->type_name("EVENT");
  }
  if (CLI::App* exported =
          commands.add("export", "Write all events with what each source says of them, or the sources as OPML",
                       args.export_, run_export)) {
    exported
        ->add_option(
            "what", args.export_.filter,
            "A file to write, whose name says the format (.opml, .ics, .json, .jsonl, .csv, .md, .html, .atom); "
            "then a filter")
        ->type_name("FILE|FILTER");
    add_format(*exported, args.export_.format,
               {"jsonl", "json", "csv", "ics", "md", "html", "atom", "jsonfeed", "opml"});
    exported->add_option("--alarm", args.export_.alarm, "In calendars: ring so long before each deadline, such as 1d")
        ->type_name("SPAN");
    exported->add_flag("--secrets", args.export_.secrets, "With passwords and keys of the sources (opml)");
  }
  if (CLI::App* imported = commands.add("import", "Follow the feeds of an OPML list, or read a calendar file once",
                                        args.import, run_import)) {
    imported->add_option("file", args.import.files, "FILE.opml or FILE.ics")->required()->type_name("FILE");
    imported->add_flag("--files", args.import.files_too, "Also what an OPML list names of files of this machine");
    imported->add_flag("--dry-run", args.import.dry_run, "Only list the addresses of an OPML list");
    add_source_settings(*imported, args.import.source);
  }
}

void add_mark_command(Commands& commands, const std::string& name, const std::string& help, MarkArgs& args,
                      int (*command)(Context&, const MarkArgs&)) {
  if (CLI::App* mark = commands.add(name, help, args, command)) {
    mark->add_option("event", args.event, "Its id, as lists show it, or the beginning of one")
        ->required()
        ->type_name("EVENT");
    mark->add_option("--note", args.note, "A note to keep with it")->type_name("TEXT");
    mark->add_flag("--undo", args.undo, "Take it back");
  }
}

void add_digest_command(Commands& commands, DigestArgs& args) {
  if (CLI::App* digest = commands.add("digest", "Write the digest of a profile", args, run_digest)) {
    digest
        ->add_option("profile", args.profile, "A profile of the configuration; none: everything, as Markdown on stdout")
        ->type_name("PROFILE");
    digest->add_option("--period", args.period, "day, week or month")->check(CLI::IsMember({"day", "week", "month"}));
    digest->add_option("--of", args.of, "The period to tell of, such as 2026-W48; none: the current one")
        ->type_name("PERIOD");
    digest
        ->add_option("--filter", args.filter,
                     "Instead of the profile's filter, told before or not; nothing of the answer is remembered")
        ->type_name("FILTER");
    digest->add_option("--format", args.format, "md, html, text, ics, json or eml")
        ->check(CLI::IsMember({"md", "html", "text", "ics", "json", "eml"}));
    digest->add_option("-o,--output", args.output, "File or folder to write to")->type_name("FILE");
    digest->add_flag("--preview", args.preview, "Show it and remember nothing");
    digest->add_flag("--again", args.again, "Make the issue of this period anew");
    digest->add_flag("--even-empty", args.even_empty, "Write it although there is nothing to tell");
  }
}

void add_looking_commands(Commands& commands, AllArgs& args) {
  if (CLI::App* inspect = commands.add("inspect", "Show what would be read from a file or address; stores nothing",
                                       args.inspect, run_inspect)) {
    inspect
        ->add_option("what", args.inspect.what, "File, address or known source; with --recipe alone, the recipe's own")
        ->type_name("FILE|URL|NAME");
    inspect->add_option("--plugin", args.inspect.plugin, "Read with this plugin")->type_name("ID");
    inspect->add_option("--recipe", args.inspect.recipe, "Read with this recipe")->type_name("NAME|FILE");
    inspect->add_option("--url", args.inspect.url, "Base address of relative links in a file")->type_name("URL");
    inspect->add_option("--option", args.inspect.options, "How to understand it (repeatable): " + option_names())
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    inspect->add_option("--between", args.inspect.between, "Also list every date in this window")
        ->expected(2)
        ->type_name("TIME");
    inspect->add_flag("--batch", args.inspect.batch, "Read JSON requests from stdin, one a line, and answer each");
    add_format(*inspect, args.inspect.format, {"text", "json"});
  }
  if (CLI::App* catalog = commands.add("catalog", "Search the sources that almanac knows", args.catalog, run_catalog)) {
    catalog->add_option("words", args.catalog.words, "Words that it must have; @BUNDLE lists a bundle")
        ->type_name("WORDS");
    add_format(*catalog, args.catalog.format, {"text", "json"});
  }
  if (CLI::App* doctor =
          commands.add("doctor", "Check configuration, database, clock, network, plugins and disk, and say what to do",
                       args.doctor, run_doctor)) {
    doctor->add_flag("--online", args.doctor.online, "Also resolve the names of some sources");
    add_format(*doctor, args.doctor.format, {"text", "json"});
  }
  if (CLI::App* plugins =
          commands.add("plugins", "List the source plugins that are loaded", args.plugins, run_plugins)) {
    add_format(*plugins, args.plugins.format, {"text", "json"});
  }
}

void add_starting_commands(Commands& commands, AllArgs& args) {
  if (CLI::App* init = commands.add("init", "Set up: three questions, a configuration, and a bundle of sources",
                                    args.init, run_init)) {
    init->add_option("--interests", args.init.interests, "What interests you: words, with commas")->type_name("WORDS");
    init->add_option("--place", args.init.place, "Where you are: a city")->type_name("PLACE");
    init->add_option("--far", args.init.far, "How far you travel, in km")->type_name("KM");
    init->add_option("--bundle", args.init.bundle, "The bundle to follow, or none")
        ->capture_default_str()
        ->type_name("NAME");
    init->add_flag("--force", args.init.force, "Write the configuration anew");
  }
  if (CLI::App* completions = commands.add("completions", "Print the completions of a shell: bash, zsh or fish",
                                           args.completions, run_completion_words)) {
    completions->add_option("shell", args.completions.what, "bash, zsh or fish")->required()->type_name("SHELL");
  }
  if (CLI::App* help =
          commands.add("help", "Explain a command; 'help filters' explains filters", args.help, no_command)) {
    help->add_option("topic", args.help.topic, "A command, filters, or manual for the whole as a man page")
        ->type_name("TOPIC");
  }
}

}  // namespace

void add_commands(CLI::App& app, AllArgs& args, Run& run, const Words& words) {
  Commands commands(app, run, words);
  add_globals(app, args.global);
  add_starting_commands(commands, args);
  add_source_commands(commands, args);
  add_asking_commands(commands, args);
  add_mark_command(commands, "star", "Star an event", args.star, run_star);
  add_mark_command(commands, "going", "Note that you go to an event", args.going, run_going);
  add_mark_command(commands, "hide", "Show an event no more", args.hide, run_hide);
  add_digest_command(commands, args.digest);
  add_event_commands(commands, args);
  add_looking_commands(commands, args);
}

}  // namespace almanac
