#include "plugin_errc.hpp"

namespace almanac {
namespace {

class PluginCategory final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "almanac.plugin"; }
  std::string message(int value) const override {
    switch (static_cast<PluginErrc>(value)) {
      case PluginErrc::not_loadable:
        return "not a loadable plugin";
      case PluginErrc::not_trusted:
        return "plugin file is not safe to load";
      case PluginErrc::wrong_abi:
        return "plugin of another ABI version";
      case PluginErrc::duplicate:
        return "plugin id is taken";
      case PluginErrc::bad_config:
        return "configuration refused by the plugin";
      case PluginErrc::bad_format:
        return "not a document that the plugin reads";
      case PluginErrc::limit:
        return "document passes a limit";
      case PluginErrc::misbehaved:
        return "plugin failed";
      case PluginErrc::none_fits:
        return "no plugin reads this document";
    }
    return "unknown plugin error";
  }
  boost::system::error_condition default_error_condition(int value) const noexcept override {
    switch (static_cast<PluginErrc>(value)) {
      case PluginErrc::bad_format:
      case PluginErrc::limit:
      case PluginErrc::none_fits:
        return make_error_condition(Failure::permanent);
      default:
        return make_error_condition(Failure::misconfigured);
    }
  }
};

}  // namespace

const boost::system::error_category& plugin_category() noexcept {
  static const PluginCategory category;
  return category;
}

error_code make_error_code(PluginErrc code) noexcept { return {static_cast<int>(code), plugin_category()}; }

}  // namespace almanac
