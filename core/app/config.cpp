#include "config.hpp"

#include <almanac/base/ascii.hpp>
#include <almanac/base/nearest.hpp>
#include <almanac/base/toml.hpp>
#include <almanac/digest/select.hpp>
#include <almanac/query/words.hpp>
#include <almanac/render/mail_address.hpp>
#include <charconv>
#include <functional>
#include <system_error>

#include "app_errc.hpp"
#include "secrets.hpp"

namespace almanac {
namespace {

/// Takes one value; false when it does not fit.
using Take = std::function<bool(const toml::node&)>;
struct Key {
  std::string_view name, form;
  Take take;
};

Take into(std::string& to) {
  return [&to](const toml::node& node) {
    const auto value = node.value_exact<std::string>();
    if (value) to = *value;
    return value.has_value();
  };
}

Take into(std::vector<std::string>& to) {
  return [&to](const toml::node& node) {
    const toml::array* list = node.as_array();
    if (!list) return false;
    to.clear();
    for (const toml::node& item : *list) {
      const auto value = item.value_exact<std::string>();
      if (!value) return false;
      to.push_back(*value);
    }
    return true;
  };
}

/// A weight.
Take into(double& to) {
  return [&to](const toml::node& node) {
    const auto value = node.value<double>();  // takes whole numbers too
    if (!node.is_number() || !value || !(*value >= 0 && *value <= 1000)) return false;
    to = *value;
    return true;
  };
}

Take into(std::int64_t& to, std::int64_t least, std::int64_t most) {
  return [&to, least, most](const toml::node& node) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < least || *value > most) return false;
    to = *value;
    return true;
  };
}

/// Up to `most` mail addresses, or none.
Take addresses(std::string& to, std::size_t most) {
  return [&to, most](const toml::node& node) {
    if (!into(to)(node)) return false;
    const auto read = read_mail_addresses(to);
    return to.empty() || (read && read->size() <= most);
  };
}

template <class Span>
Take into(Span& to) {
  return [&to](const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    const auto span = text ? read_span(*text) : std::nullopt;
    if (span) to = std::chrono::duration_cast<Span>(*span);
    return span.has_value();
  };
}

/// Reads tables of one file; the first thing wrong is kept.
class ConfigReader {
 public:
  explicit ConfigReader(std::string file) : file_(std::move(file)) {}

  void table(const toml::table& table, std::string_view where, const std::vector<Key>& keys) {
    for (const auto& [name, node] : table) {
      const auto key =
          std::find_if(keys.begin(), keys.end(), [&, n = name.str()](const Key& k) { return k.name == n; });
      if (key == keys.end()) return unknown(where, name.str(), node, keys);
      if (!key->take(node))
        return fail(node, std::string(where) + std::string(name.str()) + " must be " + std::string(key->form), {});
    }
  }

  /// Each member of a table of tables, by name.
  bool each(const toml::node& node, const std::function<void(std::string_view, const toml::table&)>& use) {
    const toml::table* all = node.as_table();
    if (!all) return false;
    for (const auto& [name, member] : *all) {
      const toml::table* one = member.as_table();
      if (!one) return false;
      use(name.str(), *one);
    }
    return true;
  }

  void fail(const toml::node& node, std::string what, std::string hint) {
    if (problem) return;
    problem = Problem{AppErrc::bad_config,
                      file_ + ":" + std::to_string(node.source().begin.line) + ": " + std::move(what), std::move(hint)};
  }

  std::optional<Problem> problem;
  std::vector<std::string> known;  ///< keys, with their tables

  void learn(std::string_view where, const std::vector<Key>& keys) {
    for (const Key& key : keys) known.push_back(std::string(where) + std::string(key.name));
  }

 private:
  void unknown(std::string_view where, std::string_view name, const toml::node& node, const std::vector<Key>& keys) {
    std::vector<std::string_view> names;
    for (const Key& key : keys) names.push_back(key.name);
    const std::string_view near = nearest_word(name, names);
    fail(node, "unknown key '" + std::string(where) + std::string(name) + "'",
         did_you_mean(near, "config/almanac.toml lists all keys"));
  }

  std::string file_;
};

/// A nested table read by keys of its own.
Take nested(ConfigReader& reader, std::string where, std::vector<Key> keys) {
  reader.learn(where, keys);
  return [&reader, where = std::move(where), keys = std::move(keys)](const toml::node& node) {
    if (!node.as_table()) return false;
    reader.table(*node.as_table(), where, keys);
    return true;
  };
}

