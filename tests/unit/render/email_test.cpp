#include <almanac/render/email.hpp>
#include <almanac/render/html.hpp>
#include <almanac/render/text_digest.hpp>
#include <boost/test/unit_test.hpp>
#include <charconv>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(email, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::samples;

namespace {

std::string decode(std::string_view text, bool header) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' && text.substr(i, 3) == "=\r\n") {
      i += 2;
    } else if (text[i] == '=') {
      int byte = 0;
      const auto [end, error] =
          std::from_chars(text.data() + i + 1, text.data() + std::min(i + 3, text.size()), byte, 16);
      BOOST_TEST_REQUIRE((error == std::errc{} && end == text.data() + i + 3));
      out += static_cast<char>(byte);
      i += 2;
    } else if (text.substr(i, 2) == "\r\n") {
      out += '\n';
      ++i;
    } else {
      out += header && text[i] == '_' ? ' ' : text[i];
    }
  }
  return out;
}

std::string header(const std::string& message, std::string_view name) {
  const auto end = message.find("\r\n\r\n");
  auto at = message.find("\r\n" + std::string(name) + ": ");
  if (at == std::string::npos || at > end) return {};
  at += name.size() + 4;
  auto stop = message.find("\r\n", at);
  while (message[stop + 2] == ' ') stop = message.find("\r\n", stop + 2);
  return message.substr(at, stop - at);
}

std::string subject(const std::string& message) {
  std::string out, text = header(message, "Subject");
  if (!text.starts_with("=?")) return text;
  for (std::size_t at = text.find("=?UTF-8?Q?"); at != std::string::npos; at = text.find("=?UTF-8?Q?", at)) {
    const auto end = text.find("?=", at + 10);
    BOOST_TEST(end + 2 - at <= 75u);
    out += decode(std::string_view(text).substr(at + 10, end - at - 10), true);
    at = end;
  }
  return out;
}

std::vector<std::string> parts(const std::string& message) {
  const auto type = header(message, "Content-Type");
  const auto boundary = "\r\n--" + type.substr(type.find('"') + 1, type.rfind('"') - type.find('"') - 1);
  std::vector<std::string> found;
  for (auto at = message.find(boundary + "\r\n"); at != std::string::npos;) {
    const auto body = message.find("\r\n\r\n", at) + 4;
    const auto end = message.find(boundary, body);
    found.push_back(decode(std::string_view(message).substr(body, end - body), false));
    at = message.find(boundary + "\r\n", end);
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(carries_the_text_and_the_page) {
  const auto message = render_digest_eml(digest(), berlin(), {"almanac@localhost", "Me <me@example.org>"});
  TextStyle style;
  style.width = 78;
  const auto bodies = parts(message);
  BOOST_TEST_REQUIRE(bodies.size() == 2u);
  BOOST_TEST(bodies[0] == render_digest_text(digest(), berlin(), style));
  BOOST_TEST(bodies[1] == render_digest_html(digest(), berlin()));
  BOOST_TEST(subject(message) == "Machine learning · 23–29 November 2026");
  BOOST_TEST(header(message, "Date") == "Wed, 25 Nov 2026 08:00:00 +0000");
  BOOST_TEST(header(message, "To") == "Me <me@example.org>");
  for (std::size_t from = 0; from < message.size();) {
    const auto end = message.find("\r\n", from);
    BOOST_TEST_REQUIRE(end != std::string::npos);
    BOOST_TEST(end - from <= 78u);
    from = end + 2;
  }
  BOOST_TEST(message == render_digest_eml(digest(), berlin(), {"almanac@localhost", "Me <me@example.org>"}));
}

BOOST_AUTO_TEST_CASE(names_are_encoded_and_lists_accepted) {
  const auto message = render_digest_eml(
      digest(), berlin(),
      {"Bücher & Kalender <almanac@example.org>", "Jürgen <j@x.example>, k@y.example, \"Doe, Jane\" <doe@z.example>"});
  BOOST_TEST(message.starts_with("From: =?UTF-8?Q?B=C3=BCcher_=26_Kalender?= <almanac@example.org>\r\n"));
  BOOST_TEST(header(message, "To") ==
             "=?UTF-8?Q?J=C3=BCrgen?= <j@x.example>,\r\n k@y.example,\r\n \"Doe, Jane\" <doe@z.example>");
}

BOOST_AUTO_TEST_CASE(encoded_headers_keep_within_76_columns) {
  std::string name;
  for (int i = 0; i < 40; ++i) name += "ö";
  auto view = digest();
  view.title = name;
  const auto message = render_digest_eml(view, berlin(), {name + " <a@b.example>", "c@d.example"});
  for (std::size_t from = 0; from < message.find("\r\n\r\n");) {
    const auto end = message.find("\r\n", from);
    BOOST_TEST(end - from <= 76u);
    from = end + 2;
  }
  BOOST_TEST(subject(message) == name + " · 23–29 November 2026");
}

BOOST_AUTO_TEST_CASE(no_text_adds_a_header_or_a_recipient) {
  for (const auto& text : hostile_texts()) BOOST_TEST_CONTEXT(text) {
      const auto message =
          render_digest_eml(hostile_digest(text), berlin(), {text + "@x", "a@b.example\r\nBcc: " + text});
      BOOST_TEST(header(message, "Bcc") == "");
      BOOST_TEST(header(message, "To") == "");
      BOOST_TEST(parts(message).size() == 2u);
      std::size_t lines = 0;
      for (auto at = message.find("\r\n"); at < message.find("\r\n\r\n"); at = message.find("\r\n", at + 2)) ++lines;
      BOOST_TEST(lines < 30u);
    }
}

BOOST_AUTO_TEST_SUITE_END()
