#include "facts_cues.hpp"

#include <algorithm>

#include "signs/catalan.hpp"
#include "signs/chinese.hpp"
#include "signs/czech.hpp"
#include "signs/dutch.hpp"
#include "signs/english.hpp"
#include "signs/finnish.hpp"
#include "signs/french.hpp"
#include "signs/german.hpp"
#include "signs/greek.hpp"
#include "signs/hungarian.hpp"
#include "signs/indonesian.hpp"
#include "signs/italian.hpp"
#include "signs/japanese.hpp"
#include "signs/korean.hpp"
#include "signs/polish.hpp"
#include "signs/portuguese.hpp"
#include "signs/romanian.hpp"
#include "signs/russian.hpp"
#include "signs/scandinavian.hpp"
#include "signs/spanish.hpp"
#include "signs/turkish.hpp"
#include "signs/ukrainian.hpp"

namespace almanac::facts {
namespace {

using enum Sign;

bool says_nothing(Sign sign) { return sign == not_mode || sign == not_status; }
bool is_mode_or_state(Sign sign) {
  return sign >= online && sign <= not_cancelled && (sign < place_label || sign > person);
}

constexpr auto table =
    prose::phrase_table<signs::catalan, signs::chinese, signs::czech, signs::dutch, signs::english, signs::finnish,
                        signs::french, signs::german, signs::greek, signs::hungarian, signs::indonesian, signs::italian,
                        signs::japanese, signs::korean, signs::polish, signs::portuguese, signs::romanian,
                        signs::russian, signs::scandinavian, signs::spanish, signs::turkish, signs::ukrainian>();

}  // namespace

const prose::MarkTable& sign_marks() {
  static const prose::MarkTable marks = [] {
    prose::MarkTable all = prose::date_marks();
    prose::mark_phrases(table.index(), prose::Mark::sign, all);
    return all;
  }();
  return marks;
}

std::vector<SignHit> find_signs(const prose::ProseText& text) {
  const auto hits = prose::find_phrases(table.index(), text, prose::Mark::sign);
  std::vector<SignHit> signs;
  signs.reserve(hits.size());
  std::uint32_t void_until = 0;  // pieces before it belong to a phrase that says nothing: "registration moved online"
  for (const auto& hit : hits) {
    const auto sign = static_cast<Sign>(hit.tag);
    if (says_nothing(sign)) void_until = std::max(void_until, hit.to);
    if (hit.to > void_until || !is_mode_or_state(sign) || says_nothing(sign)) signs.push_back({sign, hit.from, hit.to});
  }
  return signs;
}

}  // namespace almanac::facts
