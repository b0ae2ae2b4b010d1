#pragma once
#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "connection.hpp"
#include "early_write.hpp"
#include "key_filter.hpp"
#include "recent_pairs.hpp"
#include "store.hpp"
#include "write_lock.hpp"

namespace almanac {

namespace store_detail {

/// What SQLite or the file system says, in words for people.
Problem sqlite_problem(const SQLite::Exception& error, const std::filesystem::path& file);
Problem file_problem(int error_number, const std::filesystem::path& file);
inline Problem problem(StoreErrc code, std::string what, std::string hint = {}) {
  return {make_error_code(code), std::move(what), std::move(hint)};
}
/// Makes an empty file that only its owner may read, unless it exists.
Result<void, Problem> make_private_file(const std::filesystem::path& file);

}  // namespace store_detail

/// A connection with its lock: everything that the public functions share.
struct Store::Impl {
  Impl(std::filesystem::path path, const OpenOptions& chosen)
      : file(std::move(path)), options(chosen), lock(file), wal(file.string() + "-wal") {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();

  std::filesystem::path file;
  OpenOptions options;
  store_detail::WriteLock lock;
  std::unique_ptr<store_detail::Connection> db;
  bool wants_check = false;
  std::atomic<bool> is_interrupted = false;  ///< by another thread, for good
  int wal_pages = 0;                         ///< in the WAL after the last commit
  store_detail::EarlyWrite wal;
  std::optional<std::int64_t> sweep_from{};  ///< where keys of removed events are looked for next; nothing: nowhere
  std::unordered_map<std::string, std::int64_t>
      topic_ids;  ///< of topics known to be committed or written by this transaction
  store_detail::RecentPairs recent_pairs;
  store_detail::KeyFilter key_filter;

  store_detail::Query use(const char* sql) { return db->use(sql); }

  /// Runs `body` on one snapshot. `body` returns an Outcome.
  template <class Body>
  auto read(Body body) -> decltype(body()) {
    try {
      use("BEGIN").run();
      auto result = body();
      end_read();
      return result;
    } catch (const SQLite::Exception& error) {
      end_read();
      return store_detail::sqlite_problem(error, file);
    }
  }

  /// Runs `body` in one transaction under the lock: committed if it returns a value, undone if it returns a Problem.
  template <class Body>
  auto write(Body body) -> decltype(body()) {
    if (auto begun = begin_write(); !begun) return begun.error();
    const Held held{*this};
    try {
      use("BEGIN IMMEDIATE").run();
      auto result = body();
      end_transaction(result.has_value());
      if (result) checkpoint_if_large();
      return result;
    } catch (const SQLite::Exception& error) {
      end_transaction(false);
      return store_detail::sqlite_problem(error, file);
    }
  }

  /// Refuses when the file is no longer the one of its name: what is written there would be lost.
  Result<void, Problem> check_place() const;
  Result<void, Problem> begin_write();
  void end_read() noexcept;
  /// Commit may throw; rolling back does not.
  void end_transaction(bool commit);
  /// Between transactions, while the lock is held: keeps the WAL small.
  void checkpoint_if_large() noexcept;

 private:
  struct Held {
    Impl& impl;
    ~Held() { impl.lock.release(); }
  };
};

}  // namespace almanac
