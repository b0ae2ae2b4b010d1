#include <almanac/base/ascii.hpp>
#include <almanac/base/read_file.hpp>
#include <almanac/catalog/opml.hpp>
#include <almanac/model/redact_text.hpp>
#include <filesystem>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"
#include "../source_args.hpp"

namespace almanac {
namespace {

bool ends_in(const std::string& file, std::string_view ending) {
  return equal_nocase(std::filesystem::path(file).extension().string(), ending);
}

int import_opml(Context& context, const ImportArgs& args, const std::string& file) {
  const auto text = read_file(file);
  if (!text) return fail(context, unreadable(file, text.error()));
  auto list = read_opml(*text, file, args.files_too ? OpmlFiles::taken : OpmlFiles::refused);
  if (!list) return fail(context, list.error());
  for (const OpmlSkipped& one : list->skipped) context.tell("left out: " + one.what + ": " + one.reason);
  for (Source& source : list->sources) {
    source.added = context.now();
    if (auto applied = apply_source_args(args.source, source); !applied) {
      context.tell("left out: " + source.name + ": " + applied.error().text());
      source.url.clear();
    }
  }
  std::erase_if(list->sources, [](const Source& source) { return source.url.empty(); });
  if (args.dry_run) {
    std::string out;
    for (const Source& source : list->sources)
      out += redact_text(source.url) + (source.name.empty() ? "" : "  " + source.name) + '\n';
    return put(context, out);
  }
  auto store = Store::open(context.paths().database);
  if (!store) return fail(context, store.error());
  const auto before = store->sources();
  if (!before) return fail(context, before.error());
  const auto ids = store->add_sources(list->sources);
  if (!ids) return fail(context, ids.error());
  const auto after = store->sources();
  if (!after) return fail(context, after.error());
  const std::size_t fresh = after->size() - before->size();
  context.remark(file + ": " + std::to_string(fresh) + (fresh == 1 ? " source" : " sources") + " followed, " +
                 std::to_string(list->sources.size() - fresh) + " known already" +
                 (fresh ? "; 'almanac poll' fetches them" : ""));
  return list->skipped.empty() ? exit_ok : exit_partly;
}

/// A calendar file is read once: its source stays, paused, so that what it told has a name.
int import_calendar(Context& context, const ImportArgs& args, const std::string& file) {
  FollowArgs follow;
  follow.what = {std::filesystem::absolute(file).string()};
  follow.source = args.source;
  if (follow.source.name.empty()) follow.source.name = std::filesystem::path(file).filename().string();
  if (const int code = run_follow(context, follow); code != exit_ok) return code;
  const auto address = source_address(follow.what.front());
  if (!address) return fail(context, address.error());
  auto store = open_to_write(context);
  if (!store) return fail(context, store.error());
  const auto source = store->find_source(*address);
  if (!source) return fail(context, source.error());
  Health health = source->health;
  health.state = SourceState::paused;
  health.next_due.reset();
  health.due_reason = "imported once";
  if (auto set = store->update_health(source->id, health); !set) return fail(context, set.error());
  context.remark("imported; a later 'almanac import " + file + "' or 'almanac poll --force' reads it anew");
  return exit_ok;
}

}  // namespace

int run_import(Context& context, const ImportArgs& args) {
  int worst = exit_ok;
  for (const std::string& file : args.files) {
    int code = exit_usage;
    if (ends_in(file, ".opml") || ends_in(file, ".xml"))
      code = import_opml(context, args, file);
    else if (ends_in(file, ".ics") || ends_in(file, ".ical"))
      code = import_calendar(context, args, file);
    else
      context.tell(Problem{AppErrc::bad_usage, "'" + file + "' is no .opml or .ics file",
                           "'almanac follow' takes addresses and feeds in files"});
    worst = std::max(worst, code);
  }
  return worst;
}

}  // namespace almanac
