#include "charset_guess.hpp"

#include <dlfcn.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "cyrillic_words.hpp"

// ICU's names carry its version ("ucsdet_open_72"), as macros of its headers.
#define ALMANAC_TEXT_OF(name) #name
#define ALMANAC_NAME_OF(name) ALMANAC_TEXT_OF(name)

namespace almanac::charset_detail {
namespace {

constexpr int least_confidence = 20;  // of 100; multi-byte encodings must fit in every character besides
constexpr std::size_t most_bytes = 64 * 1024;
constexpr std::size_t least_wide = 8;  // fewer bytes beyond ASCII tell nothing

/// ICU's detector, loaded when the first guess is made: linked, it would cost every start of the program a tenth of its
/// time, and few documents need a guess. Stays loaded.
class Icu {
 public:
  /// Nothing where that version of ICU is not installed.
  static const Icu* get() {
    static const Icu icu;
    return icu.complete_ ? &icu : nullptr;
  }

  decltype(&ucsdet_open) open = nullptr;
  decltype(&ucsdet_close) close = nullptr;
  decltype(&ucsdet_enableInputFilter) filter_input = nullptr;
  decltype(&ucsdet_setText) set_text = nullptr;
  decltype(&ucsdet_detect) detect = nullptr;
  decltype(&ucsdet_getConfidence) confidence = nullptr;
  decltype(&ucsdet_getName) name = nullptr;

 private:
  Icu() {
    void* const library = dlopen("libicui18n.so." ALMANAC_NAME_OF(U_ICU_VERSION_MAJOR_NUM), RTLD_NOW | RTLD_LOCAL);
    complete_ = library && find(library, open, ALMANAC_NAME_OF(ucsdet_open)) &&
                find(library, close, ALMANAC_NAME_OF(ucsdet_close)) &&
                find(library, filter_input, ALMANAC_NAME_OF(ucsdet_enableInputFilter)) &&
                find(library, set_text, ALMANAC_NAME_OF(ucsdet_setText)) &&
                find(library, detect, ALMANAC_NAME_OF(ucsdet_detect)) &&
                find(library, confidence, ALMANAC_NAME_OF(ucsdet_getConfidence)) &&
                find(library, name, ALMANAC_NAME_OF(ucsdet_getName));
  }
  template <class Function>
  static bool find(void* library, Function& function, const char* symbol) {
    function = reinterpret_cast<Function>(dlsym(library, symbol));
    return function != nullptr;
  }
  bool complete_ = false;
};

bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// From the first byte beyond ASCII on: a long head of markup says nothing.
std::string_view telling_part(std::string_view bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(), is_wide);
  const auto at = static_cast<std::size_t>(first - bytes.begin());
  return bytes.substr(at, most_bytes);
}

/// Thai in TIS-620, which ICU does not know: a vowel in front stands before a consonant, a vowel or tone above or below
/// behind one, and both are frequent.
bool is_thai(std::string_view part, std::size_t wide) {
  const auto within = [](unsigned char c, int from, int to) { return c >= from && c <= to; };
  const auto is_consonant = [&](unsigned char c) { return within(c, 0xA1, 0xCE); };
  const auto is_above = [&](unsigned char c) { return c == 0xD1 || within(c, 0xD4, 0xDA) || within(c, 0xE7, 0xEE); };
  std::size_t marks = 0, consonants = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const auto at = [&](std::size_t position) {
      return position < part.size() ? static_cast<unsigned char>(part[position]) : static_cast<unsigned char>(0);
    };
    const unsigned char c = at(i);
    if (c < 0xA0) {
      if (c >= 0x80) return false;
      continue;
    }
    const bool above = is_above(c);
    const auto carries = [&](unsigned char b) { return is_consonant(b) || is_above(b); };
    if (within(c, 0xDB, 0xDE) || c > 0xFB || (above && (i == 0 || !carries(at(i - 1)))) ||
        (within(c, 0xE0, 0xE4) && i + 1 < part.size() && !is_consonant(at(i + 1))))
      return false;
    marks += above || within(c, 0xE0, 0xE4);
    consonants += is_consonant(c);
  }
  return wide >= 2 * least_wide && marks * 8 >= wide && consonants * 2 >= wide;
}

/// What ICU takes the bytes for.
std::optional<Encoding> ask_icu(std::string_view part) {
  const Icu* const icu = Icu::get();
  if (!icu) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(icu->open(&error), icu->close);
  if (U_FAILURE(error)) return std::nullopt;
  icu->filter_input(detector.get(), true);  // tags are not text
  icu->set_text(detector.get(), part.data(), static_cast<int32_t>(part.size()), &error);
  const UCharsetMatch* const match = icu->detect(detector.get(), &error);
  if (U_FAILURE(error) || !match || icu->confidence(match, &error) < least_confidence) return std::nullopt;
  const char* const name = icu->name(match, &error);
  const auto encoding = U_FAILURE(error) ? std::nullopt : find_encoding(name);
  return encoding && encoding->width != Encoding::Width::wide ? encoding : std::nullopt;
}

/// What ICU takes short texts of other letters for: Western text and, among equals, Hebrew.
bool is_doubtful(std::string_view name) {
  return name == "iso-8859-1" || name == "windows-1252" || name.starts_with("iso-8859-8") || name == "windows-1255";
}

}  // namespace

std::optional<Encoding> guess_encoding(std::string_view bytes) {
  const std::string_view part = telling_part(bytes);
  const auto wide = static_cast<std::size_t>(std::count_if(part.begin(), part.end(), is_wide));
  std::optional<Encoding> guess;
  if (wide >= least_wide) {
    if (is_thai(part, wide)) return find_encoding("tis-620");
    guess = ask_icu(part);
  }
  if (guess && !is_doubtful(guess->name)) return guess;
  // Of a few words their spelling tells more than how often a letter occurs.
  const std::string_view cyrillic = cyrillic_encoding_of(bytes.substr(0, most_bytes));
  return cyrillic.empty() ? guess : find_encoding(cyrillic);
}

}  // namespace almanac::charset_detail
