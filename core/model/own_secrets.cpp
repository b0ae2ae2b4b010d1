#include "own_secrets.hpp"

#include <algorithm>

#include "url.hpp"
#include "url_reference.hpp"

namespace almanac {
namespace {

constexpr std::string_view mask_of_urls = "\u2026";

/// Shorter ones may be words ("key=ml") and count only as the whole part that they are secret in.
constexpr std::size_t telling = 8;

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

bool ends_part(char c) { return std::string_view("/?&#\"'<> \t\r\n").find(c) != std::string_view::npos; }

/// Where `part` stands between the separators of an address.
void replace_parts(std::string& text, const std::string& part, const std::string& by) {
  std::size_t at = text.find(part);
  while (at != text.npos) {
    const std::size_t end = at + part.size();
    const bool is_whole = at > 0 && ends_part(text[at - 1]) && (end == text.size() || ends_part(text[end]));
    if (is_whole) text.replace(at, part.size(), by);
    at = text.find(part, at + (is_whole ? by.size() : 1));
  }
}

}  // namespace

OwnSecrets::OwnSecrets(std::string_view address) {
  const auto url = Url::parse(address);
  if (!url) return;
  if (!url->userinfo().empty()) userinfo_ = std::string(url->userinfo()) + "@";
  const std::string redacted = url->redacted();
  const auto whole = url_detail::split(url->text()), shown = url_detail::split(redacted);
  add_all(whole.path, shown.path, '/');
  add_all(whole.query.value_or(""), shown.query.value_or(""), '&');
  add_all(whole.fragment.value_or(""), shown.fragment.value_or(""), '&');
}

/// The parts of both correspond: redacting changes none of the separators.
void OwnSecrets::add_all(std::string_view parts, std::string_view shown, char between) {
  while (!parts.empty() && !shown.empty()) {
    const auto end = std::min(parts.find(between), parts.size()),
               shown_end = std::min(shown.find(between), shown.size());
    add(parts.substr(0, end), shown.substr(0, shown_end));
    parts.remove_prefix(std::min(end + 1, parts.size()));
    shown.remove_prefix(std::min(shown_end + 1, shown.size()));
  }
}

void OwnSecrets::add(std::string_view part, std::string_view shown) {
  const auto at = shown.find(mask_of_urls);
  if (part == shown || at == shown.npos) return;
  const auto after = shown.substr(at + mask_of_urls.size());
  if (part.size() <= at + after.size()) return;
  parts_.push_back({std::string(part.substr(0, at)), std::string(part.substr(at, part.size() - at - after.size())),
                    std::string(after)});
}

std::string OwnSecrets::hide(std::string_view text, std::string_view mask) const {
  std::string out(text);
  if (!userinfo_.empty()) replace_all(out, "//" + userinfo_, "//");
  for (const Part& part : parts_) {
    if (part.secret.size() >= telling)
      replace_all(out, part.secret, mask);
    else
      replace_parts(out, part.before + part.secret + part.after, part.before + std::string(mask) + part.after);
  }
  return out;
}

}  // namespace almanac
