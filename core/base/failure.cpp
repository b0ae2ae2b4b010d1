#include "failure.hpp"

namespace almanac {
namespace {

class FailureCategory final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "almanac.failure"; }
  std::string message(int value) const override {
    switch (static_cast<Failure>(value)) {
      case Failure::transient:
        return "temporary failure";
      case Failure::permanent:
        return "permanent failure";
      case Failure::misconfigured:
        return "wrong configuration";
      case Failure::cancelled:
        return "cancelled";
    }
    return "unknown failure";
  }
};

}  // namespace

const boost::system::error_category& failure_category() noexcept {
  static const FailureCategory category;
  return category;
}

boost::system::error_condition make_error_condition(Failure failure) noexcept {
  return {static_cast<int>(failure), failure_category()};
}

}  // namespace almanac
