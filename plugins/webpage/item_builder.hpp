#pragma once
#include <almanac/text/html_tokens.hpp>
#include <almanac/text/text_writer.hpp>
#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::webpage {

/// Attributes of a start tag that items are made of, references resolved.
struct ItemAttributes {
  std::string classes, itemprop, itemtype, datetime, content, href, src, value, title, alt;
  std::string vocab, type_of, property;  ///< of RDFa
  bool itemscope = false, has_content = false;
};
ItemAttributes item_attributes(const HtmlToken& token);

/// Builds objects in the shape of JSON-LD from the notations inside markup, as the tokens of a page go by: microdata
/// (WHATWG HTML §5), schema.org in RDFa Lite, which says the same in other attributes (in pages without microdata), and
/// microformats (h-event; vevent of hCalendar). Bounded in depth, number and bytes;
/// linear.
class ItemBuilder {
 public:
  void start(const HtmlToken& token);
  void text(std::string_view html);
  void end(const HtmlToken& token);
  /// After the last token.
  void finish();

  boost::json::array take_microdata() { return std::move(microdata_); }
  boost::json::array take_microformats() { return std::move(microformats_); }

 private:
  enum class Notation : std::uint8_t { microdata, h_event, vevent, other };
  struct Item {
    boost::json::object object;
    Notation notation = Notation::other;
    std::string property;  ///< of the item around it; empty: stands alone
  };
  struct Capture {
    std::size_t item;  ///< place in `items_`
    std::string property;
    TextWriter text;
  };
  struct Open {
    std::string_view name;
    std::uint8_t items = 0, captures = 0;
  };

  /// Turns RDFa into microdata.
  void translate_rdfa(ItemAttributes& attributes);
  void start_microdata(const HtmlToken& token, const ItemAttributes& attributes, Open& open);
  void start_microformat(const HtmlToken& token, const ItemAttributes& attributes, Open& open);
  /// A `time` inside an element of a date states that date, and so does an element of class "value-title".
  void state_inside(const HtmlToken& token, const ItemAttributes& attributes);
  void open_item(Notation notation, std::string_view type, std::string_view property, Open& open);
  void capture(std::size_t item, std::string_view property, Open& open);
  void close_top();
  std::size_t innermost(bool microdata) const;
  static void set(boost::json::object& object, std::string_view property, boost::json::value value);

  std::vector<Open> open_;
  std::vector<Item> items_;
  std::vector<Capture> captures_;
  std::size_t ignored_ = 0, made_ = 0, captured_ = 0;
  bool has_microdata_ = false, is_schema_ = false;  ///< `is_schema_`: names of RDFa without a prefix are of schema.org
  boost::json::array microdata_, microformats_;
};

}  // namespace almanac::webpage
