#pragma once
#include <almanac/time/dates/date_civil.hpp>
#include <almanac/time/prose/prose_phrases.hpp>
#include <cstdint>
#include <optional>
#include <vector>

namespace almanac::facts {

/// What a word or phrase says about the kind, the way and the state of what a text announces. The words stand in
/// signs/.
enum class Sign : std::uint8_t {
  conference,        ///< "conference", "Tagung", 学会: names a kind, as all up to other_kind
  hackathon,         ///< "hackathon", "game jam"
  competition,       ///< "contest", "CTF", "Wettbewerb"
  meetup,            ///< "meetup", "Stammtisch", 勉強会
  talk,              ///< "lecture", "webinar", "Vortrag"
  other_kind,        ///< "course", "fair", "exhibition", "maintenance"
  post,              ///< recap, release, question, newsletter
  post_title,        ///< "how to", "report": says so only in a title
  mention,           ///< "does anyone", "I am speaking at": someone tells of himself
  job,               ///< a job advertisement
  job_title,         ///< "engineer": says so only in a title
  announces,         ///< "join us", "save the date": speaks for an event
  call,              ///< a call for papers: speaks for a conference
  online,            ///< "online", "via Zoom", オンライン
  hybrid,            ///< "hybrid", "on site and online"
  in_person,         ///< "in person", "vor Ort"
  only_online,       ///< "online only": whatever place is named
  no_online,         ///< "no livestream"
  not_mode,          ///< "online registration": says nothing about the mode
  place_label,       ///< "Where:", "Ort", 場所
  room,              ///< "room", "Hörsaal": with a number a place
  street,            ///< "street", "drive": with a name and a number a place
  hall,              ///< "hall", "library": with a name a place
  person,            ///< "professor", "speaker": the city behind is that of someone
  cancelled,         ///< "cancelled", "fällt aus"
  postponed,         ///< "postponed", "verschoben": whether to a day or not
  moved_online,      ///< "moved online": the place that is named is where it was to be
  not_status,        ///< "cancel your ticket": says nothing about the state
  not_cancelled,     ///< "not cancelled": it takes place, whatever else the text says
  dates_follow,      ///< "to be announced", "every second Saturday": an event without a date
  weak_conference,   ///< "workshop", "keynote": speaks for a conference, but not for itself
  weak_meetup,       ///< "drinks", "we meet"
  weak_talk,         ///< "speaker", "q&a"
  weak_competition,  ///< "prizes", "jury"
  weak_hackathon,    ///< "sprint", "team formation"
  weak_post,         ///< "yesterday", "part 1"
  weak_other,        ///< "lessons", "opening hours"
  narrator,          ///< somebody tells of himself
  told,              ///< "went", "hat gesagt": something is told that has happened
};

struct SignHit {
  Sign sign = Sign::post;
  std::uint32_t from = 0, to = 0;  ///< pieces
};

/// The marks of a text that find_signs and all readers of dates can read.
const prose::MarkTable& sign_marks();

/// All signs of a text that was cut with sign_marks, in order.
std::vector<SignHit> find_signs(const prose::ProseText& text);

/// What the steps of read_facts share.
struct Reading {
  const prose::ProseText& text;
  const std::vector<SignHit>& signs;
  std::optional<dates::CivilDay> published = std::nullopt;  ///< in UTC
};

}  // namespace almanac::facts
