#include <almanac/time/dates/read_date.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "read_text.hpp"

BOOST_AUTO_TEST_SUITE(facts_in_prose, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::facts;
using almanac::test::read;

namespace {

struct Case {
  std::string_view title, text, city, country;
};

}  // namespace

BOOST_AUTO_TEST_CASE(finds_the_place_of_an_event) {
  const std::vector<Case> cases{
      {"LatticeConf", "14 May 2027 in Tartu, Estonia.", "Tartu", "EE"},
      {"LatticeConf", "A conference.\nWhere: Lisbon\nWhen: 14 May 2027", "Lisbon", "PT"},
      {"LatticeConf", "14 May 2027, Portland, OR", "Portland", "US"},
      {"LatticeConf", "14 May 2027 on the web", "", ""},
      {"LatticeConf", "14 May 2027 in São Paulo, Brasil", "São Paulo", "BR"},
      {"LatticeConf", "14 May 2027 in Aix-en-Provence, France", "Aix-en-Provence", "FR"},
      {"Meetup", "14 May 2027, 18:30, The Mill, 4 Weir Road, Manchester M2 3AB", "Manchester", "GB"},
      {"Meetup", "14 May 2027, 18:30, Level 2, 9 Weir St, Melbourne VIC 3001", "Melbourne", "AU"},
      {"Treffen", "Am 14. Mai 2027 um 19 Uhr im Kulturhaus Kassel.", "Kassel", "DE"},
      {"School", "14 May 2027 at the University of Innsbruck.", "Innsbruck", "AT"},
      {"Lattice Days Warsaw", "14 May 2027. Two tracks.", "Warsaw", "PL"},
      {"LatticeConf", "14 May 2027, Messe Basel, Switzerland", "Basel", "CH"},
      {"LatticeConf", "14 May 2027, Hobart, Tasmania, Australia", "Hobart", "AU"},
      {"LatticeConf", "14 May 2027, Hall of Arts, Porto. Speaker: Dr. A. Bell, Oxford, UK.", "Porto", "PT"},
      {"LatticeConf", "14 May 2027, The Barn, Bath", "Bath", "GB"},
      {"Sommerfest", "Am 4. Juli 2027 ab 15 Uhr im Hof", "", ""},
      {"Treffen", "Am 4. Juli 2027, danach gemeinsames Essen in der Halle", "", ""},
      {"Treffen", "Am 4. Juli 2027 in Essen", "Essen", "DE"},
      {"LatticeConf", "When: 14 May 2027\nCity: Nice\nCountry: France", "Nice", "FR"},
      {"LatticeConf", "14 May 2027 - Florianópolis, SC, Brazil", "Florianópolis", "BR"},
      {"Tagung", "14. Mai 2027, Kongresshalle Gießen und online", "Giessen", "DE"},
      {"LatticeConf", "14 May 2027, CHU de Lille", "Lille", "FR"},
      {"LatticeConf", "14 May 2027, Hong Kong, China", "Hong Kong", "HK"},
      {"AI Summit, Singapore", "14 May 2027", "Singapore", "SG"},
      {"Open Summit, Poland", "14 May 2027", "", "PL"},
      {"LatticeConf", "14 May 2027 in Portland, Maine", "Portland", "US"},
      {"Mahlzeit", "Essen wird am 14. Mai 2027 gereicht.", "", ""},
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

BOOST_AUTO_TEST_CASE(tells_posts_from_events) {
  const std::vector<std::pair<std::string_view, std::string_view>> posts{
      {"Forty people in Lisbon", "Last weekend (30-31 January) LatticeConf took place in Lisbon. Thanks to all!"},
      {"Anyone at LatticeConf?", "I arrive in Lisbon on 13 May. Anyone up for dinner?"},
      {"This week", "LatticeDay, 14 May, Gent\nQuux meetup, 20 May, Lyon\nFooConf closes its call on 1 March"},
      {"Holiday closure: 24 December - 2 January", "The office in Lisbon is closed."},
      {"Quux events this week: March 1 - March 7", "Seven of them."},
      {"On the road", "I am speaking in Vilnius (14 May), Riga (20 May) and Lisbon (2 June)."},
      {"Proceedings of LatticeConf 2026", "The proceedings (Lisbon, 14-15 May 2026) are online, pages 1-200."},
  };
  for (const auto& [title, text] : posts) BOOST_TEST_CONTEXT(title) {
      const TextFacts facts = read(title, text);
      BOOST_TEST((facts.kind == Kind::post));
      BOOST_TEST(!facts.dates.when);
      BOOST_TEST(facts.city.empty());
    }
  BOOST_TEST((read("Statistics workshop", "A workshop on 14-15 May 2027 in Lisbon.").kind == Kind::conference));
}

BOOST_AUTO_TEST_CASE(takes_no_event_from_a_job) {
  const TextFacts facts =
      read("Lattice engineer (f/m/d)", "We are hiring in Lisbon. Apply by 1 March 2027, start date 1 May 2027.");
  BOOST_TEST((facts.kind == Kind::other));
  BOOST_TEST(!facts.dates.when);
}

BOOST_AUTO_TEST_CASE(takes_the_shape_of_dates_for_the_kind) {
  BOOST_TEST((read("Lattice Lisbon, May edition", "Friday 14 May 2027, 18:30, Lisbon.").kind == Kind::meetup));
  BOOST_TEST((read("Contrast workshop", "14 May 2027, 13:00 to 15:00 UTC on Zoom.").kind == Kind::talk));
  BOOST_TEST((read("Lattice", "We meet 14-16 May 2027 in Lisbon.").kind == Kind::conference));
  BOOST_TEST((read("Small things", "May 14 - Jun 30, 2027\nOnline\n56 days left").kind == Kind::hackathon));
}

BOOST_AUTO_TEST_CASE(takes_a_room_for_a_place) {
  BOOST_TEST((read("Talk", "14 May 2027, 16:00, Room 1107.").mode == Mode::in_person));
  BOOST_TEST((read("Talk", "14 May 2027, 16:00, Room 1107 and on Zoom.").mode == Mode::hybrid));
  BOOST_TEST((read("Talk", "14 May 2027, 16:00, Zoom room 3.").mode == Mode::online));
  BOOST_TEST((read("Festa", "14 May 2027, Porto Digital, Recife, Brasil").mode == Mode::in_person));
}

BOOST_AUTO_TEST_CASE(leaves_out_what_stands_between_two_tildes) {
  BOOST_TEST((drop_tilded_text("On ~~12 May~~ 19 May, (~~a~~) ~~b c~~.") == "On  ~~  19 May, () ."));
  BOOST_TEST((drop_tilded_text("~~a~~\n~~b\nc~~ ~~d~~") == "\n~~b\nc~~ "));
  for (const std::string_view text :
       {"", "~~", "~~~~", "a ~~ b", "~~ 12 May ~~", "~~12 May ~~", "~~~12 May~~~", "~~12 May",
        "10:00~~12:00, 13:00~~15:00", "~~12\nMay~~", "\\~~12 May~~", "~12 May~"})
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!drop_tilded_text(text)); }
  Entry entry;
  entry.title.plain = "Quux meetup";
  entry.summary.plain = "The meetup takes place on ~~12 May~~ 19 May 2027.";
  apply_facts(entry);
  BOOST_TEST_REQUIRE(entry.start.has_value());
  BOOST_TEST(iso_text(*entry.start) == "2027-05-19");
}

BOOST_AUTO_TEST_CASE(leaves_struck_text_out) {
  BOOST_TEST(drop_struck_text("<p>On <del>14 May</del> <s class=\"old\">15 May</s> 16 May<br>") ==
             "<p>On  ~~   ~~  16 May<br>");
  BOOST_TEST(drop_struck_text("<span>a</span><s>b") == "<span>a</span><s>b");
  for (const std::string_view struck : {"<strike>a</strike>", "<p>x < y<del>a</del>", "<s>a</s>"})
    BOOST_TEST_CONTEXT(struck) {
      const TellingMarkup markup = find_telling_markup(struck);
      BOOST_TEST((markup.struck && !markup.times));
    }
  for (const std::string_view other : {"", "<", "a</", "<strong>a</strong>", "</span></dl></tim>"})
    BOOST_TEST_CONTEXT(other) {
      const TellingMarkup markup = find_telling_markup(other);
      BOOST_TEST((!markup.struck && !markup.times));
    }
  BOOST_TEST(find_telling_markup("<p><time>noon</time></p>").times);
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

BOOST_AUTO_TEST_CASE(tells_the_event_that_was_cancelled_from_its_parts) {
  const std::pair<const char*, const char*> cancelled[] = {
      {"QuuxConf 2027 abgesagt", "Die Konferenz am 14. Mai 2027 in Köln findet nicht statt."},
      {"QuuxConf", "14 May 2027, Lisbon. Unfortunately we have to cancel the conference."},
      {"About May", "We have decided to call off QuuxConf on 14 May 2027."},
      {"QuuxConf", "La conférence du 14 mai 2027 à Lyon est annulée."},
      {"QuuxConf", "El evento del 14 de mayo de 2027 queda cancelado."},
      {"QuuxConf", "L'evento del 14 maggio 2027 è annullato."},
      {"Encontro de maio", "O encontro de sábado, 8 de maio de 2027, no Porto, foi cancelado."},
      {"QuuxConf", "A conferência de 14 de maio de 2027 foi cancelada."},
      {"QuuxConf", "De bijeenkomst van 14 mei 2027 gaat niet door."},
      {"Quux勉強会", "2027年5月14日の勉強会は中止になりました。"},
      {"Quux会议", "2027年5月14日的会议取消。"},
      {"Workshop: warp and weft", "The workshop on 14 May 2027 is cancelled."},
      {"Warp and weft", "14 May 2027, Leeds. Cancelled due to illness."},
  };
  for (const auto& [title, text] : cancelled)
    BOOST_TEST_CONTEXT(title << " / " << text) BOOST_TEST((read(title, text).status == EventStatus::cancelled));
  const std::pair<const char*, const char*> not_cancelled[] = {
      {"QuuxConf news", "Ada had to cancel her keynote. QuuxConf will be held 14-15 May 2027 in Lisbon."},
      {"QuuxConf", "14 May 2027, Lisbon. Cancelled tickets are refunded."},
      {"QuuxConf", "14 May 2027, Lisbon. If the conference is cancelled by us, you are refunded."},
      {"QuuxConf", "14 May 2027, Lisbon. In case of snow the event will be cancelled."},
      {"QuuxConf", "QuuxConf on 14 May 2027 will not take place in the mill but in the barn, Leeds."},
      {"QuuxConf", "Am 14. Mai 2027 in Köln. Der Vortrag von Ada fällt leider aus."},
      {"QuuxConf", "Am 14. Mai 2027 in Köln. Bei Absage bitte melden."},
      {"Rencontre", "Le 14 mai 2027 à 19h à Lyon. En cas d'annulation, merci de prévenir."},
      {"Rencontre", "Le 14 mai 2027 à Lyon. Annulation possible jusqu'au 1er mai."},
      {"Encuentro", "14 de mayo de 2027, Bilbao. La charla de Ada queda cancelada."},
      {"Incontro", "14 maggio 2027, Pisa. Il biglietto annullato viene rimborsato."},
      {"Encontro", "14 de maio de 2027, Porto. A palestra da Ada foi cancelada."},
      {"Bijeenkomst", "14 mei 2027, Gent. De lezing van Ada is geannuleerd."},
      {"Quux勉強会", "2027年5月14日、東京。中止の場合はメールで連絡します。"},
      {"Quux会议", "2027年5月14日,北京。如需取消请联系我们。"},
      {"QuuxConf will not be cancelled", "14 May 2027, Lisbon."},
      {"Speaker cancelled", "QuuxConf goes on: 14 May 2027, Lisbon."},
      {"Meetup", "14 May 2027. RSVP cancelled guests stay out."},
      {"Deadline postponed: QuuxConf", "Papers are due 1 March 2027. The conference is on 14 May 2027."},
      {"Postponed talks", "The two talks postponed last month are given at QuuxConf, 14 May 2027, Lisbon."},
  };
  for (const auto& [title, text] : not_cancelled)
    BOOST_TEST_CONTEXT(title << " / " << text) BOOST_TEST((read(title, text).status == EventStatus::unknown));
}

BOOST_AUTO_TEST_CASE(tells_the_day_that_was_cancelled_from_the_next) {
  const std::pair<const char*, const char*> next[] = {
      {"QuuxConf", "QuuxConf takes place on 14 May 2027. The workshop day on 13 May is cancelled."},
      {"QuuxConf", "Die Konferenz ist am 14. Mai 2027 in Köln. Das Barcamp am 13. Mai entfällt."},
      {"Quux meetup cancelled", "The meetup of 16 April is cancelled. The next meetup is on 14 May, 7 pm."},
      {"Quuxtreff fällt aus", "Der Quuxtreff am 16. April fällt aus. Nächster Termin: 14. Mai, 19 Uhr."},
      {"Taller de Quux", "El taller será el 14 de mayo de 2027. El taller del 16 de abril queda cancelado."},
      {"Rencontre Quux", "La rencontre du 16 avril est annulée. La prochaine rencontre a lieu le 14 mai."},
  };
  for (const auto& [title, text] : next) BOOST_TEST_CONTEXT(title << " / " << text) {
      const TextFacts facts = read(title, text);
      BOOST_TEST((facts.status == EventStatus::unknown));
      BOOST_REQUIRE(facts.dates.when);
      BOOST_TEST(iso_text(facts.dates.when->start).substr(0, 10) == "2027-05-14");
    }
  Entry entry;
  entry.title.plain = "Quux course";
  entry.summary.plain = "The course of 7 May 2027 is cancelled.";
  entry.start = *read_date("2027-05-14");
  apply_facts(entry);
  BOOST_TEST((entry.status == EventStatus::unknown));
}

BOOST_AUTO_TEST_CASE(believes_a_denial_and_a_later_date) {
  BOOST_TEST(
      (read("Not cancelled", "Some say the meetup on 14 May 2027 is cancelled.").status == EventStatus::unknown));
  BOOST_TEST((read("Treffen", "Das Treffen am 14. Mai 2027 fällt aus und wird am 21. Mai 2027 nachgeholt.").status ==
              EventStatus::postponed));
}

BOOST_AUTO_TEST_CASE(what_looks_for_a_new_day_is_postponed) {
  BOOST_TEST((read("Postponement of Quux East", "Quux East will not take place on 8 and 9 May 2027 in Rzeszów, Poland.")
                  .status == EventStatus::postponed));
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
  BOOST_TEST(
      expand_time_elements("<span class=\"date-display-single\">Fri, <span class=\"date-display-start\" "
                           "content=\"2027-05-14T16:00:00+02:00\">16:00</span> to <span class=\"date-display-end\" "
                           "content=\"2027-05-14T17:30:00+02:00\">17:30</span></span>") ==
      "<span class=\"date-display-single\">Fri, 16:00 UTC+02:00 to 17:30 UTC+02:00</span>");
  BOOST_TEST(expand_time_elements("<span class=\"date-display-single\" content=\"2027-06-03T00:00:00+02:00\">06/03/2027"
                                  "</span>") == "2027-06-03");
  BOOST_TEST(expand_time_elements("<time datetime=\"2027-05-14\">never closed") ==
             "<time datetime=\"2027-05-14\">never closed");
  BOOST_TEST(expand_time_elements("<p>No date</p>") == "<p>No date</p>");
}

BOOST_AUTO_TEST_CASE(takes_a_day_that_the_title_calls_a_deadline_for_one) {
  const auto entry_of = [](std::string_view title, std::string_view text, std::string_view start) {
    Entry entry;
    entry.component = Component::vevent;
    entry.title.plain = title;
    entry.summary.plain = text;
    entry.start = *read_date(start);
    apply_facts(entry);
    return entry;
  };
  const std::pair<const char*, DeadlineType> titles[] = {
      {"QuuxConf Abstract Deadline", DeadlineType::abstract},
      {"[CFP] QuuxConf", DeadlineType::cfp},
      {"Deadline: QuuxConf talk proposals", DeadlineType::cfp},
      {"Registration closes for QuuxConf", DeadlineType::registration},
      {"QuuxConf paper deadline", DeadlineType::paper},
      {"Deadline: QuuxConf", DeadlineType::other},
      {"QuuxConf: Einreichungsfrist", DeadlineType::submission},
      {"Date limite de soumission : QuuxConf", DeadlineType::submission},
  };
  for (const auto& [title, type] : titles) BOOST_TEST_CONTEXT(title) {
      const Entry entry = entry_of(title, "Date: December 6-12, 2027\nLocation: Sydney", "2027-05-11");
      BOOST_REQUIRE(entry.deadlines.size() == 1);
      BOOST_TEST((entry.deadlines.front().type == type));
      BOOST_TEST((entry.deadlines.front().at.provenance == Provenance::structured));
      BOOST_TEST(iso_text(entry.deadlines.front().at) == "2027-05-11");
      BOOST_REQUIRE(entry.start);
      BOOST_TEST(iso_text(*entry.start) == "2027-12-06");
      BOOST_REQUIRE(entry.end);
      BOOST_TEST(iso_text(*entry.end) == "2027-12-13");
    }
  for (const char* title : {"QuuxConf", "QuuxConf CFP opens", "Workshop: before the deadline", "Paper reading group",
                            "Submission help desk", "Deadline extended party"})
    BOOST_TEST_CONTEXT(title) {
      const Entry entry = entry_of(title, "", "2027-05-11");
      BOOST_REQUIRE(entry.start);
      BOOST_TEST(entry.deadlines.empty());
    }
}

BOOST_AUTO_TEST_CASE(puts_times_of_deadlines_on_the_clock_of_the_event) {
  Entry entry;
  entry.title.plain = "Quux meetup";
  entry.summary.plain = "RSVP closes 8 December 2027 at noon.";
  entry.start = *read_date("2027-12-09T18:00:00Z");
  entry.start->zone = "Europe/Berlin";
  apply_facts(entry);
  BOOST_REQUIRE(entry.deadlines.size() == 1);
  BOOST_TEST(iso_text(entry.deadlines.front().at) == "2027-12-08T11:00:00Z");
  BOOST_TEST(!entry.deadlines.front().at.zone_stated);
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
