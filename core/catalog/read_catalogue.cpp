#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <almanac/base/read_file.hpp>
#include <almanac/base/toml.hpp>
#include <almanac/model/url.hpp>
#include <set>

#include "catalog_errc.hpp"
#include "catalogue.hpp"

namespace almanac {
namespace {

const std::vector<std::string_view> keys{"name",    "title",  "url",       "recipe",  "plugin",
                                         "kind",    "topics", "region",    "format",  "every",
                                         "options", "rights", "certainty", "bundles", "disabled"};

/// Reads one [[source]]; the first thing that is wrong ends it.
class EntryReader {
 public:
  EntryReader(const toml::table& table, const std::string& file) : table_(table), file_(file) {}

  Result<CatalogueEntry, Problem> read() {
    for (const auto& [key, value] : table_)
      if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) {
        const std::string_view near = nearest_word(key.str(), keys);
        fail(value, std::string(key.str()) + ": no such key" + (near.empty() ? "" : "; " + did_you_mean(near)));
      }
    CatalogueEntry entry;
    entry.name = text("name");
    entry.source.name = text("title");
    entry.source.url = text("url");
    entry.source.recipe = text("recipe");
    entry.source.plugin = text("plugin");
    entry.region = text("region");
    entry.format = text("format");
    entry.rights = text("rights");
    entry.disabled = text("disabled");
    entry.topics = texts("topics");
    entry.bundles = texts("bundles");
    entry.source.tags = entry.topics;
    take_kind(entry);
    take_certainty(entry);
    take_every(entry);
    take_options(entry);
    check(entry);
    if (problem_) return *problem_;
    return entry;
  }

 private:
  void fail(const toml::node& at, const std::string& what) {
    if (!problem_)
      problem_ =
          Problem{CatalogErrc::bad_file, file_ + ", line " + std::to_string(at.source().begin.line) + ": " + what, {}};
  }
  void fail(std::string_view key, const std::string& what) {
    const toml::node* at = table_.get(key);
    fail(at ? *at : static_cast<const toml::node&>(table_), std::string(key) + ": " + what);
  }

  std::string text(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (!node) return {};
    if (!node->is_string()) fail(key, "a text is wanted");
    return node->value_or(std::string());
  }

  std::vector<std::string> texts(std::string_view key) {
    std::vector<std::string> out;
    const toml::node* node = table_.get(key);
    if (!node) return out;
    if (!node->is_array()) {
      fail(key, "a list of texts is wanted");
      return out;
    }
    for (const toml::node& item : *node->as_array()) {
      if (!item.is_string()) fail(key, "a list of texts is wanted");
      out.push_back(item.value_or(std::string()));
    }
    return out;
  }

  void take_kind(CatalogueEntry& entry) {
    const std::string word = text("kind");
    if (!word.empty() && !(entry.source.kind = kind_from(word))) fail("kind", "'" + word + "' is no kind");
  }

  void take_certainty(CatalogueEntry& entry) {
    const std::string word = text("certainty");
    if (word.size() != 1 || word[0] < 'A' || word[0] > 'E') return fail("certainty", "one of A, B, C, D, E is wanted");
    entry.certainty = word[0];
  }

  /// Whole hours, "6h".
  void take_every(CatalogueEntry& entry) {
    const std::string span = text("every");
    if (span.empty()) return;
    int hours = 0;
    for (const char c : std::string_view(span).substr(0, span.size() - 1))
      hours = c >= '0' && c <= '9' && hours < 1000 ? hours * 10 + (c - '0') : 10'000;
    if (span.back() != 'h' || hours < 1 || hours > 720) return fail("every", "1h to 720h is wanted");
    entry.source.every = std::chrono::hours(hours);
  }

  void take_options(CatalogueEntry& entry) {
    const toml::node* node = table_.get("options");
    if (!node) return;
    if (!node->is_table()) return fail("options", "a table is wanted");
    for (const auto& [key, value] : *node->as_table()) {
      if (!value.is_string()) fail(value, "options." + std::string(key.str()) + ": a text is wanted");
      entry.source.options[std::string(key.str())] = value.value_or(std::string());
    }
  }

  void check(CatalogueEntry& entry) {
    const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (entry.name.empty() || !std::all_of(entry.name.begin(), entry.name.end(), is_plain))
      fail("name", "small letters, digits and '-' are wanted");
    if (entry.source.name.empty()) fail("title", "a title is wanted");
    if (!entry.disabled.empty() && !entry.bundles.empty()) fail("bundles", "a disabled source is in no bundle");
    const auto url = Url::parse(entry.source.url);
    if (!url) return fail("url", "'" + entry.source.url + "' is no address");
    entry.source.url = url->text();
  }

  const toml::table& table_;
  const std::string& file_;
  std::optional<Problem> problem_;
};

}  // namespace

Result<Catalogue, Problem> read_catalogue(std::string_view toml, const std::string& file) {
  const toml::parse_result parsed = toml::parse(toml);
  const auto wrong = [&](std::size_t line, const std::string& what) {
    return Problem{CatalogErrc::bad_file, file + ", line " + std::to_string(line) + ": " + what, {}};
  };
  if (!parsed) return wrong(parsed.error().source().begin.line, std::string(parsed.error().description()));
  const toml::table& top = parsed.table();
  for (const auto& [key, value] : top)
    if (key.str() != "source") return wrong(value.source().begin.line, std::string(key.str()) + ": no such key");
  const toml::array* sources = top.get_as<toml::array>("source");
  if (!sources || !sources->is_array_of_tables()) return wrong(1, "a catalogue holds tables [[source]]");
  Catalogue catalogue;
  std::set<std::string> names;
  for (const toml::node& node : *sources) {
    auto entry = EntryReader(*node.as_table(), file).read();
    if (!entry) return entry.error();
    if (!names.insert(entry->name).second)
      return wrong(node.source().begin.line, "name: '" + entry->name + "' occurs twice");
    catalogue.entries.push_back(std::move(*entry));
  }
  return catalogue;
}

Result<Catalogue, Problem> load_catalogue(const std::filesystem::path& feeds) {
  const std::filesystem::path path = feeds / "catalogue.toml";
  const auto text = read_file(path);
  if (!text)
    return Problem{CatalogErrc::missing, path.string() + ": cannot be read (" + text.error().message() + ')',
                   "is almanac installed with its feeds/?"};
  return read_catalogue(*text, path.string());
}

}  // namespace almanac
