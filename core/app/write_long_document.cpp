#include "write_long_document.hpp"

#include <almanac/async/ordered_tasks.hpp>
#include <functional>
#include <utility>
#include <vector>

#include "held_text.hpp"

namespace almanac {
namespace {

/// What one thread takes at once.
constexpr std::size_t most_entries = 64, most_text = 128 * 1024;

/// Gathers entries into parts, has these worked on and hands them on as JSON, in order.
class EntryWriter {
 public:
  /// Makes entries what is stored; any thread.
  using Finish = std::function<void(std::span<Entry>)>;
  /// Gets the parts; false: no more is wanted.
  using Take = std::function<bool(std::string)>;

  EntryWriter(Finish finish, const ZoneBook& zones, std::string_view url, Take take)
      : finish_(std::move(finish)), zones_(zones), url_(url), tasks_(std::move(take)) {}

  bool take(Entry& entry) {
    if (entries_.empty()) entries_.reserve(most_entries);
    text_ += entry.summary.raw.size() + entry.content.raw.size();
    entries_.push_back(std::move(entry));
    return (entries_.size() < most_entries && text_ < most_text) || hand_over();
  }
  bool finish() { return (entries_.empty() || hand_over()) && tasks_.finish(); }

 private:
  bool hand_over() {
    text_ = 0;
    return tasks_.add([this, entries = std::exchange(entries_, {})]() mutable {
      finish_(entries);
      return render_harvest_entries(entries, zones_, url_);
    });
  }

  Finish finish_;
  const ZoneBook& zones_;
  std::string_view url_;
  std::vector<Entry> entries_;
  std::size_t text_ = 0;
  OrderedTasks<std::string> tasks_;  // last: its threads use the others
};

/// Puts commas between parts.
class PartSink {
 public:
  explicit PartSink(TextSink write) : write_(std::move(write)) {}
  bool operator()(std::string_view part) {
    if (!std::exchange(is_first_, false) && !write_(",")) return false;
    return write_(part);
  }

 private:
  TextSink write_;
  bool is_first_ = true;
};

/// Calendars may say behind their entries what these mean, and are larger as JSON than they are: they are read twice
/// rather than held.
bool is_calendar(std::string_view body) { return body.substr(0, 4096).find("BEGIN:VCALENDAR") != body.npos; }

Result<bool, Problem> write_reading_again(OpenDocument& document, std::string_view url, const TextSink& write) {
  PartSink sink(write);
  EntryWriter writer([&](std::span<Entry> entries) { document.normalise(entries); }, document.zones(), url,
                     [&](std::string part) { return sink(part); });
  bool is_wanted = true;
  auto read = document.read_entries([&](Entry& entry) { return is_wanted = writer.take(entry); });
  if (!read) return read.error();
  return is_wanted && writer.finish();
}

}  // namespace

Result<bool, Problem> write_long_document(WantedDocument wanted, const PluginRegistry& plugins, std::string_view url,
                                          const std::optional<std::string>& id, const TextSink& write) {
  const MappedFile* const file = wanted.file.bytes().empty() ? nullptr : &wanted.file;
  HeldText written_early;
  PartSink hold([&](std::string_view text) { return written_early.add(text), true; });
  const ZoneBook no_zones;
  const std::string address = wanted.document.url;
  EntryWriter early([&](std::span<Entry> entries) { OpenDocument::complete(entries, wanted.request, address); },
                    no_zones, url, [&](std::string part) { return hold(part); });
  const bool may_be_early = !is_calendar(file ? file->bytes() : wanted.document.body);
  EntryTaker take;
  if (may_be_early) take = [&](Entry& entry) { return early.take(entry); };
  auto opened = OpenDocument::open(std::move(wanted.document), wanted.request, plugins, take, file);
  if (!opened) return opened.error();
  early.finish();
  Harvest& harvest = opened->harvest();
  if (harvest.document.language.empty()) harvest.document.language = std::move(wanted.language);
  const HarvestFrame frame = render_harvest_frame(harvest, id);
  if (!write(frame.begin)) return false;
  const bool done = may_be_early && opened->early_entries_stand();
  const auto written =
      done ? Result<bool, Problem>(written_early.write(write)) : write_reading_again(*opened, url, write);
  if (!written || !*written) return written;
  return write(frame.end) && write("\n");
}

}  // namespace almanac
