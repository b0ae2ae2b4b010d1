#pragma once
#include <almanac/model/entry.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace almanac::match {

/// A title as it is compared: folded words without years, ordinals, rounds of a call and words for places.
struct TitleForm {
  std::vector<std::string> core;     ///< what tells this thing from others
  std::vector<std::string> common;   ///< "conference", "days", "international": weak evidence only
  std::vector<std::string> ordered;  ///< all words as they stand
  std::string squeezed;              ///< `core` without blanks: "android makers" equals "androidmakers"
  std::vector<std::string> numbers;  ///< "12" of "Meetup #12"
  std::vector<std::string> placed;   ///< words of its own place, left out of `core`
  bool is_generic = false;           ///< no word tells it from others: `core` is what was left ("annual meeting")
};

/// Where it happens, as far as it helps to tell two things apart.
struct Place {
  std::vector<std::string> city;   ///< words of the most telling part; empty when unknown
  std::vector<std::string> words;  ///< all words that were published about the place
  bool online = false;             ///< nothing but online
  std::string country;             ///< ISO 3166-1 alpha-2; empty when unknown
};

/// An address without scheme, "www.", tracking and final slash, in lower case.
struct Address {
  std::string text;  ///< host and path
  std::size_t host = 0;
  std::string_view host_text() const { return std::string_view(text).substr(0, host); }
  std::string_view path() const { return std::string_view(text).substr(host); }
  friend bool operator==(const Address& a, const Address& b) { return a.text == b.text; }
};

/// What matching looks at. Days count from 1970-01-01; `last_day` is inclusive.
struct MatchFacts {
  std::int64_t source = 0;        ///< which list says so
  std::string uid;                ///< native id, when it can be told apart worldwide; else empty
  std::vector<TitleForm> titles;  ///< the title, then its parts and longer names
  struct {
    std::string title, name;
  } unread;                ///< see match_facts_for_keys
  std::string part_of;     ///< the word that makes it a part of something else: "workshop", "@"; mostly empty
  std::string season;      ///< "spring", "q4", "edition 2"; empty when none is named
  std::vector<int> years;  ///< editions that it may be; `year_stated`: from title or address
  bool year_stated = false;
  std::vector<Address> addresses;                   ///< the page first, then other links that stand for it
  std::optional<std::int64_t> first_day, last_day;  ///< `last_day`: only when an end is published
  std::optional<std::int64_t> call_closes;          ///< first day on which a call for papers or talks closes
  bool day_is_sure = true;  ///< false: month or year only, or a deadline stands where the start should
  Place place;
  Kind kind = Kind::other;
};

/// Reads the facts out of an entry. Pure; bounded by the first 300 bytes of texts.
MatchFacts match_facts(const Entry& entry, std::int64_t source);

/// The same but for what only comparing needs, because most entries are never compared: `titles` has the title alone,
/// the texts of the others wait in `unread`.
MatchFacts match_facts_for_keys(const Entry& entry, std::int64_t source);
/// Reads what waits.
void read_other_titles(MatchFacts& facts);

/// `https://WWW.Example.org/a/?utm_source=x#y` → "example.org/a". Nothing for what is no web address.
std::optional<Address> canonical_address(std::string_view url);

/// True for hosts that carry many organisers' events ("meetup.com"): the host alone says nothing.
bool is_platform(std::string_view host);

}  // namespace almanac::match
