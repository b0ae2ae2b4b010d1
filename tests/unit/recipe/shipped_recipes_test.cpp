// Every recipe in feeds/recipes reads a document of its list's shape; what it must find is written here.
#include <almanac/model/kind.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "read_list.hpp"

BOOST_AUTO_TEST_SUITE(shipped_recipes, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// As read, or as published when the host has to read it.
std::string time_of(const Moment& moment) { return moment.kind == MomentKind::unread ? moment.text : iso_text(moment); }

/// The end of days is the day after the last one.
std::string end_of(const Entry& entry) {
  Moment end = *entry.end;
  if (entry.end_is_last_day && end.kind == MomentKind::date) end.seconds += 86'400;
  return time_of(end);
}

/// One line an entry: title | start..end | city or location | kind mode | deadlines.
std::string line(const Entry& entry) {
  static constexpr const char* types[]{"other",        "cfp",         "abstract",   "paper",
                                       "registration", "application", "submission", "notification"};
  std::string out = entry.title.raw + " | " + (entry.start ? time_of(*entry.start) : "-") + ".." +
                    (entry.end ? end_of(entry) : "-") + " | " + entry.location + " |";
  if (entry.kind) out += " " + std::string(to_text(*entry.kind));
  if (entry.mode == Mode::online) out += " online";
  if (entry.mode == Mode::hybrid) out += " hybrid";
  for (const Deadline& deadline : entry.deadlines) {
    out += std::string(" | ") + types[static_cast<int>(deadline.type)] + " ";
    out += time_of(deadline.at);
    if (!deadline.at.zone.empty()) out += " " + deadline.at.zone + (deadline.at.zone_stated ? "" : "?");
    if (deadline.extended) out += " extended";
  }
  return out;
}

std::filesystem::path fixture_of(const std::string& name) {
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(ALMANAC_TEST_DATA) / "recipe"))
    if (file.path().stem() == name && file.path().extension() != ".expected") return file.path();
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_reads_a_document_of_its_shape) {
  std::size_t seen = 0;
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(ALMANAC_FEEDS) / "recipes")) {
    const std::string name = file.path().stem().string();
    BOOST_TEST_CONTEXT(name) {
      const auto fixture = fixture_of(name);
      BOOST_REQUIRE(!fixture.empty());
      const auto harvest = read_list(slurp(file.path()), slurp(fixture));
      BOOST_TEST(harvest.has_value(), (harvest ? "" : harvest.error().what));
      if (!harvest) continue;
      std::string lines;
      for (const Entry& entry : harvest->entries) lines += line(entry) + "\n";
      const auto expected = std::filesystem::path(ALMANAC_TEST_DATA) / "recipe" / (name + ".expected");
      BOOST_TEST(lines == slurp(expected));
      ++seen;
    }
  }
  BOOST_TEST(seen >= 29u);
}

BOOST_AUTO_TEST_SUITE_END()
