#pragma once
#include <almanac/plugin/instance.hpp>
#include <almanac/plugin/plugin_source.hpp>
#include <functional>
#include <span>

#include "mapped_document.hpp"
#include "read_document.hpp"

namespace almanac {

/// A document of which all but the entries is known: these are read again when they are asked for, one at a time, so
/// that a document of any length takes the memory of itself, of the plugin and of a few entries. What it says is what
/// `read_document` says of the same document; it costs reading the document twice or, rarely, three times. Who takes
/// the entries while the document is opened mostly saves the second time.
class OpenDocument {
 public:
  /// Gets what a document says of itself.
  using Begin = std::function<void(const DocumentInfo&)>;

  /// Fails as read_document does. What `request` points to must outlive the result. `early` gets all entries in
  /// document order, their times read, each still to be passed to `complete`; they count only if `early_entries_stand`.
  /// `file`, when there is one, has the body in place of the document and must outlive the result, too; what was read
  /// of it is let go of. `begin` is called before the first entry, or never: then the entries stand whatever follows,
  /// and the harvest will say the same of the document.
  static Result<OpenDocument, Problem> open(Document document, ReadRequest request, const PluginSource& plugins,
                                            const EntryTaker& early = {}, MappedDocument* file = nullptr,
                                            const Begin& begin = {});
  /// Turns entries as given to `early` into entries as stored; `address` and `language`: the document's. Any thread.
  static void complete(std::span<Entry> entries, const ReadRequest& request, const std::string& address,
                       std::string_view language);
  /// Whether nothing that was said behind the entries changes what their times mean.
  bool early_entries_stand() const noexcept { return harvest_.zones.empty() && harvest_.document.time_zone.empty(); }

  const std::string& plugin() const noexcept { return plugin_; }
  /// Everything but the entries, with the warnings that reading the entries gives.
  const Harvest& harvest() const noexcept { return harvest_; }
  Harvest& harvest() noexcept { return harvest_; }
  const ZoneBook& zones() const noexcept { return zones_; }
  /// Hands out the entries as found, in document order: each is still to be passed to `normalise`. Fails only for want
  /// of memory. When `take` wants no more, that is no failure.
  Result<void, Problem> read_entries(const EntryTaker& take);
  /// Turns entries as found into entries as stored. Any thread, also while others are being read.
  void normalise(std::span<Entry> entries) const;

 private:
  OpenDocument(Document document, const MappedDocument* file, ReadRequest request, PluginInstance instance,
               std::string plugin)
      : document_(std::move(document)),
        file_(file),
        request_(std::move(request)),
        instance_(std::move(instance)),
        plugin_(std::move(plugin)) {}

  /// What reading the times of all entries tells.
  struct Times {
    std::vector<Warning> warnings;
    std::size_t entries = 0, ahead = 0;  ///< `ahead`: published in the future, with or without a start
  };
  Normalising how() const;
  Result<Harvest, Problem> parse(const EntryTaker& take, const BeginTaker& begin = {});
  Result<Times, Problem> read_times(Harvest& rest, const ZoneBook& zones, const EntryTaker& take,
                                    const BeginTaker& begin = {});
  void finish(Harvest& harvest, const ZoneBook& zones) const;
  std::size_t count_published_ahead();

  Document document_;
  const MappedDocument* file_;  ///< has the body; nullptr: the document has it
  ReadRequest request_;
  PluginInstance instance_;
  std::string plugin_;
  Harvest harvest_;
  ZoneBook zones_;
};

}  // namespace almanac
