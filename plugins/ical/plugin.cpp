#include <almanac_sdk.hpp>
#include <boost/json.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "calendar_reader.hpp"
#include "scan.hpp"
#include "sniff.hpp"
#include "xcal.hpp"

namespace {

using namespace almanac;

/// iCalendar in its three notations: content lines, XML and JSON. Without state but the address.
class IcalPlugin {
 public:
  explicit IcalPlugin(std::string url) : url_(std::move(url)) {}

  static int sniff(std::string_view prefix, std::string_view media_type) {
    return ical::confidence(prefix, media_type);
  }

  static std::unique_ptr<IcalPlugin> create(std::string_view config_json, const char** reason) {
    boost::system::error_code error;
    const boost::json::value config = boost::json::parse(config_json, error);
    if (error || !config.is_object()) {
      *reason = "the configuration is not a JSON object";
      return nullptr;
    }
    std::string url;
    if (const auto* member = config.as_object().if_contains("url"); member && member->is_string())
      url = member->as_string();
    return std::make_unique<IcalPlugin>(fetchable(std::move(url)));
  }

  void plan(const sdk::Sink& sink) const {
    if (url_.empty()) throw sdk::Stop(ALMANAC_E_CONFIG);
    sink.request(url_, "text/calendar, application/calendar+xml;q=0.9, application/calendar+json;q=0.9, */*;q=0.1");
  }

  almanac_status parse(const sdk::Response& response, const sdk::Sink& sink) const {
    switch (ical::dialect_of(response.body)) {
      case ical::Dialect::xml:
        return ical::read_xcal(response.body, response.url, sink);
      case ical::Dialect::json:
        return ical::read_jcal(response.body, response.url, sink);
      default:
        return ical::read_calendar(response.body, response.url, sink);
    }
  }

 private:
  /// "webcal:" is how calendar programs are handed an address; it is fetched over HTTPS.
  static std::string fetchable(std::string url) {
    for (const std::string_view scheme : {"WEBCAL://", "WEBCALS://"})
      if (ical::begins_with_word(url, scheme)) return "https://" + url.substr(scheme.size());
    return url;
  }

  std::string url_;
};

}  // namespace

ALMANAC_SOURCE_PLUGIN(ical, IcalPlugin, "1.0.0", "iCalendar: .ics files and web calendars, vCalendar, xCal, jCal",
                      "icalendar vcalendar xcal jcal")
