// Feed bytes to sink entries, one core, steady state. Target: at least 250 MB/s on a feed of 15 MB and on small ones,
// 100 MB/s at the very least. The feeds are made here, in the ways of blog engines and forums.
#include <almanac_source.h>
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <string_view>

extern "C" const almanac_plugin* almanac_builtin_rss();

namespace {

constexpr std::size_t large = 15u << 20, small = 15u << 10;

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

/// Items of a blog engine: escaped and CDATA markup, categories, comments.
std::string rss_feed(std::size_t size) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<channel><title>Group</title><link>https://example.org/</link><description>News</description>\n";
  for (std::size_t i = 0; out.size() < size; ++i) {
    const std::string n = std::to_string(i);
    out += "<item>\n\t<title>Evening of short talks &amp; tea, number " + n +
           "</title>\n\t<link>https://example.org/talks/" + n +
           "/</link>\n\t<dc:creator><![CDATA[Ada]]></dc:creator>"
           "\n\t<pubDate>Mon, 02 Mar 2026 10:00:00 +0000</pubDate>\n\t<category><![CDATA[Talks]]></category>\n\t"
           "<guid isPermaLink=\"false\">https://example.org/?p=" +
           n +
           "</guid>\n\t<description><![CDATA[We meet, talk and listen.]]></description>\n\t<content:encoded><![CDATA[";
    for (int paragraph = 0; paragraph < 8; ++paragraph)
      out +=
          "<p>The door is open from half past six; come early, and bring a <a href=\"https://example.org/f\">friend"
          "</a>. There is tea &amp; cake in the room on the second floor.</p>\n";
    out += "]]></content:encoded>\n</item>\n";
  }
  return out + "</channel></rss>\n";
}

/// Entries of a forum: escaped HTML, links with types.
std::string atom_feed(std::size_t size) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Forum</title>"
      "<id>urn:x</id><updated>2026-03-02T10:00:00Z</updated>\n";
  for (std::size_t i = 0; out.size() < size; ++i) {
    const std::string n = std::to_string(i);
    out +=
        "<entry><id>urn:x:" + n + "</id><title type=\"text\">Thread " + n +
        "</title><link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/t/" + n +
        "\"/><author><name>Bo</name></author><published>2026-03-01T10:00:00Z</published><updated>2026-03-02T10:00:00Z"
        "</updated><content type=\"html\">";
    for (int paragraph = 0; paragraph < 6; ++paragraph)
      out +=
          "&lt;p&gt;Does anybody know how the pump of the town&#39;s well was driven before the mill burned "
          "down?&lt;/p&gt;\n";
    out += "</content></entry>\n";
  }
  return out + "</feed>\n";
}

void read(benchmark::State& state, const std::string& body) {
  const almanac_plugin& plugin = *almanac_builtin_rss();
  void* self = nullptr;
  const char* reason = nullptr;
  if (plugin.create({"{}", 2}, &self, &reason) != ALMANAC_OK) return state.SkipWithError("refused");
  const almanac_response response{sizeof(almanac_response), 200, 0, {}, {}, {body.data(), body.size()}};
  std::size_t entries = 0;
  for (auto _ : state) {
    CountingSink sink;
    if (plugin.parse(self, &response, &sink.table) != ALMANAC_OK) state.SkipWithError("refused");
    benchmark::DoNotOptimize(sink.bytes);
    entries += sink.entries;
  }
  plugin.destroy(self);
  state.SetBytesProcessed(static_cast<std::int64_t>(body.size() * static_cast<std::size_t>(state.iterations())));
  state.SetItemsProcessed(static_cast<std::int64_t>(entries));
}

void rss_large(benchmark::State& state) { read(state, rss_feed(large)); }
void rss_small(benchmark::State& state) { read(state, rss_feed(small)); }
void atom_large(benchmark::State& state) { read(state, atom_feed(large)); }
void atom_small(benchmark::State& state) { read(state, atom_feed(small)); }

BENCHMARK(rss_large)->Unit(benchmark::kMillisecond);
BENCHMARK(rss_small)->Unit(benchmark::kMicrosecond);
BENCHMARK(atom_large)->Unit(benchmark::kMillisecond);
BENCHMARK(atom_small)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
