#pragma once
#include <boost/json/value.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace almanac::recipe {

enum class Format : std::uint8_t { json, yaml, csv, xml, page };

/// Why a document could not be read.
struct TreeError {
  std::string message;
  std::uint32_t line = 0;  ///< 0: unknown
};

/// Thrown by a reader whose document goes past a limit, and caught by the same reader.
struct TooMuch {
  const char* what;
};

/// One document as one tree, whatever it was written in. Fills `error` when it could not be read.
/// json: RFC 8259, with comments and trailing commas. yaml: the first document of YAML 1.2's core schema, all scalars
/// but null, true and false as texts. csv: RFC 4180 with a head line, a list of objects. xml: an object for each
/// element with its attributes ("@name"), its own words ("#text") and its children by name: a list, but a plain text
/// for a child that stands once and is only text. page: the JSON that stands behind `marker` in a web page, in an
/// attribute or a script.
boost::json::value read_tree(Format format, std::string_view body, std::string_view marker, TreeError& error);

boost::json::value read_json(std::string_view body, TreeError& error);
boost::json::value read_yaml(std::string_view body, TreeError& error);
boost::json::value read_csv(std::string_view body, TreeError& error);
boost::json::value read_xml(std::string_view body, TreeError& error);
boost::json::value read_page_json(std::string_view body, std::string_view marker, TreeError& error);

}  // namespace almanac::recipe
