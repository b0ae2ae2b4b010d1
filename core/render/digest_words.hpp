#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <string>

namespace almanac::render {

// What every format says around the items of a digest, as plain text.

/// "ml · 23–29 November 2026".
std::string digest_title(const DigestView& digest);
/// "Issue 12 (2026-W48) · 34 items · made Wed 25 Nov 08:00 CET · times are Europe/Berlin"; without a number what is
/// no issue of a profile.
std::string digest_subtitle(const DigestView& digest, const Reader& reader);
/// "Nothing new in 23–29 November 2026 for ml."
std::string empty_digest_text(const DigestView& digest);
std::size_t section_size(const DigestSection& section);
/// "Source X has failed 5 times: 404 Not Found (last good Fri 6 Nov)".
std::string broken_text(const BrokenSource& source, const Reader& reader);
/// "12 left out: told before and unchanged".
std::string left_out_text(const LeftOut& rule);

}  // namespace almanac::render
