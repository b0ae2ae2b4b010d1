#pragma once
#include <cstdint>
#include <filesystem>

namespace almanac {

/// Space kept beside the database for the day on which the disk is full: given up then, so that what has to be written
/// to get out of it (the WAL back into the file, old events out of it) can be. Never fails; no Store is needed.
class Reserve {
 public:
  static constexpr std::uintmax_t bytes = 1u << 20;

  explicit Reserve(const std::filesystem::path& database);

  /// Takes the space, unless it has it. False when there is not enough.
  bool keep() const;
  /// Whether there is enough besides it to go on writing: four times as much.
  bool has_room() const;
  /// Lets the space go.
  void give_up() const;

  const std::filesystem::path& file() const noexcept { return file_; }

 private:
  std::filesystem::path file_;  ///< `<database>.reserve`
};

}  // namespace almanac
