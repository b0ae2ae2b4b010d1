// Calendar bytes to sink entries, one core, steady state. Target: at least 250 MB/s on 50,000 events, with no more
// memory than the document again. The calendars are made here, in the ways of large exporters.
#include <benchmark/benchmark.h>

#include <almanac_sdk.hpp>
#include <cstdint>
#include <string>

#include "calendar_reader.hpp"

namespace {

using namespace almanac;

constexpr std::size_t event_count = 50'000;

/// A host that looks at each entry but keeps nothing.
struct CountingSink {
  std::size_t entries = 0, bytes = 0;
  almanac_sink table{sizeof(almanac_sink),
                     0,
                     this,
                     [](void*, const almanac_request*) -> almanac_status { return ALMANAC_OK; },
                     [](void*, const almanac_document*) -> almanac_status { return ALMANAC_OK; },
                     [](void* self, const almanac_entry* entry) -> almanac_status {
                       auto& sink = *static_cast<CountingSink*>(self);
                       ++sink.entries;
                       sink.bytes += entry->title.value.size + entry->summary.value.size + entry->location.size;
                       return ALMANAC_OK;
                     },
                     [](void*, almanac_str, almanac_str) -> almanac_status { return ALMANAC_OK; },
                     [](void*, const almanac_link*) -> almanac_status { return ALMANAC_OK; },
                     [](void*, size_t, almanac_str) -> almanac_status { return ALMANAC_OK; },
                     [](void*, almanac_str, almanac_str, uint32_t) -> almanac_status { return ALMANAC_OK; },
                     [](void*, int32_t, almanac_str) {}};
};

/// Zoned events of one line a property, as a planner writes them.
std::string plain_calendar() {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Planner//EN\r\n";
  for (std::size_t i = 0; i < event_count; ++i) {
    const std::string n = std::to_string(i), hour = std::to_string(10 + i % 10);
    out += "BEGIN:VEVENT\r\nUID:event-" + n +
           "@example.org\r\nDTSTAMP:20260101T120000Z\r\nDTSTART;TZID=Europe/Berlin:20260301T" + hour +
           "0000\r\nDTEND;TZID=Europe/Berlin:20260301T" + hour + "3000\r\nSUMMARY:Meeting number " + n +
           " of the local group\r\nLOCATION:Community hall, second floor\r\nURL:https://example.org/events/" + n +
           "\r\nSTATUS:CONFIRMED\r\nSEQUENCE:1\r\nEND:VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

/// Folded and escaped descriptions, attendees and alarms, as a groupware server writes them.
std::string rich_calendar() {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Groupware//EN\r\nX-WR-CALNAME:All\r\n";
  for (std::size_t i = 0; i < event_count; ++i) {
    const std::string n = std::to_string(i);
    out +=
        "BEGIN:VEVENT\r\nDTSTART:20260301T100000Z\r\nDTEND:20260301T110000Z\r\nDTSTAMP:20260101T120000Z\r\nORGANIZER;"
        "CN=\"Group, local\":"
        "mailto:group@example.org\r\nUID:" +
        n +
        "-b1c2d3@example.org\r\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Ada;"
        "X-NUM-GUE\r\n STS=0:mailto:ada@example.org\r\nCREATED:20260101T110000Z\r\nDESCRIPTION:We meet\\, talk and "
        "listen.\\n\\nThe door "
        "is open from half past\\; come early.\\nMo\r\n re about it on the page of the group\\, and in the room on the "
        "second floo\r\n r.\r\n"
        "LAST-MODIFIED:20260102T120000Z\r\nLOCATION:Community hall\\, second "
        "floor\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\nSUMMARY:Evening "
        "of short talks " +
        n +
        "\r\nTRANSP:OPAQUE\r\nCATEGORIES:Talks,Science\r\nRRULE:FREQ=WEEKLY;COUNT=10;BYDAY=SU\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Reminder\r\nTRIGGER:-P0DT0H30M0S\r\nEND:VALARM\r\nEND:"
        "VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

void read(benchmark::State& state, const std::string& body) {
  ical::Limits limits;
  limits.entries = event_count;
  limits.document = 64u << 20;
  std::size_t entries = 0;
  for (auto _ : state) {
    CountingSink sink;
    if (ical::read_calendar(body, "", sdk::Sink(sink.table), "icalendar", limits) != ALMANAC_OK)
      state.SkipWithError("refused");
    benchmark::DoNotOptimize(sink.bytes);
    entries += sink.entries;
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(body.size() * static_cast<std::size_t>(state.iterations())));
  state.SetItemsProcessed(static_cast<std::int64_t>(entries));
}

void plain(benchmark::State& state) { read(state, plain_calendar()); }
void rich(benchmark::State& state) { read(state, rich_calendar()); }

BENCHMARK(plain)->Unit(benchmark::kMillisecond);
BENCHMARK(rich)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
