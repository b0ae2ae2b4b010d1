#include "adapter.hpp"

#include <algorithm>
#include <almanac/base/log.hpp>
#include <cstddef>
#include <new>
#include <utility>

#include "convert.hpp"

namespace almanac {
namespace {

std::size_t weight(const almanac_entry& e) noexcept {
  return e.id.size + e.title.value.size + e.url.size + e.summary.value.size + e.content.value.size + e.location.size;
}

HarvestCollector& self(void* ctx) { return *static_cast<HarvestCollector*>(ctx); }

/// Nothing thrown by us may reach the plugin's frames.
template <class F>
almanac_status wall(F&& body) noexcept {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return ALMANAC_E_LIMIT;
  } catch (...) {
    return ALMANAC_E_INTERNAL;
  }
}

void on_log(void*, int32_t level, almanac_str message) {
  const LogLevel as = level >= ALMANAC_LOG_WARN   ? LogLevel::warn
                      : level == ALMANAC_LOG_INFO ? LogLevel::info
                                                  : LogLevel::debug;
  log(as, "plugin", view(message));
}

}  // namespace

HarvestCollector::HarvestCollector(const HarvestLimits& limits, const EntryTaker* take, const BeginTaker* begin)
    : limits_(limits),
      take_(take),
      begin_(begin),
      sink_{
          .struct_size = sizeof(almanac_sink),
          .reserved = 0,
          .ctx = this,
          .request = [](void* c, const almanac_request* r) { return wall([&] { return self(c).on_request(*r); }); },
          .document = [](void* c, const almanac_document* d) { return wall([&] { return self(c).on_document(*d); }); },
          .entry = [](void* c, const almanac_entry* e) { return wall([&] { return self(c).on_entry(*e); }); },
          .zone =
              [](void* c, almanac_str id, almanac_str definition) {
                return wall([&] { return self(c).on_zone(view(id), view(definition)); });
              },
          .discovered = [](void* c, const almanac_link* l) { return wall([&] { return self(c).on_discovered(*l); }); },
          .skip = [](void* c, size_t index,
                     almanac_str reason) { return wall([&] { return self(c).on_skip(index, view(reason)); }); },
          .warn =
              [](void* c, almanac_str code, almanac_str message, uint32_t line) {
                return wall([&] { return self(c).on_warning(view(code), view(message), line); });
              },
          .log = on_log,
      } {}

almanac_status HarvestCollector::stop(std::string reason) {
  stopped_by_ = std::move(reason);
  return ALMANAC_E_STOP;
}

almanac_status HarvestCollector::on_request(const almanac_request& request) {
  if (request.struct_size < sizeof(almanac_request)) return ALMANAC_E_INTERNAL;
  if (harvest_.follow_ups.size() >= limits_.follow_ups)
    return stop("it asks for more than " + std::to_string(limits_.follow_ups) + " requests");
  harvest_.follow_ups.push_back(
      {copy(request.url), copy(request.accept), request.tag, (request.flags & ALMANAC_REQUEST_OPTIONAL) != 0});
  return ALMANAC_OK;
}

almanac_status HarvestCollector::on_document(const almanac_document& document) {
  if (document.struct_size < sizeof(almanac_document)) return ALMANAC_E_INTERNAL;
  harvest_.document = document_info(document, limits_.list_items);
  if (entries_ == 0 && !std::exchange(is_told_first_, true) && begin_) (*begin_)(harvest_);
  return ALMANAC_OK;
}

almanac_status HarvestCollector::on_entry(const almanac_entry& entry) {
  // What came last is not in the entries of older plugins.
  if (entry.struct_size < offsetof(almanac_entry, comment_count)) return ALMANAC_E_INTERNAL;
  if (entries_ >= limits_.entries) return stop("it has more than " + std::to_string(limits_.entries) + " entries");
  text_bytes_ += weight(entry);
  if (text_bytes_ > limits_.text_bytes)
    return stop("its texts pass " + std::to_string(limits_.text_bytes >> 20) + " MiB");
  ++entries_;
  if (!take_) {
    fill_entry(harvest_.entries.emplace_back(), entry, limits_.list_items);
    return ALMANAC_OK;
  }
  Entry filled;
  fill_entry(filled, entry, limits_.list_items);
  has_enough_ = !(*take_)(filled);
  return has_enough_ ? ALMANAC_E_STOP : ALMANAC_OK;
}

almanac_status HarvestCollector::on_zone(std::string_view id, std::string_view definition) {
  if (is_told_first_ && entries_ > 0)  // the entries before it may have been passed on
    return on_warning("late-zone", "a time zone was defined too late and is left out", 0);
  auto& zones = harvest_.zones;
  const auto known =
      std::find_if(zones.begin(), zones.end(), [id](const ZoneDefinition& zone) { return zone.id == id; });
  if (known != zones.end())  // exporters repeat a zone before each event; the last definition holds
    known->text = definition;
  else if (zones.size() < limits_.notes)
    zones.push_back({std::string(id), std::string(definition)});
  else if (!std::exchange(zones_cut_, true))
    return on_warning("too-many-zones", "further time zones of the document were dropped", 0);
  return ALMANAC_OK;
}

almanac_status HarvestCollector::on_discovered(const almanac_link& link) {
  if (harvest_.discovered.size() < limits_.notes)
    harvest_.discovered.push_back({copy(link.href), copy(link.type), copy(link.title)});
  return ALMANAC_OK;
}

almanac_status HarvestCollector::on_skip(std::size_t index, std::string_view reason) {
  if (harvest_.skipped.size() < limits_.notes) harvest_.skipped.push_back({index, std::string(reason)});
  return ALMANAC_OK;
}

almanac_status HarvestCollector::on_warning(std::string_view code, std::string_view message, std::uint32_t line) {
  if (harvest_.warnings.size() >= limits_.notes) return ALMANAC_OK;
  Warning& warning = harvest_.warnings.emplace_back();
  warning.code = code;
  warning.message = message;
  if (line) warning.line = line;
  return ALMANAC_OK;
}

}  // namespace almanac
