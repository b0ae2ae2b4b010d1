#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/facts/topic_tokens.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(topic_tokens, *boost::unit_test::label("unit"))

using namespace almanac;
namespace tokens = almanac::facts::tokens;

namespace {

/// The tokens that each_token finds, with their "+" and "#", in a text of which no byte behind the end may be read.
std::vector<std::string> found(const std::string& text) {
  const std::unique_ptr<char[]> copy(new char[text.size()]);
  std::copy(text.begin(), text.end(), copy.get());
  const std::string_view exact(copy.get(), text.size());
  std::vector<std::string> out;
  std::vector<unsigned char> nexts;
  tokens::each_token(exact, [&](const tokens::FoundToken& token) {
    const std::size_t end = tokens::signs_end(exact, token.begin + token.letters);
    out.emplace_back(exact.substr(token.begin, end - token.begin));
    BOOST_TEST(tokens::token_end(exact, token.begin) == end);
    const std::string start = to_lower(exact.substr(token.begin, std::min<std::size_t>(token.letters, 4)));
    BOOST_TEST(token.start == tokens::start_of(start, start.size()));
    nexts.push_back(token.next());
  });
  for (std::size_t i = 0; i < nexts.size(); ++i)
    if (nexts[i] != 0) BOOST_TEST((i + 1 < out.size() && nexts[i] == static_cast<unsigned char>(out[i + 1].front())));
  return out;
}

using Tokens = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(are_letters_and_digits_with_signs_behind) {
  const struct {
    const char* text;
    Tokens wanted;
  } cases[]{
      {"", {}},
      {" -+# ", {}},
      {"a", {"a"}},
      {"Modern C++, C# and F#.", {"Modern", "C++", "C#", "and", "F#"}},
      {"c++x +y #z", {"c++", "x", "y", "z"}},
      {"rust-lang web3/A.I.", {"rust", "lang", "web3", "A", "I"}},
      {"\u00fcber caf\u00e9\u00a0x", {"\u00fcber", "caf\u00e9\u00a0x"}},
  };
  for (const auto& [text, wanted] : cases) BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(found(text) == wanted, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(are_whole_wherever_a_step_ends) {
  for (std::size_t before = 50; before < 140; ++before)
    for (const std::string& token : Tokens{"c", "c++", "c#", "Rust", "robotics", "d\u00e9j\u00e0", "a1+#+"})
      for (const char* const behind : {"", " ", ".", " x", "\n+ yz"}) BOOST_TEST_CONTEXT(token << " at " << before) {
          Tokens wanted{token};
          if (behind[0] == ' ' && behind[1] == 'x') wanted.emplace_back("x");
          if (behind[0] == '\n') wanted.emplace_back("yz");
          BOOST_TEST(found(std::string(before, '.') + token + behind) == wanted, boost::test_tools::per_element());
          wanted.insert(wanted.begin(), "w");
          BOOST_TEST(found('w' + std::string(before, '.') + token + behind) == wanted,
                     boost::test_tools::per_element());
        }
}

BOOST_AUTO_TEST_CASE(may_be_longer_than_a_step) {
  for (std::size_t before = 0; before < 66; ++before)
    for (const std::size_t size : {62, 63, 64, 65, 71, 72, 73, 127, 128, 129, 200})
      for (const char* const signs : {"", "+", "#+"}) BOOST_TEST_CONTEXT(size << signs << " at " << before) {
          const std::string token = std::string(size, 'x') + signs;
          BOOST_TEST(found(std::string(before, ' ') + token) == Tokens{token}, boost::test_tools::per_element());
          BOOST_TEST(found(std::string(before, ' ') + token + " yz") == (Tokens{token, "yz"}),
                     boost::test_tools::per_element());
        }
}

BOOST_AUTO_TEST_SUITE_END()
