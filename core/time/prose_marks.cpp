#include "prose_marks.hpp"

#include "month_names.hpp"
#include "prose_cues.hpp"
#include "prose_dates.hpp"
#include "prose_opens.hpp"

namespace almanac::prose {

const MarkTable& date_marks() {
  static const MarkTable table = [] {
    MarkTable marks;
    marks.add(opening_starts, Mark::opener);
    marks.add(dates::date_name_starts, Mark::date_name);
    marks.add(common_word_starts, Mark::common);
    marks.add(cue_starts, Mark::cue);
    return marks;
  }();
  return table;
}

}  // namespace almanac::prose
