#include "check.hpp"

#include <fmt/format.h>

#include <almanac/model/redact_text.hpp>
#include <almanac/render/json_writer.hpp>
#include <almanac/text/escape.hpp>

namespace almanac {

std::string_view to_text(Check::Level level) {
  return level == Check::Level::ok ? "ok" : level == Check::Level::warn ? "warn" : "fail";
}

std::string checks_text(const Checks& checks) {
  std::string out;
  for (const Check& check : checks) {
    out +=
        fmt::format("{:<4}  {:<13}  {}\n", to_text(check.level), check.name, escape_terminal(redact_text(check.what)));
    if (!check.hint.empty()) out += std::string(21, ' ') + escape_terminal(redact_text(check.hint)) + '\n';
  }
  return out;
}

std::string checks_json(const Checks& checks) {
  JsonWriter out;
  out.open_object();
  out.member("schema", std::string_view("almanac.doctor/1"));
  out.open_array("checks");
  for (const Check& check : checks) {
    out.open_object();
    out.member("name", std::string_view(check.name));
    out.member("level", to_text(check.level));
    out.member("what", std::string_view(redact_text(check.what)));
    out.member_if("hint", redact_text(check.hint));
    out.close_object();
  }
  out.close_array();
  out.close_object();
  return out.take() + '\n';
}

}  // namespace almanac
