#pragma once
#include <almanac/base/mapped_file.hpp>
#include <almanac/text/charset.hpp>
#include <future>
#include <memory>
#include <string>

namespace almanac {

/// Whether a calendar begins near the beginning. Calendars may say behind their entries what these mean, and are larger
/// as JSON than they are.
bool is_calendar(std::string_view body);

/// A long document in a file that is got and decoded on a thread of its own from the start: who is to read it gets
/// ready meanwhile. Of a calendar nothing is copied, and what MappedFile says of files that are cut short holds.
class MappedDocument {
 public:
  /// `content_type` as decode_held takes it. Errors: those of MappedFile::open.
  static Result<std::unique_ptr<MappedDocument>> open(const std::filesystem::path& path, std::string content_type = {});
  MappedDocument(MappedFile file, std::string content_type);  ///< takes it over

  /// As guess_markup says.
  Markup markup() const noexcept { return markup_; }
  /// Whether it seems to be a calendar: other documents are checked as a whole before they are read.
  bool is_calendar() const noexcept { return is_calendar_; }
  /// What decoding found, as soon as it is done; helps to get the document. To be asked for once.
  Decoded decoded() {
    file_.help_copy();
    return decoding_.get();
  }
  /// Not to be asked for before `decoded`.
  std::string_view bytes() const noexcept { return file_.bytes(); }
  /// As MappedFile::let_go.
  void let_go() const noexcept { file_.let_go(); }

 private:
  MappedFile file_;
  std::string content_type_;
  Markup markup_;
  bool is_calendar_;
  std::future<Decoded> decoding_;  // last: its thread uses the others
};

}  // namespace almanac
