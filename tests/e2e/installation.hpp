#pragma once
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <support/process/process.hpp>
#include <support/temp_dir.hpp>
#include <vector>

namespace almanac::test {

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A user of the built program: a home folder of their own, a configuration, and a database.
class User {
 public:
  explicit User(const std::string& config =
                    "[net]\nallow_private = [\"127.0.0.0/8\"]\nhost_spacing = \"0ms\"\nhost_connections = 8\n") {
    configure(config);
  }

  void configure(const std::string& text) const { std::ofstream(config_path()) << text; }
  std::string config_path() const { return (home_.path() / "almanac.toml").string(); }
  std::string db_path() const { return (home_.path() / "data/almanac.db").string(); }
  const TempDir& home() const { return home_; }

  std::map<std::string, std::string> env() const {
    return {{"HOME", home_.path().string()},
            {"ALMANAC_CONFIG", config_path()},
            {"ALMANAC_DB", db_path()},
            {"TERM", "dumb"}};
  }
  std::vector<std::string> words(std::vector<std::string> args) const {
    args.insert(args.begin(), ALMANAC_BUILD_DIR "/almanac");
    return args;
  }
  Finished run(std::vector<std::string> args, const std::string& input = {}) const {
    return test::run(words(std::move(args)), env(), input);
  }

 private:
  TempDir home_;
};

}  // namespace almanac::test
