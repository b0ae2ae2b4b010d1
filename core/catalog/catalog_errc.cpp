#include "catalog_errc.hpp"

namespace almanac {
namespace {

class CatalogCategory final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "almanac.catalog"; }
  std::string message(int value) const override {
    switch (static_cast<CatalogErrc>(value)) {
      case CatalogErrc::missing:
        return "the file is missing";
      case CatalogErrc::bad_file:
        return "the file is wrong";
      case CatalogErrc::unknown_name:
        return "no such name";
    }
    return "unknown error";
  }
  boost::system::error_condition default_error_condition(int) const noexcept override {
    return make_error_condition(Failure::misconfigured);
  }
};

}  // namespace

const boost::system::error_category& catalog_category() noexcept {
  static const CatalogCategory category;
  return category;
}
error_code make_error_code(CatalogErrc code) noexcept { return {static_cast<int>(code), catalog_category()}; }

}  // namespace almanac
