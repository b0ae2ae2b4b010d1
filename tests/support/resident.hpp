#pragma once
#include <cstddef>
#include <cstdio>

namespace almanac::test {

/// Memory of this process that is in use, in bytes (proc(5), statm); 0 when the system does not say.
inline std::size_t resident_bytes() {
  std::size_t total = 0, resident = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%zu %zu", &total, &resident) != 2) resident = 0;
    std::fclose(file);
  }
  return resident * 4096;
}

}  // namespace almanac::test
