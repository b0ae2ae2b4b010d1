#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "prose_text.hpp"

namespace almanac::prose {

/// What a word or phrase says about the dates around it. The words stand in cues/.
enum class Cue : std::uint8_t {
  due,             ///< "deadline", "Frist", 締切: the date is a closing day
  until,           ///< "until", "by", "vor dem": closing, when something closes; stands before the date
  until_after,     ///< まで, 截止: the same, after the date
  closes,          ///< "closes", "ends": of a thing that can close
  opens,           ///< "opens", "starts on": of a thing that can close: no deadline
  cfp,             ///< "call for papers", "Vortragsvorschläge", 発表募集: what closes, as all up to other_deadline
  abstract,        ///< "abstracts", "Kurzfassung", 要旨
  paper,           ///< "full papers", "Vollbeitrag", 論文
  registration,    ///< "register", "tickets", "early bird", 申込
  application,     ///< "apply", "scholarship", "Bewerbung", 応募
  submission,      ///< "submit", "entries", "public comment", 提出
  notification,    ///< "notification", "winners", "Zusage", 採択通知
  other_deadline,  ///< "voting", "camera-ready", "hotel block"
  extended,        ///< "extended", "verlängert"
  replaced,        ///< "originally planned for", "instead of", "statt": the date does not hold any more
  replaced_after,  ///< "… to" after a moved date: the date before it does not hold any more
  moved,           ///< "postponed to", "verschoben auf": the date after it holds
  moves,           ///< "postponed", "verschoben": something moved, somewhere
  label,           ///< "Date:", "When", 日時: the date of the event
  takes_place,     ///< "takes place", "join us", "rendez-vous"
  begins,          ///< "begins", "kicks off"
  ends,            ///< "ends", "until the closing ceremony"
  side,            ///< "doors", "check-in", "training": a time beside the event's own
  publication,     ///< "posted on", "last updated", "©"
  past,            ///< "last year", "founded", "since"
  aside,           ///< dates of other things: refunds, results, versions, plans of next edition
  repeats,         ///< "every", "jeden"
  event_noun,      ///< "conference", "Tagung": with a colon behind it a label
  recap,           ///< "recap", "Rückblick": the text looks back
  of_all,          ///< "all", "times are": a zone behind it is that of all times
  idle,            ///< phrases of such words that say nothing: "due to"
};

struct CueHit {
  Cue cue = Cue::due;
  std::uint32_t from = 0, to = 0;  ///< pieces; `to` is exclusive
};

/// Marks the words that cues begin with.
void mark_cues(MarkTable& marks);

/// All cues of a text that begin before a piece, in order; of several at one place the longest. Linear.
std::vector<CueHit> find_cues(const ProseText& text, std::size_t end);

}  // namespace almanac::prose
