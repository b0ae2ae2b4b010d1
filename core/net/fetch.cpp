#include "fetch.hpp"

#include <boost/system/system_error.hpp>
#include <boost/throw_exception.hpp>

namespace almanac {

void throw_exception_from_error(const FetchFailure& failure, const boost::source_location& where) {
  boost::throw_exception(boost::system::system_error(failure.code, failure.detail), where);
}

}  // namespace almanac
