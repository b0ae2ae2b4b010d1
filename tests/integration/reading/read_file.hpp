#pragma once
#include <almanac_source.h>

#include <almanac/ingest/read_document.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

extern "C" {
const almanac_plugin* almanac_builtin_rss();
const almanac_plugin* almanac_builtin_ical();
const almanac_plugin* almanac_builtin_jsonfeed();
const almanac_plugin* almanac_builtin_webpage();
}

namespace almanac::test {

/// The plugins that need no recipe, linked.
inline const PluginRegistry& plugins() {
  static const PluginRegistry registry = [] {
    PluginRegistry all;
    for (const auto* table :
         {almanac_builtin_rss(), almanac_builtin_ical(), almanac_builtin_jsonfeed(), almanac_builtin_webpage()})
      BOOST_TEST_REQUIRE(all.add(table, "built in").has_value());
    return all;
  }();
  return registry;
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  BOOST_TEST_REQUIRE(!text.str().empty(), file.string());
  return std::move(text).str();
}

/// Reads a file as if it had been fetched from `url` at `now`.
inline Result<ReadResult, Problem> read_as_fetched(const std::filesystem::path& file, const std::string& url,
                                                   const std::map<std::string, std::string>& options, sys_seconds now) {
  Document document;
  document.body = bytes_of(file);
  document.url = url;
  const auto source_options = read_source_options(options);
  BOOST_TEST_REQUIRE(source_options.has_value());
  const ReadRequest request{{}, {}, {}, options, *source_options, std::nullopt, now, true};
  return read_document(std::move(document), request, plugins());
}

}  // namespace almanac::test
