#include "write_long_document.hpp"

#include <almanac/async/ordered_tasks.hpp>
#include <functional>
#include <utility>
#include <vector>

#include "held_text.hpp"

namespace almanac {
namespace {

/// What one thread takes at once.
constexpr std::size_t most_entries = 16, most_text = 32 * 1024;

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
    const std::size_t before = std::exchange(handed_over_, handed_over_ + entries_.size());
    return tasks_.add([this, entries = std::exchange(entries_, {}), before]() mutable {
      finish_(entries);
      return render_harvest_entries(entries, zones_, url_, before);
    });
  }

  Finish finish_;
  const ZoneBook& zones_;
  std::string_view url_;
  std::vector<Entry> entries_;
  std::size_t text_ = 0;
  std::size_t handed_over_ = 0;
  OrderedTasks<std::string> tasks_;  // last: its threads use the others
};

/// The entries of a document that is being read: written at once behind what it has said of itself, held until it does.
class EarlyAnswer {
 public:
  EarlyAnswer(const WantedDocument& wanted, const std::optional<std::string>& id, std::string_view url,
              const TextSink& write)
      : language_(wanted.document.language),
        id_(id),
        write_(write),
        writer_([this, request = &wanted.request, address = wanted.document.url](
                    std::span<Entry> entries) { OpenDocument::complete(entries, *request, address, language_); },
                no_zones_, url, [this](std::string part) { return pass_on(part); }) {}

  void begin(const DocumentInfo& document) {
    language_ = document.language;
    is_begun_ = true;
    is_wanted_ = write_(render_harvest_begin(document, id_));
  }
  bool take(Entry& entry) { return is_wanted_ && (is_wanted_ = writer_.take(entry)); }
  void finish() { is_wanted_ = is_wanted_ && writer_.finish(); }

  bool is_begun() const noexcept { return is_begun_; }
  bool is_wanted() const noexcept { return is_wanted_; }
  const HeldText& held() const noexcept { return held_; }
  /// What the entries were taken to be written in.
  const std::string& language() const noexcept { return language_; }

 private:
  bool pass_on(std::string_view text) { return is_begun_ ? write_(text) : (held_.add(text), true); }

  std::string language_;  // changes before the first entry only
  const std::optional<std::string>& id_;
  const TextSink& write_;
  const ZoneBook no_zones_;
  HeldText held_;
  bool is_begun_ = false, is_wanted_ = true;
  EntryWriter writer_;  // last: its threads use the others
};

/// Calendars are read twice rather than held.
Result<bool, Problem> write_reading_again(OpenDocument& document, std::string_view url, const TextSink& write) {
  EntryWriter writer([&](std::span<Entry> entries) { document.normalise(entries); }, document.zones(), url,
                     [&](std::string part) { return write(part); });
  bool is_wanted = true;
  auto read = document.read_entries([&](Entry& entry) { return is_wanted = writer.take(entry); });
  if (!read) return read.error();
  return is_wanted && writer.finish();
}

/// The answer around its entries, all of them held or read again.
Result<WrittenAnswer, Problem> write_around(OpenDocument& document, const HeldText* held, std::string_view url,
                                            const std::optional<std::string>& id, const TextSink& write) {
  const HarvestFrame frame = render_harvest_frame(document.harvest(), id);
  if (!write(frame.begin)) return WrittenAnswer{false, {}};
  const auto written = held ? Result<bool, Problem>(held->write(write)) : write_reading_again(document, url, write);
  if (!written) return written.error();
  return WrittenAnswer{*written && write(frame.end) && write("\n"), {}};
}

}  // namespace

Result<WrittenAnswer, Problem> write_long_document(WantedDocument wanted, const PluginSource& plugins,
                                                   std::string_view url, const std::optional<std::string>& id,
                                                   const TextSink& write) {
  MappedDocument* const file = wanted.file.get();
  const bool may_be_early = !(file ? file->is_calendar() : is_calendar(wanted.document.body));
  EarlyAnswer early(wanted, id, url, write);
  EntryTaker take;
  OpenDocument::Begin begin;
  if (may_be_early) {
    take = [&](Entry& entry) { return early.take(entry); };
    begin = [&](const DocumentInfo& document) { early.begin(document); };
  }
  auto opened = OpenDocument::open(std::move(wanted.document), wanted.request, plugins, take, file, begin);
  if (early.is_begun()) wanted.file.reset();  // entries are copies; what is left of them is worked on meanwhile
  early.finish();
  if (early.is_begun()) {
    if (!early.is_wanted()) return WrittenAnswer{false, {}};
    const std::string end = opened ? render_harvest_end(opened->harvest()) : render_harvest_failure(opened.error());
    return WrittenAnswer{write(end) && write("\n"), opened ? std::nullopt : std::optional(opened.error())};
  }
  if (!opened) return opened.error();
  const bool done =
      may_be_early && opened->early_entries_stand() && opened->harvest().document.language == early.language();
  return write_around(*opened, done ? &early.held() : nullptr, url, id, write);
}

}  // namespace almanac
