#include "entry_identity.hpp"

#include <almanac/model/url.hpp>
#include <almanac/store/store.hpp>

namespace almanac {
namespace {

/// Chains the hash over facts; each is closed by its length, so that neighbours cannot run together.
class FactHash {
 public:
  void add(std::string_view text) { hash_ = content_hash(text, hash_ + text.size() + 1); }
  void add(std::int64_t number) { add(std::string_view(reinterpret_cast<const char*>(&number), sizeof number)); }
  void add(const std::optional<Moment>& moment) {
    if (!moment) return add("-");
    add(static_cast<std::int64_t>(moment->kind));
    add(moment->seconds);
    add(moment->zone);
  }
  void add(const std::vector<std::string>& list) {
    for (const std::string& item : list) add(item);
    add(static_cast<std::int64_t>(list.size()));
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0;
};

std::string host_of(const std::string& url) {
  const auto parsed = Url::parse(url);
  return parsed ? std::string(parsed->host()) : std::string();
}

}  // namespace

std::string entry_key(const Entry& entry, bool id_is_stable) {
  std::string key;
  if (id_is_stable && !entry.id.empty())
    key = entry.id;
  else if (entry.id.empty() && !entry.url.empty() && !entry.start)
    key = entry.url;
  else
    key = "~" + entry.title.plain + '\n' + (entry.start ? iso_text(*entry.start) : std::string()) + '\n' +
          host_of(entry.url);
  if (entry.recurrence.id) key += "\n" + iso_text(*entry.recurrence.id);
  return key;
}

std::uint64_t entry_hash(const Entry& entry) {
  FactHash hash;
  hash.add(entry.title.plain);
  hash.add(entry.url);
  hash.add(entry.summary.plain);
  hash.add(entry.content.plain);
  hash.add(entry.start);
  hash.add(entry.end);
  hash.add(entry.published);
  hash.add(entry.location);
  hash.add(entry.categories);
  hash.add(entry.topics);
  hash.add(entry.city);
  hash.add(entry.country);
  hash.add(entry.join_url);
  hash.add(entry.cost);
  hash.add(static_cast<std::int64_t>(entry.kind.value_or(Kind::other)));
  hash.add(static_cast<std::int64_t>(entry.status));
  hash.add(static_cast<std::int64_t>(entry.mode));
  if (entry.comment_count > 0) hash.add(entry.comment_count);
  hash.add(entry.recurrence.rules);
  hash.add(entry.recurrence.dates);
  hash.add(entry.recurrence.exceptions);
  for (const When& when : entry.more_dates) hash.add(std::optional(when.start));
  for (const Deadline& deadline : entry.deadlines) {
    hash.add(static_cast<std::int64_t>(deadline.type));
    hash.add(std::optional(deadline.at));
  }
  return hash.value();
}

}  // namespace almanac
