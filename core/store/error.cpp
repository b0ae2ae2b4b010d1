#include "error.hpp"

namespace almanac {
namespace {

class StoreCategory final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "almanac.store"; }
  std::string message(int value) const override {
    switch (static_cast<StoreErrc>(value)) {
      case StoreErrc::locked:
        return "the database is locked";
      case StoreErrc::read_only:
        return "the database cannot be written";
      case StoreErrc::full:
        return "no space left";
      case StoreErrc::corrupt:
        return "the database is damaged";
      case StoreErrc::not_a_database:
        return "not a database";
      case StoreErrc::newer:
        return "written by a newer almanac";
      case StoreErrc::foreign:
        return "a database of another program";
      case StoreErrc::permission:
        return "permission denied";
      case StoreErrc::io:
        return "input or output failed";
      case StoreErrc::missing:
        return "not found";
      case StoreErrc::exists:
        return "exists already";
      case StoreErrc::ambiguous:
        return "ambiguous";
      case StoreErrc::moved:
        return "moved or replaced while it was open";
      case StoreErrc::failed:
        return "the database refused";
    }
    return "unknown store error";
  }
  boost::system::error_condition default_error_condition(int value) const noexcept override {
    switch (static_cast<StoreErrc>(value)) {
      case StoreErrc::locked:
      case StoreErrc::full:
      case StoreErrc::io:
        return make_error_condition(Failure::transient);
      case StoreErrc::read_only:
      case StoreErrc::permission:
      case StoreErrc::newer:
      case StoreErrc::foreign:
      case StoreErrc::ambiguous:
        return make_error_condition(Failure::misconfigured);
      default:
        return make_error_condition(Failure::permanent);
    }
  }
};

}  // namespace

const boost::system::error_category& store_category() noexcept {
  static const StoreCategory category;
  return category;
}
boost::system::error_code make_error_code(StoreErrc code) noexcept {
  return {static_cast<int>(code), store_category()};
}

}  // namespace almanac
