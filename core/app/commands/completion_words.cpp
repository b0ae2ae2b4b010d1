#include <almanac/base/read_file.hpp>
#include <almanac/catalog/catalogue.hpp>
#include <almanac/model/redact_text.hpp>
#include <almanac/query/fields.hpp>
#include <almanac/render/event_fields.hpp>
#include <almanac/text/escape.hpp>
#include <array>
#include <sstream>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"
#include "../topic_book.hpp"

namespace almanac {
namespace {

constexpr std::array<std::string_view, 7> kinds{"conference", "hackathon", "competition", "meetup",
                                                "talk",       "post",      "other"};
constexpr std::array<std::string_view, 8> lists{"hackathons", "conferences", "meetups", "competitions",
                                                "talks",      "deadlines",   "posts",   "all"};

void add(std::string& out, std::string_view word) {
  const std::string line = escape_terminal(word);
  if (!line.empty()) out += line + '\n';
}

/// Names of sources, and the addresses of those without; a missing database has none.
std::string source_words(const Context& context) {
  std::string out;
  auto store = open_to_read(context);
  if (!store) return out;
  const auto sources = store->sources();
  if (!sources) return out;
  for (const Source& source : *sources) add(out, source.name.empty() ? redact_text(source.url) : source.name);
  return out;
}

std::string catalogue_words(const Context& context) {
  std::string out;
  const auto catalogue = load_catalogue(feeds_folder(context.paths()));
  if (!catalogue) return out;
  for (const CatalogueEntry& entry : catalogue->entries) add(out, entry.name);
  for (const std::string& bundle : catalogue->bundles()) add(out, '@' + bundle);
  return out;
}

/// "kind:hackathon": the terms of a filter that have a choice of values, and the filters of the configuration.
std::string term_words(const Context& context) {
  std::string out;
  for (const auto& [name, text] : context.config().filters) add(out, '@' + name);
  const auto topics = topic_book(context);
  for (const FieldInfo& info : filter_fields()) {
    const std::string field(name_of(info));
    if (info.form == Form::flag) {
      add(out, field);
    } else if (info.form == Form::kind) {
      for (const std::string_view kind : kinds) add(out, field + ':' + std::string(kind));
    } else if (info.form == Form::mode) {
      for (const Mode mode : {Mode::in_person, Mode::online, Mode::hybrid})
        add(out, field + ':' + std::string(to_text(mode)));
    } else if (info.form == Form::status) {
      for (const EventStatus status : {EventStatus::confirmed, EventStatus::tentative, EventStatus::cancelled,
                                       EventStatus::postponed, EventStatus::withdrawn, EventStatus::moved_online})
        add(out, field + ':' + std::string(to_text(status)));
    } else if (info.form == Form::topic && topics) {
      for (const std::string& topic : topics->names()) add(out, field + ':' + topic);
    } else {
      add(out, field + ':');
    }
  }
  return out;
}

/// The names of zones that the system knows, of its list for people to choose from.
std::string zone_words() {
  std::string out = "UTC\n";
  const auto table = read_file("/usr/share/zoneinfo/tzdata.zi");
  if (!table) return out;
  std::istringstream lines(*table);
  for (std::string line; std::getline(lines, line);) {
    // "Z Europe/Berlin …" is a zone, "L Europe/Berlin Europe/Oslo" another name of one.
    std::istringstream words(line);
    std::string kind, first, second;
    words >> kind >> first >> second;
    const std::string& name = kind == "L" ? second : first;
    if ((kind == "Z" || kind == "L") && name.find('/') != name.npos && !name.starts_with("Etc/")) add(out, name);
  }
  return out;
}

template <class Words>
std::string all_of(const Words& words) {
  std::string out;
  for (const std::string_view word : words) add(out, word);
  return out;
}

}  // namespace

int run_completion_words(Context& context, const CompletionsArgs& args) {
  std::string out;
  if (args.what == "sources") return put(context, source_words(context));
  if (args.what == "catalogue") return put(context, catalogue_words(context));
  if (args.what == "profiles") {
    for (const auto& [name, profile] : context.config().profiles) add(out, name);
    return put(context, out);
  }
  if (args.what == "filters") {
    for (const auto& [name, text] : context.config().filters) add(out, '@' + name);
    return put(context, out);
  }
  if (args.what == "terms") return put(context, term_words(context));
  if (args.what == "lists") return put(context, all_of(lists) + term_words(context));
  if (args.what == "kinds") return put(context, all_of(kinds));
  if (args.what == "zones") return put(context, zone_words());
  if (args.what == "fields") {
    for (const EventField& field : event_fields()) add(out, field.name);
    return put(context, out);
  }
  return fail(context, Problem{AppErrc::bad_usage, "no completions for '" + args.what + "'", "bash, zsh or fish"});
}

}  // namespace almanac
