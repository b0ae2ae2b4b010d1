// Runs while almanac is built: index_names TABLE INDEX writes the index of a table of names (name_index.hpp).
#include <bit>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "name_index.hpp"

namespace {

namespace name_index = almanac::facts::name_index;

/// The offsets of the first line of each key.
std::vector<std::size_t> first_lines(std::string_view table) {
  std::vector<std::size_t> offsets;
  std::string_view last;
  for (std::size_t at = 0; at < table.size(); at = table.find('\n', at) + 1) {
    const std::string_view key = table.substr(at, table.find('\t', at) - at);
    if (offsets.empty() || key != last) offsets.push_back(at);
    last = key;
  }
  return offsets;
}

std::vector<std::uint32_t> index_of(std::string_view table) {
  const auto offsets = first_lines(table);
  std::vector<std::uint32_t> slots(std::bit_ceil(offsets.size() * 2), name_index::free_slot);
  for (const std::size_t offset : offsets) {
    const auto hash = name_index::hash(table.substr(offset, table.find('\t', offset) - offset));
    std::size_t at = hash & (slots.size() - 1);
    while (slots[at] != name_index::free_slot) at = (at + 1) & (slots.size() - 1);
    slots[at] = name_index::slot(hash, offset);
  }
  return slots;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: index_names TABLE INDEX\n", stderr), 2;
  std::ifstream in(argv[1], std::ios::binary);
  const std::string table{std::istreambuf_iterator<char>(in), {}};
  if (!in || !table.ends_with('\n') || table.size() >= name_index::longest_table)
    return std::fprintf(stderr, "%s: cannot be read, ends within a line or is too long\n", argv[1]), 1;
  const auto slots = index_of(table);
  std::ofstream out(argv[2], std::ios::binary);
  out.write(reinterpret_cast<const char*>(slots.data()),
            static_cast<std::streamsize>(slots.size() * sizeof(slots.front())));
  out.close();
  if (!out) return std::fprintf(stderr, "%s: cannot be written\n", argv[2]), 1;
}
