#pragma once
#include <almanac/model/listing.hpp>
#include <almanac/query/parse_filter.hpp>
#include <almanac/render/reader.hpp>
#include <almanac/store/store.hpp>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "context.hpp"
#include "filter_names.hpp"

namespace almanac {

// What the asking commands share: the store opened for reading, the viewer, filters, and output in any format.

/// Opens the database for reading. A database that does not exist yet is a problem that says how to begin.
Result<Store, Problem> open_to_read(const Context& context);

/// The same, to be written to.
Result<Store, Problem> open_to_write(const Context& context);

Viewer viewer_of(const Context& context);
Reader reader_of(const Context& context);
TextStyle text_style_of(const Context& context);

/// The text of a filter as a filter.
Result<Filter, Problem> read_filter_text(const Context& context, const std::string& text);
/// The words of a filter as a filter; a single word that names a filter of the configuration stands for it.
Result<Filter, Problem> read_filter(const Context& context, const std::vector<std::string>& words);

/// How a list is to look.
struct ListShape {
  std::string format = "table";  ///< table, json, jsonl, csv, ics, md, html, atom, jsonfeed
  std::string title;
  std::string id = "events";  ///< tells its feed apart from those of other lists
  GroupBy group = GroupBy::none;
  std::vector<std::string> fields{};            ///< checked; empty: the usual ones
  std::optional<std::chrono::seconds> alarm{};  ///< in calendars: so long before a deadline
};

/// Whether the fields exist, and the format can be made of fields.
Result<void, Problem> check_fields(const std::vector<std::string>& fields, const std::string& format);

/// The words with blanks between, phrases in quotes.
std::string join_words(const std::vector<std::string>& words);

std::string render_events(const std::vector<ListedEvent>& events, const ListShape& shape, const Context& context);

/// The shape that the arguments ask for; fails for unknown fields and an alarm that is no span. Title and id tell the
/// list apart from others by what chose its rows ("kind:meetup within 30d"); nothing for all rows.
Result<ListShape, Problem> shape_of(const ListArgs& args, std::string title, std::string id,
                                    const std::string& chosen_by);
/// Whether a list may have that many rows.
Result<void, Problem> check_limit(std::size_t limit);

/// Sorted by anything but the date, so many rows are looked at; the best `limit` of them are shown.
inline constexpr std::size_t most_sorted = 10'000;
/// The rows to ask the store for.
std::size_t rows_wanted(const ListArgs& args, std::size_t limit);
/// Sorts the rows and cuts them to the limit.
void arrange(Listing& listing, const ListArgs& args, std::size_t limit, sys_seconds now);

/// Tells that there are rows beyond the limit, whatever the format: what reads it does not see an end.
void tell_more(const Context& context, bool more, std::size_t limit);
/// Gives each event of a list all its dates, for calendars: a list itself has the one that it shows.
Result<void, Problem> load_dates(Store& store, std::vector<ListedEvent>& rows);

/// Tells that words cannot find everything yet, if so.
void tell_index_behind(const Context& context, std::size_t waiting);

/// Writes to stdout, in a pager when the text is longer than the terminal; the exit code.
int put(const Context& context, const std::string& text);
/// Who may read a file that is written.
enum class Readers { everybody, owner };  ///< everybody: whom the umask lets
/// Writes a file that the user named: whole or not at all. The exit code.
int put_file(const Context& context, const std::filesystem::path& file, std::string_view text,
             Readers readers = Readers::everybody);
/// Tells a problem; the exit code.
int fail(const Context& context, const Problem& problem);

}  // namespace almanac
