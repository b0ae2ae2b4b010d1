#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include "file_copy.hpp"
#include "large_pages.hpp"
#include "open_file.hpp"
#include "result.hpp"

namespace almanac {

/// The bytes of a regular file where the system keeps them, unless a copy is asked for: what was read can be let go of.
/// For commands that read one file and store nothing: whoever cuts the file short meanwhile ends the process, with the
/// words of tell_of_cut_file where these were given.
class MappedFile {
 public:
  /// Errors: what the system says of opening or mapping it; invalid_argument for what has no bytes to map: an empty
  /// file, a pipe, a folder.
  static Result<MappedFile> open(const std::filesystem::path& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept
      : file_(std::move(other.file_)),
        begin_(std::exchange(other.begin_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        copy_(std::move(other.copy_)),
        pages_(std::move(other.pages_)) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(file_, other.file_), std::swap(begin_, other.begin_), std::swap(size_, other.size_);
    std::swap(copy_, other.copy_), std::swap(pages_, other.pages_);
    return *this;
  }
  ~MappedFile();

  std::string_view bytes() const noexcept { return {static_cast<const char*>(begin_), size_}; }
  /// Takes no memory for what was read so far; it is found again when it is read again. Of a copy nothing is let go of.
  void let_go() const noexcept;
  /// Reads all of it into large pages of its own, as far as the file still goes: for whoever reads it more than once.
  /// Finding the system's own pages one by one costs more than that where the machine is a guest. What `bytes` returned
  /// before ends. Where there is no memory or the file cannot be read, all stays as it is.
  void copy();
  /// Lets other threads help with the copy from now on.
  void prepare_copy();
  /// Works at a copy that is prepared, as long as there is something to begin with; on any thread, also during `copy`.
  void help_copy() noexcept {
    if (copy_) copy_->work();
  }

 private:
  MappedFile(OpenFile file, void* begin, std::size_t size) noexcept
      : file_(std::move(file)), begin_(begin), size_(size) {}

  OpenFile file_;
  void* begin_ = nullptr;
  std::size_t size_ = 0;
  std::unique_ptr<FileCopy> copy_;  ///< stays when it is done: others may be in it
  LargePages pages_;                ///< have the copy, if there is one
};

}  // namespace almanac
