// Kinds, ways to take part, places and states in the words of many languages.
#include <almanac/time/dates/read_date.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "read_text.hpp"

BOOST_AUTO_TEST_SUITE(facts_in_many_languages, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::facts;
using almanac::test::read;

BOOST_AUTO_TEST_CASE(tells_the_kind) {
  struct Case {
    std::string_view title, text;
    Kind kind;
  };
  const std::vector<Case> cases{
      {"Konferencja", "Odbędzie się 20 maja 2027 w sali 3.", Kind::conference},
      {"Konferens", "Den 20 maj 2027 i aulan.", Kind::conference},
      {"Förbundsdagarna", "20-21 maj 2027 i aulan.", Kind::conference},
      {"Хакатон", "15–16 мая 2027 года.", Kind::hackathon},
      {"게임잼", "2027년 5월 8일~9일", Kind::hackathon},
      {"Maratona de inovação", "8 e 9 de maio de 2027", Kind::hackathon},
      {"Soutěž robotů", "8. května 2027 v hale.", Kind::competition},
      {"경진대회", "2027년 5월 8일", Kind::competition},
      {"Setkání", "8. května 2027 od 18:00 v klubu.", Kind::meetup},
      {"Митап", "8 мая 2027 в 19:00 в баре.", Kind::meetup},
      {"정모", "5월 8일 오후 7시", Kind::meetup},
      {"Přednáška", "8. května 2027 od 18:00 v klubu.", Kind::talk},
      {"Foredrag", "8. maj 2027 kl. 14.00 i salen.", Kind::talk},
      {"Семинар", "8 мая 2027 в 15:00 в зале.", Kind::talk},
      {"특강", "5월 8일 오후 2시", Kind::talk},
      {"« Le sel »", "Mardi 9 mars 2027, 15 h : « Le sel de la mer », par Ada Frost", Kind::talk},
      {"Плановые работы", "8 мая 2027 с 22:00 до 23:00", Kind::other},
      {"Prace serwisowe", "8 maja 2027, godz. 22:00-23:00", Kind::other},
      {"Driftsstop", "8. maj 2027 kl. 22:00-23:00", Kind::other},
  };
  for (const auto& [title, text, kind] : cases) BOOST_TEST_CONTEXT(title << " | " << text) {
      BOOST_TEST((read(title, text).kind == kind));
    }
}

BOOST_AUTO_TEST_CASE(lists_of_events_recaps_and_news_are_posts) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases{
      {"Im März", "3. März: Repair-Café, Bonn\n10. März: Linux-Tage, Chemnitz\n22. März, 19 Uhr: Vortrag, Jena"},
      {"Events", "3 March: meetup, Leeds\n10 March, 19:00: talk on radios, Bristol\n22 March: workshop, Cardiff"},
      {"Nyhetsbrev mars", "3 mars: öppet hus, Lund\n10 mars: föreläsning, Kalmar\n24 mars: spelkväll, Visby"},
      {"活动汇总", "3月3日 上海 聚会\n3月10日 北京 读书会\n3月18日 广州 黑客松"},
      {"Relacja z pikniku", "30 stycznia 2027 w Gdyni odwiedziło nas 400 osób."},
      {"후기", "1월 30일 서울에서 열린 모임에 다녀왔습니다."},
      {"Kantine schließt", "Am 1. Juli 2027 schließt die Kantine in Kassel."},
      {"Winkel dicht", "Op 1 juli 2027 sluit de winkel in Zwolle."},
      {"Un pont rouvre", "Le 4 juin 2027, le pont de Saumur rouvrira enfin aux vélos et aux piétons."},
      {"Nueva directora", "El 4 de junio, Marta Gil tomará posesión como directora del archivo de Soria."},
      {"Nouvelle loi", "La loi entre en vigueur le 1er juillet 2027, selon la ministre de Pau."},
      {"Les vieux bus", "Les vieux bus de Gardanne quittent nos rues dès le 4 juin 2027."},
      {"Переезд", "С 1 марта наш офис находится в Туле."},
      {"移転", "2027年3月8日より、弊社は横浜に移転いたします。"},
      {"Nowy adres", "Od 1 czerwca 2027 r. nasze biuro mieści się w Gdańsku."},
      {"Orari", "Dal 4 giugno 2027 a Ferrara cambiano gli orari degli autobus."},
      {"バージョン3", "2027年2月3日にバージョン3を公開しました。"},
      {"Les sorties", "Le 3 mars, repair café à Caen ; le 17 mars, hackathon à Rouen ; le 24 mars, concert à Lyon."},
      {"今月", "3/6(土) 札幌 もくもく会\n3/13(土) 名古屋 LT会\n3/27(土) 広島 ハンズオン"},
  };
  for (const auto& [title, text] : cases) BOOST_TEST_CONTEXT(title << " | " << text) {
      BOOST_TEST((read(title, text).kind == Kind::post));
    }
}

