#include "opml.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/model/moment.hpp>
#include <almanac/model/url.hpp>
#include <almanac/text/escape.hpp>
#include <charconv>
#include <pugixml.hpp>
#include <sstream>
#include <unordered_map>

#include "catalog_errc.hpp"

namespace almanac {
namespace {

constexpr std::size_t most_opml_bytes = 8u << 20, most_outlines = 100'000, most_depth = 64;
constexpr std::string_view option_prefix = "option-";

constexpr std::string_view mask = "\u2026";  ///< in addresses of lists that did not mark them yet
constexpr std::string_view blanks = " \t\r\n";

/// Attribute names differ in case between programs: xmlUrl, xmlurl, XMLURL.
std::string attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto& one : node.attributes())
    if (to_lower(one.name()) == name) return std::string(trim(one.value(), blanks));
  return {};
}

void add_tag(std::vector<std::string>& tags, std::string tag) {
  if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(std::move(tag));
}

/// "a,/b/c": the last part of each.
void add_categories(std::vector<std::string>& tags, std::string_view categories) {
  while (!categories.empty()) {
    const auto cut = categories.find(',');
    std::string_view one = categories.substr(0, cut);
    if (const auto slash = one.rfind('/'); slash != one.npos) one.remove_prefix(slash + 1);
    add_tag(tags, std::string(trim(one, blanks)));
    categories = cut == categories.npos ? std::string_view{} : categories.substr(cut + 1);
  }
}

class Reader {
 public:
  Reader(const pugi::xml_node& root, OpmlFiles files) : files_(files) {
    for (const auto& one : root.attributes())
      if (opml_namespace == one.value() && std::string_view(one.name()).starts_with("xmlns:"))
        prefix_ = std::string(one.name()).substr(6) + ':';
  }

  /// False when the list is too deep or too long.
  bool walk(const pugi::xml_node& body) {
    std::vector<std::pair<pugi::xml_node, std::size_t>> stack;  // a node and how many folders are around it
    for (auto node = body.last_child(); node; node = node.previous_sibling()) stack.emplace_back(node, 0);
    std::size_t seen = 0;
    while (!stack.empty()) {
      const auto [node, depth] = stack.back();
      stack.pop_back();
      if (to_lower(node.name()) != "outline") continue;
      if (++seen > most_outlines || depth > most_depth) return false;
      folders_.resize(depth);
      outline(node);
      for (auto child = node.last_child(); child; child = child.previous_sibling())
        stack.emplace_back(child, depth + 1);
    }
    return true;
  }

  OpmlList list;

 private:
  void outline(const pugi::xml_node& node) {
    std::string name = attribute(node, "title");
    if (name.empty()) name = attribute(node, "text");
    std::string address = attribute(node, "xmlurl");
    if (address.empty() && to_lower(attribute(node, "type")) == "rss") address = attribute(node, "url");
    folders_.push_back(address.empty() ? name : std::string{});
    if (address.empty()) return;
    const auto url = Url::parse(address);
    if (std::string why = refusal(node, address, url); !why.empty())
      return list.skipped.push_back({name.empty() ? address : name, std::move(why)}), void();
    Source source;
    source.url = url->text();
    if (name != address) source.name = std::move(name);
    for (std::size_t i = 0; i + 1 < folders_.size(); ++i) add_tag(source.tags, folders_[i]);
    add_categories(source.tags, attribute(node, "category"));
    if (!prefix_.empty()) ours(node, source);
    const auto [known, is_new] = known_.try_emplace(source.url, list.sources.size());
    if (is_new) return list.sources.push_back(std::move(source));
    // In another folder again.
    for (std::string& tag : source.tags) add_tag(list.sources[known->second].tags, std::move(tag));
  }

  /// Why an address is not taken; "" when it is.
  std::string refusal(const pugi::xml_node& node, const std::string& address, const Result<Url>& url) const {
    if (!prefix_.empty() && (node.attribute((prefix_ + "masked").c_str()) || address.find(mask) != address.npos))
      return "its address holds a key that was left out of the list; 'export --secrets' writes it";
    if (!url) return "'" + address + "' is no http or https address";
    if (url->is_file() && files_ == OpmlFiles::refused)
      return "'" + address + "' is a file of this machine; --files takes those of a list that you trust";
    return {};
  }

  void ours(const pugi::xml_node& node, Source& source) {
    for (const auto& one : node.attributes()) {
      std::string_view name = one.name();
      if (!name.starts_with(prefix_)) continue;
      name.remove_prefix(prefix_.size());
      const std::string value = one.value();
      if (name == "plugin") source.plugin = value;
      if (name == "recipe") source.recipe = value;
      if (name == "kind") source.kind = kind_from(value);
      if (name == "state" && value == to_text(SourceState::paused)) source.health.state = SourceState::paused;
      if (name == "tag") {
        source.tags.clear();
        std::istringstream lines(value);
        for (std::string line; std::getline(lines, line);) add_tag(source.tags, line);
      }
      std::int64_t seconds = 0;
      if (name == "every" && std::from_chars(value.data(), value.data() + value.size(), seconds).ec == std::errc{} &&
          seconds >= 300)
        source.every = std::chrono::seconds(seconds);
      if (name.starts_with(option_prefix)) source.options[std::string(name.substr(option_prefix.size()))] = value;
    }
  }

