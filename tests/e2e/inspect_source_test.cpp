// `almanac inspect` on addresses, recipes and for people; `follow` on a page; `near:` from end to end.
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <support/loopback/content.hpp>
#include <support/loopback/test_pki.hpp>
#include <support/sample/sample_feeds.hpp>

#include "installation.hpp"

BOOST_AUTO_TEST_SUITE(inspect_source, *boost::unit_test::label("e2e"))

using namespace almanac;
using test::Finished;
using test::has;
using test::User;
namespace json = boost::json;

namespace {

const std::string recipe = R"(name = "larch"
title = "Larch list"
format = "json"
rows = "/items/*"
[fields]
title = "/name"
url = "/url"
start = { from = "/from", day = true, zone = "/zone" }
end = { from = "/to", day = true, zone = "/zone" }
location = "/where"
cost = "/price"
topics = "/tags/*"
kind = "conference"
[[deadlines]]
type = "cfp"
at = { from = "/cfp", default_zone = "AoE" }
[paging]
next = "/next"
)";

const std::string first_page =
    R"({"items":[{"name":"Larch Conf","url":"https://larch.example/","from":"2026-05-10T22:00:00Z",
"to":"2026-05-12T22:00:00Z","zone":"Europe/Brussels","where":"Ghent, Belgium","price":"25 €","tags":["rust"],"cfp":"2026-02-01"},
{"url":"https://nameless.example/"}],"next":"second.json"})";
const std::string second_page =
    R"({"items":[{"name":"Kauri Day","from":"2026-11-30T11:00:00Z","zone":"Pacific/Auckland","where":"Online"}]})";

struct World {
  World() {
    folder = user.home().path() / "served";
    std::filesystem::create_directory(folder);
    write("first.json", first_page);
    write("second.json", second_page);
    write("page.html",
          "<!doctype html><html><head><title>Larch club</title><link rel=alternate type=application/rss+xml "
          "title=News href=/news.xml></head><body><a href=/club.ics>calendar</a></body></html>");
    write("news.xml",
          "<rss version='2.0'><channel><title>News</title><item><title>Larch evening</title><link>https://x.example/1"
          "</link><description>On 14 May 2026 in Ghent, Belgium. Eintritt frei.</description></item></channel></rss>");
    write("club.ics",
          "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261203T180000Z\r\nSUMMARY:Munich evening\r\n"
          "LOCATION:Marienplatz\\, München\\, Germany\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
          "DTSTART:20261204T180000Z\r\nSUMMARY:Hamburg evening\r\nLOCATION:Hamburg\\, Germany\r\nEND:VEVENT\r\n"
          "END:VCALENDAR\r\n");
    sample::serve(server, folder, std::chrono::sys_days(std::chrono::year(2026) / 1 / 1));
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder / name) << text; }
  std::string url(const std::string& name) const { return server.url("/" + name); }
  User user;
  std::filesystem::path folder;
  loopback::Server server;
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(shows_the_rows_of_a_recipe_over_all_pages_and_stores_nothing, World) {
  const std::string file = user.home().write("larch.toml", recipe).string();
  const Finished table = user.run({"inspect", "--recipe", file, url("first.json")});
  BOOST_TEST(table.code == 0, table.err);
  for (const char* part : {"Larch list (recipe, 2 entries, 1 left out)", "2026-05-11 – 2026-05-13", "Larch Conf",
                           "Ghent, BE", "cfp 2026-02-01", "Kauri Day", "2026-12-01", "item 2: the row has no title"})
    BOOST_TEST(has(table.out, part), part << "\n" << table.out);
  BOOST_TEST(!std::filesystem::exists(user.db_path()));

  const Finished answer = user.run({"inspect", "--format", "json", "--recipe", file, url("first.json")});
  const json::value seen = json::parse(answer.out);
  BOOST_TEST(seen.at("entries").as_array().size() == 2u);
  const json::value& entry = seen.at("entries").at(0);
  BOOST_TEST(entry.at("start").at("value").as_string() == "2026-05-11");
  BOOST_TEST(entry.at("city").as_string() == "Ghent");
  BOOST_TEST(entry.at("country").as_string() == "BE");
  BOOST_TEST(entry.at("geo").at("lat").as_double() > 51);
  BOOST_TEST(entry.at("cost").as_string() == "EUR 25");
  BOOST_TEST(seen.at("entries").at(1).at("mode").as_string() == "online");
}

