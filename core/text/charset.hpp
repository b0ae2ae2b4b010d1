#pragma once
#include <almanac/base/result.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// A document as UTF-8.
struct Decoded {
  std::string text;                ///< valid UTF-8, no BOM, no NUL; C0 controls but TAB, LF, CR removed
  std::string encoding;            ///< lower-case label of what was read: "utf-8", "windows-1252", "utf-16le" …
  std::string declared;            ///< label that the document or the response declared, lower-case; may be empty
  bool clean = true;               ///< decoded without a replacement or fallback, and as declared
  std::vector<std::string> notes;  ///< what had to be assumed or replaced, for people
  bool unchanged = false;          ///< decode_held: the bytes are the text, and `text` is empty
};

/// What kind of document the bytes are, for the place where it declares its encoding.
enum class Markup { xml, html, json, calendar, other };
/// Decides by the first bytes (after a BOM and in any width) and, if that does not tell, by the media type.
Markup guess_markup(std::string_view bytes, std::string_view content_type);

/// RFC 7303 §3 order: BOM, then the charset of `content_type`, then the document's own declaration (XML declaration,
/// HTML meta), then UTF-8; what does not decode falls to the next, at last, when nothing is declared, to
/// what its letters look like, and to windows-1252. ISO-8859-1 is read as
/// windows-1252 (WHATWG). When the bytes are plain UTF-8 they are moved, not copied.
Decoded decode_document(std::string bytes, std::string_view content_type, Markup markup);
/// The same of bytes that are held elsewhere: when they are the text, they are not copied. `was_read` is called now and
/// then: what was read may be let go of until it is asked for again.
Decoded decode_held(std::string_view bytes, std::string_view content_type, Markup markup,
                    const std::function<void()>& was_read = {});

/// Replaces each ill-formed sequence (Unicode §3.9) by U+FFFD; returns the number of replacements. Valid input is only
/// scanned.
std::size_t repair_utf8(std::string& text);
bool is_valid_utf8(std::string_view text) noexcept;

}  // namespace almanac
