#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <istream>
#include <map>
#include <optional>
#include <streambuf>
#include <vector>

#include "limits.hpp"
#include "tree.hpp"

namespace almanac::recipe {
namespace {

namespace json = boost::json;

/// Builds the tree from the parser's events, with a stack of its own: no recursion, no node graph. An alias is a copy
/// of what it names and counts in full, so that documents that grow by aliases meet the limit.
class TreeBuilder final : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override { put(nullptr, {}, anchor); }
  void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor, const std::string& text) override {
    put(scalar(tag, text), {}, anchor);
  }
  void OnAlias(const YAML::Mark&, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) return put(nullptr, {}, 0);
    if (levels_.size() + found->second.size.depth > max_depth) throw TooMuch{too_deep};
    put(found->second.value, found->second.size, 0);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(json::array(), anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(json::object(), anchor);
  }
  void OnMapEnd() override { close(); }

  json::value take() { return std::move(root_); }

 private:
  static constexpr const char* too_deep = "the document is nested deeper than 64 levels";

  struct Size {
    std::size_t values = 1, depth = 0;
  };
  struct Level {
    json::value value;
    YAML::anchor_t anchor;
    Size size;
    std::optional<std::string> key;  ///< of an object: read, its value not yet
  };
  struct Anchored {
    json::value value;
    Size size;
  };

  /// YAML 1.2 §10.3.2, of which only these matter here: numbers are as good as texts.
  static json::value scalar(const std::string& tag, const std::string& text) {
    if (tag == "!") return json::string(text);
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return nullptr;
    if (text == "true" || text == "True" || text == "TRUE") return true;
    if (text == "false" || text == "False" || text == "FALSE") return false;
    return json::string(text);
  }

  void open(json::value value, YAML::anchor_t anchor) {
    if (levels_.size() >= max_depth) throw TooMuch{too_deep};
    levels_.push_back({std::move(value), anchor, {1, 1}, std::nullopt});
  }

  void close() {
    Level done = std::move(levels_.back());
    levels_.pop_back();
    put(std::move(done.value), done.size, done.anchor);
  }

  void put(json::value value, Size size, YAML::anchor_t anchor) {
    if ((made_ += anchor ? 2 * size.values : size.values) > most_nodes)
      throw TooMuch{"the document has more than 2000000 values"};
    if (anchor) anchors_[anchor] = {value, size};
    if (levels_.empty()) {
      root_ = std::move(value);
      return;
    }
    Level& level = levels_.back();
    level.size.values += size.values;
    level.size.depth = std::max(level.size.depth, size.depth + 1);
    if (json::array* list = level.value.if_array()) {
      list->push_back(std::move(value));
    } else if (!level.key) {
      level.key = value.is_string() ? std::string(std::string_view(value.get_string()))
                  : value.is_bool() ? (value.get_bool() ? "true" : "false")
                                    : "";
    } else {
      level.value.get_object()[*level.key] = std::move(value);
      level.key.reset();
    }
  }

  std::vector<Level> levels_;
  std::map<YAML::anchor_t, Anchored> anchors_;
  std::size_t made_ = 0;
  json::value root_;
};

/// A stream over text that is not copied.
struct TextBuffer : std::streambuf {
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // only read: the get area of a streambuf has no const form
    setg(begin, begin, begin + text.size());
  }
};

}  // namespace

json::value read_yaml(std::string_view body, TreeError& error) {
  TextBuffer buffer(body);
  std::istream stream(&buffer);
  TreeBuilder builder;
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    return builder.take();
  } catch (const TooMuch& limit) {
    error.message = limit.what;
  } catch (const YAML::Exception& wrong) {
    error.message = "this is no YAML: " + wrong.msg;
    if (!wrong.mark.is_null()) error.line = static_cast<std::uint32_t>(wrong.mark.line + 1);
  }
  return {};
}

}  // namespace almanac::recipe
