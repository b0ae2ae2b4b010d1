#include <almanac/net/fetch.hpp>
#include <boost/system/system_error.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(net_errors, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(map_to_what_a_caller_can_do) {
  struct Row {
    NetErrc code;
    Failure failure;
  };
  constexpr Row rows[] = {
      {NetErrc::cancelled, Failure::cancelled},
      {NetErrc::dns, Failure::transient},
      {NetErrc::timeout, Failure::transient},
      {NetErrc::tls_verify, Failure::misconfigured},
      {NetErrc::denied_address, Failure::misconfigured},
      {NetErrc::limit, Failure::permanent},
      {NetErrc::gone, Failure::permanent},
      {NetErrc::not_found, Failure::transient},
      {NetErrc::forbidden, Failure::transient},
      {NetErrc::throttled, Failure::transient},
      {NetErrc::server_error, Failure::transient},
      {NetErrc::unauthorized, Failure::misconfigured},
      {NetErrc::truncated, Failure::transient},
  };
  for (const Row& row : rows) {
    const error_code ec = row.code;
    BOOST_TEST_CONTEXT(ec.message()) { BOOST_TEST((ec == row.failure)); }
  }
}

BOOST_AUTO_TEST_CASE(every_code_has_words) {
  for (int code = 1; code <= static_cast<int>(NetErrc::http_status); ++code) {
    const error_code ec(code, net_category());
    BOOST_TEST(ec.message() != "unknown network error");
  }
}

BOOST_AUTO_TEST_CASE(statuses_have_codes) {
  BOOST_TEST((errc_of_status(401) == NetErrc::unauthorized));
  BOOST_TEST((errc_of_status(403) == NetErrc::forbidden));
  BOOST_TEST((errc_of_status(404) == NetErrc::not_found));
  BOOST_TEST((errc_of_status(408) == NetErrc::server_error));
  BOOST_TEST((errc_of_status(410) == NetErrc::gone));
  BOOST_TEST((errc_of_status(418) == NetErrc::client_error));
  BOOST_TEST((errc_of_status(429) == NetErrc::throttled));
  BOOST_TEST((errc_of_status(503) == NetErrc::server_error));
  BOOST_TEST((errc_of_status(204) == NetErrc::http_status));
}

BOOST_AUTO_TEST_CASE(a_failure_can_be_thrown) {
  const Result<Fetched, FetchFailure> failed = FetchFailure{NetErrc::gone, "https://example.org/: gone", std::nullopt};
  BOOST_CHECK_THROW(failed.value(), boost::system::system_error);
}

BOOST_AUTO_TEST_SUITE_END()