/// Sections of a digest, each once.
Take sections(ConfigReader& reader, std::vector<std::string>& to) {
  return [&reader, &to](const toml::node& node) {
    if (!into(to)(node) || to.empty()) return false;
    for (std::size_t i = 0; i < to.size(); ++i) {
      const toml::node& item = (*node.as_array())[i];
      if (!section_from(to[i])) {
        const std::vector<std::string_view> words{"deadlines", "competitions", "conferences", "changed", "posts"};
        reader.fail(
            item, "'" + to[i] + "' is no section of a digest",
            did_you_mean(nearest_word(to[i], words), "write deadlines, competitions, conferences, changed or posts"));
      } else if (std::find(to.begin(), to.begin() + static_cast<std::ptrdiff_t>(i), to[i]) - to.begin() !=
                 static_cast<std::ptrdiff_t>(i)) {
        reader.fail(item, "'" + to[i] + "' stands twice among the sections", "name each once");
      }
    }
    return true;
  };
}

Take weights(ConfigReader& reader, std::string where, RankWeights& to) {
  return [&reader, &to, where = std::move(where)](const toml::node& node) {
    if (!node.as_table()) return false;
    const char* form = "a number from 0 to 1000";
    reader.table(*node.as_table(), where,
                 {{"topic", form, into(to.topic)},
                  {"word", form, into(to.word)},
                  {"source", form, into(to.source)},
                  {"soon", form, into(to.soon)},
                  {"popular", form, into(to.popular)},
                  {"detail", form, into(to.detail)},
                  {"starred", form, into(to.starred)},
                  {"going", form, into(to.going)}});
    return true;
  };
}

Take language(DateLanguage& to) {
  return [&to](const toml::node& node) {
    const auto code = node.value_exact<std::string>();
    const auto found = code ? find_date_language(*code) : std::nullopt;
    if (found) to = *found;
    return found.has_value();
  };
}

Take topics_of_interest(std::vector<std::string>& to) {
  return [&to](const toml::node& node) {
    return into(to)(node) &&
           std::none_of(to.begin(), to.end(), [](const auto& topic) { return topic_key(topic).empty(); });
  };
}

std::vector<Key> profile_keys(ConfigReader& reader, const std::string& where, ProfileConfig& profile) {
  return {
      {"title", "a text", into(profile.title)},
      {"filter", "a filter text", into(profile.filter)},
      {"period", "day, week or month", into(profile.period)},
      {"at", "a weekday and time such as \"Mon 08:00\"", into(profile.at)},
      {"zone", "a time zone", into(profile.zone)},
      {"language", "a language of dates: en, de, fr, es, it, pt or nl", language(profile.language)},
      {"formats", "a list of texts", into(profile.formats)},
      {"into", "a folder", into(profile.into)},
      {"templates", "a folder", into(profile.templates)},
      {"mail_to", "addresses such as \"Me <me@example.org>\", with commas between", addresses(profile.mail_to, 100)},
      {"mail_from", "an address such as \"Me <me@example.org>\"", addresses(profile.mail_from, 1)},
      {"maildir", "a folder", into(profile.maildir)},
      {"send", "a list: a command and its arguments", into(profile.send)},
      {"limit", "a number from 1 to 1000", into(profile.limit, 1, 1000)},
      {"sections", "a list of sections", sections(reader, profile.sections)},
      {"topics", "a list of topics", topics_of_interest(profile.topics)},
      {"weights", "a table of numbers", weights(reader, where + "weights.", profile.weights)}};
}

Take profiles(ConfigReader& reader, std::map<std::string, ProfileConfig>& to) {
  ProfileConfig any;
  reader.learn("profile.*.", profile_keys(reader, "profile.*.", any));
  return [&reader, &to](const toml::node& node) {
    return reader.each(node, [&](std::string_view name, const toml::table& table) {
      const std::string where = "profile." + std::string(name) + ".";
      reader.table(table, where, profile_keys(reader, where, to[std::string(name)]));
    });
  };
}

Take named_texts(std::map<std::string, std::string>& to, std::map<std::string, std::uint32_t>& lines) {
  return [&to, &lines](const toml::node& node) {
    const toml::table* table = node.as_table();
    if (!table) return false;
    for (const auto& [name, value] : *table) {
      const auto text = value.value_exact<std::string>();
      if (!text) return false;
      to[std::string(name.str())] = *text;
      lines[std::string(name.str())] = value.source().begin.line;
    }
    return true;
  };
}

Take named_spans(std::map<std::string, std::chrono::milliseconds>& to) {
  return [&to](const toml::node& node) {
    const toml::table* table = node.as_table();
    if (!table) return false;
    return std::all_of(table->begin(), table->end(), [&](const auto& member) {
      const auto& [name, value] = member;
      return into(to[to_lower(name.str())])(value);
    });
  };
}

