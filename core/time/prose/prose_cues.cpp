#include "prose_cues.hpp"

#include "cues/catalan.hpp"
#include "cues/chinese.hpp"
#include "cues/czech.hpp"
#include "cues/dutch.hpp"
#include "cues/english.hpp"
#include "cues/finnish.hpp"
#include "cues/french.hpp"
#include "cues/german.hpp"
#include "cues/greek.hpp"
#include "cues/hungarian.hpp"
#include "cues/indonesian.hpp"
#include "cues/italian.hpp"
#include "cues/japanese.hpp"
#include "cues/korean.hpp"
#include "cues/polish.hpp"
#include "cues/portuguese.hpp"
#include "cues/romanian.hpp"
#include "cues/russian.hpp"
#include "cues/scandinavian.hpp"
#include "cues/spanish.hpp"
#include "cues/turkish.hpp"
#include "cues/ukrainian.hpp"

namespace almanac::prose {
namespace {

using enum Cue;

constexpr auto table =
    phrase_table<cues::catalan, cues::chinese, cues::czech, cues::dutch, cues::english, cues::finnish, cues::french,
                 cues::german, cues::greek, cues::hungarian, cues::indonesian, cues::italian, cues::japanese,
                 cues::korean, cues::polish, cues::portuguese, cues::romanian, cues::russian, cues::scandinavian,
                 cues::spanish, cues::turkish, cues::ukrainian>();

}  // namespace

void mark_cues(MarkTable& marks) { mark_phrases(table.index(), Mark::cue, marks); }

std::vector<CueHit> find_cues(const ProseText& text, std::size_t end) {
  const auto hits = find_phrases(table.index(), text, Mark::cue, end);
  std::vector<CueHit> cues;
  cues.reserve(hits.size());
  std::uint32_t covered = 0;  // by a phrase of several words: "version" says nothing in "final version due"
  for (const PhraseHit& hit : hits) {
    const auto cue = static_cast<Cue>(hit.tag);
    const bool weak = cue == aside || cue == publication || cue == past || cue == replaced;
    if (hit.to - hit.from > 1) covered = std::max(covered, hit.to);
    if (cue == idle || (weak && hit.to - hit.from == 1 && hit.to <= covered)) continue;
    cues.push_back({cue, hit.from, hit.to});
  }
  return cues;
}

}  // namespace almanac::prose
