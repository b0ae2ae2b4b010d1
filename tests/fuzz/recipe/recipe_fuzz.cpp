// Any recipe over any document: the input is a recipe and a document with a NUL between them; without one it is a
// document, read by one recipe a format that uses every transform. A sink reads all that it is handed.
#include <almanac_source.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

extern "C" const almanac_plugin* almanac_builtin_recipe();

namespace {

volatile std::uint64_t sum = 0;
void read(almanac_str text) {
  for (std::size_t i = 0; i < text.size; ++i) sum = sum + static_cast<unsigned char>(text.data[i]);
}
void read(const almanac_time& time) {
  if (time.kind < ALMANAC_TIME_NONE || time.kind > ALMANAC_TIME_DATE) std::abort();
  read(time.text);
  read(time.zone);
}

almanac_status on_entry(void*, const almanac_entry* entry) {
  for (const almanac_str text : {entry->id, entry->title.value, entry->url, entry->summary.value, entry->content.value,
                                 entry->location, entry->city, entry->country, entry->cost, entry->language})
    read(text);
  for (const almanac_time& time : {entry->start, entry->end, entry->published, entry->updated}) read(time);
  for (std::size_t i = 0; i < entry->topic_count; ++i) read(entry->topics[i]);
  for (std::size_t i = 0; i < entry->deadline_count; ++i) read(entry->deadlines[i].at), read(entry->deadlines[i].label);
  return ALMANAC_OK;
}

const almanac_sink sink{sizeof(almanac_sink),
                        0,
                        nullptr,
                        [](void*, const almanac_request* request) -> almanac_status {
                          read(request->url);
                          return ALMANAC_OK;
                        },
                        [](void*, const almanac_document* document) -> almanac_status {
                          read(document->title.value);
                          return ALMANAC_OK;
                        },
                        on_entry,
                        [](void*, almanac_str, almanac_str) -> almanac_status { return ALMANAC_OK; },
                        [](void*, const almanac_link*) -> almanac_status { return ALMANAC_OK; },
                        [](void*, std::size_t, almanac_str reason) -> almanac_status {
                          read(reason);
                          return ALMANAC_OK;
                        },
                        [](void*, almanac_str, almanac_str message, std::uint32_t) -> almanac_status {
                          read(message);
                          return ALMANAC_OK;
                        },
                        [](void*, std::int32_t, almanac_str) {}};

const char* const fields =
    "rows = [\"/*\", \"/*/a/*\"]\n[fields]\ntitle = \"{/t}\"\nid = \"/@key\"\nurl = \"/u\"\n"
    "start = { from = \"/d\", range = \"first\", year = \"/y\" }\nend = { from = \"/e\", epoch = \"ms\", day = true }\n"
    "updated = { from = \"/f\", format = [\"%d %b %Y\", \"%c\"] }\n"
    "topics = { from = \"/l/*\", split = \",\", match = \"(a|b)*c?\" }\nsummary = [\"^/t\", \"$/0/t\"]\n"
    "[[deadlines]]\neach = \"/l/*\"\nat = { from = [\".\", \"/d\"], zone = \"^/z\", default_zone = \"AoE\" }\ntype = "
    "\"cfp\"\n"
    "[paging]\nnext = \"/n\"\n";

void run(const std::string& recipe, almanac_str body) {
  const almanac_plugin* plugin = almanac_builtin_recipe();
  boost::json::object config;
  config["url"] = "https://list.example/{year}";
  config["recipe_text"] = recipe;
  config["year"] = 2026;
  const std::string text = boost::json::serialize(config);
  void* self = nullptr;
  const char* reason = nullptr;
  if (plugin->create({text.data(), text.size()}, &self, &reason) != ALMANAC_OK) {
    if (reason) read({reason, std::strlen(reason)});
    return;
  }
  plugin->plan(self, &sink);
  const almanac_response response{sizeof(almanac_response), 200, 0, {"https://list.example/a", 22}, {"", 0}, body};
  if (plugin->parse(self, &response, &sink) == ALMANAC_E_INTERNAL) std::abort();
  plugin->destroy(self);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = input.find('\0');
  const std::size_t from = cut == input.npos ? 0 : cut + 1;
  const auto copy = std::make_unique<char[]>(size - from);  // exact size: a read past the end is seen
  if (size > from) std::memcpy(copy.get(), data + from, size - from);
  const almanac_str body{copy.get(), size - from};
  if (cut != input.npos) {
    run(input.substr(0, cut), body);
    return 0;
  }
  for (const char* format : {"json", "yaml", "csv"}) run("format = \"" + std::string(format) + "\"\n" + fields, body);
  run("format = \"page\"\nmarker = \"=\\\"\"\n" + std::string(fields), body);
  return 0;
}
