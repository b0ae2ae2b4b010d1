#include "url_reference.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <vector>

namespace almanac::url_detail {
namespace {

bool is_scheme_char(char c) { return is_alnum(c) || c == '+' || c == '-' || c == '.'; }

// "." and ".." with each dot possibly written "%2e": 0 for any other segment.
int dots(std::string_view segment) {
  int count = 0;
  while (!segment.empty()) {
    if (segment.front() == '.') {
      segment.remove_prefix(1);
    } else if (segment.size() >= 3 && segment[0] == '%' && segment[1] == '2' && (segment[2] | 0x20) == 'e') {
      segment.remove_prefix(3);
    } else {
      return 0;
    }
    if (++count > 2) return 0;
  }
  return count;
}

std::string merge(const Reference& base, std::string_view path) {
  std::string merged;
  const auto slash = base.path.rfind('/');
  if (base.authority && base.path.empty()) {
    merged += '/';
  } else if (slash != std::string_view::npos) {
    merged.append(base.path.substr(0, slash + 1));
  }
  return merged.append(path);
}

}  // namespace

std::optional<std::string_view> scheme_of(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return std::nullopt;
  const auto end = std::find_if_not(text.begin(), text.end(), is_scheme_char);
  if (end == text.end() || *end != ':') return std::nullopt;
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool is_special(std::string_view scheme) {
  const std::string name = to_lower(scheme);
  return name == "http" || name == "https" || name == "file" || name == "ftp" || name == "ws" || name == "wss";
}

Reference split(std::string_view text) {
  Reference parts;
  if (parts.scheme = scheme_of(text); parts.scheme) text.remove_prefix(parts.scheme->size() + 1);
  if (const auto hash = text.find('#'); hash != text.npos) {
    parts.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const auto mark = text.find('?'); mark != text.npos) {
    parts.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const auto slash = std::min(text.find('/'), text.size());
    parts.authority = text.substr(0, slash);
    text.remove_prefix(slash);
  }
  parts.path = text;
  return parts;
}

std::string clean(std::string_view text) {
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  std::string kept(text);
  std::erase_if(kept, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return kept;
}

void straighten_slashes(std::string& text) {
  const auto end = std::min(text.find_first_of("?#"), text.size());
  std::replace(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\\', '/');
}

std::string remove_dot_segments(std::string_view path) {
  const bool rooted = path.starts_with('/');
  if (rooted) path.remove_prefix(1);
  std::vector<std::string_view> kept;
  bool open = false;  // the path ends in a directory: "a/", "a/.", "a/b/.."
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    const auto segment = path.substr(at, end - at);
    const bool last = end == path.size();
    switch (dots(segment)) {
      case 2:
        if (!kept.empty()) kept.pop_back();
        [[fallthrough]];
      case 1:
        open = last;
        break;
      default:
        kept.push_back(segment);
    }
    at = end + 1;
  }
  std::string result;
  result.reserve(path.size() + 2);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (rooted || i) result += '/';
    result += kept[i];
  }
  if (open && (rooted || !kept.empty())) result += '/';
  return result;
}

std::string resolve_relative(const Reference& base, const Reference& reference) {
  std::string result;
  if (base.scheme) result.append(*base.scheme) += ':';
  const auto& authority = reference.authority ? reference.authority : base.authority;
  if (authority) result.append("//").append(*authority);
  auto query = reference.query;
  std::string path;
  if (reference.authority || reference.path.starts_with('/')) {
    path = remove_dot_segments(reference.path);
  } else if (reference.path.empty()) {
    path = base.path;
    if (!query) query = base.query;
  } else {
    path = remove_dot_segments(merge(base, reference.path));
  }
  if (path.empty() && authority && base.scheme && is_special(*base.scheme)) path.push_back('/');
  if (!authority && path.starts_with("//")) result += "/.";  // keep a path from turning into an authority
  result += path;
  if (query) (result += '?').append(*query);
  if (reference.fragment) (result += '#').append(*reference.fragment);
  return result;
}

}  // namespace almanac::url_detail
