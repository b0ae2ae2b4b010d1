#include <almanac/model/url.hpp>
#include <almanac/text/html.hpp>
#include <almanac_sdk.hpp>
#include <boost/json.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "discovery.hpp"
#include "event_emitter.hpp"
#include "json_ld.hpp"
#include "page.hpp"
#include "sniff.hpp"

namespace {

using namespace almanac;

/// Web pages: their events by schema.org (JSON-LD, microdata) and h-event, and the feeds that they link to. Without
/// state but the address.
class WebpagePlugin {
 public:
  explicit WebpagePlugin(std::string url) : url_(std::move(url)) {}

  static int sniff(std::string_view prefix, std::string_view media_type) {
    return webpage::confidence(prefix, media_type);
  }

  static std::unique_ptr<WebpagePlugin> create(std::string_view config_json, const char** reason) {
    boost::system::error_code error;
    const boost::json::value config =
        boost::json::parse(boost::json::string_view(config_json.data(), config_json.size()), error);
    if (error || !config.is_object()) {
      *reason = "the configuration is not a JSON object";
      return nullptr;
    }
    std::string url;
    if (const auto* member = config.as_object().if_contains("url"); member && member->is_string())
      url = member->as_string();
    return std::make_unique<WebpagePlugin>(std::move(url));
  }

  void plan(const sdk::Sink& sink) const {
    if (url_.empty()) throw sdk::Stop(ALMANAC_E_CONFIG);
    sink.request(url_, "text/html, application/xhtml+xml;q=0.9, */*;q=0.1");
  }

  almanac_status parse(const sdk::Response& response, const sdk::Sink& sink) const {
    webpage::Page page = webpage::read_page(response.body);
    if (!page.has_markup) return ALMANAC_E_FORMAT;
    const std::string base = page.base.empty() ? std::string(response.url) : resolve_link(response.url, page.base);
    const std::string canonical = page.canonical.empty() ? std::string() : resolve_link(base, page.canonical);
    document(page, canonical.empty() ? response.url : std::string_view(canonical), canonical, base, sink);
    for (const auto& feed : webpage::find_feeds(page, base)) {
      const almanac_link link{sdk::borrow(feed.url), sdk::borrow("alternate"), sdk::borrow(feed.type),
                              sdk::borrow(feed.title)};
      sink.discovered(link);
    }
    events(page, canonical.empty() ? std::string(response.url) : canonical, base, sink);
    return ALMANAC_OK;
  }

 private:
  static void document(const webpage::Page& page, std::string_view url, std::string_view self, std::string_view base,
                       const sdk::Sink& sink) {
    const std::string image = page.image.empty() ? std::string() : resolve_link(base, page.image);
    sdk::Document document;
    document.format = sdk::borrow("html");
    document.title = sdk::plain(page.title);
    document.description = sdk::plain(page.description);
    document.language = sdk::borrow(page.language);
    document.generator = sdk::borrow(page.generator);
    document.url = sdk::borrow(url);
    document.self = sdk::borrow(self);
    document.image = sdk::borrow(image);
    sink.document(document);
  }

  // Publishers repeat the same events in several notations: the first that has any is taken.
  static void events(webpage::Page& page, const std::string& address, std::string_view base, const sdk::Sink& sink) {
    std::vector<webpage::JsonLd> found;
    for (const auto script : page.scripts) {
      found.push_back(webpage::read_json_ld(script));
      if (!found.back().well_formed) sink.warn("bad-json-ld", "a script of JSON-LD could not be read");
    }
    const auto count = [&found] {
      std::size_t events = 0;
      for (const auto& part : found) events += part.events.size();
      return events;
    };
    for (auto* items : {&page.microdata, &page.microformats}) {
      if (count() > 0 || items->empty()) continue;
      found.push_back(webpage::find_events(std::move(*items)));
    }
    emit(found, count(), address, base, sink);
  }

  static void emit(const std::vector<webpage::JsonLd>& found, std::size_t count, const std::string& address,
                   std::string_view base, const sdk::Sink& sink) {
    webpage::EventEmitter emitter(sink);
    std::size_t index = 0;
    for (const auto& part : found) {
      for (const auto* event : part.events) {
        webpage::EventFacts facts = webpage::read_event(*event, part.nodes, base);
        if (facts.url.empty() && count == 1) facts.url = address;  // the page is about this one event
        if (facts.title.empty()) {
          sink.skip(index, "an event without a name");
        } else {
          emitter.emit(facts);
        }
        ++index;
      }
    }
  }

  std::string url_;
};

}  // namespace

ALMANAC_SOURCE_PLUGIN(webpage, WebpagePlugin, "0.1.0",
                      "Web pages with schema.org or h-event events, and the feeds they link to", "html")
