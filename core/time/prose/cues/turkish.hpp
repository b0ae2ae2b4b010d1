#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Turkish words.
inline constexpr PhraseRow turkish[] = {
    row(due, "son basvuru*|son gun|son tarih*|son teslim*"),
    row(until_after, "kadar|tarihine kadar"),
    row(closes, "bitiyor|sona eriyor"),
    row(abstract, "bildiri ozet*"),
    row(paper, "bildiri tam metin*"),
    row(registration, "kayit"),
    row(application, "basvuru*"),
    row(extended, "uzatildi"),
    row(moves, "ertelen*"),
    row(label, "ne zaman|tarih"),
    row(takes_place, "gerceklesecek"),
    row(begins, "baslangic"),
    row(ends, "bitis"),
    row(publication, "yayinlan*"),
    row(aside, "yururluge"),
    row(repeats, "her hafta"),
    row(event_noun, "konferans"),
};

}  // namespace almanac::prose::cues
