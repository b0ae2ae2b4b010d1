#include "line_writer.hpp"

#include <algorithm>

#include "scan.hpp"

namespace almanac::ical {
namespace {

bool is_name(std::string_view text) noexcept {
  return !text.empty() && text.size() < 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_alnum(c) || c == '-'; });
}

void append_upper(std::string& out, std::string_view text) {
  std::transform(text.begin(), text.end(), std::back_inserter(out), upper);
}

void append_flat(std::string& out, std::string_view text) {
  for (const char c : trim_controls(text)) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
}

}  // namespace

void LineWriter::begin(std::string_view component) {
  open("BEGIN");
  mark_value();
  append_upper(text_, component);
  close();
}

void LineWriter::end(std::string_view component) {
  open("END");
  mark_value();
  append_upper(text_, component);
  close();
}

void LineWriter::open(std::string_view property) {
  line_start_ = text_.size();
  has_value_ = false;
  writable_ = is_name(property);
  append_upper(text_, property);
}

void LineWriter::parameter(std::string_view name, std::string_view value) {
  if (has_value_ || !is_name(name)) return;
  text_ += ';';
  append_upper(text_, name);
  text_ += "=\"";
  for (const char c : value) {
    if (c == '^')
      text_ += "^^";
    else if (c == '"')
      text_ += "^'";
    else if (c == '\n')
      text_ += "^n";
    else if (static_cast<unsigned char>(c) >= 0x20)
      text_ += c;
  }
  text_ += '"';
}

void LineWriter::mark_value() {
  if (!has_value_) text_ += ':';
  has_value_ = true;
}

void LineWriter::text_value(std::string_view value) {
  mark_value();
  for (const char c : value) {
    if (c == '\\' || c == ';' || c == ',') text_ += '\\';
    if (c == '\n')
      text_ += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t')
      text_ += c;
  }
}

void LineWriter::raw_value(std::string_view value) {
  mark_value();
  append_flat(text_, value);
}

void LineWriter::time_value(std::string_view value) {
  mark_value();
  for (const char c : trim_controls(value))
    if (is_alnum(c) || c == '/' || c == '+') text_ += c;
}

void LineWriter::recur_part(std::string_view name, std::string_view value) {
  if (has_value_) text_ += ';';
  mark_value();
  append_upper(text_, trim_controls(name));
  text_ += '=';
  if (is_word(trim_controls(name), "UNTIL"))
    time_value(value);
  else
    append_flat(text_, value);
}

void LineWriter::separate(char with) {
  if (has_value_) text_ += with;
}

void LineWriter::close() {
  if (!has_value_ || !writable_)
    text_.resize(line_start_);
  else
    text_ += '\n';
}

}  // namespace almanac::ical
