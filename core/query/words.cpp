#include "words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <almanac/base/plain_letter.hpp>
#include <utility>

#include "stem.hpp"

namespace almanac {
namespace {

bool is_ascii_word(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word(utf8proc_int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_CO:
      return true;
    default:
      return false;
  }
}

/// The letter under a Latin letter with diacritics; other letters stay as they are.
utf8proc_int32_t without_diacritics(utf8proc_int32_t c) {
  utf8proc_int32_t parts[8];
  int state = UTF8PROC_BOUNDCLASS_START;
  const auto n = utf8proc_decompose_char(c, parts, 8, UTF8PROC_DECOMPOSE, &state);
  return n > 1 && n <= 8 && parts[0] < 128 ? parts[0] : c;
}

void append_folded(std::string& word, utf8proc_int32_t c) {
  const utf8proc_int32_t folded = without_diacritics(utf8proc_tolower(c));
  utf8proc_uint8_t bytes[4];
  const auto n = utf8proc_encode_char(folded, bytes);
  word.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(n));
}

/// Where a single character is as good as a word: kana, Han, Hangul.
bool is_unparted(utf8proc_int32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c <= 0x318F) ||
         (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFFDC) || (c >= 0x20000 && c <= 0x3FFFF);
}

/// How many bytes at the front of `rest` go on the name of a language that is one letter, and how they are spelled.
std::pair<std::size_t, std::string_view> sign_of_language(std::string_view rest) {
  if (rest.starts_with("++")) return {2, "plusplus"};
  if (rest.starts_with('#')) return {1, "sharp"};
  return {0, {}};
}

enum class For { search, keys };

/// Calls `each` with every word, in a string that it may take.
template <For purpose, class Each>
void split(std::string_view text, Each each) {
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) each(word);
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (is_ascii_word(byte)) {
        word += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
        ++i;
        continue;
      }
      const auto [length, sign] = word.size() == 1 && purpose == For::search
                                      ? sign_of_language(text.substr(i))
                                      : std::pair<std::size_t, std::string_view>{};
      word += sign;
      end_word();
      i += std::max<std::size_t>(length, 1);
      continue;
    }
    utf8proc_int32_t c = -1;
    const auto n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + i),
                                    static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    i += n > 0 ? static_cast<std::size_t>(n) : 1;
    if (n <= 0) {
      end_word();
    } else if (is_word(c)) {
      const bool alone = purpose == For::search && is_unparted(c);
      const std::string_view spelled =
          purpose == For::search ? plain_letter(static_cast<char32_t>(utf8proc_tolower(c))) : std::string_view{};
      if (alone) end_word();
      if (spelled.empty())
        append_folded(word, c);
      else
        word += spelled;
      if (alone) end_word();
    } else if (c < 0x300 || c > 0x331 || word.empty()) {  // combining marks belong to their letter and vanish
      end_word();
    }
  }
  end_word();
}

}  // namespace

std::vector<std::string> fold_words(std::string_view text) {
  std::vector<std::string> words;
  split<For::search>(text, [&](std::string& word) { words.push_back(std::move(word)); });
  return words;
}

std::string searched_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  split<For::search>(text, [&](const std::string& word) { (out.empty() ? out : out += ' ') += word; });
  return out;
}

std::vector<std::string> stem_words(std::string_view text) {
  std::vector<std::string> words = fold_words(text);
  for (std::string& word : words) stem_word(word);
  return words;
}

bool has_phrase(const std::vector<std::string>& text, const std::vector<std::string>& words, bool prefix) {
  if (words.empty() || words.size() > text.size()) return false;
  for (std::size_t at = 0; at + words.size() <= text.size(); ++at) {
    std::size_t i = 0;
    while (i < words.size() && (text[at + i] == words[i] || (prefix && i + 1 == words.size() &&
                                                             text[at + i].compare(0, words[i].size(), words[i]) == 0)))
      ++i;
    if (i == words.size()) return true;
  }
  return false;
}

std::string topic_key(std::string_view topic) {
  std::string key;
  split<For::keys>(topic, [&](const std::string& word) { (key.empty() ? key : key += '-') += word; });
  return key;
}

std::string place_text(const Event& event) {
  std::string out;
  for (const std::string* part : {&event.location, &event.venue, &event.city, &event.region, &event.country}) {
    if (part->empty() || out.find(*part) != std::string::npos) continue;
    if (!out.empty()) out += '\n';
    out += *part;
  }
  return out;
}

std::string topic_text(const Event& event) {
  std::string out;
  for (const std::string& topic : event.topics) {
    if (!out.empty()) out += '\n';
    out += topic;
  }
  return out;
}

}  // namespace almanac
