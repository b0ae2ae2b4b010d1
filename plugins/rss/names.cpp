#include "names.hpp"

#include <algorithm>
#include <almanac/base/short_text.hpp>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace almanac::rss {
namespace {

struct Spelling {
  ShortText<22> text;
  Term term;
};
constexpr Spelling spellings[] = {
#define ALMANAC_TERM(enumerator, spelling) {spelling, Term::enumerator},
#include "terms.def"
#undef ALMANAC_TERM
};

constexpr std::size_t longest_term = 24;

/// The first eight bytes of a name as one number, its letters small; what else a name is made of stays apart.
constexpr std::uint64_t first_bytes(std::string_view name) noexcept {
  std::uint64_t bytes = 0;
  const std::size_t size = std::min(name.size(), sizeof bytes);
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little && size == sizeof bytes)
    std::memcpy(&bytes, name.data(), sizeof bytes);
  else
    for (std::size_t i = 0; i < size; ++i) bytes |= std::uint64_t{static_cast<unsigned char>(name[i])} << 8 * i;
  return bytes | 0x2020'2020'2020'2020U;
}

constexpr unsigned slot_bits = 9;  // open addressing, a quarter full
constexpr std::size_t slots = std::size_t{1} << slot_bits;
static_assert(std::size(spellings) * 2 < slots);

constexpr std::size_t slot_of(std::uint64_t bytes, std::size_t size) noexcept {
  return (bytes + size) * 0x9E37'79B9'7F4A'7C15U >> (64U - slot_bits);
}

/// A term and what tells its name from others.
struct Slot {
  std::uint64_t bytes = 0;
  std::uint8_t size = 0;      ///< 0: there is none
  std::uint8_t spelling = 0;  ///< of the spellings
};

constexpr auto make_table() {
  static_assert(std::size(spellings) <= 256);
  std::array<Slot, slots> table{};
  for (std::size_t i = 0; i < std::size(spellings); ++i) {
    const std::string_view text = spellings[i].text;
    if (text.size() > longest_term) throw "a term is too long";
    std::size_t at = slot_of(first_bytes(text), text.size());
    while (table[at].size != 0) at = (at + 1) % slots;
    table[at] = {first_bytes(text), static_cast<std::uint8_t>(text.size()), static_cast<std::uint8_t>(i)};
  }
  return table;
}
constexpr auto table = make_table();

struct Vocabulary {
  std::string_view text;
  Space space;
};

// Addresses without scheme, in lower case, without a final "/" or "#".
constexpr Vocabulary vocabularies[] = {
    {"www.w3.org/2005/atom", Space::atom},
    {"purl.org/atom/ns", Space::atom},
    {"purl.org/rss/1.0", Space::plain},
    {"my.netscape.com/rdf/simple/0.9", Space::plain},
    {"channel.netscape.com/rdf/simple/0.9", Space::plain},
    {"my.netscape.com/publish/formats/rss-0.91.dtd", Space::plain},
    {"purl.org/net/rss1.1", Space::plain},
    {"purl.org/rss/1.0/modules/rss091", Space::plain},
    {"backend.userland.com/rss", Space::plain},
    {"backend.userland.com/rss2", Space::plain},
    {"backend.userland.com/rss191", Space::plain},
    {"backend.userland.com/rss09", Space::plain},
    {"blogs.law.harvard.edu/tech/rss", Space::plain},
    {"cyber.law.harvard.edu/rss/rss.html", Space::plain},
    {"www.rssboard.org/rss-specification", Space::plain},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", Space::rdf},
    {"purl.org/dc/elements/1.1", Space::dc},
    {"purl.org/dc/elements/1.0", Space::dc},
    {"purl.org/rss/1.0/modules/dc", Space::dc},
    {"dublincore.org/documents/dcmi-namespace", Space::dc},
    {"purl.org/dc/terms", Space::dcterms},
    {"purl.org/rss/1.0/modules/dcterms", Space::dcterms},
    {"purl.org/rss/1.0/modules/content", Space::content},
    {"purl.org/rss/1.0/modules/slash", Space::slash},
    {"purl.org/syndication/thread/1.0", Space::thread},
    {"www.w3.org/1999/xhtml", Space::xhtml},
    {"search.yahoo.com/mrss", Space::media},
    {"search.yahoo.com/rss", Space::media},
    {"video.search.yahoo.com/mrss", Space::media},
    {"www.rssboard.org/media-rss", Space::media},
    {"tools.search.yahoo.com/mrss", Space::media},
    {"www.itunes.com/dtds/podcast-1.0.dtd", Space::itunes},
    {"itunes.com/dtds/podcast-1.0.dtd", Space::itunes},
    {"www.itunes.com/dtds/podcast-1.0", Space::itunes},
    {"www.georss.org/georss", Space::georss},
    {"www.georss.org/georss/10", Space::georss},
    {"www.georss.org", Space::georss},
    {"www.w3.org/2003/01/geo/wgs84_pos", Space::geo},
    {"www.opengis.net/gml", Space::gml},
    {"www.opengis.net/gml/3.2", Space::gml},
    {"purl.org/rss/1.0/modules/syndication", Space::sy},
    {"rssnamespace.org/feedburner/ext/1.0", Space::feedburner},
    {"purl.org/rss/1.0/modules/event", Space::mod_event},
    {"zoggy.frama.io/erssical/doc-event.html", Space::erssical},
    {"zoggy.github.io/erssical/doc-event.html", Space::erssical},
    {"urn:ietf:params:xml:ns:xcal", Space::xcal},
    {"urn:ietf:params:xml:ns:icalendar-2.0", Space::icalendar},
    {"schema.org", Space::schema},
    {"www.schema.org", Space::schema},
    {"schema.org/event", Space::schema},
    {"schemas.google.com/g/2005", Space::google},
};

