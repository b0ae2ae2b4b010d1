#include "mapped_document.hpp"

#include <utility>

namespace almanac {

bool is_calendar(std::string_view body) { return body.substr(0, 4096).find("BEGIN:VCALENDAR") != body.npos; }

Result<std::unique_ptr<MappedDocument>> MappedDocument::open(const std::filesystem::path& path,
                                                             std::string content_type) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  return std::make_unique<MappedDocument>(std::move(*file), std::move(content_type));
}

MappedDocument::MappedDocument(MappedFile file, std::string content_type)
    : file_(std::move(file)),
      content_type_(std::move(content_type)),
      markup_(guess_markup(file_.bytes(), content_type_)),
      is_calendar_(almanac::is_calendar(file_.bytes())) {
  if (!is_calendar_) file_.prepare_copy();
  decoding_ = std::async(std::launch::async, [this] {
    if (!is_calendar_) file_.copy();
    return decode_held(file_.bytes(), content_type_, markup_, [this] { file_.let_go(); });
  });
}

}  // namespace almanac
