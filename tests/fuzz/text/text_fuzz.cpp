// Any bytes through the charset decoder, and what it makes of them through the readers of HTML. Promises checked: the
// decoder gives valid UTF-8 without NUL; sanitised HTML holds nothing active and changes no more when it is cleaned
// again; all text stays valid UTF-8.
#include <almanac/text/charset.hpp>
#include <almanac/text/html.hpp>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace almanac;

constexpr std::string_view types[] = {"",
                                      "text/html; charset=shift_jis",
                                      "application/xml",
                                      "text/calendar",
                                      "text/plain; charset=utf-16",
                                      "application/json"};

void promise(bool kept) {
  if (!kept) std::abort();
}

void check_html(const std::string& html) {
  const std::string clean = sanitize_html(html, "https://example.org/a/");
  promise(is_valid_utf8(clean));
  for (const char* active : {"<script", "<style", "<iframe", "<object", "<embed", "<svg", "<form", "<!--"})
    promise(clean.find(active) == clean.npos);
  promise(sanitize_html(clean, "https://example.org/a/") == clean);
  promise(is_valid_utf8(html_to_text(html)));
  looks_like_html(html);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view type = types[data[0] % std::size(types)];
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Markup markup = guess_markup(bytes, type);
  const Decoded decoded = decode_document(std::move(bytes), type, markup);
  promise(is_valid_utf8(decoded.text));
  promise(decoded.text.find('\0') == std::string::npos);
  check_html(decoded.text);
  return 0;
}
