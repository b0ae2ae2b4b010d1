#pragma once
#include <string>

#include "words.hpp"

namespace almanac::render {

/// "<article><h3 class="title">…</h3>": the caller closes it. `level` of the heading: 2 … 6.
void open_item(std::string& out, const ItemWords& words, int level);
/// The line of a deadline that `words` are about: when it closes, here and where it was published.
void append_deadline(std::string& out, const Deadline& deadline, const ItemWords& words, const Reader& reader);
/// The line of date, place, kind and cost.
void append_facts(std::string& out, const ItemWords& words);

}  // namespace almanac::render
