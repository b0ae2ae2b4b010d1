#pragma once
#include <string>
#include <string_view>

namespace almanac {

// One encoder an output; each promises that its output, read back, gives the (cleaned) input and nothing active.

/// For terminals and plain-text files: C0, C1, ESC sequences, bidi controls and zero-width characters removed, but for
/// what joins emoji. LF and TAB stay only if `keep_newlines`.
std::string escape_terminal(std::string_view text, bool keep_newlines = false);
/// What every other file takes: C0 (save TAB, LF and CR), C1 and bidi controls removed, U+2028/9 as blanks, ill-formed
/// sequences as U+FFFD.
std::string drop_obeyed(std::string_view text);
/// For HTML text and double-quoted attributes.
std::string escape_html(std::string_view text);
/// For Markdown prose (CommonMark and GFM): punctuation backslash-escaped, newlines to spaces, raw "<" and "&" escaped.
std::string escape_markdown(std::string_view text);
/// RFC 5545 §3.3.11 TEXT; every newline form becomes "\n".
std::string escape_ics_text(std::string_view text);
/// Folds a content line at 75 octets on UTF-8 borders (RFC 5545 §3.1) and ends it with CRLF.
std::string fold_ics_line(std::string_view line);
/// RFC 4180 field; formulas are defused with a leading apostrophe.
std::string escape_csv(std::string_view field);
/// The inside of a JSON string (RFC 8259), with "</" and U+2028/9 escaped.
void append_json_string(std::string& out, std::string_view text);

/// Columns on a terminal: East Asian wide and emoji count 2, combining marks 0.
std::size_t display_width(std::string_view text);
/// Cut to at most `columns`, with "…" at the end when something was cut; never inside a grapheme.
std::string truncate_to_width(std::string_view text, std::size_t columns);

}  // namespace almanac
