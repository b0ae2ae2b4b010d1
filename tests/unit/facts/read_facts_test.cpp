#include <almanac/facts/read_facts.hpp>
#include <almanac/time/read_date.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

using namespace almanac;
using namespace almanac::facts;

namespace {

TextFacts read(std::string_view title, std::string_view text) {
  TextReading reading;
  reading.published = *read_date("2027-02-03T10:00:00Z");
  return read_facts(title, text, reading);
}

struct Case {
  std::string_view title, text, city, country;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(facts_in_prose, *boost::unit_test::label("unit"))

BOOST_AUTO_TEST_CASE(finds_the_place_of_an_event) {
  const std::vector<Case> cases{
      {"LatticeConf", "14 May 2027 in Tartu, Estonia.", "Tartu", "EE"},
      {"LatticeConf", "A conference.\nWhere: Lisbon\nWhen: 14 May 2027", "Lisbon", "PT"},
      {"LatticeConf", "14 May 2027, Portland, OR", "Portland", "US"},
      {"LatticeConf", "14 May 2027 on the web", "", ""},
      {"LatticeConf", "14 May 2027 in São Paulo, Brasil", "São Paulo", "BR"},
      {"LatticeConf", "14 May 2027 in Aix-en-Provence, France", "Aix-en-Provence", "FR"},
  };
  for (const Case& item : cases) BOOST_TEST_CONTEXT(item.text) {
      const TextFacts facts = read(item.title, item.text);
      BOOST_TEST(facts.city == item.city);
      BOOST_TEST(facts.country == item.country);
    }
}

BOOST_AUTO_TEST_CASE(tells_kinds_apart) {
  const std::vector<std::pair<std::pair<std::string_view, std::string_view>, Kind>> cases{
      {{"LatticeConf 2027", "The conference takes place on 14-15 May 2027 in Lisbon."}, Kind::conference},
      {{"Lattice Hackathon", "Hack with us 14-15 May 2027 in Lisbon."}, Kind::hackathon},
      {{"Lattice Meetup", "Our monthly meetup is on 14 May 2027 at 19:00."}, Kind::meetup},
      {{"Lattice CTF", "The CTF runs 14-15 May 2027."}, Kind::competition},
      {{"How do I sort a list?", "I tried sort() but got an error. Any ideas?"}, Kind::post},
  };
  for (const auto& [text, kind] : cases) BOOST_TEST_CONTEXT(text.first) {
      BOOST_TEST((read(text.first, text.second).kind == kind));
    }
}

BOOST_AUTO_TEST_CASE(leaves_posts_without_facts) {
  const TextFacts facts = read("Recap: what we learned at LatticeConf",
                               "LatticeConf was on 14 January 2027 in Lisbon. Slides and videos are online.");
  BOOST_TEST((facts.kind == Kind::post));
  BOOST_TEST(!facts.dates.when);
  BOOST_TEST(facts.city.empty());
}

BOOST_AUTO_TEST_CASE(tells_how_one_takes_part) {
  BOOST_TEST((read("Webinar", "Online on 14 May 2027, 15:00 UTC via Zoom.").mode == Mode::online));
  BOOST_TEST((read("Meetup", "14 May 2027, Lisbon, Portugal, and via live stream.").mode == Mode::hybrid));
  BOOST_TEST((read("Meetup", "14 May 2027 in Lisbon, Portugal.").mode == Mode::in_person));
  BOOST_TEST((read("Meetup", "14 May 2027.").mode == Mode::unknown));
  BOOST_TEST((read("Meetup", "14 May 2027 in Lisbon, Portugal: moved online.").mode == Mode::online));
  BOOST_TEST((read("Meetup", "14 May 2027 in Lisbon, Portugal. You know online maps.").mode != Mode::online));
}

BOOST_AUTO_TEST_CASE(tells_what_was_cancelled) {
  BOOST_TEST(
      (read("Cancelled: Lattice Meetup", "The meetup on 14 May 2027 is cancelled.").status == EventStatus::cancelled));
  BOOST_TEST((read("Lattice Meetup", "14 May 2027. You can cancel your ticket until 1 May.").status !=
              EventStatus::cancelled));
}

BOOST_AUTO_TEST_CASE(tells_what_moved_online) {
  const std::pair<const char*, const char*> moved[] = {
      {"[MOVED ONLINE] QuuxConf 2027", "14 May 2027, Lisbon, Portugal."},
      {"QuuxConf 2027 (now virtual)", "14 May 2027 in Lisbon, Portugal."},
      {"QuuxConf 2027", "Due to the strike the conference of 14 May 2027 in Lisbon will now be held online."},
      {"QuuxConf 2027", "Die Konferenz am 14. Mai 2027 in Köln findet stattdessen online statt."},
      {"QuuxConf 2027", "La conférence du 14 mai 2027 à Lyon aura finalement lieu : elle passe en ligne."},
      {"QuuxConf 2027", "La conferencia del 14 de mayo de 2027 en Madrid pasa a ser virtual."},
      {"QuuxConf 2027", "La conferenza del 14 maggio 2027 a Roma si sposta online."},
      {"QuuxConf 2027", "De conferentie van 14 mei 2027 in Gent gaat online door."},
      {"QuuxConf 2027", "2027年5月14日、東京。オンライン開催に変更しました。"},
      {"QuuxConf 2027", "2027年5月14日,北京。会议改为线上举行。"},
  };
  for (const auto& [title, text] : moved) {
    BOOST_TEST_CONTEXT(title << " / " << text) {
      const TextFacts facts = read(title, text);
      BOOST_TEST((facts.status == EventStatus::moved_online));
      BOOST_TEST((facts.mode == Mode::online));
    }
  }
  const std::pair<const char*, const char*> stayed[] = {
      {"QuuxConf 2027", "14 May 2027 in Lisbon, Portugal. The programme is now online."},
      {"QuuxConf 2027", "14 May 2027 in Lisbon, Portugal. Registration has moved online: no paper forms."},
      {"QuuxConf Online 2027", "14 May 2027, in your browser."},
  };
  for (const auto& [title, text] : stayed)
    BOOST_TEST_CONTEXT(title << " / " << text) BOOST_TEST((read(title, text).status != EventStatus::moved_online));
}

BOOST_AUTO_TEST_CASE(puts_machine_readable_dates_into_the_text) {
  BOOST_TEST(expand_time_elements("<p>On <time datetime=\"2027-05-14\">Friday</time>!</p>").find("2027-05-14") !=
             std::string::npos);
  BOOST_TEST(expand_time_elements("<p>No date</p>") == "<p>No date</p>");
}

BOOST_AUTO_TEST_CASE(keeps_what_is_structured) {
  Entry entry;
  entry.title.plain = "LatticeConf";
  entry.summary.plain = "14 May 2027 in Lisbon, Portugal. Paper deadline: 1 March 2027.";
  entry.start = *read_date("2027-06-01");
  entry.city = "Porto";
  apply_facts(entry);
  BOOST_TEST(iso_text(*entry.start) == "2027-06-01");
  BOOST_TEST(entry.city == "Porto");
  BOOST_TEST(!entry.end);
}

BOOST_AUTO_TEST_SUITE_END()
