#include "zone_tzif.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace almanac {
namespace {

constexpr std::size_t largest_file = 1 << 20;
constexpr std::size_t header_size = 44;

template <class Int>
Int big_endian(const char* at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(Int); ++i) value = value << 8 | static_cast<unsigned char>(at[i]);
  return static_cast<Int>(value);
}

struct Header {
  char version = 0;
  std::size_t isut = 0, isstd = 0, leap = 0, times = 0, types = 0, chars = 0;
  /// Size of the data block that follows, with times of `time_size` bytes.
  std::size_t block(std::size_t time_size) const {
    return times * (time_size + 1) + types * 6 + chars + leap * (time_size + 4) + isstd + isut;
  }
};

std::optional<Header> read_header(std::string_view bytes) {
  if (bytes.size() < header_size || bytes.substr(0, 4) != "TZif") return std::nullopt;
  std::array<std::size_t, 6> counts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    counts[i] = big_endian<std::uint32_t>(bytes.data() + 20 + 4 * i);
    if (counts[i] > 65536) return std::nullopt;
  }
  const Header header{bytes[4], counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]};
  if (header.types == 0 || header.types > 256 || header.chars == 0) return std::nullopt;
  return header;
}

/// Reads one data block, which is known to lie within `at`.
bool read_block(const char* at, const Header& header, std::size_t time_size, Zone::Rules& rules) {
  const char* kinds = at + header.times * time_size;
  const char* types = kinds + header.times;
  const char* names = types + header.types * 6;
  std::vector<std::int32_t> offsets;
  for (std::size_t i = 0; i < header.types; ++i) {
    const auto offset = big_endian<std::int32_t>(types + 6 * i);
    const auto name = static_cast<unsigned char>(types[6 * i + 5]);
    if (offset < -26 * 3600 || offset > 26 * 3600 || name >= header.chars) return false;
    offsets.push_back(offset);
    rules.short_names.emplace_back(names + name, strnlen(names + name, header.chars - name));
  }
  rules.changes.reserve(header.times + 1);
  rules.changes.push_back({std::numeric_limits<std::int64_t>::min(), offsets[0], 0});
  for (std::size_t i = 0; i < header.times; ++i) {
    const auto when = time_size == 8 ? big_endian<std::int64_t>(at + 8 * i) : big_endian<std::int32_t>(at + 4 * i);
    const auto kind = static_cast<unsigned char>(kinds[i]);
    if (kind >= header.types || (i > 0 && when <= rules.changes.back().at)) return false;
    rules.changes.push_back({when, offsets[kind], kind});
  }
  return true;
}

std::string read_file(const std::string& path) {
  std::string out;
  if (std::FILE* file = std::fopen(path.c_str(), "rbe")) {
    out.resize(1 << 13);
    std::size_t size = 0;
    while (const auto n = std::fread(out.data() + size, 1, out.size() - size, file)) {
      size += n;
      if (size == out.size() && size < largest_file) out.resize(size * 2);
    }
    out.resize(size);
    std::fclose(file);
  }
  return out;
}

bool is_plain_path(std::string_view name) {
  if (name.empty() || name.size() > 64 || name.front() == '/' || name.find("..") != std::string_view::npos)
    return false;
  for (const char c : name)
    if (!((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_' || c == '-' || c == '+' ||
          c == '/'))
      return false;
  // Not zones but the machine's own choice, and copies of the database with leap seconds.
  return name != "localtime" && name != "posixrules" && name != "Factory" && !name.starts_with("right/");
}

/// The name an alias points to: Debian links US/Pacific to America/Los_Angeles.
std::string canonical_name(const std::string& path, std::string_view name) {
  std::string out{name};
  if (char* real = ::realpath(path.c_str(), nullptr)) {
    const std::string_view target{real};
    if (target.starts_with(zone_directory)) out = target.substr(zone_directory.size());
    std::free(real);
  }
  return out;
}

}  // namespace

std::shared_ptr<Zone::Rules> read_tzif(std::string_view bytes, std::string name) {
  auto header = read_header(bytes);
  if (!header) return nullptr;
  bytes.remove_prefix(header_size);
  std::size_t time_size = 4;
  if (header->version >= '2') {
    const auto skip = header->block(4);
    if (skip > bytes.size()) return nullptr;
    bytes.remove_prefix(skip);
    header = read_header(bytes);
    if (!header) return nullptr;
    bytes.remove_prefix(header_size);
    time_size = 8;
  }
  if (header->block(time_size) > bytes.size()) return nullptr;
  auto rules = std::make_shared<Zone::Rules>();
  rules->name = std::move(name);
  if (!read_block(bytes.data(), *header, time_size, *rules)) return nullptr;
  bytes.remove_prefix(header->block(time_size));
  if (time_size == 8 && bytes.size() > 2 && bytes.front() == '\n')
    rules->tail = read_posix_tail(bytes.substr(1, bytes.find('\n', 1) - 1));
  return rules;
}

std::shared_ptr<const Zone::Rules> load_zone(std::string_view name) {
  if (!is_plain_path(name)) return nullptr;
  const std::string path = std::string{zone_directory} + std::string{name};
  const auto bytes = read_file(path);
  return bytes.empty() ? nullptr : read_tzif(bytes, canonical_name(path, name));
}

}  // namespace almanac
