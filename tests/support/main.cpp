#define BOOST_TEST_MODULE almanac
#include <boost/test/unit_test.hpp>
