#pragma once
#include <map>
#include <string>
#include <string_view>

namespace almanac::rss {

/// Named references of one document: those of HTML, and general entities whose declaration in the internal subset is
/// plain text (characters and character references; no markup and no further entity, so nothing can grow by nesting).
class Entities {
 public:
  /// Reads `<!ENTITY name "text">` declarations of a DOCTYPE; at most 256.
  void declare(std::string_view doctype);
  /// The reference as XML source text (escaped), or empty when the name is not known. `reference` is "&name;".
  std::string expand(std::string_view reference) const;

 private:
  std::map<std::string, std::string, std::less<>> declared_;
};

}  // namespace almanac::rss