BOOST_FIXTURE_TEST_CASE(tells_the_line_and_key_of_a_mistake_in_a_recipe, World) {
  const std::string file = user.home().write("larch.toml", recipe + "[paging2]\n").string();
  const Finished done = user.run({"inspect", "--recipe", file, url("first.json")});
  BOOST_TEST(done.code == 1);
  BOOST_TEST(has(done.err, "line 19: paging2: no such key; did you mean 'paging'?"), done.err);
}

BOOST_FIXTURE_TEST_CASE(reads_every_kind_of_source_by_its_address, World) {
  const Finished feed = user.run({"inspect", url("news.xml")});
  BOOST_TEST(has(feed.out, "News (rss, 1 entry)"), feed.out << feed.err);
  BOOST_TEST(has(feed.out, "2026-05-14"), feed.out);
  BOOST_TEST(has(feed.out, "free"), feed.out);
  const Finished calendar = user.run({"inspect", url("club.ics")});
  BOOST_TEST(has(calendar.out, "Munich, DE"), calendar.out << calendar.err);
  const Finished page = user.run({"inspect", url("page.html")});
  BOOST_TEST(has(page.out, "Feeds and calendars that it links to:"), page.out << page.err);
  BOOST_TEST(has(page.out, url("news.xml")), page.out);
  BOOST_TEST(has(page.out, url("club.ics")), page.out);
  const Finished missing = user.run({"inspect", url("missing.xml")});
  BOOST_TEST(missing.code == 1);
  BOOST_TEST(has(missing.err, "404"), missing.err);
  BOOST_TEST(user.run({"inspect"}).code == 2);
}

BOOST_FIXTURE_TEST_CASE(the_language_of_the_answer_tells_what_the_dates_of_a_source_mean, World) {
  const std::string feed =
      "<rss version='2.0'><channel><title>Wheels</title><item><title>Ride</title><link>https://x.example/1</link>"
      "<description>Ride on 11/03/2027 around the lake.</description></item></channel></rss>";
  server.on("/wheels.xml", loopback::with(loopback::document(feed), {{"Content-Language", "en-gb"}}));
  server.on("/unsaid.xml", loopback::document(feed));
  const Finished seen = user.run({"inspect", "--format", "json", url("wheels.xml")});
  const json::value answer = json::parse(seen.out);
  BOOST_TEST(answer.at("document").at("language").as_string() == "en-gb");
  BOOST_TEST(has(seen.out, "2027-03-11"), seen.out);
  BOOST_TEST(!has(user.run({"inspect", "--format", "json", url("unsaid.xml")}).out, "2027-03-11"));

  const Finished followed = user.run({"follow", url("wheels.xml")});
  BOOST_TEST(followed.code == 0, followed.err);
  const Finished upcoming = user.run({"--now", "2027-03-01T09:00:00Z", "upcoming"});
  BOOST_TEST(has(upcoming.out, "Ride"), upcoming.out << upcoming.err);
}

// The program loads OpenSSL when it calls it first.
BOOST_FIXTURE_TEST_CASE(reads_over_tls_and_refuses_a_certificate_that_it_does_not_know, World) {
  const loopback::TestPki authority;
  loopback::ServerOptions options;
  options.tls = authority.issue({.common_name = "localhost", .dns_names = {"localhost"}});
  loopback::Server safe(options);
  sample::serve(safe, folder, std::chrono::sys_days(std::chrono::year(2026) / 1 / 1));
  const std::string address = safe.url_as("localhost", "/news.xml");

  const Finished stranger = user.run({"inspect", address});
  BOOST_TEST(stranger.code == 1);
  BOOST_TEST(has(stranger.err, "certificate not valid"), stranger.err);

  const std::string root = user.home().write("root.pem", authority.root()).string();
  user.configure("[net]\nallow_private = [\"127.0.0.0/8\"]\nca_file = \"" + root + "\"\n");
  const Finished known = user.run({"inspect", address});
  BOOST_TEST(known.code == 0, known.err);
  BOOST_TEST(has(known.out, "News (rss, 1 entry)"), known.out);
}

