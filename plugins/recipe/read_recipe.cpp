#include "limits.hpp"
#include "read_rules.hpp"
#include "recipe.hpp"
#include "words.hpp"

namespace almanac::recipe {
namespace {

struct ValueField {
  std::string_view name;
  ValueRule FieldRules::*rule;
  bool is_list;
};
constexpr ValueField value_fields[]{{"id", &FieldRules::id, false},
                                    {"title", &FieldRules::title, false},
                                    {"url", &FieldRules::url, false},
                                    {"summary", &FieldRules::summary, false},
                                    {"content", &FieldRules::content, false},
                                    {"location", &FieldRules::location, false},
                                    {"venue", &FieldRules::venue, false},
                                    {"city", &FieldRules::city, false},
                                    {"region", &FieldRules::region, false},
                                    {"country", &FieldRules::country, false},
                                    {"lat", &FieldRules::lat, false},
                                    {"lon", &FieldRules::lon, false},
                                    {"join_url", &FieldRules::join_url, false},
                                    {"cost", &FieldRules::cost, false},
                                    {"kind", &FieldRules::kind, false},
                                    {"mode", &FieldRules::mode, false},
                                    {"status", &FieldRules::status, false},
                                    {"duration", &FieldRules::duration, false},
                                    {"language", &FieldRules::language, false},
                                    {"topics", &FieldRules::topics, true},
                                    {"categories", &FieldRules::categories, true},
                                    {"authors", &FieldRules::authors, true}};

struct TimeField {
  std::string_view name;
  TimeRule FieldRules::*rule;
};
constexpr TimeField time_fields[]{{"start", &FieldRules::start},
                                  {"end", &FieldRules::end},
                                  {"published", &FieldRules::published},
                                  {"updated", &FieldRules::updated}};

void read_fields(FieldRules& fields, const toml::table& table) {
  TableReader reader(table, "fields");
  for (const ValueField& field : value_fields) {
    const toml::node* node = reader.take(field.name);
    if (!node) continue;
    ValueRule& rule = fields.*field.rule = read_value_rule(*node, reader.full(field.name));
    rule.as_list = field.is_list;
    const std::string key = reader.full(field.name);
    if (field.name == "kind") check_words(rule, *node, key, kind_of);
    if (field.name == "mode") check_words(rule, *node, key, mode_of);
    if (field.name == "status") check_words(rule, *node, key, status_of);
  }
  for (const TimeField& field : time_fields)
    if (const toml::node* node = reader.take(field.name))
      fields.*field.rule = read_time_rule(*node, reader.full(field.name));
  fields.end_is_inclusive = reader.flag("end_is_inclusive", true);
  reader.finish();
  if (!fields.title.is_set()) reader.refuse_here("title", "a recipe must say where titles are");
}

DeadlineRule read_deadline(const toml::table& table) {
  DeadlineRule rule;
  TableReader reader(table, "deadlines");
  if (const std::string each = reader.text("each"); !each.empty()) {
    if (!Path::is_path(each)) reader.refuse_here("each", "a path is wanted; paths begin with '/'");
    rule.each.emplace(each);
  }
  const toml::node* at = reader.take("at");
  if (!at) reader.refuse_here("at", "a deadline must say when it is");
  rule.at = read_time_rule(*at, reader.full("at"));
  const toml::node* type = reader.take("type");
  if (!type) reader.refuse_here("type", "a deadline must say what it is for");
  rule.type = read_value_rule(*type, reader.full("type"));
  check_words(rule.type, *type, reader.full("type"), deadline_type_of);
  if (const toml::node* label = reader.take("label")) rule.label = read_value_rule(*label, reader.full("label"));
  if (const toml::node* extended = reader.take("extended"))
    rule.extended = read_value_rule(*extended, reader.full("extended"));
  reader.finish();
  return rule;
}

Paging read_paging(const toml::table& table) {
  Paging paging;
  TableReader reader(table, "paging");
  if (const toml::node* next = reader.take("next")) paging.next = read_value_rule(*next, reader.full("next"));
  paging.parameter = reader.text("parameter");
  paging.first = reader.number("first", 1, 1);
  paging.most = reader.number("most", 20, most_pages);
  reader.finish();
  if (!paging.next.is_set() && paging.parameter.empty())
    reader.refuse_here("next", "'next' (a path) or 'parameter' (a name) is wanted");
  return paging;
}

Format read_format(TableReader& reader) {
  const std::string word = reader.text("format");
  if (word == "json") return Format::json;
  if (word == "yaml") return Format::yaml;
  if (word == "csv") return Format::csv;
  if (word == "xml") return Format::xml;
  if (word == "page") return Format::page;
  reader.refuse_here("format", "'json', 'yaml', 'csv', 'xml' or 'page' is wanted");
}

Recipe read_table(const toml::table& table) {
  Recipe recipe;
  TableReader reader(table, {});
  recipe.name = reader.text("name");
  recipe.title = reader.text("title");
  recipe.home = reader.text("home");
  recipe.language = reader.text("language");
  recipe.rights = reader.text("rights");
  recipe.format = read_format(reader);
  recipe.marker = reader.text("marker");
  if (recipe.format == Format::page && recipe.marker.empty())
    reader.refuse_here("marker", "a page needs the text that stands before its JSON");
  recipe.urls = reader.texts("urls");
  if (recipe.urls.size() > most_urls) reader.refuse_here("urls", "more than 100 addresses");
  for (const std::string& rows : reader.texts("rows")) {
    if (!rows.empty() && !Path::is_path(rows)) reader.refuse_here("rows", "a path is wanted; paths begin with '/'");
    recipe.rows.emplace_back(rows);
  }
  if (recipe.rows.empty()) reader.refuse_here("rows", "a recipe must say where its rows are, such as \"/*\"");
  for (const toml::table* where : reader.tables("where")) recipe.where.push_back(read_value_rule(*where, "where"));
  const toml::table* fields = reader.table("fields");
  if (!fields) reader.refuse_here("fields", "a recipe must have a table [fields]");
  read_fields(recipe.fields, *fields);
  for (const toml::table* deadline : reader.tables("deadlines")) recipe.deadlines.push_back(read_deadline(*deadline));
  if (const toml::table* paging = reader.table("paging")) recipe.paging = read_paging(*paging);
  reader.finish();
  return recipe;
}

}  // namespace

std::variant<Recipe, std::string> read_recipe(std::string_view text) {
  if (text.size() > most_recipe_bytes) return std::string("the recipe is larger than 1 MiB");
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed)
    return "line " + std::to_string(parsed.error().source().begin.line) + ": " +
           std::string(parsed.error().description());
  try {
    return read_table(parsed.table());
  } catch (const BadRecipe& wrong) {
    return std::string(wrong.what());
  }
}

}  // namespace almanac::recipe
