#include "cost.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/byte_block.hpp>
#include <almanac/text/fold.hpp>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "cost_words.hpp"

namespace almanac::facts {
namespace {

constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_field = 80;

/// The signs of currencies by a byte of theirs, otherwise in their order.
class CurrencyIndex {
 public:
  template <class ByteOf>
  constexpr explicit CurrencyIndex(ByteOf byte_of) {
    std::size_t size = 0;
    for (std::size_t byte = 0; byte < 256; ++byte) {
      for (const CurrencySign& sign : currencies)
        if (static_cast<unsigned char>(byte_of(sign.written)) == byte) signs_[size++] = &sign;
      ends_[byte + 1] = static_cast<std::uint16_t>(size);
    }
  }

  constexpr std::span<const CurrencySign* const> of(char c) const noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return {signs_.data() + ends_[byte], signs_.data() + ends_[byte + 1]};
  }

 private:
  std::array<const CurrencySign*, std::size(currencies)> signs_{};
  std::array<std::uint16_t, 257> ends_{};
};

constexpr CurrencyIndex currencies_by_front([](std::string_view written) { return written.front(); });
constexpr CurrencyIndex currencies_by_back([](std::string_view written) { return written.back(); });

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool is_whole(std::string_view text, std::size_t from, std::size_t to) {
  const bool wide = static_cast<unsigned char>(text[from]) >= 0xE3;
  return wide || ((from == 0 || !is_letter(text[from - 1])) && (to >= text.size() || !is_letter(text[to])));
}

bool has_whole(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1))
    if (is_whole(text, at, at + word.size())) return true;
  return false;
}

void skip_blanks(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
}

std::string_view currency_at(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return {};
  for (const CurrencySign* const sign : currencies_by_front.of(text[at])) {
    if (!text.substr(at).starts_with(sign->written)) continue;
    const std::size_t to = at + sign->written.size();
    const bool is_word = sign->written.back() >= 'a' && sign->written.back() <= 'z';
    if (is_word && (to < text.size() && is_letter(text[to]))) continue;
    at = to;
    return sign->code;
  }
  return {};
}

/// "1,250.00", "25,00", "1.250", "25": hundredths, exactly. Negative: no amount.
std::int64_t number_at(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  while (end < text.size() && (is_digit(text[end]) || ((text[end] == ',' || text[end] == '.' || text[end] == '\'') &&
                                                       end + 1 < text.size() && is_digit(text[end + 1]))))
    ++end;
  const std::string_view written = text.substr(at, end - at);
  if (written.empty() || written.size() > 12 || !is_digit(written[0])) return -1;
  const std::size_t mark = written.find_last_of(",.");
  const std::size_t decimals = mark == written.npos ? 0 : written.size() - mark - 1;
  if (decimals > 3) return -1;
  std::int64_t value = 0;
  for (std::size_t i = 0; i < written.size(); ++i)
    if (is_digit(written[i])) value = value * 10 + (written[i] - '0');
  at = end;
  if (decimals == 1) return value * 10;
  if (decimals == 2) return value;
  return value * 100;
}

struct Price {
  std::string_view code;
  std::int64_t low = 0, high = 0;  ///< hundredths
};

/// A price that starts at `at`: "€25", "25 €", "EUR 25 - 40", "$10 – $40".
std::optional<Price> price_at(std::string_view text, std::size_t& at) {
  std::size_t here = at;
  std::string_view code = currency_at(text, here);
  skip_blanks(text, here);
  Price price;
  price.low = price.high = number_at(text, here);
  if (price.low < 0) return std::nullopt;
  const auto behind = [&] {
    std::size_t next = here;
    skip_blanks(text, next);
    if (next < text.size())
      if (const auto found = currency_at(text, next); !found.empty()) {
        if (code.empty()) code = found;
        here = next;
      }
  };
  behind();
  std::size_t next = here;
  skip_blanks(text, next);
  for (const std::string_view dash : {"-", "–", "—", "to ", "bis "})
    if (next < text.size() && text[next] == dash.front() && text.substr(next).starts_with(dash)) {
      next += dash.size();
      skip_blanks(text, next);
      std::size_t second = next;
      if (second < text.size() && currency_at(text, second) == code) next = second;
      skip_blanks(text, next);
      const std::int64_t high = number_at(text, next);
      if (high > price.low) {
        price.high = high;
        here = next;
        behind();
      }
      break;
    }
  if (code.empty()) return std::nullopt;
  price.code = code;
  at = here;
  return price;
}

