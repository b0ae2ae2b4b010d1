#pragma once
#include <almanac/base/mapped_file.hpp>
#include <almanac/text/charset.hpp>
#include <future>
#include <memory>
#include <string>

namespace almanac {

/// A long document in a file that is mapped, not copied, and decoded on a thread of its own from the start: who is to
/// read it gets ready meanwhile. What MappedFile says of files that are cut short holds.
class MappedDocument {
 public:
  /// `content_type` as decode_held takes it. Errors: those of MappedFile::open.
  static Result<std::unique_ptr<MappedDocument>> open(const std::filesystem::path& path, std::string content_type = {});
  MappedDocument(MappedFile file, std::string content_type);  ///< takes it over

  std::string_view bytes() const noexcept { return file_.bytes(); }
  /// As MappedFile::let_go. Only calendars are let go of: other documents are checked as a whole before they are read.
  void let_go() const noexcept { file_.let_go(); }
  /// What decoding found, as soon as it is done. To be asked for once.
  Decoded decoded() { return decoding_.get(); }

 private:
  MappedFile file_;
  std::string content_type_;
  std::future<Decoded> decoding_;  // last: its thread uses the others
};

}  // namespace almanac
