#include <almanac/net/body_decoder.hpp>
#include <almanac/net/net_errc.hpp>
#include <boost/test/unit_test.hpp>
#include <functional>

#include "support/loopback/content.hpp"

BOOST_AUTO_TEST_SUITE(body_decoders, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::net;
namespace lb = almanac::loopback;

namespace {

constexpr std::uint64_t limit = 16 * 1024 * 1024;

struct Decoded {
  error_code code;
  std::string text;
};

/// Decodes in pieces of `step` bytes, each an exact copy on the heap.
Decoded decode(Coding coding, std::string_view coded, std::size_t step = 64 * 1024, std::uint64_t most = limit) {
  const auto decoder = make_decoder(coding);
  DecodedBody body(most);
  for (std::size_t at = 0; at < coded.size(); at += step) {
    const std::vector<char> piece(coded.begin() + static_cast<std::ptrdiff_t>(at),
                                  coded.begin() + static_cast<std::ptrdiff_t>(std::min(at + step, coded.size())));
    if (const error_code ec = decoder->feed({piece.data(), piece.size()}, body)) return {ec, body.take()};
  }
  return {decoder->finish(), body.take()};
}

std::string sample(std::size_t size) {
  std::string text;
  for (unsigned i = 0; text.size() < size; ++i) text += "<item>" + std::to_string(i * 2654435761u) + "</item>\n";
  return text;
}

struct Kind {
  const char* name;
  Coding coding;
  std::function<std::string(std::string_view)> encode;
};

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"identity", Coding::identity, [](std::string_view text) { return std::string(text); }},
      {"gzip", Coding::gzip, lb::gzip},
      {"br", Coding::brotli, lb::brotli},
      {"zstd", Coding::zstd, [](std::string_view text) { return lb::zstd(text); }},
  };
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(decode_what_was_encoded_however_it_is_cut) {
  for (const Kind& kind : kinds()) {
    for (const std::size_t size : {0u, 1u, 100u, 70'000u, 300'000u}) {
      const std::string text = size == 0 ? "" : sample(size);
      const std::string coded = kind.encode(text);
      for (const std::size_t step : {1u, 7u, 4096u, 1u << 20}) {
        if (step == 1 && size > 1000) continue;
        BOOST_TEST_CONTEXT(kind.name << ' ' << size << ' ' << step) {
          const Decoded got = decode(kind.coding, coded, step);
          BOOST_TEST(!got.code);
          BOOST_TEST((got.text == text));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(b1_6_report_a_coded_body_that_is_cut_short) {
  for (const Kind& kind : kinds()) {
    if (kind.coding == Coding::identity) continue;
    const std::string coded = kind.encode(sample(50'000));
    for (const std::size_t keep : {std::size_t{1}, coded.size() / 2, coded.size() - 1}) {
      BOOST_TEST_CONTEXT(kind.name << ' ' << keep) {
        BOOST_TEST(decode(kind.coding, coded.substr(0, keep)).code == make_error_code(NetErrc::truncated));
      }
    }
    BOOST_TEST_CONTEXT(kind.name << " nothing at all") { BOOST_TEST(!decode(kind.coding, "").code); }
  }
}

BOOST_AUTO_TEST_CASE(b1_2_stop_at_the_decoded_limit) {
  const std::string text = sample(100'000);
  for (const Kind& kind : kinds()) {
    const std::string coded = kind.encode(text);
    BOOST_TEST_CONTEXT(kind.name) {
      BOOST_TEST(!decode(kind.coding, coded, 4096, text.size() + 1).code);
      BOOST_TEST(!decode(kind.coding, coded, 4096, text.size()).code);
      const Decoded over = decode(kind.coding, coded, 4096, text.size() - 1);
      BOOST_TEST(over.code == make_error_code(NetErrc::limit));
      BOOST_TEST(over.text.size() <= text.size() - 1);
    }
  }
}

BOOST_AUTO_TEST_CASE(b1_2_stop_when_the_ratio_is_absurd) {
  const std::string zeros(12 * 1024 * 1024, '\0');
  for (const Kind& kind : kinds()) {
    if (kind.coding == Coding::identity) continue;
    BOOST_TEST_CONTEXT(kind.name) {
      const Decoded got = decode(kind.coding, kind.encode(zeros));
      BOOST_TEST(got.code == make_error_code(NetErrc::limit));
      BOOST_TEST(got.text.size() <= 2u * 1024 * 1024);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_small_body_may_have_any_ratio) {
  const std::string zeros(900 * 1024, '\0');
  for (const Kind& kind : kinds()) {
    BOOST_TEST_CONTEXT(kind.name) { BOOST_TEST(!decode(kind.coding, kind.encode(zeros)).code); }
  }
}

BOOST_AUTO_TEST_CASE(report_broken_data) {
  const std::string text = sample(50'000);
  BOOST_TEST(decode(Coding::gzip, text).code == make_error_code(NetErrc::decode));
  BOOST_TEST(decode(Coding::zstd, text).code == make_error_code(NetErrc::decode));
  BOOST_TEST(decode(Coding::brotli, std::string(100, '\xff')).code == make_error_code(NetErrc::decode));
  std::string wrong_check = lb::gzip(text);
  wrong_check[wrong_check.size() - 6] = static_cast<char>(wrong_check[wrong_check.size() - 6] ^ 1);
  BOOST_TEST(decode(Coding::gzip, wrong_check).code == make_error_code(NetErrc::decode));
}

BOOST_AUTO_TEST_CASE(b1_3_gzip_members_are_joined_up_to_64) {
  std::string coded, text;
  for (int i = 0; i < 64; ++i) {
    coded += lb::gzip("part " + std::to_string(i) + ' ');
    text += "part " + std::to_string(i) + ' ';
  }
  for (const std::size_t step : {1u, 100'000u}) {
    const Decoded got = decode(Coding::gzip, coded, step);
    BOOST_TEST(!got.code);
    BOOST_TEST(got.text == text);
    BOOST_TEST(decode(Coding::gzip, coded + lb::gzip("x"), step).code == make_error_code(NetErrc::limit));
  }
}

BOOST_AUTO_TEST_CASE(b1_3_rubbish_after_a_gzip_body_is_ignored) {
  const std::string coded = lb::gzip("text");
  for (const char* rubbish : {"rubbish", "\x1frubbish", "\n"}) {
    for (const std::size_t step : {1u, 1000u}) {
      const Decoded got = decode(Coding::gzip, coded + rubbish, step);
      BOOST_TEST(!got.code);
      BOOST_TEST(got.text == "text");
    }
  }
}

BOOST_AUTO_TEST_CASE(b1_3_zstd_window_is_bounded) {
  const std::string text = sample(200'000);
  BOOST_TEST(!decode(Coding::zstd, lb::zstd(text, 23)).code);
  BOOST_TEST(decode(Coding::zstd, lb::zstd(text, 24)).code == make_error_code(NetErrc::limit));
  BOOST_TEST(decode(Coding::zstd, lb::zstd(text, 27)).code == make_error_code(NetErrc::limit));
}

BOOST_AUTO_TEST_CASE(b1_3_at_most_one_coding) {
  struct Row {
    const char* field;
    Coding coding;
  };
  constexpr Row good[] = {{"", Coding::identity},   {"identity", Coding::identity}, {"gzip", Coding::gzip},
                          {"X-GZip", Coding::gzip}, {" gzip ,", Coding::gzip},      {"identity, br", Coding::brotli},
                          {"zstd", Coding::zstd}};
  for (const Row& row : good) {
    BOOST_TEST_CONTEXT(row.field) { BOOST_TEST((coding_from(row.field).value() == row.coding)); }
  }
  BOOST_TEST(coding_from("gzip, gzip").error() == make_error_code(NetErrc::limit));
  BOOST_TEST(coding_from("gzip, br").error() == make_error_code(NetErrc::limit));
  BOOST_TEST(coding_from("deflate").error() == make_error_code(NetErrc::decode));
  BOOST_TEST(coding_from("compress").error() == make_error_code(NetErrc::decode));
}

BOOST_AUTO_TEST_SUITE_END()
