#include "encoding_label.hpp"

#include <algorithm>

#include "encoding_table.hpp"

namespace almanac::charset_detail {
namespace {

constexpr std::size_t longest_label = 40;
static_assert(std::is_sorted(labels.begin(), labels.end(),
                             [](const LabelRow& a, const LabelRow& b) { return a.label < b.label.view(); }));

bool is_outer(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '\''; }

}  // namespace

std::optional<Encoding> find_encoding(std::string_view label) {
  while (!label.empty() && is_outer(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_outer(label.back())) label.remove_suffix(1);
  if (label.empty() || label.size() > longest_label) return std::nullopt;
  std::string key(label);
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c == '_' || c == ' ') c = '-';
  }
  const auto found = std::lower_bound(labels.begin(), labels.end(), std::string_view(key),
                                      [](const LabelRow& row, std::string_view k) { return row.label < k; });
  if (found == labels.end() || found->label != key) return std::nullopt;
  const EncodingRow& row = encodings[found->place];
  return Encoding{row.name, row.iconv, row.width};
}

}  // namespace almanac::charset_detail
