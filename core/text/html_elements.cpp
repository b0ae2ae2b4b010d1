#include "html_elements.hpp"

#include <almanac/base/ascii.hpp>
#include <array>
#include <cstddef>

namespace almanac {
namespace {

using E = HtmlElement;
constexpr int inline_ = E::allowed | E::phrasing, formatting = E::allowed | E::formatting;

constexpr std::array elements{
    // text level
    E{"a", formatting},
    E{"abbr", inline_},
    E{"acronym", inline_},
    E{"b", formatting},
    E{"bdi", inline_},
    E{"bdo", inline_},
    E{"big", formatting},
    E{"cite", inline_},
    E{"code", formatting},
    E{"data", inline_},
    E{"del", inline_},
    E{"dfn", inline_},
    E{"em", formatting},
    E{"font", formatting},
    E{"i", formatting},
    E{"ins", inline_},
    E{"kbd", inline_},
    E{"label", inline_},
    E{"mark", inline_},
    E{"q", inline_},
    E{"rp", E::allowed},
    E{"rt", E::allowed},
    E{"ruby", E::allowed},
    E{"s", formatting},
    E{"samp", inline_},
    E{"small", formatting},
    E{"span", inline_},
    E{"strike", formatting},
    E{"strong", formatting},
    E{"sub", inline_},
    E{"sup", inline_},
    E{"time", inline_},
    E{"tt", formatting},
    E{"u", formatting},
    E{"var", inline_},
    E{"wbr", E::allowed | E::void_},
    E{"br", inline_ | E::line | E::void_},
    E{"nobr", E::structure | E::formatting},
    E{"output", inline_},
    // blocks
    E{"p", E::allowed | E::paragraph},
    E{"div", E::allowed | E::line},
    E{"section", E::allowed | E::line},
    E{"article", E::allowed | E::line},
    E{"aside", E::allowed | E::line},
    E{"header", E::allowed | E::line},
    E{"footer", E::allowed | E::line},
    E{"main", E::allowed | E::line},
    E{"nav", E::allowed | E::line},
    E{"address", E::allowed | E::line},
    E{"blockquote", E::allowed | E::paragraph},
    E{"center", E::allowed | E::line},
    E{"details", E::allowed | E::line},
    E{"summary", E::allowed | E::line},
    E{"figure", E::allowed | E::paragraph},
    E{"figcaption", E::allowed | E::line},
    E{"hr", E::allowed | E::paragraph | E::void_},
    E{"pre", E::allowed | E::paragraph},
    E{"h1", E::allowed | E::paragraph},
    E{"h2", E::allowed | E::paragraph},
    E{"h3", E::allowed | E::paragraph},
    E{"h4", E::allowed | E::paragraph},
    E{"h5", E::allowed | E::paragraph},
    E{"h6", E::allowed | E::paragraph},
    E{"hgroup", E::allowed | E::line},
    E{"fieldset", E::allowed | E::line},
    E{"legend", E::allowed | E::line},
    E{"dialog", E::structure | E::line},
    E{"search", E::structure | E::line},
    // lists
    E{"ul", E::allowed | E::paragraph},
    E{"ol", E::allowed | E::paragraph},
    E{"li", E::allowed | E::line},
    E{"dl", E::allowed | E::paragraph},
    E{"dt", E::allowed | E::line},
    E{"dd", E::allowed | E::line},
    E{"dir", E::allowed | E::paragraph},
    E{"menu", E::allowed | E::paragraph},
    // tables
    E{"table", E::allowed | E::paragraph},
    E{"caption", E::allowed | E::line},
    E{"thead", E::allowed | E::line},
    E{"tbody", E::allowed | E::line},
    E{"tfoot", E::allowed | E::line},
    E{"tr", E::allowed | E::line},
    E{"td", E::allowed | E::cell},
    E{"th", E::allowed | E::cell},
    E{"col", E::allowed | E::void_},
    E{"colgroup", E::allowed},
    // media: files only, never a program
    E{"img", inline_ | E::void_},
    E{"picture", E::allowed},
    E{"source", E::allowed | E::void_},
    E{"track", E::void_},
    E{"audio", E::allowed},
    E{"video", E::allowed},
    E{"map", E::allowed},
    E{"area", E::allowed | E::void_},
    E{"meter", inline_},
    E{"progress", inline_},
    // documents
    E{"html", E::structure},
    E{"body", E::structure},
    E{"head", E::structure},
    E{"noscript", E::structure},
    E{"form", E::structure | E::line},
    E{"title", E::raw | E::hidden},
    E{"base", E::void_},
    E{"link", E::void_},
    E{"meta", E::void_},
    E{"style", E::raw | E::hidden},
    E{"script", E::raw | E::hidden},
    E{"template", E::hidden},
    E{"iframe", E::structure},
    E{"noembed", E::raw | E::hidden},
    E{"noframes", E::raw | E::hidden},
    E{"object", E::structure},
    E{"embed", E::void_},
    E{"param", E::void_},
    E{"applet", E::structure},
    E{"canvas", E::structure},
    E{"svg", 0},
    E{"math", 0},
    E{"frame", E::void_},
    E{"frameset", 0},
    E{"xmp", E::raw},
    E{"plaintext", E::raw},
    E{"marquee", E::structure},
    E{"blink", E::structure},
    E{"basefont", E::void_},
    E{"bgsound", E::void_},
    E{"slot", E::structure},
    E{"keygen", E::void_},
    E{"listing", E::structure | E::paragraph},
    // forms
    E{"input", E::void_},
    E{"button", E::structure},
    E{"select", E::structure},
    E{"option", E::structure | E::line},
    E{"optgroup", E::structure},
    E{"textarea", E::raw},
    E{"datalist", E::structure},
};

constexpr std::size_t slots = 512;
constexpr std::size_t longest_element_name = 10;  // blockquote, figcaption

constexpr std::size_t hash(std::string_view name) {
  std::uint32_t value = 2166136261u;
  for (const char c : name) value = (value ^ static_cast<unsigned char>(lower(c))) * 16777619u;
  return (value ^ (value >> 15)) % slots;
}

constexpr auto table = [] {
  std::array<std::uint8_t, slots> places{};
  for (std::size_t i = 0; i < elements.size(); ++i) {
    std::size_t slot = hash(elements[i].name);
    while (places[slot]) slot = (slot + 1) % slots;
    places[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return places;
}();
static_assert(elements.size() < 255);

/// The places of the names of one letter, from "a" on: most tags of texts have one.
constexpr auto letters = [] {
  std::array<std::uint8_t, 26> places{};
  for (std::size_t i = 0; i < elements.size(); ++i)
    if (elements[i].name.size() == 1)
      places[static_cast<std::size_t>(elements[i].name.view()[0] - 'a')] = static_cast<std::uint8_t>(i + 1);
  return places;
}();

const HtmlElement* find_letter(char letter) noexcept {
  const auto place = static_cast<unsigned char>(lower(letter) - 'a');
  return place < letters.size() && letters[place] ? &elements[letters[place] - 1u] : nullptr;
}

}  // namespace

const HtmlElement* find_element(std::string_view name) noexcept {
  if (name.size() == 1) return find_letter(name.front());
  if (name.empty() || name.size() > longest_element_name) return nullptr;
  for (std::size_t slot = hash(name); table[slot]; slot = (slot + 1) % slots) {
    const HtmlElement& element = elements[table[slot] - 1u];
    if (equal_nocase(element.name, name)) return &element;
  }
  return nullptr;
}

}  // namespace almanac
