#pragma once
#include <almanac/text/escape.hpp>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace almanac {

/// Appends JSON (RFC 8259) to a string, member by member; commas are its business. Absent and empty facts are left out
/// by the `…_if` functions. Not checked: the caller opens and closes in order.
class JsonStream {
 public:
  explicit JsonStream(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void begin_object(std::string_view key) { name(key), open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void begin_array(std::string_view key) { name(key), open('['); }
  void end_array() { close(']'); }

  void member(std::string_view key, std::string_view value) { name(key), text(value); }
  void member(std::string_view key, bool value) { name(key), raw(value ? "true" : "false"); }
  void member(std::string_view key, std::int64_t value) { name(key), number(value); }
  void member(std::string_view key, double value) { name(key), number(value); }
  void member_if(std::string_view key, std::string_view value) {
    if (!value.empty()) member(key, value);
  }
  void element(std::string_view value) { comma(), text(value); }
  /// A member whose value is JSON already.
  void raw_member(std::string_view key, std::string_view json) { name(key), raw(json); }
  void raw_element(std::string_view json) { comma(), raw(json); }

 private:
  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void name(std::string_view key) {
    comma();
    out_ += '"';
    out_ += key;
    out_ += "\":";
    first_ = true;
  }
  void open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  void raw(std::string_view json) {
    out_ += json;
    first_ = false;
  }
  void text(std::string_view value) {
    out_ += '"';
    append_json_string(out_, value);
    out_ += '"';
    first_ = false;
  }
  template <class Number>
  void number(Number value) {
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    raw({digits, static_cast<std::size_t>(end - digits)});
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace almanac