BOOST_AUTO_TEST_CASE(tells_the_state) {
  const std::vector<std::pair<std::string_view, EventStatus>> cases{
      {"Hackathon 8 maja 2027 został odwołany.", EventStatus::cancelled},
      {"Hackathon 8. května 2027 je zrušen.", EventStatus::cancelled},
      {"Hackathonet den 8. maj 2027 er aflyst.", EventStatus::cancelled},
      {"Хакатон 8 мая 2027 отменён.", EventStatus::cancelled},
      {"Hackathon 8 maja 2027 został przełożony.", EventStatus::postponed},
      {"Хакатон 8 мая 2027 переносится.", EventStatus::postponed},
      {"Hackathon den 8 maj 2027 skjuts upp.", EventStatus::postponed},
  };
  for (const auto& [text, status] : cases) BOOST_TEST_CONTEXT(text) {
      BOOST_TEST((read("Hackathon", text).status == status));
    }
}

BOOST_AUTO_TEST_CASE(tells_how_to_take_part) {
  const std::vector<std::pair<std::string_view, Mode>> cases{
      {"Семинар 8 мая 2027 в 15:00, онлайн", Mode::online},
      {"세미나 5월 8일 오후 2시, 온라인으로 진행", Mode::online},
      {"Charla 8 de mayo de 2027, 18:00. Acceso por Teams.", Mode::online},
      {"Wykład 8 maja 2027, godz. 17:00, Toruń. Będzie transmisja.", Mode::hybrid},
      {"Ort: online über Zoom\nVortrag 8. Mai 2027, 18 Uhr\nVeranstalter: Verein Quux, Kiel", Mode::online},
  };
  for (const auto& [text, mode] : cases) BOOST_TEST_CONTEXT(text) {
      BOOST_TEST((read("Quux", text).mode == mode));
    }
}

BOOST_AUTO_TEST_CASE(finds_the_city) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases{
      {"Konferencja odbędzie się 8 maja 2027 r. w Lublinie.", "Lublin"},
      {"Konference se koná 8. května 2027 v Ostravě.", "Ostrava"},
      {"Конференция пройдет 8 мая 2027 года в Казани.", "Kazan"},
      {"Hackathon: 8 maggio 2027, al fablab di Arezzo.", "Arezzo"},
      {"Vortrag von Ada Frost (Kiel): 8. Mai 2027, 18 Uhr, Rathaus, Ulm", "Ulm"},
      {"Charla: 8 de mayo de 2027, 18:00 (hora de Lima), Ateneo de Cádiz", "Cadiz"},
      {"세미나 5월 8일 오후 2시, 대전컨벤션센터", "Daejeon"},
      {"Konference se koná 8. května 2027 v Praze.", "Prague"},
      {"Die Konferenz am 8. Mai 2027 findet nicht in Mainz, sondern in Worms statt.", "Worms"},
      {"Initialement prévue à Metz, la rencontre du 8 mai 2027 se tiendra à Nancy.", "Nancy"},
      {"El encuentro del 8 de mayo no será en Soria: nos vemos en Burgos, a las 11 h.", "Burgos"},
      {"Konference den 8. maj 2027 i København", "Copenhagen"},
      {"Séance le 8 mai 2027 à 20 h, salle des fêtes de Quimper", "Quimper"},
      {"Kurs: 8. Mai 2027, 18 Uhr, Ende: 20 Uhr, Volkshochschule Jena", "Jena"},
      {"大会将于2027年5月8日在成都举行,10:00(北京时间)", "Chengdu"},
  };
  for (const auto& [text, city] : cases) BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(read("Quux", text).city == city);
    }
}

BOOST_AUTO_TEST_CASE(of_towns_with_one_name_takes_that_of_the_language) {
  TextReading reading;
  reading.published = *read_date("2027-02-03T10:00:00Z");
  constexpr std::string_view text = "8. maj 2027 kl. 19, biblioteket, Viborg.";
  BOOST_TEST(read_facts("Foredrag", text, reading).country != "DK");
  reading.language = "da";
  BOOST_TEST(read_facts("Foredrag", text, reading).country == "DK");
}

BOOST_AUTO_TEST_SUITE_END()
