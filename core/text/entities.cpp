#include "entities.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/packed_text.hpp>
#include <array>
#include <optional>

#include "entity_table.hpp"
#include "html.hpp"
#include "utf8.hpp"
#include "windows_1252.hpp"

namespace almanac {
namespace {

using entity_detail::named_references;
using entity_detail::NamedReference;

constexpr std::size_t longest_name = 31;
constexpr std::size_t longest_legacy_name = 6;

static_assert(std::is_sorted(named_references.begin(), named_references.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));
static_assert(std::all_of(named_references.begin(), named_references.end(), [](const auto& r) {
  return r.name.size() <= longest_name && (!r.legacy || r.name.size() <= longest_legacy_name);
}));

/// A NamedReference without pointers.
struct Reference {
  PackedText name;
  char32_t first, second;
  bool legacy;
};

constexpr std::size_t count_name_chars() {
  std::size_t count = 0;
  for (const NamedReference& row : named_references) count += row.name.size();
  return count;
}

constexpr struct References {
  std::array<Reference, named_references.size()> rows{};
  PackedChars<count_name_chars()> chars;

  constexpr References() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& [name, first, second, legacy] = named_references[i];
      rows[i] = {chars.add(name), first, second, legacy};
    }
  }
  std::string_view name_of(const Reference& row) const noexcept { return row.name.in(chars.data()); }
} references;

const Reference* find_named(std::string_view name) {
  const auto found =
      std::lower_bound(references.rows.begin(), references.rows.end(), name,
                       [](const Reference& row, std::string_view key) { return references.name_of(row) < key; });
  return found != references.rows.end() && references.name_of(*found) == name ? &*found : nullptr;
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char low = lower(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

void append_number(std::string& out, char32_t value) {
  if (value >= 0x80 && value < 0xA0) value = windows_1252_c1[value - 0x80];
  if (value == 0 || value == 0xFFFE || value == 0xFFFF) value = 0xFFFD;
  if (value < 0x20 && value != '\t' && value != '\n' && value != '\r') return;
  append_utf8(out, value);
}

/// Reads the number of a reference; nothing when there is none. `size` gets what was read.
std::optional<char32_t> read_number(std::string_view text, std::size_t& size) {
  if (!text.starts_with("&#")) return std::nullopt;
  std::size_t at = 2;
  const bool hex = at < text.size() && lower(text[at]) == 'x';
  if (hex) ++at;
  const std::size_t begin = at;
  char32_t value = 0;
  for (; at < text.size(); ++at) {
    const int digit = hex ? hex_digit(text[at]) : (is_digit(text[at]) ? text[at] - '0' : -1);
    if (digit < 0) break;
    value = std::min<char32_t>(value * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  if (at == begin) return std::nullopt;
  size = at < text.size() && text[at] == ';' ? at + 1 : at;
  return value;
}

/// Two references that are the halves of a UTF-16 pair stand for its character: some writers think in such units.
std::size_t append_numeric(std::string& out, std::string_view text) {
  std::size_t size = 0, more = 0;
  auto value = read_number(text, size);
  if (!value) return 0;
  if (*value >= 0xD800 && *value < 0xDC00)
    if (const auto second = read_number(text.substr(size), more); second && *second >= 0xDC00 && *second < 0xE000) {
      *value = 0x10000 + ((*value - 0xD800) << 10) + (*second - 0xDC00);
      size += more;
    }
  append_number(out, *value);
  return size;
}

void append_named(std::string& out, const Reference& reference) {
  append_utf8(out, reference.first);
  if (reference.second) append_utf8(out, reference.second);
}

}  // namespace

std::size_t append_reference(std::string& out, std::string_view text, ReferencePlace place) {
  if (text.size() < 2) return 0;
  if (const CommonReference common = common_reference(text); common.size != 0) {
    out += common.character;
    return common.size;
  }
  if (text[1] == '#') return append_numeric(out, text);
  std::size_t run = 1;
  while (run < text.size() && run <= longest_name + 1 && is_alnum(text[run])) ++run;
  const auto name = text.substr(1, run - 1);
  const bool closed = run < text.size() && text[run] == ';';
  if (closed) {
    if (const auto* reference = find_named(name)) {
      append_named(out, *reference);
      return run + 1;
    }
  }
  for (std::size_t length = std::min(name.size(), longest_legacy_name); length >= 2; --length) {
    const auto* reference = find_named(name.substr(0, length));
    if (!reference || !reference->legacy) continue;
    const char next = length + 1 < text.size() ? text[length + 1] : '\0';
    if (place == ReferencePlace::attribute && (next == '=' || is_alnum(next))) return 0;
    append_named(out, *reference);
    return length + 1;
  }
  return 0;
}

namespace {

std::string resolve(std::string_view text, ReferencePlace place) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text.substr(at, mark - at));
    if ((at = mark) == text.size()) break;
    const std::size_t read = append_reference(out, text.substr(at), place);
    if (!read) out += '&';
    at += std::max<std::size_t>(read, 1);
  }
  return out;
}

}  // namespace

std::string resolve_entities(std::string_view text) { return resolve(text, ReferencePlace::text); }
std::string attribute_value(std::string_view text) { return resolve(text, ReferencePlace::attribute); }

}  // namespace almanac
