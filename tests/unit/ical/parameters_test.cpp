#include "parameters.hpp"

#include "read_ics.hpp"
#include "value_text.hpp"

BOOST_AUTO_TEST_SUITE(parameters, *boost::unit_test::label("unit"))

using namespace almanac::ical;

namespace {

/// "NAME=value|NAME=value>value behind", or "-" when no value follows.
std::string shown(std::string_view rest) {
  Arena arena;
  Parameters parameters;
  if (!parameters.read(rest, arena)) return "-";
  std::string out;
  for (const Parameter& parameter : parameters.all())
    out.append(out.empty() ? "" : "|").append(parameter.name).append("=").append(parameter.value);
  return out.append(">").append(parameters.value());
}

}  // namespace

BOOST_AUTO_TEST_CASE(splits_parameters_from_the_value) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {":v", ">v"},
      {":a:b;c", ">a:b;c"},
      {";A=1:v", "A=1>v"},
      {";A=1;b=2:v", "A=1|b=2>v"},
      {";A=\"x;y:z,w\":v", "A=x;y:z,w>v"},
      {";A=1,\"2,3\",4:v", "A=1|A=2,3|A=4>v"},
      {";A=:v", "A=>v"},
      {";QUOTED-PRINTABLE:v", "QUOTED-PRINTABLE=>v"},
      {";A=a^nb^^c^'d^x:v", "A=a\nb^c\"d^x>v"},
      {";CN=\"never closed:v", "CN=\"never closed>v"},
      {";CN=O \"Q\" R:v", "CN=O \"Q\" R>v"},
      {";A=\"\":v", "A=>v"},
      {";;A=1:v", "A=1>v"},
      {";A=1", "-"},
      {";A", "-"},
      {";", "-"},
      {"", "-"},
  };
  for (const auto& [rest, wanted] : cases) BOOST_TEST_CONTEXT(rest) BOOST_TEST(shown(rest) == wanted);
}

BOOST_AUTO_TEST_CASE(finds_by_name_in_any_case) {
  Arena arena;
  Parameters parameters;
  BOOST_TEST(parameters.read(";tzid=Europe/Berlin;Value=DATE:20260101", arena));
  BOOST_TEST(parameters.find("TZID") == "Europe/Berlin");
  BOOST_TEST(parameters.find("VALUE") == "DATE");
  BOOST_TEST(parameters.find("RANGE") == "");
  BOOST_TEST(parameters.source() == "tzid=Europe/Berlin;Value=DATE");
}

BOOST_AUTO_TEST_CASE(keeps_a_bounded_number) {
  std::string rest;
  for (int i = 0; i < 1000; ++i) rest += ";P=" + std::to_string(i);
  Arena arena;
  Parameters parameters;
  rest += ":v";
  BOOST_TEST(parameters.read(rest, arena));
  BOOST_TEST(parameters.all().size() == 32u);
  BOOST_TEST(parameters.value() == "v");
}

BOOST_AUTO_TEST_CASE(resolves_text_escapes) {
  const std::pair<std::string_view, std::string_view> cases[] = {{"plain", "plain"},
                                                                 {"a\\nb\\Nc", "a\nb\nc"},
                                                                 {"a\\,b\\;c\\\\d", "a,b;c\\d"},
                                                                 {"http\\://x", "http://x"},
                                                                 {"say \\\"hi\\\"", "say \"hi\""},
                                                                 {"C:\\temp", "C:\\temp"},
                                                                 {"end\\", "end\\"},
                                                                 {"\\\\n", "\\n"},
                                                                 {"", ""},
                                                                 {"a, b; c", "a, b; c"}};
  for (const auto& [text, wanted] : cases) {
    Arena arena;
    BOOST_TEST_CONTEXT(text) BOOST_TEST(unescape(text, arena) == wanted);
  }
}

BOOST_AUTO_TEST_CASE(decodes_quoted_printable_in_its_charset) {
  Arena arena;
  BOOST_TEST(read_quoted_printable("caf=C3=A9=0D=0Ax=3Dy", "", arena) == "caf\xC3\xA9\nx=y");
  BOOST_TEST(read_quoted_printable("caf=E9", "ISO-8859-1", arena) == "caf\xC3\xA9");
  BOOST_TEST(read_quoted_printable("a=b=", "", arena) == "ab");
  BOOST_TEST(read_quoted_printable("a=zz", "", arena) == "azz");
}

BOOST_AUTO_TEST_SUITE_END()
