#include "tree.hpp"

#include <algorithm>
#include <boost/json/stream_parser.hpp>

#include "limits.hpp"

namespace almanac::recipe {

namespace json = boost::json;

json::value read_tree(Format format, std::string_view body, std::string_view marker, TreeError& error) {
  if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
  if (body.size() > most_bytes) {
    error.message = "the document is larger than 32 MiB";
    return {};
  }
  switch (format) {
    case Format::json:
      return read_json(body, error);
    case Format::yaml:
      return read_yaml(body, error);
    case Format::csv:
      return read_csv(body, error);
    case Format::xml:
      return read_xml(body, error);
    case Format::page:
      return read_page_json(body, marker, error);
  }
  return {};
}

json::value read_json(std::string_view body, TreeError& error) {
  json::parse_options lenient;
  lenient.max_depth = max_depth;
  lenient.allow_comments = true;
  lenient.allow_trailing_commas = true;
  lenient.allow_invalid_utf8 =
      true;  // the host has decoded the document; lone surrogates in escapes are its to replace
  boost::system::error_code code;
  json::stream_parser parser({}, lenient);
  // More than there is, when a comment comes first and nothing after it.
  const std::size_t read = std::min(parser.write_some(body.data(), body.size(), code), body.size());
  if (!code && !parser.done()) parser.finish(code);
  const bool rest = !code && body.find_first_not_of(" \t\r\n", read) != body.npos;
  if (!code && !rest) return parser.release();
  error.message = code ? "this is no JSON: " + code.message() : "text follows the end of the JSON";
  error.line =
      static_cast<std::uint32_t>(1 + std::count(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(read), '\n'));
  return {};
}

}  // namespace almanac::recipe