constexpr Vocabulary prefixes[] = {
    {"atom", Space::atom},       {"atom10", Space::atom}, {"atom03", Space::atom}, {"a10", Space::atom},
    {"rdf", Space::rdf},         {"rss", Space::plain},   {"dc", Space::dc},       {"dcterms", Space::dcterms},
    {"content", Space::content}, {"xhtml", Space::xhtml}, {"media", Space::media}, {"itunes", Space::itunes},
    {"georss", Space::georss},   {"geo", Space::geo},     {"gml", Space::gml},     {"sy", Space::sy},
    {"ev", Space::mod_event},    {"xcal", Space::xcal},   {"xc", Space::xcal},     {"event", Space::schema},
    {"cb", Space::cb},           {"gd", Space::google},   {"mec", Space::mec},
};

constexpr Vocabulary publishers[] = {{"gsite.org/", Space::gsite},
                                     {"livewhale.com", Space::livewhale},
                                     {"cbwiki.net/", Space::cb},
                                     {"webnus.net/rss/mec", Space::mec}};

template <std::size_t N>
Space find(const Vocabulary (&list)[N], std::string_view text) noexcept {
  for (const Vocabulary& entry : list)
    if (entry.text.size() == text.size() && same_word(entry.text, text)) return entry.space;
  return Space::foreign;
}

void drop_prefix(std::string_view& text, std::string_view prefix) noexcept {
  if (text.size() > prefix.size() && same_word(text.substr(0, prefix.size()), prefix))
    text.remove_prefix(prefix.size());
}

}  // namespace

Term term_of(std::string_view local) noexcept {
  if (local.size() > longest_term) return Term::unknown;
  const std::uint64_t bytes = first_bytes(local);
  for (std::size_t at = slot_of(bytes, local.size()); table[at].size != 0; at = (at + 1) % slots) {
    const auto& [its_bytes, size, spelling] = table[at];
    if (its_bytes != bytes || size != local.size()) continue;
    if (size <= sizeof bytes ||
        same_word(spellings[spelling].text.view().substr(sizeof bytes), local.substr(sizeof bytes)))
      return spellings[spelling].term;
  }
  return Term::unknown;
}

Space space_of_uri(std::string_view uri) noexcept {
  while (!uri.empty() && static_cast<unsigned char>(uri.front()) <= ' ') uri.remove_prefix(1);
  while (!uri.empty() && (static_cast<unsigned char>(uri.back()) <= ' ' || uri.back() == '/' || uri.back() == '#'))
    uri.remove_suffix(1);
  if (uri.empty()) return Space::plain;
  if (uri.size() > 100) return Space::foreign;
  drop_prefix(uri, "http://");
  drop_prefix(uri, "https://");
  const Space known = find(vocabularies, uri);
  if (known != Space::foreign) return known;
  for (const Vocabulary& publisher : publishers)  // modules whose address changes with their version
    if (uri.substr(0, 40).find(publisher.text) != uri.npos) return publisher.space;
  return Space::foreign;
}

Space space_of_prefix(std::string_view prefix) noexcept { return find(prefixes, prefix); }

}  // namespace almanac::rss
