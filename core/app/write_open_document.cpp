#include "write_open_document.hpp"

#include <almanac/async/ordered_tasks.hpp>
#include <utility>
#include <vector>

namespace almanac {
namespace {

/// What one thread takes at once.
constexpr std::size_t most_entries = 64, most_text = 128 * 1024;

/// Gathers entries into parts, has these worked on and writes them in order.
class EntryWriter {
 public:
  EntryWriter(const OpenDocument& document, std::string_view url, const TextSink& write)
      : document_(document), url_(url), tasks_([this, &write](std::string json) {
          if (std::exchange(is_first_, false)) return write(json);
          return write(",") && write(json);
        }) {}

  bool take(Entry& entry) {
    text_ += entry.summary.raw.size() + entry.content.raw.size();
    entries_.push_back(std::move(entry));
    return (entries_.size() < most_entries && text_ < most_text) || hand_over();
  }
  bool finish() { return (entries_.empty() || hand_over()) && tasks_.finish(); }

 private:
  bool hand_over() {
    text_ = 0;
    return tasks_.add([this, entries = std::exchange(entries_, {})]() mutable {
      document_.normalise(entries);
      return render_harvest_entries(entries, document_.zones(), url_);
    });
  }

  const OpenDocument& document_;
  std::string_view url_;
  std::vector<Entry> entries_;
  std::size_t text_ = 0;
  bool is_first_ = true;
  OrderedTasks<std::string> tasks_;  // last: its threads use the others
};

}  // namespace

Result<bool, Problem> write_open_document(OpenDocument& document, std::string_view url,
                                          const std::optional<std::string>& id, const TextSink& write) {
  const HarvestFrame frame = render_harvest_frame(document.harvest(), id);
  if (!write(frame.begin)) return false;
  EntryWriter writer(document, url, write);
  bool is_wanted = true;
  auto read = document.read_entries([&](Entry& entry) { return is_wanted = writer.take(entry); });
  if (!read) return read.error();
  return is_wanted && writer.finish() && write(frame.end) && write("\n");
}

}  // namespace almanac
