#include "impl.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace almanac {
namespace store_detail {
namespace {

struct Words {
  StoreErrc code;
  const char* what;
  const char* hint;
};

Words words_for(int extended) {
  switch (extended & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {StoreErrc::locked, "another process keeps the database locked", "try again when it has finished"};
    case SQLITE_READONLY:
      return {StoreErrc::read_only, "the database cannot be written",
              "check the permissions of the file and its directory"};
    case SQLITE_FULL:
      return {StoreErrc::full, "the disk is full", "free some space; nothing that was stored is lost"};
    case SQLITE_CORRUPT:
      return {StoreErrc::corrupt, "the database is damaged",
              "the file was left as it is; run 'almanac doctor', or put back a copy of it"};
    case SQLITE_NOTADB:
      return {StoreErrc::not_a_database, "this is not a database", "choose another file with --db"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {StoreErrc::permission, "the database cannot be opened",
              "check that the file and its directory may be read and written"};
    case SQLITE_IOERR:
      return {StoreErrc::io, "the disk failed to read or write the database", "check the disk and the file system"};
    default:
      return {StoreErrc::failed, "the database refused", ""};
  }
}

}  // namespace

Problem sqlite_problem(const SQLite::Exception& error, const std::filesystem::path& file) {
  const int code = error.getExtendedErrorCode() > 0 ? error.getExtendedErrorCode() : error.getErrorCode();
  const bool no_room = code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_SHMMAP;
  const Words words = words_for(no_room ? SQLITE_FULL : code);
  return problem(words.code,
                 file.string() + ": " + words.what + ": " + error.getErrorStr() +
                     (words.code == StoreErrc::failed ? std::string(" (") + error.what() + ")" : std::string{}),
                 words.hint);
}

Problem file_problem(int error_number, const std::filesystem::path& file) {
  const std::string what = file.string() + ": " + std::strerror(error_number);
  switch (error_number) {
    case EACCES:
    case EPERM:
      return problem(StoreErrc::permission, what,
                     "check the permissions of the directory, or choose another file with --db");
    case EROFS:
      return problem(StoreErrc::read_only, what, "the file system is mounted read-only; choose another file with --db");
    case ENOSPC:
    case EDQUOT:
      return problem(StoreErrc::full, what, "free some space; nothing that was stored is lost");
    case ENOENT:
    case ENOTDIR:
      return problem(StoreErrc::missing, what, "check the path");
    default:
      return problem(StoreErrc::io, what, "check the disk and the file system");
  }
}

Result<void, Problem> make_private_file(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return file_problem(errno, file);
  ::close(fd);
  return {};
}

}  // namespace store_detail

namespace sd = store_detail;

Store::Impl::~Impl() {
  if (!db || options.mode != OpenMode::write || !check_place()) return;
  if (lock.acquire(std::chrono::milliseconds{0})) {
    sqlite3_wal_checkpoint_v2(db->database().getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    lock.release();
  }
}

Result<void, Problem> Store::Impl::check_place() const {
  int has_moved = 0;
  sqlite3_file_control(db->database().getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  if (has_moved == 0) return {};
  return sd::problem(StoreErrc::moved, file.string() + ": the file was moved, replaced or removed while it was open",
                     "nothing more is written to it; start again to use the file that is there now");
}

Result<void, Problem> Store::Impl::begin_write() {
  if (options.mode != OpenMode::write)
    return sd::problem(StoreErrc::read_only, file.string() + ": opened for reading only",
                       "open the database for writing");
  if (auto here = check_place(); !here) return here.error();
  const auto note_size = [](void* self, sqlite3*, const char*, int pages) {
    static_cast<Impl*>(self)->wal_pages = pages;
    return SQLITE_OK;
  };
  sqlite3_wal_hook(db->database().getHandle(), note_size, this);
  return lock.acquire(options.lock_wait);
}

void Store::Impl::end_read() noexcept {
  sqlite3* handle = db->database().getHandle();
  if (!sqlite3_get_autocommit(handle)) sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Store::Impl::end_transaction(bool commit) {
  if (commit) return use("COMMIT").run();
  topic_ids.clear();
  recent_pairs.forget();
  end_read();  // unless SQLite has undone it already
}

void Store::Impl::checkpoint_if_large() noexcept {
  // By what is in it: the file keeps its size when it is begun anew. A busy poll writes the same pages of the indexes
  // in each transaction; the larger the WAL, the fewer of those go into the database, and the less often all waits for
  // the disk.
  constexpr int page = 4096, large = (64 << 20) / page;
  wal.note_size(static_cast<std::uint64_t>(wal_pages) * page);
  if (wal_pages < large) return;
  // Never waits for readers: what they still need stays in the WAL until next time.
  sqlite3_wal_checkpoint_v2(db->database().getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

}  // namespace almanac
