#include "read_rules.hpp"

#include "limits.hpp"

namespace almanac::recipe {
namespace {

Template read_template(const std::string& text, const toml::node& at, const std::string& key) {
  Template out;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    if (open != 0) out.emplace_back(std::string(rest.substr(0, open)));
    if (open == rest.npos) break;
    const std::size_t close = rest.find('}', open);
    if (close == rest.npos) refuse(at, key, "a '{' is not closed");
    const std::string_view place = rest.substr(open + 1, close - open - 1);
    if (!Path::is_path(place)) refuse(at, key, "'{" + std::string(place) + "}' is no path; paths begin with '/'");
    out.emplace_back(Path(place));
    rest.remove_prefix(close + 1);
  }
  return out;
}

/// A bare text: a path or words.
void take_text(ValueRule& rule, const std::string& text, const toml::node& at, const std::string& key) {
  if (Path::is_path(text))
    rule.from.emplace_back(text);
  else
    rule.words = read_template(text, at, key);
}

void take_paths(ValueRule& rule, const toml::array& list, const std::string& key) {
  for (const toml::node& item : list) {
    if (!item.is_string() || !Path::is_path(item.as_string()->get())) refuse(item, key, "a list of paths is wanted");
    rule.from.emplace_back(item.as_string()->get());
  }
}

void take_match(ValueRule& rule, const std::string& expression, const toml::node& at, const std::string& key) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(regex_memory);
  auto compiled = std::make_shared<const re2::RE2>(expression, options);
  if (!compiled->ok()) refuse(at, key, "wrong expression: " + compiled->error());
  rule.match = std::move(compiled);
}

void take_lookup(ValueRule& rule, const toml::table& map, const std::string& key) {
  rule.has_lookup = true;
  for (const auto& [from, to] : map) {
    if (!to.is_string()) refuse(to, key + "." + std::string(from.str()), "a text is wanted");
    rule.lookup[std::string(from.str())] = to.as_string()->get();
  }
}

void take_table(ValueRule& rule, TableReader& reader) {
  if (const toml::node* from = reader.take("from")) {
    if (from->is_string() && Path::is_path(from->as_string()->get()))
      rule.from.emplace_back(from->as_string()->get());
    else if (from->is_array())
      take_paths(rule, *from->as_array(), reader.full("from"));
    else
      refuse(*from, reader.full("from"), "a path or a list of paths is wanted; paths begin with '/'");
  }
  if (const toml::node* words = reader.take("template"))
    rule.words = read_template(reader.text("template"), *words, reader.full("template"));
  if (reader.take("join")) rule.join = reader.text("join");
  rule.split = reader.text("split");
  if (const toml::node* match = reader.take("match"))
    take_match(rule, reader.text("match"), *match, reader.full("match"));
  if (const toml::table* map = reader.table("map")) take_lookup(rule, *map, reader.full("map"));
  if (reader.take("default")) rule.otherwise = reader.text("default");
  rule.is_html = reader.flag("html", false);
}

/// Unknown keys first: a "frm" is why there is no "from".
void finish(const TableReader& reader, const ValueRule& rule) {
  reader.finish();
  if (!rule.is_set()) reader.refuse_here("from", "'from', 'template' or 'default' is wanted");
}

}  // namespace

ValueRule read_value_rule(const toml::node& node, const std::string& key) {
  ValueRule rule;
  if (node.is_string()) {
    take_text(rule, node.as_string()->get(), node, key);
  } else if (node.is_array()) {
    take_paths(rule, *node.as_array(), key);
  } else if (node.is_table()) {
    TableReader reader(*node.as_table(), key);
    take_table(rule, reader);
    finish(reader, rule);
  } else {
    refuse(node, key, "a path, words in quotes, a list of paths or a table is wanted");
  }
  return rule;
}

TimeRule read_time_rule(const toml::node& node, const std::string& key) {
  TimeRule rule;
  if (!node.is_table()) {
    rule.value = read_value_rule(node, key);
    return rule;
  }
  TableReader reader(*node.as_table(), key);
  take_table(rule.value, reader);
  rule.formats = reader.texts("format");
  if (const std::string epoch = reader.text("epoch"); !epoch.empty()) {
    if (epoch != "s" && epoch != "ms") reader.refuse_here("epoch", "'s' or 'ms' is wanted");
    rule.epoch = epoch == "s" ? Epoch::seconds : Epoch::milliseconds;
  }
  rule.whole_day = reader.flag("day", false);
  if (const std::string range = reader.text("range"); !range.empty()) {
    if (range != "first" && range != "last") reader.refuse_here("range", "'first' or 'last' is wanted");
    rule.range = range == "first" ? RangeEnd::first : RangeEnd::last;
  }
  const auto inner = [&](std::string_view name, ValueRule& into) {
    if (const toml::node* at = reader.take(name)) into = read_value_rule(*at, reader.full(name));
  };
  inner("year", rule.year);
  inner("zone", rule.zone);
  inner("precision", rule.precision);
  rule.default_zone = reader.text("default_zone");
  finish(reader, rule.value);
  return rule;
}

}  // namespace almanac::recipe
