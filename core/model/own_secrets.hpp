#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// The secrets of one address: what Url::redacted does not show of it. A document that was fetched from there says them
/// again: in links that are relative to its address, and in its texts.
class OwnSecrets {
 public:
  /// `address`: of the document. None when it has no secrets or cannot be read.
  explicit OwnSecrets(std::string_view address);
  bool any() const noexcept { return !parts_.empty() || !userinfo_.empty(); }

  /// The link with those secrets masked, as "%E2%80%A6"; userinfo goes. Other addresses' keys stay: they were published
  /// on purpose.
  std::string hide_in_link(std::string_view link) const { return hide(link, "%E2%80%A6"); }
  /// The same for a text, with "…".
  std::string hide_in_text(std::string_view text) const { return hide(text, "\u2026"); }

 private:
  /// A part of the path or a parameter: `before` + `secret` + `after`.
  struct Part {
    std::string before, secret, after;
  };
  void add(std::string_view part, std::string_view shown);
  void add_all(std::string_view parts, std::string_view shown, char between);
  std::string hide(std::string_view text, std::string_view mask) const;

  std::string userinfo_;  ///< with its "@"
  std::vector<Part> parts_;
};

}  // namespace almanac
