// Any bytes through the whole of reading: charset, plugin, normalising, facts in prose, expansion, and the answer of
// `inspect`. Promises checked: occurrences lie in their window and in order, the answer is JSON on one line.
#include <almanac_source.h>

#include <almanac/ingest/read_document.hpp>
#include <almanac/render/harvest_json.hpp>
#include <almanac/time/calendar/recurrence.hpp>
#include <boost/json/parse.hpp>
#include <cstdint>
#include <cstdlib>

extern "C" {
const almanac_plugin* almanac_builtin_rss();
const almanac_plugin* almanac_builtin_ical();
const almanac_plugin* almanac_builtin_jsonfeed();
const almanac_plugin* almanac_builtin_webpage();
}

namespace {

using namespace almanac;

void promise(bool kept) {
  if (!kept) std::abort();
}

const PluginRegistry& plugins() {
  static const PluginRegistry registry = [] {
    PluginRegistry all;
    for (const auto* table :
         {almanac_builtin_rss(), almanac_builtin_ical(), almanac_builtin_jsonfeed(), almanac_builtin_webpage()})
      promise(all.add(table, "built in").has_value());
    return all;
  }();
  return registry;
}

void check(const Expansion& expansion, Window window) {
  for (std::size_t i = 0; i < expansion.occurrences.size(); ++i) {
    const OccurrenceView& occurrence = expansion.occurrences[i];
    promise(occurrence.start <= window.to && occurrence.end >= occurrence.start);
    promise(occurrence.start >= window.from || occurrence.end > window.from);
    promise(i == 0 || expansion.occurrences[i - 1].start <= occurrence.start);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr sys_seconds now{std::chrono::seconds{1'772'366'400}};
  constexpr Window window{1'700'000'000, 1'800'000'000};
  Document document;
  document.body.assign(reinterpret_cast<const char*>(data), size);
  document.url = "https://example.org/a/b";
  const auto read = read_document(std::move(document), {{}, {}, {}, {}, {}, std::nullopt, now, true}, plugins());
  if (!read) return 0;
  const Expansion expansion =
      expand_all(read->harvest.entries, read->zones, window, {.instances = 50, .steps = 2000, .all_steps = 100'000});
  check(expansion, window);
  const std::string answer =
      render_harvest_json(read->harvest, read->zones, &expansion.occurrences, "https://example.org/a/b", std::nullopt);
  boost::system::error_code failed;
  boost::json::parse(answer, failed);
  promise(!failed && answer.find('\n') == answer.npos);
  return 0;
}
