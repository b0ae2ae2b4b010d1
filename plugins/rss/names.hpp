#pragma once
#include <almanac/base/ascii.hpp>
#include <cstdint>
#include <string_view>

namespace almanac::rss {

/// A vocabulary, known by its namespace URI. `plain` holds RSS 0.9x and 2.0 (no namespace), the namespaces of RSS
/// 0.90, 1.0, 1.1 and those that people invented for 2.0, and CDF: their element names do not collide. `foreign` is
/// every other namespace.
enum class Space : std::uint8_t {
  plain,
  atom,  ///< RFC 4287 and Atom 0.3
  rdf,
  dc,
  dcterms,
  content,
  xhtml,
  media,
  itunes,
  georss,
  geo,
  gml,
  sy,
  feedburner,
  slash,      ///< RSS 1.0 mod_slash: how many comments
  thread,     ///< RFC 4685: replies
  mod_event,  ///< RSS 1.0 mod_event
  erssical,
  xcal,       ///< the old xCal draft
  icalendar,  ///< RFC 6321
  schema,     ///< schema.org
  livewhale,
  gsite,
  cb,      ///< RSS-CB of the central banks
  google,  ///< gd: of Google's data feeds
  mec,     ///< Modern Events Calendar, a plugin of WordPress
  foreign
};

/// A local name, known whatever its case.
enum class Term : std::uint8_t {
  unknown,
#define ALMANAC_TERM(enumerator, spelling) enumerator,
#include "terms.def"
#undef ALMANAC_TERM
};

/// An element's name, resolved.
struct Name {
  Space space = Space::foreign;
  Term term = Term::unknown;
  friend bool operator==(Name, Name) = default;
};

/// An item or an entry, whichever format's name is used.
constexpr bool is_item(Name name) noexcept {
  return (name.term == Term::item || name.term == Term::entry) &&
         (name.space == Space::plain || name.space == Space::atom || name.space == Space::rdf);
}

/// equal_nocase for words that are mostly written alike.
inline bool same_word(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != b[i] && lower(a[i]) != lower(b[i])) return false;
  return true;
}

/// `Term::unknown` for a name outside terms.def. Constant time.
Term term_of(std::string_view local) noexcept;
/// The vocabulary of a namespace URI; upper case, a final "/" or "#" and "https" make no difference.
Space space_of_uri(std::string_view uri) noexcept;
/// What a prefix usually means: for documents that use one without declaring it.
Space space_of_prefix(std::string_view prefix) noexcept;

}  // namespace almanac::rss
