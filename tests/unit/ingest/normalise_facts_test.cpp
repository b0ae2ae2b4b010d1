#include <almanac/ingest/normalise.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(ingest_normalise_facts, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

/// An all-day VEVENT of 31 August 2026.
Entry august(std::string title, std::string description) {
  Entry entry;
  entry.component = Component::vevent;
  entry.title.plain = std::move(title);
  entry.summary.plain = std::move(description);
  entry.start.emplace();
  entry.start->kind = MomentKind::date;
  entry.start->precision = Precision::day;
  entry.start->seconds = 1'788'134'400;
  return entry;
}

Kind kind_of(std::string title, std::vector<std::string> categories = {}) {
  Entry entry = august(std::move(title), {});
  entry.categories = std::move(categories);
  normalise_facts(entry, {});
  return entry.kind.value();
}

}  // namespace

BOOST_AUTO_TEST_CASE(day_on_which_the_call_closes_is_not_the_start) {
  Entry call = august("QuuxConf 2026", "CFP open until: 31-August-2026\nCFP: https://cfp.example/quux");
  normalise_facts(call, {});
  BOOST_TEST(!call.start);
  BOOST_REQUIRE(call.deadlines.size() == 1u);
  BOOST_TEST((call.deadlines[0].type == DeadlineType::cfp));
  BOOST_TEST(!call.deadlines[0].at.zone_stated);

  Entry conference = august("QuuxConf 2026", "The call for papers closed: 12-July-2026");
  normalise_facts(conference, {});
  BOOST_TEST(conference.start.has_value());

  Entry two_days = august("QuuxConf 2026", "CFP open until: 31-August-2026");
  two_days.end = two_days.start;
  two_days.end->seconds += 2 * 86'400;
  normalise_facts(two_days, {});
  BOOST_TEST(two_days.start.has_value());
}

BOOST_AUTO_TEST_CASE(kind_comes_from_categories_and_titles) {
  BOOST_TEST((kind_of("Quux", {"news", "Hackathon"}) == Kind::hackathon));
  BOOST_TEST((kind_of("Quux", {"Konferenz"}) == Kind::conference));
  BOOST_TEST((kind_of("Quux Meetup #3") == Kind::meetup));
  BOOST_TEST((kind_of("Hackathon", {"Meetup"}) == Kind::meetup));
  BOOST_TEST((kind_of("Capture the flag") == Kind::competition));
}

BOOST_AUTO_TEST_CASE(markup_in_plain_lines_is_read) {
  Harvest harvest;
  Entry& entry = harvest.entries.emplace_back();
  entry.rights = "&copy; 2026 <b>Ann</b>";
  entry.location = "Caf&eacute;, Ghent";
  entry.authors.push_back({"J&uuml;rgen <i>K.</i>", "", ""});
  entry.authors.push_back({"R&D <3", "", ""});
  entry.categories = {"R&amp;D", "<b>Rock</b>", "R&D", " C++ <17 "};
  normalise_texts(harvest, false);
  BOOST_TEST(entry.rights == "© 2026 Ann");
  BOOST_TEST(entry.location == "Café, Ghent");
  BOOST_TEST(entry.authors[0].name == "Jürgen K.");
  BOOST_TEST(entry.authors[1].name == "R&D <3");
  BOOST_TEST((entry.categories == std::vector<std::string>{"R&D", "Rock", "C++ <17"}));
}

BOOST_AUTO_TEST_CASE(facts_say_what_they_stand_on) {
  Entry entry = august("QuuxConf 2026, free entry", "We meet in Ghent, Belgium. Cancelled, sadly.");
  entry.mode = Mode::in_person;
  entry.topics = {"quux"};
  normalise_facts(entry, Kind::conference);
  BOOST_TEST((entry.origins.kind == usual_origin(Provenance::declared)));
  BOOST_TEST((entry.origins.mode == usual_origin(Provenance::structured)));
  BOOST_TEST((entry.origins.place.provenance == Provenance::prose));
  BOOST_TEST((entry.origins.status.provenance == Provenance::prose));
  BOOST_TEST((entry.origins.cost.provenance == Provenance::prose));
  BOOST_REQUIRE(entry.origins.topics.size() == 1u);
  BOOST_TEST((entry.origins.topics[0] == usual_origin(Provenance::structured)));

  Entry located = august("Quux", {});
  located.location = "Hall 3, Ghent, Belgium";
  normalise_facts(located, {});
  BOOST_TEST(located.city == "Ghent");
  BOOST_TEST((located.origins.place.provenance == Provenance::structured));
  BOOST_TEST(located.origins.place.confidence < usual_origin(Provenance::structured).confidence);
  BOOST_TEST((located.origins.kind == usual_origin(Provenance::inferred)));
  BOOST_TEST((located.origins.status == Origin{}));
}

BOOST_AUTO_TEST_CASE(title_tells_that_the_deadline_was_extended) {
  const auto is_extended = [](std::string title) {
    Entry entry = august(std::move(title), "Paper deadline: 19 March 2026.");
    normalise_facts(entry, {});
    BOOST_REQUIRE(entry.deadlines.size() == 1u);
    return entry.deadlines[0].extended;
  };
  BOOST_TEST(is_extended("CFP: Quux 2026 (extended)"));
  BOOST_TEST(is_extended("Quux 2026: Deadline extended"));
  BOOST_TEST(is_extended("Quux 2026: Einreichfrist verlängert"));
  BOOST_TEST(!is_extended("CFP: Quux 2026"));
  BOOST_TEST(!is_extended("Extended Quux Days 2026"));
}

BOOST_AUTO_TEST_CASE(address_of_a_page_as_place_makes_nothing_online) {
  Entry entry =
      august("Quux night", "News: https://pages.example/quux\n\nAddress:\nHall F, 5 Mill Lane, 75013 Paris, France");
  entry.location = "https://pages.example/quux";
  entry.geo = Geo{48.83, 2.37};
  normalise_facts(entry, {});
  BOOST_TEST((entry.mode == Mode::in_person));
  BOOST_TEST(entry.city == "Paris");
  BOOST_TEST(entry.join_url == "");

  Entry online = august("Quux night", "Read https://pages.example/quux");
  online.location = "https://us02web.zoom.us/j/81";
  normalise_facts(online, {});
  BOOST_TEST((online.mode == Mode::online));
  BOOST_TEST(online.join_url == online.location);

  Entry announced = august("Quux night", "We meet online.");
  announced.location = "https://pages.example/quux";
  normalise_facts(announced, {});
  BOOST_TEST((announced.mode == Mode::online));
}

BOOST_AUTO_TEST_CASE(what_moved_online_takes_place_there) {
  Entry entry = august("QuuxConf 2026", {});
  entry.status = EventStatus::moved_online;
  entry.location = "Ghent, Belgium";
  entry.mode = Mode::in_person;
  normalise_facts(entry, {});
  BOOST_TEST((entry.mode == Mode::online));
  BOOST_TEST(entry.city == "Ghent");
}

BOOST_AUTO_TEST_SUITE_END()
