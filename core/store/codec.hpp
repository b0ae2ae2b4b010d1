#pragma once
#include <almanac/model/event.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::store_detail {

/// Compact bytes for facts that SQL never looks into: variable-length integers (zigzag where signed) and counted texts.
class Writer {
 public:
  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  void text(std::string_view value);
  const std::string& bytes() const noexcept { return bytes_; }
  std::string take() noexcept { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what Writer wrote. Never reads beyond the end: short or damaged bytes give zeros and empty texts, and `good`
/// turns false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number();
  std::int64_t signed_number();
  std::string text();
  /// A count of things that take at least one byte each.
  std::size_t count();
  bool good() const noexcept { return good_; }

 private:
  std::string_view rest_;
  bool good_ = true;
};

void put(Writer& out, const Moment& moment);
Moment get_moment(Reader& in);

std::string encode_when(const std::optional<When>& when);  ///< empty for none
std::optional<When> decode_when(std::string_view bytes);

std::string encode_origins(const FactOrigins& origins);  ///< empty when nothing is recorded
FactOrigins decode_origins(std::string_view bytes);

/// The parts of a deadline that have no column: precision, provenance, zone, text and label.
std::string encode_deadline(const Deadline& deadline);
/// `deadline` has type, kind, seconds and extended set.
void decode_deadline(std::string_view bytes, Deadline& deadline);

/// An entry's facts without summary, content and enclosures. With `same_as`, texts and dates that equal the event's are
/// left out and taken from it when read: most events have one entry.
std::string encode_entry(const Entry& entry, const std::string& key, const Event* same_as);
/// True if the bytes were encoded with `same_as`.
bool leans_on_event(std::string_view bytes);
Entry decode_entry(std::string_view bytes, const Event& event);

std::string encode_options(const std::map<std::string, std::string>& options);
std::map<std::string, std::string> decode_options(std::string_view bytes);

std::string join_lines(const std::vector<std::string>& lines);
std::vector<std::string> split_lines(std::string_view text);

}  // namespace almanac::store_detail
