// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), and RSS-in-JSON.
#include <almanac/text/mend_json.hpp>
#include <almanac_sdk.hpp>
#include <boost/json.hpp>
#include <string>

#include "budget.hpp"
#include "feed.hpp"
#include "sniff.hpp"

namespace almanac::jsonfeed {
namespace {

constexpr std::size_t least_budget = 64u << 20;  // bytes of tree that any document may take
constexpr std::size_t budget_factor = 6;         // … and so many times its own size
constexpr std::size_t max_depth = 64;

class JsonFeedPlugin {
 public:
  static int sniff(std::string_view prefix, std::string_view media_type) { return sniff_feed(prefix, media_type); }

  static std::unique_ptr<JsonFeedPlugin> create(std::string_view config_json, const char** reason) {
    boost::system::error_code error;
    const boost::json::value config = boost::json::parse(config_json, error);
    if (error || !config.is_object()) {
      *reason = "the configuration is not a JSON object";
      return nullptr;
    }
    auto plugin = std::make_unique<JsonFeedPlugin>();
    if (const auto* url = config.get_object().if_contains("url"); url && url->is_string())
      plugin->url_ = url->get_string();
    return plugin;
  }

  void plan(const sdk::Sink& sink) {
    if (!url_.empty()) sink.request(url_, "application/feed+json, application/json;q=0.9, */*;q=0.5");
  }

  almanac_status parse(const sdk::Response& response, const sdk::Sink& sink) {
    std::string_view body = response.body;
    if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
    Budget budget(std::max(least_budget, budget_factor * body.size()));
    boost::json::parse_options lenient;
    lenient.max_depth = max_depth;
    lenient.allow_comments = true;
    lenient.allow_trailing_commas = true;
    lenient.allow_invalid_utf8 =
        true;  // the host has decoded the document; lone surrogates in escapes are its to replace
    boost::system::error_code error;
    boost::json::monotonic_resource memory(64 * 1024, &budget);
    boost::json::value document = boost::json::parse(body, error, &memory, lenient);
    const bool repaired = error && error != boost::json::error::too_deep;
    if (repaired)
      sink.warn("json-repaired", "this is not valid JSON (" + error.message() + "); it was read as far as it could be");
    else if (error)
      sink.warn("bad-json", error.message());
    if (repaired) document = boost::json::parse(mend_json(body), error, &memory, lenient);
    if (error) return ALMANAC_E_FORMAT;
    const boost::json::object* const feed = document.if_object();
    if (!feed) return ALMANAC_E_FORMAT;
    if (const boost::json::object* const channel = rss_channel(*feed)) {
      FeedReader(response.url, repaired, sink).read_rss(*channel, "2.0");
      return ALMANAC_OK;
    }
    if (!is_feed(*feed)) return ALMANAC_E_FORMAT;
    FeedReader(response.url, repaired, sink).read(*feed);
    return ALMANAC_OK;
  }

 private:
  std::string url_;
};

}  // namespace

ALMANAC_SOURCE_PLUGIN(jsonfeed, JsonFeedPlugin, "1.0.0", "JSON Feed 1.0 and 1.1", "json")

}  // namespace almanac::jsonfeed
