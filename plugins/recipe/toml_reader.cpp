#include "toml_reader.hpp"

#include <algorithm>
#include <almanac/base/nearest.hpp>

namespace almanac::recipe {

void refuse(const toml::node& at, std::string_view key, const std::string& what) {
  throw BadRecipe("line " + std::to_string(at.source().begin.line) + ": " + std::string(key) + ": " + what);
}

std::string TableReader::full(std::string_view key) const {
  return name_.empty() ? std::string(key) : name_ + "." + std::string(key);
}

void TableReader::refuse_here(std::string_view key, const std::string& what) const {
  const toml::node* at = table_.get(key);
  refuse(at ? *at : static_cast<const toml::node&>(table_), full(key), what);
}

const toml::node* TableReader::take(std::string_view key) {
  known_.push_back(key);
  return table_.get(key);
}

std::string TableReader::text(std::string_view key) {
  const toml::node* node = take(key);
  if (!node) return {};
  if (!node->is_string()) refuse(*node, full(key), "a text is wanted");
  return node->as_string()->get();
}

bool TableReader::flag(std::string_view key, bool otherwise) {
  const toml::node* node = take(key);
  if (!node) return otherwise;
  if (!node->is_boolean()) refuse(*node, full(key), "true or false is wanted");
  return node->as_boolean()->get();
}

unsigned TableReader::number(std::string_view key, unsigned otherwise, unsigned most) {
  const toml::node* node = take(key);
  if (!node) return otherwise;
  if (!node->is_integer() || node->as_integer()->get() < 0 || node->as_integer()->get() > most)
    refuse(*node, full(key), "a number from 0 to " + std::to_string(most) + " is wanted");
  return static_cast<unsigned>(node->as_integer()->get());
}

std::vector<std::string> TableReader::texts(std::string_view key) {
  const toml::node* node = take(key);
  if (!node) return {};
  if (node->is_string()) return {node->as_string()->get()};
  if (!node->is_array()) refuse(*node, full(key), "a text or a list of texts is wanted");
  std::vector<std::string> out;
  for (const toml::node& item : *node->as_array()) {
    if (!item.is_string()) refuse(item, full(key), "a list of texts is wanted");
    out.push_back(item.as_string()->get());
  }
  return out;
}

const toml::table* TableReader::table(std::string_view key) {
  const toml::node* node = take(key);
  if (node && !node->is_table()) refuse(*node, full(key), "a table is wanted");
  return node ? node->as_table() : nullptr;
}

std::vector<const toml::table*> TableReader::tables(std::string_view key) {
  const toml::node* node = take(key);
  std::vector<const toml::table*> out;
  if (!node) return out;
  if (!node->is_array_of_tables()) refuse(*node, full(key), "tables are wanted: [[" + full(key) + "]]");
  for (const toml::node& item : *node->as_array()) out.push_back(item.as_table());
  return out;
}

void TableReader::finish() const {
  for (const auto& [key, value] : table_) {
    if (std::find(known_.begin(), known_.end(), key.str()) != known_.end()) continue;
    const std::string_view near = nearest_word(key.str(), known_);
    refuse(value, full(key.str()), "no such key" + (near.empty() ? std::string() : "; " + did_you_mean(near)));
  }
}

}  // namespace almanac::recipe
