#include "source_options.hpp"

#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <functional>

#include "ingest_errc.hpp"

namespace almanac {
namespace {

std::optional<bool> yes_or_no(std::string_view value) {
  if (value == "yes" || value == "true" || value == "on" || value == "1") return true;
  if (value == "no" || value == "false" || value == "off" || value == "0") return false;
  return std::nullopt;
}

bool take_flag(bool& flag, std::string_view value) {
  const auto read = yes_or_no(value);
  if (read) flag = *read;
  return read.has_value();
}

bool take_pubdate(SourceOptions& options, std::string_view value) {
  static constexpr std::string_view words[] = {"published", "start", "deadline", "build"};
  for (std::size_t i = 0; i < 4; ++i)
    if (value == words[i]) {
      options.pubdate_means = static_cast<PubdateMeans>(i);
      return true;
    }
  return false;
}

bool take_start(SourceOptions& options, std::string_view value) {
  options.start_is_deadline = value == "deadline";
  return options.start_is_deadline || value == "event";
}

std::vector<std::string> split_list(std::string_view value) {
  std::vector<std::string> out;
  while (!value.empty()) {
    const std::size_t at = value.find_first_of(", ");
    if (at != 0) out.emplace_back(value.substr(0, at));
    value = at == value.npos ? std::string_view() : value.substr(at + 1);
  }
  return out;
}

struct OptionRule {
  OptionHelp help;
  bool (*take)(SourceOptions&, std::string_view);
};

const std::vector<OptionRule>& rules() {
  static const std::vector<OptionRule> table{
      {{"allow_private", "LIST", "address ranges or hosts besides public ones that this source may use"},
       [](SourceOptions& o, std::string_view v) {
         o.allow_private = split_list(v);
         return !o.allow_private.empty();
       }},
      {{"day_first", "yes|no", "03/04/2026 means 3 April (yes, the default) or 4 March (no)"},
       [](SourceOptions& o, std::string_view v) { return take_flag(o.day_first, v); }},
      {{"default_tz", "ZONE", "zone of times that name none: Europe/Berlin, UTC+2, AoE"},
       [](SourceOptions& o, std::string_view v) {
         o.default_tz = Zone::find(v);
         return o.default_tz.has_value();
       }},
      {{"dtend_inclusive", "yes|no", "the end of an all-day event is its last day, not the day after"},
       [](SourceOptions& o, std::string_view v) { return take_flag(o.dtend_inclusive, v); }},
      {{"event_elements", "yes|no", "read startDate, endDate and the like without a namespace as event dates"},
       [](SourceOptions&, std::string_view v) { return yes_or_no(v).has_value(); }},
      {{"full_snapshot", "yes|no", "the document always lists everything: what vanishes was withdrawn"},
       [](SourceOptions& o, std::string_view v) { return take_flag(o.full_snapshot, v); }},
      {{"guid_stable", "yes|no", "ids name the same thing from poll to poll (no: recognise entries by their content)"},
       [](SourceOptions& o, std::string_view v) { return take_flag(o.guid_stable, v); }},
      {{"pubdate_means", "published|start|deadline|build", "what the publication date of an entry really is"},
       take_pubdate},
      {{"start_means", "event|deadline",
        "what the start of an entry really is: calendars of deadlines put those there"},
       take_start},
      {{"verify_tls", "yes|no", "check the server's certificate (no: dangerous, told at every poll)"},
       [](SourceOptions& o, std::string_view v) { return take_flag(o.verify_tls, v); }},
  };
  return table;
}

Problem unknown_option(const std::string& name) {
  std::vector<std::string_view> names;
  for (const OptionRule& rule : rules()) names.push_back(rule.help.name);
  const std::string_view near = nearest_word(name, names);
  return {IngestErrc::bad_option, "unknown option '" + name + "'",
          did_you_mean(near, "'almanac follow --help' lists the options")};
}

}  // namespace

const std::vector<OptionHelp>& source_option_help() {
  static const std::vector<OptionHelp> help = [] {
    std::vector<OptionHelp> out;
    for (const OptionRule& rule : rules()) out.push_back(rule.help);
    out.push_back(
        {"header.NAME", "TEXT",
         "an HTTP header to send with each request, such as header.Authorization; ${env:NAME} or ${file:/path} "
         "keeps a secret out of the database"});
    return out;
  }();
  return help;
}

Result<SourceOptions, Problem> read_source_options(const std::map<std::string, std::string>& options) {
  SourceOptions out;
  for (const auto& [name, value] : options) {
    if (name.starts_with("header.") && name.size() > 7) {
      out.headers[name.substr(7)] = value;
      continue;
    }
    const auto rule = std::find_if(rules().begin(), rules().end(),
                                   [&name = name](const OptionRule& r) { return r.help.name == name; });
    if (rule == rules().end()) return unknown_option(name);
    if (!rule->take(out, value))
      return Problem{IngestErrc::bad_option, "option " + name + ": '" + value + "' does not fit",
                     "use " + std::string(rule->help.values)};
  }
  return out;
}

}  // namespace almanac
