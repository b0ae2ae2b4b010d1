#include "json_writer.hpp"

#include <fmt/format.h>

#include <almanac/text/escape.hpp>
#include <cmath>

namespace almanac::render {

void JsonWriter::comma() {
  if (!first_) out_ += ',';
  first_ = false;
}

void JsonWriter::open(char bracket) {
  comma();
  out_ += bracket;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  text(name);
  out_ += ':';
  first_ = true;
}

void JsonWriter::text(std::string_view value) {
  comma();
  out_ += '"';
  append_json_string(out_, value);
  out_ += '"';
}

void JsonWriter::number(std::int64_t value) {
  comma();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::real(double value) {
  comma();
  fmt::format_to(std::back_inserter(out_), "{}", std::isfinite(value) ? value : 0.0);
}

void JsonWriter::boolean(bool value) {
  comma();
  out_ += value ? "true" : "false";
}

void JsonWriter::member(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  key(name);
  text(value);
}

void JsonWriter::member_number(std::string_view name, std::int64_t value) {
  key(name);
  number(value);
}

void JsonWriter::member_true(std::string_view name, bool value) {
  if (!value) return;
  key(name);
  boolean(true);
}

void JsonWriter::member_instant(std::string_view name, sys_seconds value) {
  if (value != sys_seconds{}) member(name, iso_text(MomentKind::instant, value.time_since_epoch().count()));
}

void JsonWriter::member_list(std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  key(name);
  open_array();
  for (const auto& value : values) text(value);
  close_array();
}

}  // namespace almanac::render
