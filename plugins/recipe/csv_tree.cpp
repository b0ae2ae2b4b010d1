#include <almanac/base/ascii.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "limits.hpp"
#include "tree.hpp"

namespace almanac::recipe {
namespace {

namespace json = boost::json;

/// Reads one record after the other (RFC 4180; CR, LF and CRLF end a record; a quote inside an unquoted cell is text).
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : rest_(text) {}

  /// False at the end of the text.
  bool record(std::vector<std::string>& cells) {
    cells.clear();
    if (rest_.empty()) return false;
    for (;;) {
      cells.push_back(rest_.starts_with('"') ? quoted() : plain());
      if (rest_.starts_with(',')) {
        rest_.remove_prefix(1);
        continue;
      }
      if (rest_.starts_with('\r')) rest_.remove_prefix(1);
      if (rest_.starts_with('\n')) rest_.remove_prefix(1);
      return true;
    }
  }

 private:
  std::string plain() {
    const std::size_t end = std::min(rest_.find_first_of(",\r\n"), rest_.size());
    std::string cell(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return cell;
  }

  std::string quoted() {
    rest_.remove_prefix(1);
    std::string cell;
    while (!rest_.empty()) {
      const std::size_t quote = std::min(rest_.find('"'), rest_.size());
      cell += rest_.substr(0, quote);
      rest_.remove_prefix(std::min(quote + 1, rest_.size()));
      if (!rest_.starts_with('"')) break;
      cell += '"';
      rest_.remove_prefix(1);
    }
    return cell + plain();
  }

  std::string_view rest_;
};

}  // namespace

json::value read_csv(std::string_view body, TreeError& error) {
  CsvReader reader(body);
  std::vector<std::string> head, cells;
  if (!reader.record(head)) return json::array();
  for (std::string& name : head) name = std::string(trim(name, " \t"));
  json::array rows;
  std::size_t nodes = 0;
  while (reader.record(cells)) {
    if (cells.size() == 1 && cells.front().empty()) continue;
    json::object row;
    for (std::size_t i = 0; i < cells.size() && i < head.size(); ++i) row[head[i]] = cells[i];
    if ((nodes += 1 + row.size()) > most_nodes) {
      error.message = "the table has more than 2000000 cells";
      return {};
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace almanac::recipe
