#include "prose_marks.hpp"

#include <almanac/time/words/month_names.hpp>

#include "prose_cues.hpp"
#include "prose_opens.hpp"
#include "prose_tongues.hpp"

namespace almanac::prose {

const MarkTable& date_marks() {
  static const MarkTable table = [] {
    MarkTable marks;
    for (const dates::DateName& name : dates::date_names()) marks.add(key_of(dates::word_of(name)), Mark::date_name);
    mark_opening_words(marks);
    mark_common_words(marks);
    mark_cues(marks);
    return marks;
  }();
  return table;
}

}  // namespace almanac::prose
