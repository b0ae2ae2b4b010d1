#pragma once
#include <algorithm>
#include <almanac/base/clock.hpp>
#include <almanac/model/moment.hpp>
#include <almanac/text/escape.hpp>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// Writes JSON (RFC 8259) in one pass, members in the order they are added; commas are its business. Names are ours and
/// go out as they are; texts pass append_json_string. `member` writes always, `member_if` leaves out what says nothing:
/// an empty text, false. Not checked: the caller opens and closes in order.
class JsonWriter {
 public:
  void open_object() { open('{'); }
  void open_object(std::string_view name) { key(name), open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void open_array(std::string_view name) { key(name), open('['); }
  void close_array() { close(']'); }

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  template <std::same_as<bool> Bool>
  void member(std::string_view name, Bool value) {
    key(name), raw(value ? "true" : "false");
  }
  template <class Number>
  requires(std::integral<Number> && !std::same_as<Number, bool>) || std::floating_point<Number> void member(
                                                                        std::string_view name, Number value) {
    key(name), number(value);
  }

  void member_if(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }
  template <std::same_as<bool> Bool>
  void member_if(std::string_view name, Bool value) {
    if (value) member(name, true);
  }
  /// As iso_text; left out when never set.
  void member_instant(std::string_view name, sys_seconds value) {
    if (value != sys_seconds{}) member(name, iso_text(MomentKind::instant, value.time_since_epoch().count()));
  }
  /// Left out when empty.
  void member_list(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    open_array(name);
    for (const auto& value : values) element(value);
    close_array();
  }

  void element(std::string_view value) { comma(), text(value); }
  /// What was written so far stands elsewhere: the next value is parted from it.
  void go_on() { first_ = false; }
  /// From now on objects that are opened at this depth (the outermost object has depth 1) keep only the members named.
  void keep_only(const std::vector<std::string>& names, int depth) {
    kept_ = &names;
    kept_depth_ = depth;
  }

  /// Makes room for so many bytes at once.
  void expect(std::size_t size) { out_.reserve(size); }
  std::string take() { return std::move(out_); }
  /// What was written since the last time. Not while keep_only may take something back.
  std::string_view written() const noexcept { return out_; }
  void forget_written() noexcept { out_.clear(); }

 private:
  /// A member that is not wanted is written and taken back when its value ends.
  void end_value() {
    if (!dropping_ || depth_ != kept_depth_) return;
    out_.resize(dropped_at_);
    first_ = first_before_;
    dropping_ = false;
  }
  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void key(std::string_view name) {
    if (kept_ && depth_ == kept_depth_ && std::find(kept_->begin(), kept_->end(), name) == kept_->end()) {
      dropping_ = true;
      dropped_at_ = out_.size();
      first_before_ = first_;
    }
    comma();
    ((out_ += '"') += name) += "\":";
    first_ = true;
  }
  void open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
    ++depth_;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
    --depth_;
    end_value();
  }
  void raw(std::string_view json) {
    out_ += json;
    first_ = false;
    end_value();
  }
  void text(std::string_view value) {
    out_ += '"';
    append_json_string(out_, value);
    out_ += '"';
    first_ = false;
    end_value();
  }
  /// JSON has no word for what is not finite: 0.
  template <class Number>
  void number(Number value) {
    if constexpr (std::floating_point<Number>)
      if (!std::isfinite(value)) value = 0;
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    raw({digits, static_cast<std::size_t>(end - digits)});
  }

  std::string out_;
  bool first_ = true, first_before_ = true, dropping_ = false;
  const std::vector<std::string>* kept_ = nullptr;
  std::size_t dropped_at_ = 0;
  int depth_ = 0, kept_depth_ = 0;
};

}  // namespace almanac
