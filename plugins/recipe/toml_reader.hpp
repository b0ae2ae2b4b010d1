#pragma once
#include <almanac/base/toml.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::recipe {

/// What is wrong with a recipe, with line and key; leaves read_recipe as its message.
struct BadRecipe : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] void refuse(const toml::node& at, std::string_view key, const std::string& what);

/// A table whose keys are asked for by name. `finish` refuses those that nobody asked for.
class TableReader {
 public:
  TableReader(const toml::table& table, std::string name) : table_(table), name_(std::move(name)) {}

  /// The value of a key, or nullptr.
  const toml::node* take(std::string_view key);
  std::string text(std::string_view key);
  bool flag(std::string_view key, bool otherwise);
  unsigned number(std::string_view key, unsigned otherwise, unsigned most);
  /// A text or a list of texts.
  std::vector<std::string> texts(std::string_view key);
  const toml::table* table(std::string_view key);
  /// The tables of an array of tables; none when absent.
  std::vector<const toml::table*> tables(std::string_view key);

  [[noreturn]] void refuse_here(std::string_view key, const std::string& what) const;
  /// "deadlines.at": a key as it stands in the file.
  std::string full(std::string_view key) const;
  void finish() const;

 private:
  const toml::table& table_;
  std::string name_;
  std::vector<std::string_view> known_;
};

}  // namespace almanac::recipe
