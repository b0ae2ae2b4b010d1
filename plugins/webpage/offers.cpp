#include "offers.hpp"

#include <almanac_source.h>

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/text/html.hpp>
#include <cstdlib>
#include <optional>

namespace almanac::webpage {
namespace json = boost::json;

namespace {

constexpr std::size_t most_deadlines = 16;

struct Price {
  double amount = 0;
  std::string text;
};

std::optional<Price> price_of(const json::object& offer, std::string_view name) {
  std::string text = text_member(offer, name);
  std::erase_if(text, [](char c) { return is_space(c); });
  if (text.empty() || text.size() > 16) return std::nullopt;
  if (equal_nocase(text, "free")) return Price{0, "0"};
  std::string digits = text;
  std::replace(digits.begin(), digits.end(), ',', '.');
  char* end = nullptr;
  const double amount = std::strtod(digits.c_str(), &end);
  if (end == digits.c_str() || *end || amount < 0) return std::nullopt;
  if (digits.ends_with(".00") || digits.ends_with(".0")) text.erase(text.find_last_of(".,"));
  return Price{amount, text};
}

/// The lowest and highest price seen.
struct PriceRange {
  std::optional<Price> low, high;
  std::string currency;
  void take(const std::optional<Price>& price) {
    if (!price) return;
    if (!low || price->amount < low->amount) low = price;
    if (!high || price->amount > high->amount) high = price;
  }
  std::string text() const {
    if (!low) return {};
    if (high->amount <= 0) return "free";
    std::string words = low->text;
    if (high->amount > low->amount) words += "\u2013" + high->text;
    return currency.empty() ? words : words + ' ' + currency;
  }
};

void add_deadline(Offers& offers, std::int32_t type, std::string at, std::string label) {
  if (at.empty() || offers.deadlines.size() >= most_deadlines) return;
  offers.deadlines.push_back({type, std::move(at), std::move(label)});
}

std::string last_date(const json::object& offer) {
  std::string at = text_member(offer, "availabilityEnds");
  return at.empty() ? text_member(offer, "validThrough") : at;
}

bool is_true(const json::value* value) {
  if (!value) return false;
  if (value->is_bool()) return value->get_bool();
  return equal_nocase(last_segment(text_of(value)), "true");
}

}  // namespace

Offers read_offers(const json::object& event, const NodesById& nodes) {
  Offers result;
  PriceRange range;
  each(member(event, "offers"), [&](const json::value& value) {
    const json::object* offer = object_of(&value, nodes);
    if (!offer) return;
    const auto price = price_of(*offer, "price");
    range.take(price);
    if (!price) {
      range.take(price_of(*offer, "lowPrice"));
      range.take(price_of(*offer, "highPrice"));
    }
    if (range.currency.empty()) range.currency = text_member(*offer, "priceCurrency").substr(0, 8);
    add_deadline(result, ALMANAC_DEADLINE_REGISTRATION, last_date(*offer), html_to_line(text_member(*offer, "name")));
  });
  each(member(event, "hasParticipationOffer"), [&](const json::value& value) {
    const json::object* offer = object_of(&value, nodes);
    if (offer) add_deadline(result, ALMANAC_DEADLINE_CFP, last_date(*offer), html_to_line(text_member(*offer, "name")));
  });
  result.cost = is_true(member(event, "isAccessibleForFree")) ? "free" : range.text();
  return result;
}

}  // namespace almanac::webpage
