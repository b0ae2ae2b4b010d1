#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <almanac/base/log.hpp>
#include <cerrno>

#include "impl.hpp"
#include "schema.hpp"

namespace almanac {

namespace sd = store_detail;

namespace {

constexpr std::uintmax_t check_at_start_below = 64u << 20;

std::uintmax_t size_of(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return error ? 0 : size;
}

std::filesystem::path wal_of(std::filesystem::path file) { return file += "-wal"; }

/// The directory 0700 when it has to be made, the file 0600: it may hold addresses with secrets.
Result<void, Problem> prepare_file(const std::filesystem::path& file) {
  const auto directory = file.parent_path();
  std::error_code error;
  if (!directory.empty() && !std::filesystem::exists(directory, error)) {
    std::filesystem::create_directories(directory, error);
    if (error) return sd::file_problem(error.value(), directory);
    ::chmod(directory.c_str(), 0700);
  }
  const bool existed = std::filesystem::exists(file, error);
  struct stat status {};
  if (existed && ::stat(file.c_str(), &status) == 0 && (status.st_mode & 077) != 0) {
    const bool closed = ::chmod(file.c_str(), status.st_mode & 0700) == 0;
    log(LogLevel::warn, "store",
        file.string() + (closed ? " could be read by others; now only its owner can"
                                : " can be read by others; chmod 600 keeps it private"));
  }
  if (existed && ::access(file.c_str(), W_OK) != 0) return sd::file_problem(errno, file);
  return sd::make_private_file(file);
}

Problem schema_problem(sd::SchemaState state, sd::Connection& db, const std::filesystem::path& file) {
  if (state == sd::SchemaState::newer)
    return sd::problem(StoreErrc::newer,
                       file.string() + ": written by a newer almanac (schema " +
                           std::to_string(db.number("PRAGMA user_version")) + "; this one knows " +
                           std::to_string(sd::migrations().back().version) + ")",
                       "use that version, or a copy from before");
  if (state == sd::SchemaState::foreign)
    return sd::problem(StoreErrc::foreign, file.string() + ": an SQLite database of another program",
                       "choose another file with --db");
  return sd::problem(StoreErrc::read_only, file.string() + ": written by an older almanac",
                     "'almanac poll' brings it up to date");
}

/// A path as an SQLite URI that promises a file which nobody changes: readable without -wal and -shm beside it.
std::string immutable_uri(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%' || c == '?' || c == '#') {
      static constexpr char hex[] = "0123456789ABCDEF";
      uri += {'%', hex[static_cast<unsigned char>(c) >> 4], hex[c & 15]};
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

Result<void, Problem> open_for_reading(Store::Impl& impl) {
  std::error_code error;
  if (!std::filesystem::exists(impl.file, error))
    return sd::problem(StoreErrc::missing, impl.file.string() + ": there is no database yet",
                       "'almanac follow' makes one");
  try {
    try {
      impl.db = std::make_unique<sd::Connection>(impl.file.string(), SQLITE_OPEN_READONLY);
      impl.db->number("SELECT count(*) FROM sqlite_schema");
    } catch (const SQLite::Exception& failed) {
      const int code = failed.getErrorCode() & 0xFF;
      if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || size_of(wal_of(impl.file)) > 0) throw;
      impl.db = std::make_unique<sd::Connection>(immutable_uri(impl.file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    }
    const auto state = sd::schema_state(*impl.db, sd::migrations());
    if (state != sd::SchemaState::current) return schema_problem(state, *impl.db, impl.file);
  } catch (const SQLite::Exception& failed) {
    return sd::sqlite_problem(failed, impl.file);
  }
  return {};
}

/// WAL mode and the newest schema. Takes the lock only when something has to be written.
Result<void, Problem> prepare_schema(Store::Impl& impl) {
  const auto is_wal = [&] {
    SQLite::Statement mode(impl.db->database(), "PRAGMA journal_mode");
    return mode.executeStep() && mode.getColumn(0).getString() == "wal";
  };
  const auto refused = [](sd::SchemaState s) { return s == sd::SchemaState::newer || s == sd::SchemaState::foreign; };
  auto state = sd::schema_state(*impl.db, sd::migrations());
  if (refused(state)) return schema_problem(state, *impl.db, impl.file);
  if (state == sd::SchemaState::current && is_wal()) return {};
  if (auto held = impl.lock.acquire(impl.options.lock_wait); !held) return held;
  struct Release {
    sd::WriteLock& lock;
    ~Release() { lock.release(); }
  } const release{impl.lock};
  if (!is_wal()) impl.db->number("PRAGMA journal_mode=WAL");
  state = sd::schema_state(*impl.db, sd::migrations());
  if (refused(state)) return schema_problem(state, *impl.db, impl.file);
  sd::migrate(*impl.db, impl.file, sd::migrations());
  return {};
}

Result<void, Problem> open_for_writing(Store::Impl& impl) {
  if (auto made = prepare_file(impl.file); !made) return made;
  // A killed process leaves a sound WAL behind; only a crash of the machine may not.
  const bool crashed = size_of(wal_of(impl.file)) > 0 && impl.lock.last_writer_before_boot();
  try {
    impl.db = std::make_unique<sd::Connection>(impl.file.string(), SQLITE_OPEN_READWRITE);
    if (sqlite3_db_readonly(impl.db->database().getHandle(), "main") == 1) return sd::file_problem(EROFS, impl.file);
    if (auto ready = prepare_schema(impl); !ready) return ready;
    if (crashed && size_of(impl.file) > check_at_start_below) impl.wants_check = true;
    if (crashed && !impl.wants_check) {
      SQLite::Statement check(impl.db->database(), "PRAGMA quick_check(1)");
      if (check.executeStep() && check.getColumn(0).getString() != "ok")
        return sd::problem(StoreErrc::corrupt,
                           impl.file.string() + ": damaged by the machine's crash: " + check.getColumn(0).getString(),
                           "the file was left as it is; put back a copy of it");
    }
  } catch (const SQLite::Exception& failed) {
    return sd::sqlite_problem(failed, impl.file);
  }
  return {};
}

}  // namespace

Store::Outcome<Store> Store::open(const std::filesystem::path& file, OpenMode mode) {
  return open(file, OpenOptions{mode, std::chrono::milliseconds{5000}});
}

Store::Outcome<Store> Store::open(const std::filesystem::path& file, const OpenOptions& options) {
  auto impl = std::make_unique<Impl>(file, options);
  auto opened = options.mode == OpenMode::read ? open_for_reading(*impl) : open_for_writing(*impl);
  if (!opened) {
    impl->db.reset();  // nothing may be written back into a file that was refused
    return opened.error();
  }
  return Store(std::move(impl));
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;
const std::filesystem::path& Store::file() const noexcept { return impl_->file; }
bool Store::wants_check() const noexcept { return impl_->wants_check; }

}  // namespace almanac
