#include "merge_deadlines.hpp"

#include <algorithm>
#include <almanac/model/listing.hpp>
#include <cstdlib>
#include <tuple>

namespace almanac::match {
namespace {

constexpr std::int64_t minute = 60, hour = 3600, day = 24 * hour;
constexpr std::int64_t zone_doubt = 26 * hour;  ///< UTC-12 to UTC+14
constexpr std::int64_t longest_extension = 60 * day;

/// One deadline with all lists that agree on it.
struct Agreed {
  Deadline deadline;
  std::vector<std::int64_t> lists;
  std::int64_t at() const { return closing_second(deadline); }
};

bool says(const Agreed& agreed, std::int64_t list) {
  return std::find(agreed.lists.begin(), agreed.lists.end(), list) != agreed.lists.end();
}

bool is_day(const Deadline& deadline) { return deadline.at.kind == MomentKind::date; }

/// A day agrees with every time of that day, on any clock of the world that ends no later than ours.
bool agree(const Deadline& a, const Deadline& b) {
  if (is_day(a) == is_day(b)) return std::llabs(closing_second(a) - closing_second(b)) <= minute;
  const Deadline &whole = is_day(a) ? a : b, &exact = is_day(a) ? b : a;
  const std::int64_t at = closing_second(exact);
  return at >= whole.at.seconds && at <= closing_second(whole) + minute;
}

/// The one that says more: a time rather than a day, a stated zone rather than an assumed one, seconds rather than
/// minutes.
bool says_more(const Deadline& a, const Deadline& b) {
  const auto rank = [](const Deadline& d) { return std::tuple(!is_day(d), d.at.zone_stated, closing_second(d)); };
  return rank(a) > rank(b);
}

std::vector<Agreed> gather(const std::vector<const ToldDeadline*>& told) {
  std::vector<Agreed> out;
  for (const ToldDeadline* one : told) {
    const auto same = std::find_if(out.begin(), out.end(),
                                   [&](const Agreed& agreed) { return agree(agreed.deadline, one->deadline); });
    if (same == out.end()) {
      out.push_back({one->deadline, {one->list}});
      continue;
    }
    const bool extended = same->deadline.extended || one->deadline.extended;
    if (says_more(one->deadline, same->deadline)) same->deadline = one->deadline;
    same->deadline.extended = extended;
    if (!says(*same, one->list)) same->lists.push_back(one->list);
  }
  return out;
}

bool share_a_list(const Agreed& a, const Agreed& b) {
  return std::any_of(a.lists.begin(), a.lists.end(), [&](std::int64_t list) { return says(b, list); });
}

/// The later date of one list that says of it that it was moved: the earlier one holds no more.
bool supersedes(const Agreed& a, const Agreed& b) {
  const Agreed &later = a.at() >= b.at() ? a : b, &earlier = a.at() >= b.at() ? b : a;
  return later.deadline.extended && !earlier.deadline.extended && later.at() - earlier.at() <= longest_extension;
}

/// The later of two that contradict each other, with what is to be said about it.
Agreed settle(const Agreed& a, const Agreed& b) {
  const Agreed &later = a.at() >= b.at() ? a : b, &earlier = a.at() >= b.at() ? b : a;
  Agreed out = later;
  const std::int64_t apart = later.at() - earlier.at();
  if (share_a_list(a, b))
    out.deadline.extended = true;
  else if (apart <= zone_doubt)
    out.deadline.doubt = DeadlineDoubt::zone;
  else if (apart <= longest_extension)
    out.deadline.extended = true;
  else
    out.deadline.doubt = DeadlineDoubt::conflict;
  for (const Agreed* one : {&earlier, &later}) {
    if (one->deadline.readings.empty()) out.deadline.readings.push_back(one->deadline.at);
    for (const Moment& reading : one->deadline.readings)
      if (std::find(out.deadline.readings.begin(), out.deadline.readings.end(), reading) == out.deadline.readings.end())
        out.deadline.readings.push_back(reading);
  }
  out.lists.insert(out.lists.end(), earlier.lists.begin(), earlier.lists.end());
  return out;
}

/// Lists that disagree about one round are settled, nearest first; the rounds of one list stay, unless it calls the
/// later date an extension.
void settle_all(std::vector<Agreed>& rounds) {
  for (;;) {
    std::size_t left = 0, right = 0;
    std::int64_t least = INT64_MAX;
    for (std::size_t i = 0; i < rounds.size(); ++i)
      for (std::size_t j = i + 1; j < rounds.size(); ++j)
        if (const std::int64_t apart = std::llabs(rounds[i].at() - rounds[j].at());
            apart < least && (!share_a_list(rounds[i], rounds[j]) || supersedes(rounds[i], rounds[j])))
          std::tie(left, right, least) = std::tuple(i, j, apart);
    if (least == INT64_MAX) return;
    rounds[left] = settle(rounds[left], rounds[right]);
    rounds.erase(rounds.begin() + static_cast<std::ptrdiff_t>(right));
  }
}

}  // namespace

std::vector<Deadline> merge_deadlines(const std::vector<ToldDeadline>& told) {
  constexpr std::size_t most = 40;  // of one type; lists have a handful
  std::vector<Deadline> out;
  for (int type = 0; type <= static_cast<int>(DeadlineType::notification); ++type) {
    std::vector<const ToldDeadline*> same_type;
    for (const ToldDeadline& one : told)
      if (one.deadline.type == static_cast<DeadlineType>(type) && one.deadline.at.kind != MomentKind::unread &&
          same_type.size() < most)
        same_type.push_back(&one);
    std::vector<Agreed> rounds = gather(same_type);
    if (type != static_cast<int>(DeadlineType::other)) settle_all(rounds);
    for (Agreed& round : rounds) out.push_back(std::move(round.deadline));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Deadline& a, const Deadline& b) { return closing_second(a) < closing_second(b); });
  return out;
}

}  // namespace almanac::match