std::string amount_text(std::int64_t hundredths) {
  std::string out = std::to_string(hundredths / 100);
  if (const auto rest = hundredths % 100; rest != 0) {
    out += '.';
    if (rest < 10) out += '0';
    out += std::to_string(rest);
  }
  return out;
}

std::string price_text(const Price& price) {
  if (price.high == 0) return "free";
  std::string out = std::string(price.code) + ' ' + amount_text(price.low);
  if (price.high != price.low) out += "–" + amount_text(price.high);
  return out;
}

/// The clause that ends before `at`: at most 60 bytes of the same line.
std::string_view before(std::string_view text, std::size_t at) {
  std::size_t from = at > 60 ? at - 60 : 0;
  for (std::size_t i = from; i < at; ++i)
    if (text[i] == '\n' || text[i] == ';' || (text[i] == '.' && i + 1 < at && text[i + 1] == ' ')) from = i + 1;
  while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return text.substr(from, at - from);
}

std::string_view after(std::string_view text, std::size_t at) {
  const std::size_t end = std::min({text.find('\n', at), text.find(". ", at), at + 30, text.size()});
  return text.substr(at, end - at);
}

/// Whether what begins here goes on from something else: "a25", "3.5".
bool is_part(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char c = text[at - 1];
  return is_digit(c) || (is_digit(text[at]) && (is_letter(c) || c == '.' || c == ','));
}

/// Which letters begin words of a text, as bits: most words of a list begin with another.
std::uint32_t initials_of(std::string_view text) {
  std::uint32_t initials = 0;
  char previous = ' ';
  for (const char c : text) {
    if (!is_letter(previous)) initials |= 1u << (static_cast<unsigned char>(c) & 31u);
    previous = c;
  }
  return initials;
}

template <std::size_t N>
bool has_any(std::string_view text, const std::string_view (&words)[N]) {
  const std::uint32_t initials = initials_of(text);
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    return (first >= 0x80 || (initials >> (first & 31u) & 1u) != 0) && has_whole(text, word);
  });
}

/// Where parts of free_phrases that are ASCII may begin in a block, which two others are one and two bytes behind.
/// `Block` is also a char, for what follows.
template <class Block>
constexpr auto begins_free(Block first, Block second, Block third, auto is) {
  return ((is(first, 'f') | is(first, 'g')) & is(second, 'r') & (is(third, 'e') | is(third, 'a'))) |
         (is(first, 'l') & is(second, 'i') & is(third, 'b')) | (is(first, 'k') & is(second, 'o'));
}
constexpr bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
static_assert(std::all_of(std::begin(free_parts), std::end(free_parts), [](std::string_view part) {
  return is_beyond_ascii(part[0]) || begins_free(part[0], part[1], part[2], [](char a, char b) { return a == b; });
}));

constexpr auto is_byte = [](ByteBlock block, char c) { return block.is(c); };

/// Whether a text, which need not be folded, may tell a cost: it has a figure, a character beyond ASCII or what the
/// parts begin with. Most texts have none.
bool may_tell_cost(std::string_view text) {
  return find_block(text, 0, 2, [](const char* bytes) {
           const ByteBlock here = ByteBlock::at(bytes);
           return here.is_beyond_ascii() | here.is_between('0', '9') |
                  begins_free(here.small(), ByteBlock::at(bytes + 1).small(), ByteBlock::at(bytes + 2).small(),
                              is_byte);
         }) < text.size();
}

