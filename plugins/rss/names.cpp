#include "names.hpp"

#include <array>
#include <cstddef>

namespace almanac::rss {
namespace {

struct Spelling {
  std::string_view text;
  Term term;
};
constexpr Spelling spellings[] = {
#define ALMANAC_TERM(enumerator, spelling) {spelling, Term::enumerator},
#include "terms.def"
#undef ALMANAC_TERM
};

constexpr std::uint32_t hash_of(std::string_view text) noexcept {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(lower(c))) * 16777619u;
  return hash;
}

constexpr std::size_t slots = 512;  // open addressing, a quarter full
static_assert(std::size(spellings) * 2 < slots);

constexpr auto make_table() {
  std::array<Spelling, slots> table{};
  for (const Spelling& spelling : spellings) {
    std::size_t slot = hash_of(spelling.text) % slots;
    while (!table[slot].text.empty()) slot = (slot + 1) % slots;
    table[slot] = spelling;
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
  if (local.size() > 24) return Term::unknown;
  for (std::size_t slot = hash_of(local) % slots; !table[slot].text.empty(); slot = (slot + 1) % slots)
    if (same_word(table[slot].text, local)) return table[slot].term;
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
