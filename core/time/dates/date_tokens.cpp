#include "date_tokens.hpp"

#include <algorithm>
#include <almanac/base/short_text.hpp>

#include "date_civil.hpp"

namespace almanac::dates {
namespace {

struct RoleName {
  ShortText<15> word;
  WordRole role;
  std::int32_t value = 0;
};

using enum WordRole;

// Words of the languages that are written with letters, folded; sorted.
constexpr auto letter_words = std::to_array<RoleName>({
    {"a", filler},       {"a.m", am},
    {"alas", filler},    {"alle", filler},
    {"am", am},          {"an", filler},
    {"and", filler},     {"ap", am},
    {"as", filler},      {"at", filler},
    {"c", filler},       {"clock", filler},
    {"cs", filler},      {"d", filler},
    {"da", filler},      {"dag", filler},
    {"dalle", filler},   {"das", filler},
    {"date", filler},    {"de", filler},
    {"del", filler},     {"den", filler},
    {"der", filler},     {"di", filler},
    {"dia", filler},     {"dn", filler},
    {"do", filler},      {"dop", am},
    {"e", ordinal},      {"em", pm},
    {"eme", ordinal},    {"en", filler},
    {"er", ordinal},     {"fm", am},
    {"g", year},         {"god", year},
    {"goda", year},      {"godz", filler},
    {"godzina", filler}, {"h", hour},
    {"heure", hour},     {"heures", hour},
    {"hod", filler},     {"hora", filler},
    {"horas", filler},   {"hrs", filler},
    {"hs", filler},      {"i", filler},
    {"il", filler},      {"ip", pm},
    {"jam", filler},     {"k", filler},
    {"kell", filler},    {"kl", filler},
    {"klo", filler},     {"klokken", filler},
    {"las", filler},     {"le", filler},
    {"les", filler},     {"m", minute},
    {"malam", pm},       {"midnight", midnight},
    {"min", minute},     {"minuit", midnight},
    {"mittags", noon},   {"mitternacht", midnight},
    {"nd", ordinal},     {"noon", noon},
    {"o", filler},       {"o'clock", filler},
    {"oclock", filler},  {"odp", pm},
    {"of", filler},      {"om", filler},
    {"on", filler},      {"oo", am},
    {"ora", hour},       {"ore", filler},
    {"os", pm},          {"p", filler},
    {"p.m", pm},         {"pagi", am},
    {"perc", minute},    {"petang", pm},
    {"pg", am},          {"pm", pm},
    {"po", filler},      {"posted", filler},
    {"ptg", pm},         {"published", filler},
    {"pukul", filler},   {"r", filler},
    {"rd", ordinal},     {"s", second},
    {"sec", second},     {"st", ordinal},
    {"t", time_mark},    {"th", ordinal},
    {"the", filler},     {"to", filler},
    {"u", hour},         {"uhr", hour},
    {"um", filler},      {"updated", filler},
    {"ur", filler},      {"uur", hour},
    {"v", filler},       {"ve", filler},
    {"vers", filler},    {"vom", filler},
    {"w", filler},       {"ημερα", filler},
    {"μ.μ", pm},         {"μμ", pm},
    {"π.μ", am},         {"πμ", am},
    {"στισ", filler},    {"ωρα", filler},
    {"в", filler},       {"г", year},
    {"года", year},      {"дп", am},
    {"мин", minute},     {"о", filler},
    {"об", filler},      {"пп", pm},
    {"р", year},         {"року", year},
    {"ч", hour},         {"час", filler},
});
static_assert(std::is_sorted(letter_words.begin(), letter_words.end(),
                             [](const RoleName& a, const RoleName& b) { return a.word < b.word.view(); }));

// Chinese, Japanese and Korean: written without blanks, so the longest one at a place is taken.
constexpr auto signs = std::to_array<RoleName>({
    {"午前", am},        {"午後", pm},        {"上午", am},        {"下午", pm},        {"오전", am},
    {"오후", pm},        {"凌晨", am},        {"早上", am},        {"清晨", am},        {"晚上", pm},
    {"傍晚", pm},        {"晚", pm},          {"中午", noon},      {"正午", noon},      {"정오", noon},
    {"자정", midnight},  {"時間", unknown},   {"时间", unknown},   {"시간", unknown},   {"年", year},
    {"년", year},        {"月", month},       {"월", month},       {"日", day},         {"号", day},
    {"號", day},         {"일", day},         {"時", hour},        {"时", hour},        {"點", hour},
    {"点", hour},        {"시", hour},        {"分", minute},      {"분", minute},      {"秒", second},
    {"초", second},      {"半", half},        {"반", half},        {"令和", era, 2018}, {"平成", era, 1988},
    {"昭和", era, 1925}, {"民國", era, 1911}, {"民国", era, 1911}, {"于", filler},      {"於", filler},
    {"に", filler},      {"の", filler},      {"火", filler},      {"水", filler},      {"木", filler},
    {"金", filler},      {"土", filler},      {"화", filler},      {"수", filler},      {"목", filler},
    {"금", filler},      {"토", filler},
});

bool is_east_asian(char32_t c) noexcept {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || c == 0x3007;
}

bool is_word_sign(char32_t c) noexcept {
  return (c < 0x80 && is_letter(static_cast<char>(c))) || c == 0xAA || c == 0xBA || c == 0xB0 ||
         (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x370 && c <= 0x52F) || (c >= 0x1E00 && c <= 0x1EFF);
}

/// Punctuation that means the same as an ASCII sign.
char ascii_of(char32_t c) noexcept {
  if (c < 0x80) return static_cast<char>(c);
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFEE0);
  switch (c) {
    case 0xA0:
    case 0x2007:
    case 0x2009:
    case 0x200A:
    case 0x202F:
    case 0x3000:
    case 0x2002:
    case 0x2003:
    case 0x200B:
    case 0x200E:
    case 0x200F:
      return ' ';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    case 0x3001:
    case 0x060C:
      return ',';
    case 0x3002:
    case 0xB7:
    case 0x2022:
    case 0x30FB:
      return '.';
    case 0x2018:
    case 0x2019:
      return '\'';
    default:
      return 0;
  }
}

/// The longest sign or name that starts an East Asian run; at least one code point.
std::size_t cut_sign(std::string_view run, Token& token) noexcept {
  std::size_t longest = 0;
  for (const RoleName& sign : signs)
    if (sign.word.size() > longest && run.substr(0, sign.word.size()) == sign.word)
      longest = sign.word.size(), token.role = sign.role, token.value = sign.value;
  std::size_t one = 0;
  next_code_point(run, one);
  for (std::size_t length = std::min<std::size_t>(run.size(), 9); length > longest; --length)
    if (const DateName* name = find_date_name(run.substr(0, length)); name && length > 3) {
      token.name = name, token.role = unknown;
      return length;
    }
  return longest > 0 ? longest : one;
}

class Cutter {
 public:
  Cutter(std::string_view text, TokenList& tokens) : text_(text), tokens_(tokens) {}

