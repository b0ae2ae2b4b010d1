#pragma once
#include <string>
#include <string_view>

namespace almanac {

/// Readable plain text of an HTML fragment: paragraphs separated by blank lines, list items on lines of their own with
/// "• ", images by their alt text, links by their text, entities resolved, scripts and styles gone, blanks collapsed
/// (except in <pre>). Linear time, no recursion; a text without "<" and "&" is only collapsed.
std::string html_to_text(std::string_view html);

/// One line: for titles and cells. Markup removed, entities resolved once, all blanks collapsed to single spaces.
std::string html_to_line(std::string_view html);
/// One line of a plain text: blanks collapsed, controls removed, nothing resolved.
std::string plain_line(std::string_view text);

/// HTML that is safe to show: elements, attributes, CSS properties and URL schemes by allow-list on a real HTML5
/// parser; relative addresses resolved against `base` (may be empty). Balanced and never active; no remote script,
/// frame, form or style sheet. Linear time.
std::string sanitize_html(std::string_view html, std::string_view base);

/// Resolves character references (WHATWG named and numeric) once. Linear time.
std::string resolve_entities(std::string_view text);
/// Whether a "plain" text is really escaped markup: it has a known tag or a character reference.
bool looks_like_html(std::string_view text);

}  // namespace almanac
