#include "control_messages.hpp"

#include <almanac/model/redact_text.hpp>
#include <almanac/render/json_writer.hpp>
#include <boost/json.hpp>

#include "../app_errc.hpp"

namespace almanac {
namespace {

namespace json = boost::json;

std::optional<json::object> read_object(std::string_view line) {
  error_code ec;
  json::value value = json::parse(json::string_view(line.data(), line.size()), ec);
  if (ec || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

std::string text(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool flag(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value && value->is_bool() && value->get_bool();
}

std::optional<std::int64_t> number(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  if (!value || !value->is_int64()) return std::nullopt;
  return value->get_int64();
}

std::size_t count(const json::object& object, std::string_view name) {
  return static_cast<std::size_t>(std::max<std::int64_t>(0, number(object, name).value_or(0)));
}

std::vector<std::string> texts(const json::object& object, std::string_view name) {
  std::vector<std::string> out;
  const json::value* value = object.if_contains(name);
  if (!value || !value->is_array()) return out;
  for (const json::value& item : value->get_array())
    if (item.is_string()) out.emplace_back(item.get_string());
  return out;
}

void put_problem(JsonWriter& out, const Problem& problem) {
  out.open_object("problem");
  out.member("what", std::string_view(redact_text(problem.what)));
  out.member("hint", std::string_view(redact_text(problem.hint)));
  out.member("usage", problem.code == make_error_code(AppErrc::bad_usage));
  out.close_object();
}

std::optional<Problem> read_problem(const json::object& object) {
  const json::value* value = object.if_contains("problem");
  if (!value || !value->is_object()) return std::nullopt;
  const json::object& problem = value->get_object();
  const error_code code =
      flag(problem, "usage") ? make_error_code(AppErrc::bad_usage) : make_error_code(boost::system::errc::io_error);
  return Problem{code, text(problem, "what"), text(problem, "hint")};
}

void put_done(JsonWriter& out, const Refreshed& done) {
  const auto put = [&](std::string_view name, std::size_t value) {
    out.member(name, static_cast<std::int64_t>(value));
  };
  out.open_object("done");
  out.member("source", done.source.value);
  out.member("name", std::string_view(redact_text(done.name)));
  out.member("plugin", std::string_view(done.plugin));
  out.member("not_modified", done.not_modified);
  out.member("not_asked", std::string_view(done.not_asked));
  put("new", done.counts.fresh);
  put("changed", done.counts.changed);
  put("unchanged", done.counts.unchanged);
  put("withdrawn", done.counts.withdrawn);
  put("past", done.past);
  put("skipped", done.skipped);
  out.open_array("warnings");
  for (const Warning& warning : done.warnings) out.element(redact_text(warning.message));
  out.close_array();
  if (done.problem) put_problem(out, *done.problem);
  out.close_object();
}

Refreshed read_done(const json::object& object) {
  Refreshed done;
  done.source.value = number(object, "source").value_or(0);
  done.name = text(object, "name");
  done.plugin = text(object, "plugin");
  done.not_asked = text(object, "not_asked");
  done.not_modified = flag(object, "not_modified");
  done.counts = {count(object, "new"), count(object, "changed"), count(object, "unchanged"),
                 count(object, "withdrawn")};
  done.past = count(object, "past");
  done.skipped = count(object, "skipped");
  for (std::string& message : texts(object, "warnings")) {
    Warning warning;
    warning.message = std::move(message);
    done.warnings.push_back(std::move(warning));
  }
  done.problem = read_problem(object);
  return done;
}

}  // namespace

std::string to_json(const ControlRequest& request) {
  JsonWriter out;
  out.open_object();
  out.member("ask", std::string_view(request.what == ControlRequest::What::poll ? "poll" : "status"));
  out.open_array("sources");
  for (const std::string& source : request.sources) out.element(source);
  out.close_array();
  out.member("force", request.force);
  out.close_object();
  return out.take();
}

std::optional<ControlRequest> request_from_json(std::string_view line) {
  const auto object = read_object(line);
  if (!object) return std::nullopt;
  ControlRequest request;
  const std::string ask = text(*object, "ask");
  if (ask != "poll" && ask != "status") return std::nullopt;
  request.what = ask == "poll" ? ControlRequest::What::poll : ControlRequest::What::status;
  request.sources = texts(*object, "sources");
  request.force = flag(*object, "force");
  return request;
}

std::string to_json(const PollAnswer& answer) {
  JsonWriter out;
  out.open_object();
  if (answer.total) out.member("total", static_cast<std::int64_t>(*answer.total));
  if (answer.next_due)
    out.member("next_due_seconds", static_cast<std::int64_t>(answer.next_due->time_since_epoch().count()));
  if (answer.known) out.member("sources", static_cast<std::int64_t>(*answer.known));
  if (answer.done) put_done(out, *answer.done);
  if (answer.problem) put_problem(out, *answer.problem);
  if (answer.end) out.member("end", true);
  if (answer.interrupted) out.member("interrupted", true);
  out.close_object();
  return out.take();
}

std::optional<PollAnswer> answer_from_json(std::string_view line) {
  const auto object = read_object(line);
  if (!object) return std::nullopt;
  PollAnswer answer;
  if (object->contains("total")) answer.total = count(*object, "total");
  if (const auto due = number(*object, "next_due_seconds")) answer.next_due = sys_seconds(std::chrono::seconds(*due));
  if (object->contains("sources")) answer.known = count(*object, "sources");
  if (const json::value* done = object->if_contains("done"); done && done->is_object())
    answer.done = read_done(done->get_object());
  answer.problem = read_problem(*object);
  answer.end = flag(*object, "end");
  answer.interrupted = flag(*object, "interrupted");
  return answer;
}

}  // namespace almanac
