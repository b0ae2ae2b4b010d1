// Reads public lists in JSON, YAML, CSV or XML by a declared mapping: the recipe.
#include <almanac_sdk.hpp>
#include <boost/json/parse.hpp>
#include <string>

#include "request_urls.hpp"
#include "row_reader.hpp"

namespace almanac::recipe {
namespace {

namespace json = boost::json;

std::string member(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

/// Gives a reason that lives until the next one of the same thread: the host copies it at once.
std::nullptr_t refuse(const char** reason, std::string why) {
  static thread_local std::string told;
  told = std::move(why);
  *reason = told.c_str();
  return nullptr;
}

class RecipePlugin {
 public:
  /// A list does not say what it is: only a source that names its recipe is read by it.
  static int sniff(std::string_view, std::string_view) { return 0; }

  static std::unique_ptr<RecipePlugin> create(std::string_view config_json, const char** reason) {
    boost::system::error_code error;
    const json::value config = json::parse(config_json, error);
    if (error || !config.is_object()) return refuse(reason, "the configuration is not a JSON object");
    const json::object& object = config.get_object();
    const std::string name = member(object, "recipe"), text = member(object, "recipe_text");
    if (text.empty()) return refuse(reason, name.empty() ? "no recipe is named" : "recipe " + name + ": it is empty");
    auto recipe = read_recipe(text);
    if (const std::string* wrong = std::get_if<std::string>(&recipe))
      return refuse(reason, "recipe " + name + ", " + *wrong);
    auto plugin = std::make_unique<RecipePlugin>();
    plugin->recipe_ = std::move(std::get<Recipe>(recipe));
    plugin->url_ = member(object, "url");
    if (const json::value* year = object.if_contains("year"); year && year->is_int64())
      plugin->year_ = static_cast<int>(std::clamp<std::int64_t>(year->get_int64(), 1970, 9998));
    return plugin;
  }

  void plan(const sdk::Sink& sink) {
    for (const RequestUrl& url : request_urls(recipe_, url_, year_)) {
      if (url.may_be_missing)
        sink.optional_request(url.url, accept());
      else
        sink.request(url.url, accept());
    }
  }

  almanac_status parse(const sdk::Response& response, const sdk::Sink& sink) {
    TreeError error;
    const json::value document = read_tree(recipe_.format, response.body, recipe_.marker, error);
    if (!error.message.empty()) {
      sink.warn("bad-document", error.message, error.line);
      return ALMANAC_E_FORMAT;
    }
    const std::string base(response.url);
    RowReader reader(recipe_, base, sink);
    const std::size_t rows = reader.read(document);
    // An element of XML that holds no others looks like none at all; a page behind the last one may be anything.
    if (rows == 0 && recipe_.format != Format::xml && response.tag == 0 && !reader.finds_list(document))
      sink.warn("no-rows",
                "the document has nothing where the recipe looks for rows: the list has changed, or 'rows' is wrong");
    if (recipe_.paging) ask_for_more(document, base, rows, response.tag, sink);
    return ALMANAC_OK;
  }

 private:
  std::string_view accept() const {
    return recipe_.format == Format::json ? "application/json, */*;q=0.5" : std::string_view("*/*");
  }

  /// The tag counts the pages that came before.
  void ask_for_more(const json::value& document, const std::string& base, std::size_t rows, std::uint64_t pages,
                    const sdk::Sink& sink) {
    const Node root{&document, nullptr, {}};
    Nodes arena;
    const auto read = static_cast<unsigned>(std::min<std::uint64_t>(pages + 1, 1'000'000));
    const std::string next = text(recipe_.paging->next, root, arena);
    if (const auto url = next_page(*recipe_.paging, base, next, rows, read)) sink.request(*url, accept(), read);
    if (!next.empty() && read >= recipe_.paging->most)
      sink.warn("more-pages", "the list has more pages than the recipe allows; they were not read");
  }

  Recipe recipe_;
  std::string url_;
  int year_ = 1970;
};

}  // namespace

ALMANAC_SOURCE_PLUGIN(recipe, RecipePlugin, "1.0.0", "public lists in JSON, YAML, CSV or XML, by a recipe", "recipe")

}  // namespace almanac::recipe
