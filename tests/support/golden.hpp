#pragma once
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "harvest_facts.hpp"

namespace almanac::test {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// A document of tests/data and what must come out of it: `<case>.<ext>` beside `<case>.expected.json`, an object with
/// "about" (what the case shows), perhaps "url" and "options", and "facts": path → text, or null for a fact that must
/// not be there.
struct GoldenCase {
  std::filesystem::path file;
  std::string url;
  std::map<std::string, std::string> options;
  boost::json::object facts;
};

inline std::vector<GoldenCase> golden_cases(const std::filesystem::path& folder) {
  constexpr std::string_view suffix = ".expected.json";
  std::vector<GoldenCase> cases;
  for (const auto& item : std::filesystem::directory_iterator(folder)) {
    const std::string name = item.path().filename().string();
    if (!name.ends_with(suffix)) continue;
    const boost::json::object expected = boost::json::parse(read_file(item.path())).as_object();
    GoldenCase golden;
    const std::string stem = name.substr(0, name.size() - suffix.size());
    for (const char* extension : {".xml", ".json", ".html", ".txt"})
      if (std::filesystem::exists(folder / (stem + extension))) golden.file = folder / (stem + extension);
    const auto* const url = expected.if_contains("url");
    golden.url = url ? std::string(url->as_string()) : "https://example.org/feed";
    if (const auto* const options = expected.if_contains("options"))
      for (const auto& [key, value] : options->as_object())
        golden.options[std::string(key)] = std::string(value.as_string());
    golden.facts = expected.at("facts").as_object();
    cases.push_back(std::move(golden));
  }
  return cases;
}

/// Checks each expected fact of a case.
inline void check_facts(const boost::json::object& expected, const Facts& facts) {
  for (const auto& [path, value] : expected) {
    const auto found = facts.find(std::string(path));
    if (value.is_null()) {
      BOOST_TEST(std::string(found == facts.end() ? "" : found->second) == "",
                 std::string(path) << " must be absent, is " << found->second);
      continue;
    }
    const std::string wanted(value.as_string());
    const std::string got = found == facts.end() ? "(absent)" : found->second;
    BOOST_TEST(got == wanted, std::string(path) << ": want \"" << wanted << "\" got \"" << got << '"');
  }
}

}  // namespace almanac::test
