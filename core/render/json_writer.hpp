#pragma once
#include <almanac/model/digest_view.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace almanac::render {

/// Writes JSON in one pass, members in the order they are added. Strings pass append_json_string; numbers are finite.
class JsonWriter {
 public:
  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }
  void key(std::string_view name);
  void text(std::string_view value);
  void number(std::int64_t value);
  void real(double value);
  void boolean(bool value);

  /// Members; the text ones are left out when empty.
  void member(std::string_view name, std::string_view value);
  void member_number(std::string_view name, std::int64_t value);
  void member_true(std::string_view name, bool value);                              ///< written only when true
  void member_instant(std::string_view name, sys_seconds value);                    ///< left out when never set
  void member_list(std::string_view name, const std::vector<std::string>& values);  ///< left out when empty

  std::string take() { return std::move(out_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void comma();
  std::string out_;
  bool first_ = true;
};

/// The members of the objects of README.md, without braces.
void put_event(JsonWriter& json, const ListedEvent& listed);
void put_deadline(JsonWriter& json, const Deadline& deadline);
void put_moment(JsonWriter& json, std::string_view name, const Moment& moment);

}  // namespace almanac::render
