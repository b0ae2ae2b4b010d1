#include "parameters.hpp"

#include "scan.hpp"

namespace almanac::ical {
namespace {

/// RFC 6868: ^n is a line break, ^^ a caret, ^' a quote; another caret stands for itself.
std::string_view resolve_carets(std::string_view text, Arena& arena) {
  if (text.find('^') == text.npos) return text;
  char* out = arena.reserve(text.size());
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '^' && i + 1 < text.size() ? text[i + 1] : '\0';
    const char plain = next == 'n' || next == 'N' ? '\n' : next == '^' ? '^' : next == '\'' ? '"' : '\0';
    out[used++] = plain ? plain : text[i];
    i += plain ? 1 : 0;
  }
  arena.take(used);
  return {out, used};
}

/// Where the next of three characters stands at or behind `at`, or npos. Texts here are short: a plain loop beats a
/// search.
template <char A, char B, char C>
std::size_t find_any(std::string_view text, std::size_t at) noexcept {
  for (; at < text.size(); ++at)
    if (text[at] == A || text[at] == B || text[at] == C) return at;
  return text.npos;
}

/// The value at the front of `text` and where it ends: at ";", ":" or ",".
std::string_view take_value(std::string_view text, std::size_t& end) noexcept {
  if (!text.empty() && text.front() == '"') {
    const std::size_t close = text.find('"', 1);
    if (close != text.npos) {
      end = find_any<';', ':', ','>(text, close + 1);
      return text.substr(1, close - 1);
    }
  }
  end = find_any<';', ':', ','>(text, 0);
  return text.substr(0, end);
}

}  // namespace

bool Parameters::read(std::string_view rest, Arena& arena) {
  size_ = 0;
  source_ = value_ = {};
  std::size_t at = 0;
  while (at < rest.size() && rest[at] == ';') {
    const std::size_t name_end = find_any<'=', ';', ':'>(rest, at + 1);
    if (name_end == rest.npos) return false;
    const std::string_view name = trim_controls(rest.substr(at + 1, name_end - at - 1));
    at = name_end;
    bool more = true;
    while (more) {
      std::string_view value;
      if (rest[at] == '=' || rest[at] == ',') {
        std::size_t length = 0;
        value = take_value(rest.substr(at + 1), length);
        if (length == rest.npos) return false;
        at += 1 + length;
      }
      if (size_ < list_.size() && !name.empty()) list_[size_++] = {name, resolve_carets(value, arena)};
      more = rest[at] == ',';
    }
  }
  if (at >= rest.size() || rest[at] != ':') return false;
  if (at > 0) source_ = rest.substr(1, at - 1);
  value_ = rest.substr(at + 1);
  return true;
}

std::string_view Parameters::find(std::string_view name) const noexcept {
  for (const Parameter& parameter : all())
    if (is_word(parameter.name, name)) return parameter.value;
  return {};
}

bool Parameters::has(std::string_view name) const noexcept {
  for (const Parameter& parameter : all())
    if (is_word(parameter.name, name)) return true;
  return false;
}

}  // namespace almanac::ical
