#pragma once
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <utility>

#include "result.hpp"

namespace almanac {

/// The bytes of a regular file where the system keeps them: they are not copied, and what was read can be let go of.
/// For commands that read one file and store nothing: whoever cuts the file short meanwhile ends the process, with the
/// words of tell_of_cut_file where these were given.
class MappedFile {
 public:
  /// Errors: what the system says of opening or mapping it; invalid_argument for what has no bytes to map: an empty
  /// file, a pipe, a folder.
  static Result<MappedFile> open(const std::filesystem::path& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept
      : begin_(std::exchange(other.begin_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        is_kept_(std::exchange(other.is_kept_, false)) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(begin_, other.begin_), std::swap(size_, other.size_), std::swap(is_kept_, other.is_kept_);
    return *this;
  }
  ~MappedFile();

  std::string_view bytes() const noexcept { return {static_cast<const char*>(begin_), size_}; }
  /// Finds all pages in one call, not by a fault for some of them at a time when they are read first: for whoever is
  /// about to read all of it. A hint, which waits for what the system has to read from a disk.
  void find_pages() const noexcept;
  /// Takes no memory for what was read so far; it is found again when it is read again.
  void let_go() const noexcept;
  /// From now on nothing is let go of: who reads all of it several times finds it faster so.
  void keep() noexcept { is_kept_ = true; }

 private:
  MappedFile(void* begin, std::size_t size) noexcept : begin_(begin), size_(size) {}

  void* begin_ = nullptr;
  std::size_t size_ = 0;
  bool is_kept_ = false;
};

}  // namespace almanac
