#pragma once
#include <almanac/model/listing.hpp>
#include <almanac/render/reader.hpp>
#include <almanac/store/store.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "context.hpp"

namespace almanac {

// What the asking commands share: the store opened for reading, the viewer, filters, and output in any format.

/// Opens the database for reading. A database that does not exist yet is a problem that says how to begin.
Result<Store, Problem> open_to_read(const Context& context);

/// The same, to be written to.
Result<Store, Problem> open_to_write(const Context& context);

Viewer viewer_of(const Context& context);
Reader reader_of(const Context& context);
TextStyle text_style_of(const Context& context);

/// The words of a filter as a filter; a single word that names a filter of the configuration stands for it.
Result<Filter, Problem> read_filter(const Context& context, const std::vector<std::string>& words);

/// A filter's text with the places of `near:` by coordinates, for those who know no gazetteer. What is no filter comes
/// back as it is: whoever reads it tells what is wrong.
std::string with_places(const std::string& filter);

/// The list in a format of `--format`: table, json, csv, ics, md, html, atom, jsonfeed, jsonl.
std::string render_events(const std::vector<ListedEvent>& events, const std::string& format, const Context& context,
                          GroupBy group, const std::string& title);

/// Tells that words cannot find everything yet, if so.
void tell_index_behind(const Context& context, std::size_t waiting);

/// Writes to stdout; the exit code.
int put(const Context& context, const std::string& text);
/// Writes a file that the user named: whole or not at all. The exit code.
int put_file(const Context& context, const std::filesystem::path& file, std::string_view text);
/// Tells a problem; the exit code.
int fail(const Context& context, const Problem& problem);

}  // namespace almanac
