#pragma once
#include <sys/mount.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "temp_dir.hpp"

namespace almanac::test {

/// A disk of 3 MiB of our own. Needs the right to mount; says so when it has not, and is then false.
class SmallDisk {
 public:
  SmallDisk() : mounted_(::mount("tmpfs", path().c_str(), "tmpfs", 0, "size=3m,mode=0700") == 0) {
    if (!mounted_) BOOST_TEST_MESSAGE("skipped: no right to mount a file system");
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  explicit operator bool() const { return mounted_; }
  std::filesystem::path path() const { return folder_.path(); }
  void remount(unsigned long flags, const char* options) const {
    BOOST_TEST_REQUIRE(::mount("tmpfs", path().c_str(), "tmpfs", MS_REMOUNT | flags, options) == 0);
  }

 private:
  TempDir folder_;
  bool mounted_;
};

}  // namespace almanac::test
