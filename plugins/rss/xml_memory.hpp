#pragma once
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace almanac::rss {

/// Memory that is given out in order and taken back all at once; its blocks are kept for the next document, so that a
/// document in a steady run costs no page faults. Not thread-safe.
class Arena {
 public:
  /// `keep` bytes of blocks survive `clear`.
  explicit Arena(std::size_t keep) noexcept : keep_(keep) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Aligned for any type. Throws std::bad_alloc when `budget` bytes would be passed.
  void* take(std::size_t size);
  std::string_view store(std::string_view text);
  bool owns(const void* address) const noexcept;
  void clear() noexcept;

  /// A state to go back to.
  struct Mark {
    std::size_t current = 0, used = 0, taken = 0;
  };
  Mark mark() const noexcept { return {current_, used_, taken_}; }
  /// Takes back what was given out since `mark`, which was made since the last `clear`.
  void rewind(Mark mark) noexcept { current_ = mark.current, used_ = mark.used, taken_ = mark.taken; }
  void set_budget(std::size_t bytes) noexcept { budget_ = bytes; }

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };
  void next_block(std::size_t size);

  std::vector<Block> blocks_;
  std::size_t current_ = 0;  ///< block that is being filled
  std::size_t used_ = 0;     ///< bytes of that block
  std::size_t taken_ = 0;
  std::size_t keep_;
  std::size_t budget_ = static_cast<std::size_t>(-1);
};

/// Lends an arena to every pugixml document that this thread makes while the object lives: all of them must be gone
/// before it ends. A document that passes `budget` fails with pugi::status_out_of_memory.
class XmlMemory {
 public:
  explicit XmlMemory(std::size_t budget);
  ~XmlMemory();
  XmlMemory(const XmlMemory&) = delete;
  XmlMemory& operator=(const XmlMemory&) = delete;

  Arena::Mark mark() const noexcept;
  /// The documents that were made since `mark` are gone.
  void rewind(Arena::Mark mark) noexcept;
};

}  // namespace almanac::rss
