#include "read_page.hpp"

BOOST_AUTO_TEST_SUITE(sniffing, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

int sniff(std::string_view prefix, std::string_view type) {
  return almanac_builtin_webpage()->sniff({prefix.data(), prefix.size()}, {type.data(), type.size()});
}

}  // namespace

BOOST_AUTO_TEST_CASE(knows_pages_and_never_claims_feeds) {
  const std::tuple<std::string_view, std::string_view, int> cases[] = {
      {"<!DOCTYPE html><html>", "", 40},
      {"  <html>", "application/xml", 40},
      {"<?xml version='1.0'?><!DOCTYPE html><html>", "", 40},
      {"<h1>Hello", "text/html; charset=utf-8", 0},
      {"Hello", "text/html", 30},
      {"Hello", "text/plain", 0},
      {"<?xml version='1.0'?><rss>", "text/html", 0},
      {"<feed>", "text/html", 0},
      {"BEGIN:VCALENDAR", "text/html", 0},
      {"{\"version\": \"https://jsonfeed.org/version/1\"}", "text/html", 0},
      {"", "", 0},
  };
  for (const auto& [prefix, type, confidence] : cases) {
    BOOST_TEST_CONTEXT(prefix << " as " << type) { BOOST_TEST(sniff(prefix, type) == confidence); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