/// Whether a folded text holds a part of free_phrases.
bool may_say_free(std::string_view text) {
  const auto next = [&](std::size_t at) {
    return find_block(text, at, 2, [](const char* bytes) {
      return begins_free(ByteBlock::at(bytes), ByteBlock::at(bytes + 1), ByteBlock::at(bytes + 2), is_byte);
    });
  };
  for (std::size_t at = next(0); at < text.size(); at = next(at + 1))
    for (const std::string_view part : free_parts)
      if (text.substr(at).starts_with(part)) return true;
  return std::any_of(std::begin(free_parts), std::end(free_parts),
                     [&](std::string_view part) { return is_beyond_ascii(part[0]) && text.find(part) != text.npos; });
}

/// Says that it is free, and does not deny it in the two words before.
bool says_free(std::string_view text) {
  if (!may_say_free(text)) return false;
  for (const std::string_view phrase : free_phrases)
    for (std::size_t at = text.find(phrase); at != text.npos; at = text.find(phrase, at + 1)) {
      if (!is_whole(text, at, at + phrase.size())) continue;
      std::string_view front = before(text, at);
      front = front.substr(front.size() - std::min<std::size_t>(front.size(), 12));
      constexpr std::string_view denials[]{"not",   "no",    "isn't", "never", "kein",
                                           "keine", "nicht", "pas",   "non",   "niet"};
      if (!has_any(front, denials)) return true;
    }
  return false;
}

/// Where a currency begins that stands before `at`, or `at`.
std::size_t currency_before(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && text[end - 1] == ' ') --end;
  if (end == 0) return at;
  for (const CurrencySign* const sign : currencies_by_back.of(text[end - 1])) {
    if (!text.substr(0, end).ends_with(sign->written)) continue;
    const std::size_t begin = end - sign->written.size();
    if (begin > 0 && is_letter(sign->written.front()) && is_letter(text[begin - 1])) continue;
    return begin;
  }
  return at;
}

/// Adds the prices of admission in a folded text.
void add_prices(std::string_view text, std::vector<Price>& out) {
  const auto next_digit = [&](std::size_t at) {
    return find_block(text, at, 0, [](const char* bytes) { return ByteBlock::at(bytes).is_between('0', '9'); });
  };
  for (std::size_t at = next_digit(0); at < text.size(); at = next_digit(at + 1)) {
    const std::size_t begin = currency_before(text, at);
    std::size_t end = begin;
    const auto price = price_at(text, end);
    if (price && !is_part(text, begin)) {
      const auto front = before(text, begin), back = after(text, end);
      if (has_any(front, price_words) && !has_any(front, other_words) && !has_any(back, other_words))
        out.push_back(*price);
    }
    if (price) at = end - 1;
    while (at + 1 < text.size() && is_digit(text[at + 1])) ++at;
  }
}

}  // namespace

std::string normal_cost(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == text.npos) return {};
  text = text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
  const std::string folded = text.size() <= longest_field ? fold(text) : std::string();
  if (std::find(std::begin(free_words), std::end(free_words), folded) != std::end(free_words)) return "free";
  std::size_t at = 0;
  if (const auto price = folded.empty() ? std::nullopt : price_at(folded, at)) {
    skip_blanks(folded, at);
    if (at == folded.size()) return price_text(*price);
  }
  return std::string(text);
}

std::optional<std::string> cost_of_text(std::string_view title, std::string_view text) {
  if (text.size() > longest_text) text = text.substr(0, text.find_last_of(" \n", longest_text));
  bool is_free = false;
  std::vector<Price> prices;
  for (const std::string_view part : {title, text}) {
    if (!may_tell_cost(part)) continue;
    const std::string folded = fold(part);
    is_free = is_free || says_free(folded);
    add_prices(folded, prices);
  }
  if (prices.empty()) return is_free ? std::optional<std::string>("free") : std::nullopt;
  if (is_free) return std::nullopt;
  Price all = prices.front();
  for (const Price& price : prices) {
    if (price.code != all.code) return std::nullopt;
    all.low = std::min(all.low, price.low);
    all.high = std::max(all.high, price.high);
  }
  return price_text(all);
}

}  // namespace almanac::facts
