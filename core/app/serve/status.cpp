#include "status.hpp"

#include <fmt/format.h>

#include <almanac/model/moment.hpp>
#include <almanac/render/json_writer.hpp>
#include <almanac/text/escape.hpp>
#include <boost/json.hpp>

#include "../source_table.hpp"

namespace almanac {
namespace {

namespace json = boost::json;

std::string instant(sys_seconds at) { return iso_text(MomentKind::instant, at.time_since_epoch().count()); }

// Times travel as seconds beside their text, so that reading them needs no grammar.
void put_time(JsonWriter& out, const std::string& name, const std::optional<sys_seconds>& at) {
  if (!at) return;
  out.member(name, std::string_view(instant(*at)));
  out.member(name + "_seconds", static_cast<std::int64_t>(at->time_since_epoch().count()));
}

/// Reads members by name; an absent or unfit one is the default.
class Members {
 public:
  explicit Members(const json::object& object) : object_(object) {}
  std::int64_t number(const char* name) const {
    const json::value* value = object_.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : 0;
  }
  std::string text(const char* name) const {
    const json::value* value = object_.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
  }
  bool flag(const char* name) const {
    const json::value* value = object_.if_contains(name);
    return value && value->is_bool() && value->get_bool();
  }
  std::optional<sys_seconds> time(const std::string& name) const {
    const std::string member = name + "_seconds";
    if (!object_.contains(member)) return std::nullopt;
    return sys_seconds(std::chrono::seconds(number(member.c_str())));
  }
  template <class Use>
  void each(const char* name, Use use) const {
    const json::value* value = object_.if_contains(name);
    if (!value || !value->is_array()) return;
    for (const json::value& item : value->get_array())
      if (item.is_object()) use(Members(item.get_object()));
  }

 private:
  const json::object& object_;
};

std::string in_span(const std::optional<sys_seconds>& at, sys_seconds now) {
  if (!at) return "never";
  return *at <= now ? "now" : "in " + span_text(*at - now);
}

}  // namespace

std::string to_json(const DaemonStatus& status) {
  JsonWriter out;
  out.open_object();
  out.member("schema", std::string_view("almanac.status/1"));
  out.member("running", true);
  out.member("process", status.process);
  out.member("version", std::string_view(status.version));
  out.member("database", std::string_view(status.database));
  put_time(out, "now", status.now);
  put_time(out, "started", status.started);
  out.member("sources", status.sources);
  out.member("failing", status.failing);
  out.member("waiting", status.waiting);
  out.member("under_way", status.running);
  put_time(out, "next_due", status.next_due);
  out.member("polls", status.polls);
  out.member("failed", status.failed);
  out.member("chosen", status.chosen);
  out.member("choosing_us", status.choosing_us);
  out.member("trouble", std::string_view(status.trouble));
  out.open_array("last");
  for (const PollNote& note : status.last) {
    out.open_object();
    put_time(out, "at", note.at);
    out.member("source", std::string_view(note.source));
    out.member("words", std::string_view(note.words));
    out.member("failed", note.failed);
    out.close_object();
  }
  out.close_array();
  out.open_array("digests");
  for (const DigestNote& note : status.digests) {
    out.open_object();
    out.member("profile", std::string_view(note.profile));
    put_time(out, "next", note.next);
    out.member("last", std::string_view(note.last));
    out.close_object();
  }
  out.close_array();
  out.close_object();
  return out.take();
}

std::optional<DaemonStatus> status_from_json(std::string_view line) {
  error_code ec;
  const json::value value = json::parse(json::string_view(line.data(), line.size()), ec);
  if (ec || !value.is_object()) return std::nullopt;
  const Members in(value.get_object());
  if (in.text("schema") != "almanac.status/1") return std::nullopt;
  DaemonStatus status;
  status.process = in.number("process");
  status.version = in.text("version");
  status.database = in.text("database");
  status.now = in.time("now").value_or(sys_seconds{});
  status.started = in.time("started").value_or(sys_seconds{});
  status.sources = in.number("sources");
  status.failing = in.number("failing");
  status.waiting = in.number("waiting");
  status.running = in.number("under_way");
  status.next_due = in.time("next_due");
  status.polls = in.number("polls");
  status.failed = in.number("failed");
  status.chosen = in.number("chosen");
  status.choosing_us = in.number("choosing_us");
  status.trouble = in.text("trouble");
  in.each("last", [&](const Members& note) {
    status.last.push_back(
        {note.time("at").value_or(sys_seconds{}), note.text("source"), note.text("words"), note.flag("failed")});
  });
  in.each("digests", [&](const Members& note) {
    status.digests.push_back({note.text("profile"), note.time("next"), note.text("last")});
  });
  return status;
}

std::string status_text(const DaemonStatus& status) {
  const auto shown = [](const std::string& text) { return escape_terminal(text); };
  std::string out = fmt::format("running for {} (process {}, {})\n", span_text(status.now - status.started),
                                status.process, shown(status.database));
  out += fmt::format("sources    {}, {} failing; the next is due {}\n", status.sources, status.failing,
                     in_span(status.next_due, status.now));
  out += fmt::format("polls      {} under way, {} waiting for their turn; {} done since the start, {} failed\n",
                     status.running, status.waiting, status.polls, status.failed);
  if (status.chosen > 0)
    out += fmt::format("last due   {} at once, chosen and started in {:.1f} ms\n", status.chosen,
                       static_cast<double>(status.choosing_us) / 1000);
  if (!status.trouble.empty()) out += "trouble    " + shown(status.trouble) + "\n";
  for (const DigestNote& note : status.digests)
    out += fmt::format("digest     {}: next {}{}\n", shown(note.profile), in_span(note.next, status.now),
                       note.last.empty() ? "" : "; last: " + shown(note.last));
  for (const PollNote& note : status.last)
    out += fmt::format("  {:>9} ago  {}: {}\n", span_text(status.now - note.at), shown(note.source), shown(note.words));
  return out;
}

}  // namespace almanac