  bool run() noexcept {
    while (at_ < text_.size()) {
      const std::size_t from = at_;
      const char32_t c = next_code_point(text_, at_);
      const char sign = ascii_of(c);
      bool fits = true;
      if (sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r') {
        spaced_ = true;
      } else if (sign == '(') {
        fits = skip_comment();
      } else if (is_digit(sign)) {
        fits = number(from);
      } else if (is_word_sign(c)) {
        fits = word(from);
      } else if (is_east_asian(c)) {
        fits = east_asian(from);
      } else {
        Token token{.kind = TokenKind::symbol, .symbol = sign};
        fits = add(token, from);
      }
      if (!fits) return false;
    }
    return true;
  }

 private:
  bool add(Token token, std::size_t from) noexcept {
    if (tokens_.size == TokenList::most) return false;
    token.spaced = spaced_;
    spaced_ = false;
    token.from = static_cast<std::uint16_t>(from);
    token.to = static_cast<std::uint16_t>(at_);
    tokens_.items[tokens_.size++] = token;
    return true;
  }

  bool skip_comment() noexcept {
    const std::size_t from = at_;
    for (int depth = 1; depth > 0;) {
      if (at_ == text_.size()) return false;
      const char sign = ascii_of(next_code_point(text_, at_));
      depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
    }
    tokens_.comment = text_.substr(from, at_ - from - (text_[at_ - 1] == ')' ? 1 : 3));
    spaced_ = true;
    return true;
  }

  bool number(std::size_t from) noexcept {
    at_ = from;
    Token token{.kind = TokenKind::number};
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char sign = ascii_of(next_code_point(text_, next));
      if (!is_digit(sign)) break;
      if (++token.digits > 9) return false;
      token.value = token.value * 10 + (sign - '0');
      at_ = next;
    }
    return add(token, from);
  }

  static bool is_one_letter(std::string_view word) noexcept {
    std::size_t at = 0;
    next_code_point(word, at);
    return at == word.size();
  }
  /// "d'octubre": a word of its own before the next.
  static bool is_elision(std::string_view word) noexcept { return word == "d" || word == "D"; }

  bool word(std::size_t from) noexcept {
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = next_code_point(text_, next);
      // "a.m.", "terça-feira", "п'ятниця": a sign inside a word belongs to it when a letter follows and a single letter
      // or a known joint stands before.
      const bool apostrophe = (c == '\'' || c == 0x2019 || c == 0x2BC) && !is_elision(text_.substr(from, at_ - from));
      const bool joint = (c == '.' && is_one_letter(text_.substr(from, at_ - from))) || apostrophe ||
                         (c == '-' && text_.substr(at_, 6) == "-feira");
      if (joint) {
        std::size_t after = next;
        if (next >= text_.size() || !is_word_sign(next_code_point(text_, after))) break;
      } else if (!is_word_sign(c)) {
        break;
      }
      at_ = next;
    }
    Token token{.kind = TokenKind::word};
    const FoldedWord folded(text_.substr(from, at_ - from));
    token.name = find_date_name(folded.view());
    token.role = role_of(folded.view(), token.value);
    return add(token, from);
  }

  bool east_asian(std::size_t from) noexcept {
    std::size_t end = at_;
    while (end < text_.size()) {
      std::size_t next = end;
      if (!is_east_asian(next_code_point(text_, next))) break;
      end = next;
    }
    if (static_cast<unsigned char>(text_[from]) >= 0xEA) tokens_.korean = true;
    Token token{.kind = TokenKind::word};
    at_ = from + cut_sign(text_.substr(from, end - from), token);
    return add(token, from);
  }

  std::string_view text_;
  TokenList& tokens_;
  std::size_t at_ = 0;
  bool spaced_ = false;
};

}  // namespace

WordRole role_of(std::string_view folded, std::int32_t& value) noexcept {
  const auto found = std::lower_bound(letter_words.begin(), letter_words.end(), folded,
                                      [](const RoleName& entry, std::string_view word) { return entry.word < word; });
  if (found != letter_words.end() && found->word == folded) return value = found->value, found->role;
  if (folded == "\xC2\xBA" || folded == "\xC2\xAA" || folded == "\xC2\xB0") return WordRole::ordinal;
  for (const RoleName& sign : signs)
    if (sign.word == folded) return value = sign.value, sign.role;
  return WordRole::unknown;
}

bool cut_tokens(std::string_view text, TokenList& tokens) noexcept { return Cutter(text, tokens).run(); }

}  // namespace almanac::dates