Take named_lists(std::map<std::string, std::vector<std::string>>& to) {
  return [&to](const toml::node& node) {
    const toml::table* table = node.as_table();
    if (!table) return false;
    return std::all_of(table->begin(), table->end(), [&](const auto& member) {
      const auto& [name, value] = member;
      return into(to[std::string(name.str())])(value);
    });
  };
}

std::vector<Key> all_keys(ConfigReader& reader, Config& config) {
  const char* span = "a span such as \"15m\" or \"6h\"";
  return {{"net", "a table",
           nested(reader, "net.",
                  {{"contact", "an address or URL", into(config.net.contact)},
                   {"ca_file", "a path", into(config.net.ca_file)},
                   {"allow_private", "a list of address ranges or hosts", into(config.net.allow_private)},
                   {"host_spacing", span, into(config.net.host_spacing)},
                   {"host_connections", "a number from 1 to 64", into(config.net.host_connections, 1, 64)},
                   {"pace", "a table of spans by host", named_spans(config.net.pace)}})},
          {"poll", "a table",
           nested(reader, "poll.",
                  {{"base", span, into(config.poll.base)},
                   {"floor", span, into(config.poll.floor)},
                   {"ceiling", span, into(config.poll.ceiling)},
                   {"concurrency", "a number from 1 to 256", into(config.poll.concurrency, 1, 256)}})},
          {"display", "a table", nested(reader, "display.", {{"zone", "a time zone", into(config.display.zone)}})},
          {"log", "a table",
           nested(reader, "log.",
                  {{"level", "trace, debug, info, warn, error or off", into(config.log.level)},
                   {"format", "text or json", into(config.log.format)}})},
          {"plugins", "a table",
           nested(reader, "plugins.", {{"folders", "a list of folders", into(config.plugin_folders)}})},
          {"filter", "a table of texts", named_texts(config.filters, config.filter_lines)},
          {"topics", "a table of lists of texts", named_lists(config.topics)},
          {"profile", "a table of tables", profiles(reader, config.profiles)}};
}

/// Puts what the texts refer to in their places.
void resolve(ConfigReader& reader, toml::node& node) {
  if (toml::table* table = node.as_table())
    for (auto&& [name, member] : *table) resolve(reader, member);
  if (toml::array* list = node.as_array())
    for (toml::node& item : *list) resolve(reader, item);
  toml::value<std::string>* text = node.as_string();
  if (text == nullptr || !has_references(**text)) return;
  auto whole = resolve_references(**text);
  if (!whole) return reader.fail(node, whole.error().what, whole.error().hint);
  *text = std::move(*whole);
}

}  // namespace

std::optional<std::chrono::milliseconds> read_span(std::string_view text) {
  std::int64_t count = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (ec != std::errc{} || count < 0 || count > 1'000'000'000) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  using namespace std::chrono;
  if (unit == "ms") return milliseconds(count);
  if (unit.empty() || unit == "s") return seconds(count);
  if (unit == "m" || unit == "min") return minutes(count);
  if (unit == "h") return hours(count);
  if (unit == "d") return hours(24 * count);
  if (unit == "w") return hours(24 * 7 * count);
  return std::nullopt;
}

std::vector<std::string> config_keys() {
  Config config;
  ConfigReader reader({});
  all_keys(reader, config);
  reader.known.push_back("filter.*");
  reader.known.push_back("topics.*");
  return reader.known;
}

Result<Config, Problem> load_config(const std::filesystem::path& file, bool must_exist) {
  std::error_code ec;
  if (!std::filesystem::exists(file, ec) && !must_exist) return Config{};
  if (std::filesystem::is_directory(file, ec))
    return Problem{AppErrc::bad_config, file.string() + ": is a folder", "name the file itself"};
  toml::parse_result parsed = toml::parse_file(file.string());
  if (!parsed) {
    const auto& error = parsed.error();
    const auto line = error.source().begin.line;
    return Problem{
        AppErrc::bad_config,
        file.string() + (line ? ":" + std::to_string(line) : "") + ": " + std::string(error.description()),
        line ? "correct the line; config/almanac.toml shows the form" : "check the path and its permissions"};
  }
  Config config;
  ConfigReader reader(file.string());
  resolve(reader, parsed.table());
  reader.table(parsed.table(), "", all_keys(reader, config));
  if (reader.problem) return *reader.problem;
  return config;
}

}  // namespace almanac
