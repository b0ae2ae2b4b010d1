#include "losing_disk.hpp"

#include <algorithm>
#include <fstream>
#include <new>
#include <utility>

namespace almanac::test {
namespace {

constexpr std::size_t sector = 512;

LosingDisk* disk = nullptr;

/// A file of ours; the real file system's lies behind it.
struct Shadow {
  sqlite3_file base;
  std::string* path;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
Shadow& shadow(sqlite3_file* file) { return *reinterpret_cast<Shadow*>(file); }
sqlite3_file* real(sqlite3_file* file) { return shadow(file).real(); }
const sqlite3_io_methods& methods(sqlite3_file* file) { return *real(file)->pMethods; }

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  disk->changed(*shadow(file).path,
                {offset, std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size))});
  return methods(file).xWrite(real(file), bytes, size, offset);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  disk->changed(*shadow(file).path, {size, {}, true});
  return methods(file).xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int flags) {
  disk->synced(*shadow(file).path);
  return methods(file).xSync(real(file), flags);
}
int close(sqlite3_file* file) {
  const int code = methods(file).xClose(real(file));
  delete shadow(file).path;
  return code;
}

const sqlite3_io_methods shadow_methods = {
    2,
    close,
    [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return methods(f).xRead(real(f), to, n, at); },
    write,
    truncate,
    sync,
    [](sqlite3_file* f, sqlite3_int64* size) { return methods(f).xFileSize(real(f), size); },
    [](sqlite3_file* f, int level) { return methods(f).xLock(real(f), level); },
    [](sqlite3_file* f, int level) { return methods(f).xUnlock(real(f), level); },
    [](sqlite3_file* f, int* out) { return methods(f).xCheckReservedLock(real(f), out); },
    [](sqlite3_file* f, int op, void* arg) { return methods(f).xFileControl(real(f), op, arg); },
    [](sqlite3_file* f) { return methods(f).xSectorSize(real(f)); },
    [](sqlite3_file* f) { return methods(f).xDeviceCharacteristics(real(f)); },
    [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
      return methods(f).xShmMap(real(f), page, size, extend, out);
    },
    [](sqlite3_file* f, int offset, int n, int flags) { return methods(f).xShmLock(real(f), offset, n, flags); },
    [](sqlite3_file* f) { methods(f).xShmBarrier(real(f)); },
    [](sqlite3_file* f, int remove) { return methods(f).xShmUnmap(real(f), remove); },
    nullptr,
    nullptr};

sqlite3_vfs* behind(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  Shadow& made = shadow(file);
  made.base.pMethods = nullptr;
  sqlite3_vfs* next = behind(vfs);
  const int code = next->xOpen(next, name, made.real(), flags, out);
  if (code != SQLITE_OK) return code;
  made.path = new std::string(name ? name : "");
  made.base.pMethods = &shadow_methods;
  disk->opened(*made.path);
  return code;
}
int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  disk->removed(name);
  return behind(vfs)->xDelete(behind(vfs), name, sync_folder);
}

sqlite3_vfs* losing_vfs(sqlite3_vfs* next) {
  static sqlite3_vfs vfs;
  vfs = *next;
  vfs.zName = "losing";
  vfs.pAppData = next;
  vfs.szOsFile = static_cast<int>(sizeof(Shadow)) + next->szOsFile;
  vfs.xOpen = open;
  vfs.xDelete = remove;
  vfs.xAccess = [](sqlite3_vfs* v, const char* n, int f, int* o) { return behind(v)->xAccess(behind(v), n, f, o); };
  vfs.xFullPathname = [](sqlite3_vfs* v, const char* n, int size, char* o) {
    return behind(v)->xFullPathname(behind(v), n, size, o);
  };
  return &vfs;
}

void apply(const LosingDisk::Change& change, std::string& to) {
  const auto at = static_cast<std::size_t>(change.offset);
  if (change.is_truncation) return to.resize(at);
  if (to.size() < at + change.bytes.size()) to.resize(at + change.bytes.size());
  to.replace(at, change.bytes.size(), change.bytes);
}

std::string content_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

LosingDisk::LosingDisk(bool lies) : lies_(lies), before_(sqlite3_vfs_find(nullptr)) {
  disk = this;
  sqlite3_vfs_register(losing_vfs(before_), 1);
}

LosingDisk::~LosingDisk() {
  sqlite3_vfs_unregister(sqlite3_vfs_find("losing"));
  sqlite3_vfs_register(before_, 1);
  disk = nullptr;
}

void LosingDisk::crash_at(std::size_t n, std::function<void()> crash) {
  left_ = n;
  crash_ = std::move(crash);
}

void LosingDisk::count() {
  if (left_ > 0 && --left_ == 0) crash_();
}

void LosingDisk::opened(const std::string& path) {
  if (!path.empty() && !files_.contains(path)) files_[path].durable = content_of(path);
}

void LosingDisk::changed(const std::string& path, Change change) {
  if (path.empty()) return;
  files_[path].pending.push_back(std::move(change));
  count();
}

void LosingDisk::synced(const std::string& path) {
  count();  // the power fails before it is done
  if (lies_ || path.empty()) return;
  File& file = files_[path];
  for (const Change& change : file.pending) apply(change, file.durable);
  file.pending.clear();
}

void LosingDisk::write_survivors(const std::filesystem::path& folder, const std::filesystem::path& into,
                                 std::mt19937& random) {
  const unsigned kept_of_ten = std::vector<unsigned>{0, 3, 7, 10}[random() % 4];
  const bool in_order = random() % 2 == 0;
  for (const auto& [path, file] : files_) {
    if (std::filesystem::path(path).parent_path() != folder) continue;
    std::vector<Change> kept;
    for (const Change& change : file.pending) {
      if (change.is_truncation) {
        if (random() % 10 < kept_of_ten) kept.push_back(change);
        continue;
      }
      // Torn where sectors of the disk meet.
      for (std::size_t from = 0; from < change.bytes.size();) {
        const std::size_t at = static_cast<std::size_t>(change.offset) + from;
        const std::size_t size = std::min(sector - at % sector, change.bytes.size() - from);
        if (random() % 10 < kept_of_ten)
          kept.push_back({static_cast<std::int64_t>(at), change.bytes.substr(from, size)});
        from += size;
      }
    }
    if (!in_order) std::shuffle(kept.begin(), kept.end(), random);
    std::string found = file.durable;
    for (const Change& change : kept) apply(change, found);
    std::ofstream(into / std::filesystem::path(path).filename(), std::ios::binary) << found;
  }
}

}  // namespace almanac::test
