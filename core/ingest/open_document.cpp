#include "open_document.hpp"

#include <algorithm>
#include <iterator>

#include "hide_secrets.hpp"
#include "normalise_steps.hpp"
#include "prepare_document.hpp"

namespace almanac {

namespace {

Normalising how_to(const ReadRequest& request) {
  return {request.source_options, request.kind, request.now, request.full_text, request.topics};
}

}  // namespace

Normalising OpenDocument::how() const { return how_to(request_); }

/// Reads the document; of a mapped one nothing is kept that was read.
Result<Harvest, Problem> OpenDocument::parse(const EntryTaker& take, const BeginTaker& begin) {
  constexpr std::size_t now_and_then = 1024;  // entries
  if (!file_) return instance_.parse(document_, document_.body, take, begin);
  std::size_t entries = 0;
  const EntryTaker take_mapped = [&](Entry& entry) {
    if (++entries % now_and_then == 0) file_->let_go();
    return take(entry);
  };
  return instance_.parse(document_, file_->bytes(), take_mapped, begin);
}

/// Reads the document with the times of its entries, which `take` gets when there is one; `rest` becomes all of it but
/// the entries.
Result<OpenDocument::Times, Problem> OpenDocument::read_times(Harvest& rest, const ZoneBook& zones,
                                                              const EntryTaker& take, const BeginTaker& begin) {
  Times times;
  TimeReader reader({}, zones, request_.source_options, times.warnings);
  const bool counts = may_hint_future_dates(how());
  const EntryTaker read_entry = [&](Entry& entry) {
    ++times.entries;
    reader.read(entry);
    if (counts && is_published_ahead(entry, *request_.now)) ++times.ahead;
    return !take || take(entry);
  };
  auto harvest = parse(read_entry, begin);
  if (!harvest) return harvest.error();
  rest = std::move(*harvest);
  return times;
}

std::size_t OpenDocument::count_published_ahead() {
  std::size_t ahead = 0;
  const EntryTaker count = [&](Entry& entry) {
    normalise({&entry, 1});
    if (!entry.start && is_published_ahead(entry, *request_.now)) ++ahead;
    return true;
  };
  return parse(count) ? ahead : 0;
}

/// Makes what the plugin said of the document what is shown, with what there is to warn of it.
void OpenDocument::finish(Harvest& harvest, const ZoneBook& zones) const {
  note_language(harvest.document, document_);
  hide_secrets(harvest.document, document_.url);
  normalise_texts(harvest.document);
  TimeReader(harvest.document.time_zone, zones, request_.source_options, harvest.warnings).read(harvest.document);
}

Result<OpenDocument, Problem> OpenDocument::open(Document document, ReadRequest request, const PluginSource& plugins,
                                                 const EntryTaker& early, MappedDocument* file, const Begin& begin) {
  auto prepared = prepare_document(document, file, request, plugins);
  if (!prepared) return prepared.error();
  OpenDocument opened(std::move(document), prepared->decoding.unchanged ? file : nullptr, std::move(request),
                      std::move(prepared->instance), std::move(prepared->plugin));
  Harvest& harvest = opened.harvest_;
  const BeginTaker begin_early = [&](const Harvest& so_far) {
    if (!so_far.zones.empty() || !so_far.document.time_zone.empty()) return;
    Harvest told;
    told.document = so_far.document;
    note_decoding(told, prepared->decoding);
    opened.finish(told, {});
    begin(told.document);
  };
  auto times = opened.read_times(harvest, {}, early, begin ? begin_early : BeginTaker());
  if (!times) return times.error();
  // What the system does not know the document may define, and it may do so behind its entries.
  const bool has_own_zones = !harvest.zones.empty();
  if (has_own_zones && !times->warnings.empty()) {
    std::vector<Warning> told_below;
    times = opened.read_times(harvest, ZoneBook(harvest.zones, told_below), {});
    if (!times) return times.error();
  }
  note_decoding(harvest, prepared->decoding);
  opened.zones_ = ZoneBook(harvest.zones, harvest.warnings);
  const std::size_t before = harvest.warnings.size();
  opened.finish(harvest, opened.zones_);
  const std::size_t left = most_date_warnings - (harvest.warnings.size() - before);
  std::move(times->warnings.begin(),
            times->warnings.begin() + static_cast<std::ptrdiff_t>(std::min(left, times->warnings.size())),
            std::back_inserter(harvest.warnings));
  // Facts may give an entry a start: only when there could be a hint, they are worth finding twice.
  if (hint_of_future_dates(times->ahead, times->entries))
    if (auto hint = hint_of_future_dates(opened.count_published_ahead(), times->entries))
      harvest.warnings.push_back(std::move(*hint));
  return Result<OpenDocument, Problem>(std::move(opened));
}

Result<void, Problem> OpenDocument::read_entries(const EntryTaker& take) {
  auto again = parse(take);
  if (!again) return again.error();
  return {};
}

void OpenDocument::complete(std::span<Entry> entries, const ReadRequest& request, const std::string& address,
                            std::string_view language) {
  const Normalising how = how_to(request);
  hide_secrets(entries, address);
  for (Entry& entry : entries) {
    normalise_texts(entry, how.full_text);
    find_facts(entry, how, language);
  }
}

void OpenDocument::normalise(std::span<Entry> entries) const {
  const Normalising how = this->how();
  std::vector<Warning> told;  // by `open`
  hide_secrets(entries, document_.url);
  TimeReader times(harvest_.document.time_zone, zones_, how.options, told);
  for (Entry& entry : entries) {
    normalise_texts(entry, how.full_text);
    times.read(entry);
    find_facts(entry, how, harvest_.document.language);
  }
}

}  // namespace almanac
