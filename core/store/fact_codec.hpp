#pragma once
#include <almanac/model/event.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes.hpp"

namespace almanac::store_detail {

// Single facts as bytes. `put` adds one, `get_...` takes it off again.
void put(Writer& out, const Moment& moment);
Moment get_moment(Reader& in);
void put(Writer& out, const When& when);
When get_when(Reader& in);
void put_geo(Writer& out, const Geo& geo);
Geo get_geo(Reader& in);
void put_lines(Writer& out, const std::vector<std::string>& lines);
std::vector<std::string> get_lines(Reader& in);
void put(Writer& out, const FactOrigins& origins);
FactOrigins get_origins(Reader& in);
void put(Writer& out, const Deadline& deadline);
Deadline get_deadline(Reader& in);
void put(Writer& out, const Recurrence& recurrence);
Recurrence get_recurrence(Reader& in);

// What a column holds.
std::string encode_when(const std::optional<When>& when);  ///< empty for none
std::optional<When> decode_when(std::string_view bytes);

std::string encode_origins(const FactOrigins& origins);  ///< empty when nothing is recorded
FactOrigins decode_origins(std::string_view bytes);

/// The parts of a deadline that have no column: precision, provenance, zone, text and label.
std::string encode_deadline(const Deadline& deadline);
/// `deadline` has type, kind, seconds and extended set.
void decode_deadline(std::string_view bytes, Deadline& deadline);

std::string encode_options(const std::map<std::string, std::string>& options);
std::map<std::string, std::string> decode_options(std::string_view bytes);

std::string join_lines(const std::vector<std::string>& lines);
std::vector<std::string> split_lines(std::string_view text);

}  // namespace almanac::store_detail
