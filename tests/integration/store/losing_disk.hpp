#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace almanac::test {

/// SQLite's default file system while it lives: all goes to the real one, and it is remembered what of it a loss of
/// power may take away again, which is what no sync came after. One thread; one at a time.
class LosingDisk {
 public:
  /// A disk that lies says that it has synced and has not.
  explicit LosingDisk(bool lies = false);
  LosingDisk(const LosingDisk&) = delete;
  LosingDisk& operator=(const LosingDisk&) = delete;
  ~LosingDisk();

  /// `crash` is called in the middle of the n-th write or sync from now on.
  void crash_at(std::size_t n, std::function<void()> crash);
  /// What may be found in the place of `folder`'s files after a loss of power now: everything that was synced, and of
  /// the rest whatever sectors, in whatever order.
  void write_survivors(const std::filesystem::path& folder, const std::filesystem::path& into, std::mt19937& random);

  struct Change {
    std::int64_t offset = 0;  ///< of `bytes`; of a truncation the new size
    std::string bytes;
    bool is_truncation = false;
  };
  struct File {
    std::string durable;
    std::vector<Change> pending;
  };
  /// What happens to a file of the disk; for the file system's functions.
  void opened(const std::string& path);
  void changed(const std::string& path, Change change);
  void synced(const std::string& path);
  void removed(const std::string& path) { files_.erase(path); }

 private:
  void count();

  bool lies_;
  sqlite3_vfs* before_;
  std::map<std::string, File> files_;
  std::size_t left_ = 0;
  std::function<void()> crash_;
};

}  // namespace almanac::test
