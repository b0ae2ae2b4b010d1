#include <almanac/facts/nearest_place.hpp>
#include <almanac/facts/settle_mode.hpp>
#include <almanac/facts/settle_place.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>

BOOST_AUTO_TEST_SUITE(places_in_fields, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::facts;

namespace {

Entry at(const std::string& location) {
  Entry entry;
  entry.location = location;
  settle_place(entry);
  return entry;
}

bool is_about(const std::optional<Geo>& geo, double lat, double lon) {
  return geo && std::abs(geo->lat - lat) < 0.2 && std::abs(geo->lon - lon) < 0.2;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_state_tells_which_of_the_namesakes) {
  BOOST_TEST(is_about(at("Portland, ME, USA").geo, 43.66, -70.26));
  BOOST_TEST(is_about(at("Portland, ME 04101, USA").geo, 43.66, -70.26));
  BOOST_TEST(is_about(at("Portland, Maine").geo, 43.66, -70.26));
  BOOST_TEST(is_about(at("Hall 2, Portland, OR, USA").geo, 45.52, -122.68));
}

BOOST_AUTO_TEST_CASE(a_location_gives_city_and_country) {
  const struct {
    const char *location, *city, *country;
  } cases[]{
      {"Ghent, Belgium", "Ghent", "BE"},
      {"Big Hall, Main Street 5, 9000 Gent, Belgium", "Ghent", "BE"},
      {"Atlanta, Georgia", "Atlanta", "US"},
      {"Tbilisi, Georgia", "Tbilisi", "GE"},
      {"San Francisco, CA", "San Francisco", "US"},
      {"Portland, ME, USA", "Portland", "US"},
      {"Hyderabad, Telangana, India", "Hyderabad", "IN"},
      {"München", "Munich", "DE"},
      {"Alder University, Vienna", "Vienna", "AT"},
      {"Belgium, Ghent", "Ghent", "BE"},
      {"Hong Kong, China", "Hong Kong", "HK"},
      {"Big Hall, Macao, China", "Macau", "MO"},
      {"Macau SAR, China", "Macau", "MO"},
      {"Nuuk, Denmark", "Nuuk", "GL"},
      {"Saint-Denis, France", "Saint-Denis", "FR"},
      {"Tokyo (Japan)", "Tokyo", "JP"},
      {"Germany", "", "DE"},
      {"Singapore", "Singapore", "SG"},
      {"Mexico", "", "MX"},
      {"Nowhere-on-Sea, Belgium", "", "BE"},
      {"Springfield", "", ""},
      {"Room 5", "", ""},
      {"Online", "", ""},
      {"https://meet.example/x", "", ""},
      {"", "", ""},
  };
  for (const auto& [location, city, country] : cases) BOOST_TEST_CONTEXT(location) {
      const Entry entry = at(location);
      BOOST_TEST(entry.city == city);
      BOOST_TEST(entry.country == country);
      BOOST_TEST(entry.geo.has_value() == (*city != 0));
    }
}

BOOST_AUTO_TEST_CASE(what_is_stated_stays_and_is_completed) {
  Entry entry;
  entry.city = "Porto", entry.country = "PRT";
  entry.geo = Geo{1, 2};
  settle_place(entry);
  BOOST_TEST(entry.country == "PT");
  for (const char* code : {"NL", "CA", "PE", "DE"}) {
    entry.country = code;
    settle_place(entry);
    BOOST_TEST(entry.country == code);
  }
  BOOST_TEST(entry.geo->lat == 1);
  entry = {};
  entry.city = "Berlin";
  settle_place(entry);
  BOOST_TEST(entry.country == "DE");
  BOOST_TEST(is_about(entry.geo, 52.5, 13.4));
  entry = {};
  entry.city = "Cambridge", entry.country = "United States", entry.region = "Massachusetts";
  settle_place(entry);
  BOOST_TEST(entry.country == "US");
  BOOST_TEST(is_about(entry.geo, 42.38, -71.11));
  entry = {};
  entry.city = "Portland, ME", entry.country = "USA";
  settle_place(entry);
  BOOST_TEST(entry.city == "Portland");
  BOOST_TEST(entry.region == "ME");
  BOOST_TEST(is_about(entry.geo, 43.66, -70.26));
  entry = {};
  entry.city = "Larch, Alder", entry.country = "BE";
  settle_place(entry);
  BOOST_TEST(entry.city == "Larch, Alder");
  entry = {};
  entry.location = "Mill Hall, Cambridge, MA, USA", entry.country = "US";
  settle_place(entry);
  BOOST_TEST(entry.city == "Cambridge");
  BOOST_TEST(is_about(entry.geo, 42.38, -71.11));
  entry = {};
  entry.location = "Cambridge", entry.country = "GB";
  settle_place(entry);
  BOOST_TEST(entry.city == "Cambridge");
  BOOST_TEST(is_about(entry.geo, 52.2, 0.12));
  entry = {};
  entry.location = "Ghent, Belgium", entry.country = "NL";
  settle_place(entry);
  BOOST_TEST(entry.city.empty());
  BOOST_TEST(entry.country == "NL");
  entry = {};
  entry.location = "Ghent, Belgium", entry.mode = Mode::online;
  settle_place(entry);
  BOOST_TEST(entry.city.empty());
}

BOOST_AUTO_TEST_CASE(names_of_several_places_need_more_than_the_name) {
  BOOST_TEST(is_about(find_place("berlin"), 52.5, 13.4));
  BOOST_TEST(is_about(find_place("München"), 48.14, 11.58));
  BOOST_TEST(is_about(find_place("munich"), 48.14, 11.58));
  BOOST_TEST(is_about(find_place("東京"), 35.7, 139.7));
  BOOST_TEST(is_about(find_place("paris"), 48.85, 2.35));
  BOOST_TEST(!find_place("cambridge").has_value());
  BOOST_TEST(is_about(find_place("cambridge,us"), 42.38, -71.11));
  BOOST_TEST(is_about(find_place("cambridge, uk"), 52.2, 0.12));
  BOOST_TEST(is_about(find_place("Springfield, IL"), 39.8, -89.64));
  BOOST_TEST(!find_place("springfield").has_value());
  BOOST_TEST(!find_place("qqqq").has_value());
  BOOST_TEST(!find_place("").has_value());
}

BOOST_AUTO_TEST_CASE(the_nearest_place_is_a_large_one_of_nearly_the_same_letters) {
  BOOST_TEST(nearest_place("berlni") == "berlin");
  BOOST_TEST(nearest_place("Barcelonna") == "barcelona");
  BOOST_TEST(nearest_place("Muenchen, DE") == "muenchen,de");
  BOOST_TEST(nearest_place("cambridge") == "cambridge,gb");
  BOOST_TEST(nearest_place("springfield") == "springfield,mo");
  BOOST_TEST(find_place("springfield,mo").has_value());
  BOOST_TEST(nearest_place("qzxqzxqzx").empty());
  BOOST_TEST(nearest_place("x").empty());
  BOOST_TEST(nearest_place("").empty());
}

BOOST_AUTO_TEST_CASE(a_location_tells_how_to_take_part) {
  const struct {
    const char* location;
    Mode mode;
  } cases[]{
      {"Online", Mode::online},
      {"Zoom", Mode::online},
      {"Online event", Mode::online},
      {"Microsoft Teams Meeting", Mode::online},
      {"Online (Germany)", Mode::online},
      {"https://meet.example/x", Mode::online},
      {"Everywhere, Worldwide", Mode::online},
      {"Hybrid: Ghent", Mode::hybrid},
      {"Berlin and online", Mode::hybrid},
      {"Ghent, Belgium", Mode::unknown},
      {"Zoom Room, Berlin", Mode::unknown},
      {"Digital Hub Larch", Mode::unknown},
      {"", Mode::unknown},
  };
  for (const auto& [location, mode] : cases) BOOST_TEST_CONTEXT(location) {
      BOOST_TEST((mode_of_location(location) == mode));
    }
  Entry entry;
  entry.location = "https://meet.example/x";
  settle_mode(entry);
  BOOST_TEST(entry.join_url == entry.location);
}

BOOST_AUTO_TEST_CASE(online_is_no_city_and_no_country) {
  Entry entry;
  entry.city = "Online";
  entry.country = "Virtual";
  settle_mode(entry);
  BOOST_TEST((entry.mode == Mode::online));
  BOOST_TEST(entry.city == "");
  BOOST_TEST(entry.country == "");
}

BOOST_AUTO_TEST_SUITE_END()
