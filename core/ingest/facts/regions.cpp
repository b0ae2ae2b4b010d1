#include <algorithm>
#include <almanac/base/short_text.hpp>
#include <almanac/time/words/word_start.hpp>
#include <array>

#include "places.hpp"

namespace almanac::facts {
namespace {

struct Row {
  ShortText<25> name;
  ShortText<2> country;
  ShortText<3> code;
};

// Sorted by name.
constexpr auto rows = std::to_array<Row>({
    {"alabama", "US", "AL"},
    {"alaska", "US", "AK"},
    {"alberta", "CA", "AB"},
    {"arizona", "US", "AZ"},
    {"arkansas", "US", "AR"},
    {"british columbia", "CA", "BC"},
    {"california", "US", "CA"},
    {"colorado", "US", "CO"},
    {"connecticut", "US", "CT"},
    {"delaware", "US", "DE"},
    {"district of columbia", "US", "DC"},
    {"florida", "US", "FL"},
    {"georgia", "US", "GA"},
    {"hawaii", "US", "HI"},
    {"idaho", "US", "ID"},
    {"illinois", "US", "IL"},
    {"indiana", "US", "IN"},
    {"iowa", "US", "IA"},
    {"kansas", "US", "KS"},
    {"kentucky", "US", "KY"},
    {"louisiana", "US", "LA"},
    {"maine", "US", "ME"},
    {"manitoba", "CA", "MB"},
    {"maryland", "US", "MD"},
    {"massachusetts", "US", "MA"},
    {"michigan", "US", "MI"},
    {"minnesota", "US", "MN"},
    {"mississippi", "US", "MS"},
    {"missouri", "US", "MO"},
    {"montana", "US", "MT"},
    {"nebraska", "US", "NE"},
    {"nevada", "US", "NV"},
    {"new brunswick", "CA", "NB"},
    {"new hampshire", "US", "NH"},
    {"new jersey", "US", "NJ"},
    {"new mexico", "US", "NM"},
    {"new york", "US", "NY"},
    {"newfoundland", "CA", "NL"},
    {"north carolina", "US", "NC"},
    {"north dakota", "US", "ND"},
    {"nova scotia", "CA", "NS"},
    {"ohio", "US", "OH"},
    {"oklahoma", "US", "OK"},
    {"ontario", "CA", "ON"},
    {"oregon", "US", "OR"},
    {"pennsylvania", "US", "PA"},
    {"prince edward island", "CA", "PE"},
    {"puerto rico", "US", "PR"},
    {"quebec", "CA", "QC"},
    {"rhode island", "US", "RI"},
    {"saskatchewan", "CA", "SK"},
    {"south carolina", "US", "SC"},
    {"south dakota", "US", "SD"},
    {"tennessee", "US", "TN"},
    {"texas", "US", "TX"},
    {"utah", "US", "UT"},
    {"vermont", "US", "VT"},
    {"virginia", "US", "VA"},
    {"washington", "US", "WA"},
    {"west virginia", "US", "WV"},
    {"wisconsin", "US", "WI"},
    {"wyoming", "US", "WY"},
});

constexpr auto starts = [] {
  dates::StartFilter filter;
  for (const Row& row : rows) filter.add(dates::word_start(row.name));
  return filter;
}();

}  // namespace

Region find_region_code(std::string_view code) noexcept {
  if (code == "D.C." || code == "D.C") return {"US", "DC"};
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.code == code; });
  return found == rows.end() ? Region{} : Region{found->country, found->code};
}

Region find_region(std::string_view folded) noexcept { return find_region(folded, dates::word_start(folded)); }

Region find_region(std::string_view folded, std::uint32_t start) noexcept {
  if (!starts.may_hold(start)) return {};
  const auto found = std::lower_bound(rows.begin(), rows.end(), folded,
                                      [](const Row& row, std::string_view name) { return row.name < name; });
  return found == rows.end() || found->name != folded ? Region{} : Region{found->country, found->code};
}

}  // namespace almanac::facts
