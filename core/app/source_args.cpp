#include "source_args.hpp"

#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <almanac/catalog/recipe_files.hpp>
#include <almanac/ingest/local_file.hpp>
#include <almanac/ingest/source_options.hpp>
#include <almanac/model/url.hpp>
#include <array>
#include <filesystem>

#include "app_errc.hpp"
#include "config.hpp"

namespace almanac {
namespace {

Problem usage(std::string what, std::string hint) { return {AppErrc::bad_usage, std::move(what), std::move(hint)}; }

Result<void, Problem> apply_kind(const std::string& word, Source& source) {
  source.kind = kind_from(word);
  if (source.kind) return {};
  static const std::vector<std::string_view> kinds{"conference", "hackathon", "competition", "meetup",
                                                   "talk",       "post",      "other"};
  const std::string_view near = nearest_word(word, kinds);
  return usage("--kind: '" + word + "' is no kind",
               did_you_mean(near, "use conference, hackathon, competition, meetup, talk, post or other"));
}

}  // namespace

Result<std::map<std::string, std::string>, Problem> read_options(const std::vector<std::string>& texts) {
  std::map<std::string, std::string> out;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == text.npos || equals == 0)
      return usage("--option: '" + text + "' is not of the form name=value", "write it like default_tz=Europe/Berlin");
    out[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return out;
}

Result<void, Problem> apply_source_args(const SourceArgs& args, Source& source) {
  if (!args.kind.empty())
    if (auto kind = apply_kind(args.kind, source); !kind) return kind.error();
  if (!args.every.empty()) {
    const auto span = read_span(args.every);
    if (!span || *span < std::chrono::minutes(5))
      return usage("--every: '" + args.every + "' is no interval of 5 minutes or more", "write it like 6h");
    source.every = std::chrono::duration_cast<std::chrono::seconds>(*span);
  }
  if (!args.plugin.empty()) source.plugin = args.plugin;
  if (!args.recipe.empty()) {
    std::error_code ec;
    source.recipe = is_recipe_path(args.recipe) ? std::filesystem::absolute(args.recipe, ec).lexically_normal().string()
                                                : args.recipe;
  }
  if (!args.name.empty()) source.name = args.name;
  for (const std::string& tag : args.tags) source.tags.push_back(tag);
  auto options = read_options(args.options);
  if (!options) return options.error();
  for (auto& [name, value] : *options) source.options[name] = value;
  auto checked = read_source_options(source.options);
  if (!checked) return checked.error();
  return {};
}

namespace {

/// Whether `text`, which is no address with a scheme, can only mean a file: a path from `/`, `.` or a folder whose name
/// has no dot, or a bare name with the ending of a document.
bool looks_like_file(std::string_view text) {
  if (text.starts_with('/') || text.starts_with("./") || text.starts_with("../")) return true;
  const std::string_view first = text.substr(0, text.find('/'));
  if (first.size() < text.size()) return first.find_first_of(".:") == first.npos;
  static constexpr std::array<std::string_view, 12> endings{".xml",  ".rss", ".atom", ".rdf",  ".ics", ".json",
                                                            ".html", ".htm", ".csv",  ".yaml", ".yml", ".opml"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

}  // namespace

Result<std::string, Problem> source_address(const std::string& text) {
  const bool has_scheme = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("file:");
  std::error_code ec;
  if (!has_scheme && std::filesystem::exists(text, ec)) return file_url_of_path(text);
  if (!has_scheme && looks_like_file(text))
    return usage("no such file: " + text, "check its path, or write an address with https://");
  const bool looks_like_host = !has_scheme && text.find('.') != text.npos && text.find(' ') == text.npos &&
                               text.find("://") == text.npos && text.front() != '/' && text.front() != '.';
  const auto url = Url::parse(looks_like_host ? "https://" + text : text);
  if (url) return url->text();
  return usage("'" + text + "' is no address, file or catalogue name",
               "use a full address such as https://example.org/feed.xml; 'almanac catalog' lists known sources");
}

}  // namespace almanac
