#include "temp_store.hpp"

BOOST_AUTO_TEST_SUITE(store_revised, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

Event only_event(Store& store) {
  ListQuery query;
  query.viewer.now = at(noon);
  const Listing list = must(store.select(query));
  BOOST_TEST_REQUIRE(list.rows.size() == 1u);
  return list.rows.front().event;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_difference_moves_the_revision_and_only_told_ones_the_change) {
  TempStore temp;
  const SourceId source = add_source(temp.store);
  Event event = simple_event("Lattice days", noon + 30 * day);
  poll(temp.store, source, {entry_for("1", event)});
  BOOST_TEST((only_event(temp.store).revised == at(noon)));
  std::int64_t now = noon;
  const auto poll_again = [&] {
    now += 3600;
    IngestedEntry given = entry_for("1", event);
    given.content_hash = static_cast<std::uint64_t>(now);
    poll(temp.store, source, {given}, now);
    return only_event(temp.store);
  };
  event.title = "Lattice days and nights";
  Event stored = poll_again();
  BOOST_TEST((stored.revised == at(now)));
  BOOST_TEST((stored.changed == at(noon)));
  event.url = "https://lattice.example/new";
  stored = poll_again();
  BOOST_TEST((stored.revised == at(now)));
  event.summary = "With a river.";
  stored = poll_again();
  BOOST_TEST((stored.revised == at(now)));
  Deadline deadline;
  deadline.type = DeadlineType::cfp;
  deadline.at = event.when->start;
  event.deadlines = {deadline};
  stored = poll_again();
  BOOST_TEST((stored.revised == at(now)));
  BOOST_TEST((stored.changed == at(now)));
  const std::int64_t last = now;
  BOOST_TEST((poll_again().revised == at(last)));  // nothing of the event is another
}

BOOST_AUTO_TEST_SUITE_END()