BOOST_FIXTURE_TEST_CASE(a_page_that_is_followed_offers_its_feeds, World) {
  const Finished done = user.run({"follow", url("page.html")});
  BOOST_TEST(done.code == 1);
  BOOST_TEST(has(done.err, "almanac follow '" + url("news.xml") + "'   # News"), done.err);
  BOOST_TEST(has(done.err, "almanac follow '" + url("club.ics") + "'"), done.err);
}

BOOST_FIXTURE_TEST_CASE(near_finds_what_lies_within_the_distance, World) {
  BOOST_TEST(user.run({"--now", "2026-11-28T10:00:00Z", "follow", url("club.ics")}).code == 0);
  const auto near = [&](const std::string& filter) {
    return user.run({"--now", "2026-11-28T10:00:00Z", "upcoming", "all", filter});
  };
  const Finished munich = near("near:munich/100km");
  BOOST_TEST(has(munich.out, "Munich evening"), munich.out << munich.err);
  BOOST_TEST(!has(munich.out, "Hamburg evening"), munich.out);
  const Finished both = near("near:Berlin/600km");
  BOOST_TEST(has(both.out, "Hamburg evening"), both.out << both.err);
  const Finished digest = user.run(
      {"--now", "2026-11-28T10:00:00Z", "digest", "--preview", "--filter", "near:munich/100km", "--format", "text"});
  BOOST_TEST(has(digest.out, "Munich evening"), digest.out << digest.err);
  BOOST_TEST(!has(digest.out, "Hamburg evening"), digest.out);
  const Finished several = near("near:springfield/50km");
  BOOST_TEST(several.code != 0);
  BOOST_TEST(has(several.err, "did you mean 'springfield,mo'?"), several.err);
  const Finished unknown = near("near:xqzzyqa/50km");
  BOOST_TEST(has(unknown.err, "with its country where there are several"), unknown.err);
}

BOOST_FIXTURE_TEST_CASE(topics_are_found_by_the_words_that_speak_of_them, World) {
  user.configure("[net]\nallow_private = [\"127.0.0.0/8\"]\n[topics]\nevenings = [\"evening\"]\n");
  BOOST_TEST(user.run({"--now", "2026-11-28T10:00:00Z", "follow", url("club.ics")}).code == 0);
  const Finished found = user.run({"--now", "2026-11-28T10:00:00Z", "upcoming", "all", "topic:evenings"});
  BOOST_TEST(has(found.out, "Hamburg evening"), found.out << found.err);
  const Finished none = user.run({"--now", "2026-11-28T10:00:00Z", "upcoming", "all", "topic:rust"});
  BOOST_TEST(!has(none.out, "evening"), none.out);
}

BOOST_AUTO_TEST_CASE(the_catalogue_fits_a_terminal) {
  const User user;
  auto env = user.env();
  env["COLUMNS"] = "80";
  const Finished all = test::run(user.words({"catalog"}), env);
  BOOST_TEST(all.code == 0, all.err);
  std::size_t longest = 0;
  for (std::size_t at = 0; at < all.out.size();) {
    const std::size_t end = std::min(all.out.find('\n', at), all.out.size());
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  BOOST_TEST(longest <= 84u, longest);  // bytes: the ellipsis has three
  BOOST_TEST(has(all.out, "@starter ("));
  BOOST_TEST(has(all.out, "Not advised:"));
  const Finished one = test::run(user.words({"catalog", "hack", "club"}), env);
  BOOST_TEST(has(one.out, "attribution required"), one.out);
}

BOOST_AUTO_TEST_SUITE_END()
