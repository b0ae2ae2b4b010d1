#include <almanac_sdk.hpp>

namespace sdk = almanac::sdk;

/// Reads lines of the form "hello 2026-03-01 Title".
struct Hello {
  static int sniff(std::string_view prefix, std::string_view) { return prefix.starts_with("hello ") ? 90 : 0; }
  static std::unique_ptr<Hello> create(std::string_view, const char**) { return std::make_unique<Hello>(); }
  void plan(const sdk::Sink& sink) { sink.request("https://example.org/hello.txt"); }
  almanac_status parse(const sdk::Response& response, const sdk::Sink& sink) {
    sdk::Document document;
    document.format = sdk::borrow("hello");
    sink.document(document);
    sdk::Entry entry;
    std::string_view rest = response.body;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      if (!line.starts_with("hello ") || line.size() < 17) continue;
      entry.clear();
      entry.start = sdk::as_published(line.substr(6, 10));
      entry.title = sdk::plain(line.substr(17));
      sink.emit(entry);
    }
    return ALMANAC_OK;
  }
};

ALMANAC_SOURCE_PLUGIN(hello, Hello, "1.0.0", "greetings, one a line", "hello")
