#include "instance.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "adapter.hpp"
#include "plugin_errc.hpp"

namespace almanac {
namespace {

almanac_str borrow(std::string_view text) noexcept { return {text.data(), text.size()}; }

std::string config_json(const PluginConfig& config) {
  boost::json::object options;
  for (const auto& [name, value] : config.options) options[name] = value;
  boost::json::object object;
  object["url"] = config.url;
  object["recipe"] = config.recipe;
  object["options"] = std::move(options);
  if (!config.recipe_text.empty()) object["recipe_text"] = config.recipe_text;
  object["year"] = config.year;
  return boost::json::serialize(object);
}

/// Words for a status that the plugin answered; `detail` is what is known beyond it.
Problem problem(const almanac_plugin& plugin, almanac_status status, std::string_view detail) {
  const auto text = [&](std::string_view what) {
    std::string out = "plugin " + std::string(plugin.id) + ": " + std::string(what);
    if (!detail.empty()) out += ": " + std::string(detail);
    return out;
  };
  switch (status) {
    case ALMANAC_E_CONFIG:
      return {PluginErrc::bad_config, text("refuses the configuration"), "check the source's options"};
    case ALMANAC_E_FORMAT:
      return {PluginErrc::bad_format, text("cannot read the document"), "look at it with 'almanac inspect'"};
    case ALMANAC_E_LIMIT:
      return {PluginErrc::limit, text("the document needs too much memory or passes a limit"), {}};
    default:
      return {PluginErrc::misbehaved, text("failed inside (status " + std::to_string(status) + ")"),
              "please report it to the plugin's author"};
  }
}

std::string last_warning(const Harvest& harvest) {
  if (harvest.warnings.empty()) return {};
  const Warning& last = harvest.warnings.back();
  return last.line ? last.message + " (line " + std::to_string(*last.line) + ")" : last.message;
}

}  // namespace

Result<PluginInstance, Problem> PluginInstance::create(const almanac_plugin& plugin, const PluginConfig& config) {
  const std::string json = config_json(config);
  void* self = nullptr;
  const char* reason = nullptr;
  const almanac_status status = plugin.create(borrow(json), &self, &reason);
  if (status != ALMANAC_OK || !self)
    return problem(plugin, status == ALMANAC_OK ? ALMANAC_E_INTERNAL : status, reason ? reason : "");
  return PluginInstance(plugin, self);
}

Result<std::vector<PlannedRequest>, Problem> PluginInstance::plan() {
  HarvestCollector collector{HarvestLimits{}};
  const almanac_status status = plugin_->plan(self_.get(), &collector.sink());
  if (status != ALMANAC_OK) return problem(*plugin_, status, collector.stopped_by());
  return collector.take().follow_ups;
}

Result<Harvest, Problem> PluginInstance::parse(const Document& document, const HarvestLimits& limits) {
  HarvestCollector collector{limits};
  return parse(document, document.body, collector);
}

Result<Harvest, Problem> PluginInstance::parse(const Document& document, const EntryTaker& take,
                                               const HarvestLimits& limits) {
  return parse(document, document.body, take, {}, limits);
}

Result<Harvest, Problem> PluginInstance::parse(const Document& document, std::string_view body, const EntryTaker& take,
                                               const BeginTaker& begin, const HarvestLimits& limits) {
  HarvestCollector collector{limits, &take, begin ? &begin : nullptr};
  return parse(document, body, collector);
}

Result<Harvest, Problem> PluginInstance::parse(const Document& document, std::string_view body,
                                               HarvestCollector& collector) {
  const almanac_response response{sizeof(almanac_response), document.http_status,          document.tag,
                                  borrow(document.url),     borrow(document.content_type), borrow(body)};
  const almanac_status status = plugin_->parse(self_.get(), &response, &collector.sink());
  Harvest harvest = collector.take();
  if (!collector.stopped_by().empty()) {
    // What came before the limit is good; losing it would help nobody.
    harvest.warnings.push_back(
        {"limit", "the rest of the document was left out: " + collector.stopped_by(), std::nullopt});
    return harvest;
  }
  if (status != ALMANAC_OK && !collector.has_enough()) return problem(*plugin_, status, last_warning(harvest));
  return harvest;
}

}  // namespace almanac
