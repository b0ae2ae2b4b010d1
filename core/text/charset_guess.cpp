#include "charset_guess.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

namespace almanac::charset_detail {
namespace {

constexpr int least_confidence = 20;  // of 100; multi-byte encodings must fit in every character besides
constexpr std::size_t most_bytes = 64 * 1024;
constexpr std::size_t least_wide = 8;  // fewer bytes beyond ASCII tell nothing

struct Close {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// From the first byte beyond ASCII on: a long head of markup says nothing.
std::string_view telling_part(std::string_view bytes) {
  const auto first = std::find_if(bytes.begin(), bytes.end(), is_wide);
  const auto at = static_cast<std::size_t>(first - bytes.begin());
  return bytes.substr(at, most_bytes);
}

}  // namespace

std::optional<Encoding> guess_encoding(std::string_view bytes) {
  const std::string_view part = telling_part(bytes);
  if (static_cast<std::size_t>(std::count_if(part.begin(), part.end(), is_wide)) < least_wide) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&error));
  if (U_FAILURE(error)) return std::nullopt;
  ucsdet_enableInputFilter(detector.get(), true);  // tags are not text
  ucsdet_setText(detector.get(), part.data(), static_cast<int32_t>(part.size()), &error);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || !match || ucsdet_getConfidence(match, &error) < least_confidence) return std::nullopt;
  const char* const name = ucsdet_getName(match, &error);
  const auto encoding = U_FAILURE(error) ? std::nullopt : find_encoding(name);
  return encoding && encoding->width != Encoding::Width::wide ? encoding : std::nullopt;
}

}  // namespace almanac::charset_detail