  OpmlFiles files_;
  std::string prefix_;
  std::vector<std::string> folders_;
  std::unordered_map<std::string, std::size_t> known_;  ///< addresses, with their places in the list
};

/// RFC 822, as OPML asks for.
std::string date_text(sys_seconds time) {
  static constexpr const char* names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{day};
  const std::string clock = iso_text(MomentKind::instant, time.time_since_epoch().count()).substr(11, 8);
  std::string number = std::to_string(static_cast<unsigned>(date.day()));
  if (number.size() < 2) number.insert(0, 1, '0');
  return std::string(names[std::chrono::weekday{day}.c_encoding()]) + ", " + number + ' ' +
         months[static_cast<unsigned>(date.month()) - 1] + ' ' + std::to_string(static_cast<int>(date.year())) + ' ' +
         clock + " GMT";
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
  });
}

void put(pugi::xml_node& node, const std::string& name, const std::string& value) {
  if (!value.empty()) node.append_attribute(name.c_str()).set_value(drop_obeyed(value).c_str());
}

/// Whether something was left out.
bool put_source(pugi::xml_node& body, const Source& source, OpmlSecrets secrets) {
  bool masked = false;
  std::string address = source.url;
  if (const auto url = Url::parse(source.url); url && secrets == OpmlSecrets::masked) {
    address = url->redacted();
    masked = address != url->text();
  }
  auto node = body.append_child("outline");
  put(node, "type", "rss");
  put(node, "text", source.name.empty() ? address : source.name);
  put(node, "title", source.name);
  put(node, "xmlUrl", address);
  if (masked) put(node, "almanac:masked", "address");
  if (source.health.state == SourceState::paused) put(node, "almanac:state", std::string(to_text(SourceState::paused)));
  std::string categories, tags;
  for (const std::string& tag : source.tags) {
    if (tag.find_first_of(",/") == tag.npos) (categories += categories.empty() ? "" : ",") += tag;
    (tags += tags.empty() ? "" : "\n") += tag;
  }
  put(node, "category", categories);
  put(node, "almanac:plugin", source.plugin);
  put(node, "almanac:recipe", source.recipe);
  if (source.kind) put(node, "almanac:kind", std::string(to_text(*source.kind)));
  if (source.every) put(node, "almanac:every", std::to_string(source.every->count()));
  put(node, "almanac:tag", tags);
  for (const auto& [name, value] : source.options) {
    const bool is_secret = name.starts_with("header.");
    if (is_secret && secrets == OpmlSecrets::masked) {
      masked = true;
    } else if (is_name(name)) {
      put(node, "almanac:" + std::string(option_prefix) + name, value);
    }
  }
  return masked;
}

}  // namespace

Result<OpmlList, Problem> read_opml(std::string_view xml, const std::string& file, OpmlFiles files) {
  const auto bad = [&](std::string what, std::string hint) {
    return Problem{make_error_code(CatalogErrc::bad_file), file + ": " + std::move(what), std::move(hint)};
  };
  if (xml.size() > most_opml_bytes) return bad("is larger than 8 MiB", "split the list");
  pugi::xml_document document;
  const auto parsed = document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_auto);
  const auto root = document.document_element();
  if (!parsed && !root) {
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
    const auto line =
        1 + std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(std::min(at, xml.size())), '\n');
    return bad("line " + std::to_string(line) + ": no XML: " + parsed.description(), "is it the OPML export itself?");
  }
  if (to_lower(root.name()) != "opml")
    return bad("is no OPML but <" + std::string(root.name()).substr(0, 40) + ">",
               "'almanac follow' takes feeds and calendars themselves");
  Reader reader(root, files);
  reader.list.title = trim(root.child("head").child("title").text().get(), blanks);
  if (!reader.walk(root.child("body"))) return bad("has too many or too deep outlines", "split the list");
  return std::move(reader.list);
}

OpmlText write_opml(const std::vector<Source>& sources, sys_seconds made, OpmlSecrets secrets) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto opml = document.append_child("opml");
  opml.append_attribute("version") = "2.0";
  opml.append_attribute("xmlns:almanac") = std::string(opml_namespace).c_str();
  auto head = opml.append_child("head");
  head.append_child("title").text() = "almanac sources";
  head.append_child("dateCreated").text() = date_text(made).c_str();
  auto body = opml.append_child("body");
  OpmlText out;
  for (const Source& source : sources) out.masked += put_source(body, source, secrets) ? 1 : 0;
  std::ostringstream text;
  document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
  out.xml = text.str();
  return out;
}

}  // namespace almanac
