#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/catalog/opml.hpp>
#include <almanac/render/json.hpp>
#include <filesystem>
#include <map>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"
#include "../source_filter.hpp"

namespace almanac {
namespace {

constexpr const char* known_endings = ".opml, .ics, .json, .jsonl, .csv, .md, .html or .atom";

/// The format that a file's name asks for, whatever the case of its ending; "" for all else.
std::string format_of_file(const std::string& word) {
  static const std::map<std::string, std::string> formats{{".opml", "opml"},   {".ics", "ics"},  {".json", "json"},
                                                          {".jsonl", "jsonl"}, {".csv", "csv"},  {".md", "md"},
                                                          {".html", "html"},   {".atom", "atom"}};
  const auto found = formats.find(to_lower(std::filesystem::path(word).extension().string()));
  return found == formats.end() ? std::string{} : found->second;
}

/// "events.txt", "out/EX": meant as a file rather than as a word to search for.
bool looks_like_file(const std::string& word) {
  if (word.find_first_of(":<>=\"()@*, ") != word.npos) return false;
  const std::string ending = std::filesystem::path(word).extension().string();
  const bool has_ending = ending.size() > 1 && ending.size() <= 9 && is_letter(ending[1]) &&
                          std::all_of(ending.begin() + 1, ending.end(), is_alnum);
  return has_ending || word.find('/') != word.npos;
}

Result<std::string, Problem> opml(const Context& context, Store& store, OpmlSecrets secrets,
                                  const std::vector<std::string>& words) {
  auto filter = read_filter(context, words);
  if (!filter) return filter.error();
  if (auto checked = check_source_filter(*filter); !checked) return checked.error();
  auto sources = store.sources();
  if (!sources) return sources.error();
  std::erase_if(*sources, [&](const Source& source) { return !matches_source(*filter, source); });
  OpmlText text = write_opml(*sources, context.now(), secrets);
  if (text.masked)
    context.tell(std::to_string(text.masked) +
                 " of them need a password or key, which is not written; --secrets writes it");
  return std::move(text.xml);
}

Result<std::string, Problem> events(const Context& context, Store& store, const ExportArgs& args,
                                    const std::string& format, const std::vector<std::string>& words) {
  auto filter = read_filter(context, words);
  if (!filter) return filter.error();
  ListArgs list_args;
  list_args.format = format;
  list_args.alarm = args.alarm;
  auto shape = shape_of(list_args, "Events", "export", join_words(words));
  if (!shape) return shape.error();
  ListQuery query;
  query.filter = std::move(*filter);
  query.viewer = viewer_of(context);
  query.with_hidden = true;
  query.limit = 10'000'000;
  const auto list = store.select(query);
  if (!list) return list.error();
  tell_index_behind(context, list->index_behind);
  if (format != "jsonl") return render_events(list->rows, *shape, context);
  std::string out;
  for (const ListedEvent& row : list->rows) {
    const auto detail = store.event(row.event.id);
    if (!detail) return detail.error();
    out += render_event_export_line(*detail);
  }
  return out;
}

}  // namespace

int run_export(Context& context, const ExportArgs& args) {
  std::vector<std::string> words = args.filter;
  std::string file, format = args.format;
  if (const std::string named = words.empty() ? "" : format_of_file(words.front()); !named.empty()) {
    file = words.front();
    format = named;
    words.erase(words.begin());
  } else if (!words.empty() && looks_like_file(words.front())) {
    return fail(context,
                Problem{AppErrc::bad_usage, "'" + words.front() + "' names no format: a file ends in " + known_endings,
                        "to search for the word, put quotes into it: '\"" + words.front() + "\"'"});
  }
  auto store = open_to_read(context);
  if (!store) return fail(context, store.error());
  const bool is_opml = format == "opml", with_secrets = is_opml && args.secrets;
  const auto text = is_opml ? opml(context, *store, with_secrets ? OpmlSecrets::written : OpmlSecrets::masked, words)
                            : events(context, *store, args, format, words);
  if (!text) return fail(context, text.error());
  if (file.empty()) return put(context, *text);
  const int code = put_file(context, file, *text, with_secrets ? Readers::owner : Readers::everybody);
  if (code == exit_ok) context.remark("wrote " + file);
  return code;
}

}  // namespace almanac
