#pragma once
#include <almanac_sdk.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

namespace almanac::rss {

/// A fact that several elements may state: the best source wins (0 is best), among equals the first.
template <class T>
class Best {
 public:
  void offer(T value, std::uint8_t rank) {
    if (rank >= rank_ || is_nothing(value)) return;
    value_ = value;
    rank_ = rank;
  }
  const T& value() const noexcept { return value_; }
  bool empty() const noexcept { return rank_ == nobody; }
  bool from(std::uint8_t rank) const noexcept { return rank_ == rank; }
  /// Whether a value of that rank would take the place of this one.
  bool loses_to(std::uint8_t rank) const noexcept { return rank < rank_; }

 private:
  static bool is_nothing(std::string_view text) noexcept { return text.empty(); }
  static bool is_nothing(const almanac_text& text) noexcept { return text.value.size == 0; }
  static bool is_nothing(const almanac_time& time) noexcept { return time.kind == ALMANAC_TIME_NONE; }

  static constexpr std::uint8_t nobody = 255;
  T value_{};
  std::uint8_t rank_ = nobody;
};

/// A date, and the next best for when whoever reads it cannot: the texts are read by the host.
class BestTime {
 public:
  void offer(const almanac_time& time, std::uint8_t rank) {
    if (time.kind == ALMANAC_TIME_NONE) return;
    if (!best_.loses_to(rank)) return next_.offer(time, rank);
    next_ = best_;
    best_.offer(time, rank);
  }
  const almanac_time& value() const noexcept { return best_.value(); }
  const almanac_time& next() const noexcept { return next_.value(); }

 private:
  Best<almanac_time> best_, next_;
};

/// Authors by kind of element: the first kind that says who it is, is taken.
struct People {
  std::vector<almanac_person> native, creators, itunes;  ///< author or managingEditor; dc:creator; itunes:author
  void clear() {
    native.clear();
    creators.clear();
    itunes.clear();
  }
  /// RSS writes an address in author and often the name of the same one in dc:creator.
  const std::vector<almanac_person>& best() noexcept {
    if (native.size() == 1 && creators.size() == 1 && native[0].name.size == 0 && creators[0].email.size == 0)
      native[0].name = creators[0].name;
    if (!native.empty()) return native;
    return creators.empty() ? itunes : creators;
  }
};

/// What may be stated of a feed and of an entry alike.
struct Draft {
  Best<std::string_view> id, url, language, comments, image;
  Best<almanac_text> title, summary, content, rights;
  BestTime published, updated;
  People people;

  void reset() {
    People kept = std::move(people);
    *this = Draft();
    people = std::move(kept);
    people.clear();
  }
};

}  // namespace almanac::rss
