#include "ingest_errc.hpp"

namespace almanac {
namespace {

class IngestCategory final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "almanac.ingest"; }
  std::string message(int value) const override {
    switch (static_cast<IngestErrc>(value)) {
      case IngestErrc::bad_option:
        return "wrong option of a source";
      case IngestErrc::empty_document:
        return "empty document";
      case IngestErrc::html_instead:
        return "a web page instead of a feed";
      case IngestErrc::no_plugin:
        return "no plugin for the document";
      case IngestErrc::local_file:
        return "local file cannot be read";
    }
    return "unknown ingest error";
  }
  boost::system::error_condition default_error_condition(int value) const noexcept override {
    switch (static_cast<IngestErrc>(value)) {
      case IngestErrc::empty_document:
      case IngestErrc::html_instead:
        return make_error_condition(Failure::transient);  // log-in pages and outages look so
      default:
        return make_error_condition(Failure::misconfigured);
    }
  }
};

}  // namespace

const boost::system::error_category& ingest_category() noexcept {
  static const IngestCategory category;
  return category;
}

error_code make_error_code(IngestErrc code) noexcept { return {static_cast<int>(code), ingest_category()}; }

}  // namespace almanac
