#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Indonesian words.
inline constexpr PhraseRow indonesian[] = {
    row(due, "batas akhir|batas waktu|paling lambat|tenggat*"),
    row(until, "hingga|sampai|sampai dengan"),
    row(closes, "berakhir|ditutup"),
    row(paper, "makalah"),
    row(registration, "pendaftaran"),
    row(submission, "pengiriman|pengumpulan"),
    row(extended, "diperpanjang"),
    row(label, "kapan|tanggal"),
    row(takes_place, "berlangsung"),
};

}  // namespace almanac::prose::cues
