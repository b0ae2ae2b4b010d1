#pragma once
#include "args.hpp"
#include "context.hpp"
#include "exit_code.hpp"

namespace almanac {

// The commands, one function and one file in commands/ each. Data goes to stdout, talk to stderr; the result is the
// exit code.

int run_follow(Context& context, const FollowArgs& args);
int run_unfollow(Context& context, const UnfollowArgs& args);
int run_sources(Context& context, const SourcesArgs& args);
int run_source_edit(Context& context, const SourceEditArgs& args);
int run_poll(Context& context, const PollArgs& args);
int run_serve(Context& context, const ServeArgs& args);
int run_status(Context& context, const StatusArgs& args);
int run_doctor(Context& context, const DoctorArgs& args);
int run_upcoming(Context& context, const UpcomingArgs& args);
int run_search(Context& context, const SearchArgs& args);
int run_split(Context& context, const SplitArgs& args);
int run_merge(Context& context, const MergeArgs& args);
int run_import(Context& context, const ImportArgs& args);
int run_init(Context& context, const InitArgs& args);
int run_completion_words(Context& context, const CompletionsArgs& args);
int run_export(Context& context, const ExportArgs& args);
int run_show(Context& context, const ShowArgs& args);
int run_star(Context& context, const MarkArgs& args);
int run_going(Context& context, const MarkArgs& args);
int run_hide(Context& context, const MarkArgs& args);
int run_digest(Context& context, const DigestArgs& args);
int run_inspect(Context& context, const InspectArgs& args);
int run_catalog(Context& context, const CatalogArgs& args);
int run_plugins(Context& context, const PluginsArgs& args);

}  // namespace almanac
