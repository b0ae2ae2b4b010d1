// Each file of tests/data/reading gives the answer beside it: what `almanac inspect --format json` would print.
#include <almanac/render/harvest_json.hpp>
#include <almanac/time/calendar/calendar_text.hpp>
#include <almanac/time/calendar/recurrence.hpp>
#include <boost/json.hpp>

#include "read_file.hpp"

BOOST_AUTO_TEST_SUITE(reading, *boost::unit_test::label("integration"))

using namespace almanac;
namespace json = boost::json;

namespace {

/// 2026-03-01T12:00:00Z, the "now" of these documents.
constexpr sys_seconds now{std::chrono::seconds{1'772'366'400}};

Window window_of(const json::value& between) {
  const auto end = [&](std::size_t i) {
    return read_calendar_time(std::string_view(between.at(i).as_string())).value().seconds;
  };
  return {end(0), end(1)};
}

std::string answer(const std::filesystem::path& file, const json::object& expected) {
  const auto* const url = expected.if_contains("url");
  std::map<std::string, std::string> options;
  if (const auto* const wanted = expected.if_contains("options"))
    for (const auto& [name, value] : wanted->as_object()) options[std::string(name)] = std::string(value.as_string());
  const std::string address = url ? std::string(url->as_string()) : "https://example.org/calendar";
  auto read = test::read_as_fetched(file, address, options, now);
  if (!read) return render_inspect_failure(read.error(), std::nullopt);
  const auto* const between = expected.if_contains("between");
  if (!between) return render_harvest_json(read->harvest, read->zones, nullptr, address, std::nullopt);
  const Expansion expansion = expand_all(read->harvest.entries, read->zones, window_of(*between));
  read->harvest.warnings.insert(read->harvest.warnings.end(), expansion.warnings.begin(), expansion.warnings.end());
  return render_harvest_json(read->harvest, read->zones, &expansion.occurrences, address, std::nullopt);
}

std::string text_of(const json::value& value) {
  return value.is_string() ? std::string(value.as_string()) : json::serialize(value);
}

/// The occurrences as "start" or "start status", one behind the other.
std::string occurrences_of(const json::value& answer) {
  std::string out;
  for (const auto& item : answer.at("occurrences").as_array()) {
    if (!out.empty()) out += ", ";
    out += text_of(item.at("start"));
    if (const auto* const status = item.as_object().if_contains("status")) out += " " + text_of(*status);
  }
  return out;
}

/// "/entries/0/start/value" (RFC 6901), "occurrences" for all of them, or a list with "#" behind it for its length.
std::string fact(const json::value& answer, std::string path) {
  if (path == "occurrences") return occurrences_of(answer);
  const bool count = path.ends_with('#');
  if (count) path.pop_back();
  boost::system::error_code missing;
  const json::value* const found = answer.find_pointer(path, missing);
  if (!found) return count ? "0" : "(absent)";
  return count ? std::to_string(found->as_array().size()) : text_of(*found);
}

}  // namespace

BOOST_AUTO_TEST_CASE(documents_give_the_answers_written_beside_them) {
  constexpr std::string_view suffix = ".expected.json";
  std::size_t cases = 0;
  for (const auto& item : std::filesystem::directory_iterator(ALMANAC_TEST_DATA "/reading")) {
    if (item.path().string().ends_with(suffix)) continue;
    const auto expected =
        json::parse(test::bytes_of(item.path().parent_path() / (item.path().stem().string() + std::string(suffix))))
            .as_object();
    BOOST_TEST_CONTEXT(item.path().filename().string() << ": " << text_of(expected.at("about"))) {
      const std::string got = answer(item.path(), expected);
      for (const auto& [path, wanted] : expected.at("facts").as_object()) {
        const std::string value = fact(json::parse(got), std::string(path));
        const std::string want = wanted.is_null() ? "(absent)" : text_of(wanted);
        BOOST_TEST(value == want, std::string(path) << ": want \"" << want << "\", got \"" << value << '"');
      }
    }
    ++cases;
  }
  BOOST_TEST(cases >= 19u);
}

BOOST_AUTO_TEST_SUITE_END()
