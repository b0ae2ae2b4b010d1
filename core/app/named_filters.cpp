#include "named_filters.hpp"

#include <algorithm>
#include <set>

#include "app_errc.hpp"

namespace almanac {
namespace {

using Names = std::vector<std::string>;

bool holds(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string where(const NamedFilters& filters, const std::string& name) {
  const auto line = filters.config.filter_lines.find(name);
  return filters.file.string() + (line == filters.config.filter_lines.end() ? "" : ":" + std::to_string(line->second)) +
         ": filter." + name;
}

/// The names that lead from `name` back to it; empty when none do.
Names circle_of(const std::string& name, const Config& config) {
  std::vector<Names> paths{{name}};
  std::set<std::string> seen;
  while (!paths.empty()) {
    const Names path = std::move(paths.back());
    paths.pop_back();
    const auto found = config.filters.find(path.back());
    if (found == config.filters.end()) continue;
    for (const std::string& next : names_in(found->second)) {
      if (next == name) return path;
      if (!seen.insert(next).second) continue;
      paths.push_back(path);
      paths.back().push_back(next);
    }
  }
  return {};
}

std::string circle_text(const Names& circle) {
  if (circle.size() == 1) return "names itself";
  std::string out;
  for (std::size_t i = 0; i < circle.size(); ++i)
    out += (i == 0 ? "" : i + 1 == circle.size() ? " and " : ", ") + ('\'' + circle[i] + '\'');
  return out + " name each other";
}

/// What is wrong with the text of one filter, whatever is wrong with those that it names.
Result<void, Problem> check_text(const std::string& name, const std::string& text, const NamedFilters& filters) {
  if (text.empty()) return {};
  FilterBook book = filters.book;
  for (auto& [other, its_text] : book.named) its_text = "star";
  const auto filter = parse_filter(text, book);
  if (filter) return {};
  const FilterError& error = filter.error();
  return Problem{AppErrc::bad_config,
                 where(filters, name) + ", column " + std::to_string(error.column) + ": " + error.what,
                 error.problem().hint};
}

/// `told`: the names of circles that have been told.
Result<void, Problem> check(const std::string& name, const NamedFilters& filters, std::set<std::string>& told) {
  const auto found = filters.config.filters.find(name);
  if (found == filters.config.filters.end()) return {};  // whoever names it is told
  if (auto checked = check_text(name, found->second, filters); !checked) return checked;
  if (told.contains(name)) return {};
  const Names circle = circle_of(name, filters.config);
  if (circle.empty()) return {};
  told.insert(circle.begin(), circle.end());
  return Problem{AppErrc::bad_config, where(filters, name) + ": " + circle_text(circle),
                 "write out what one of them means"};
}

}  // namespace

std::vector<std::string> names_in(std::string_view text) {
  Names names;
  bool quoted = false;
  char before = ' ';
  for (std::size_t at = 0; at < text.size(); before = text[at], ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (quoted || text[at] != '@' || std::string_view(" \t\r\n(-").find(before) == std::string_view::npos) continue;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n()\"", at), text.size());
    std::string name(text.substr(at + 1, end - at - 1));
    if (!name.empty() && !holds(names, name)) names.push_back(std::move(name));
  }
  return names;
}

std::vector<Problem> check_named_filters(const NamedFilters& filters) {
  std::vector<Problem> problems;
  std::set<std::string> told;
  for (const auto& [name, text] : filters.config.filters)
    if (auto checked = check(name, filters, told); !checked) problems.push_back(checked.error());
  return problems;
}

Result<void, Problem> check_filters_named_in(std::string_view text, const NamedFilters& filters) {
  std::set<std::string> told;
  Names names = names_in(text);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = names[i];
    if (auto checked = check(name, filters, told); !checked) return checked;
    const auto found = filters.config.filters.find(name);
    if (found == filters.config.filters.end()) continue;
    for (std::string& next : names_in(found->second))
      if (!holds(names, next)) names.push_back(std::move(next));
  }
  return {};
}

}  // namespace almanac
