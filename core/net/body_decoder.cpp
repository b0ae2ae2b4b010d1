#include "body_decoder.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>

#include "net_errc.hpp"

namespace almanac::net {
namespace {

constexpr std::uint64_t ratio_applies_from = 1024 * 1024;
constexpr std::uint64_t greatest_ratio = 200;

/// The body as it is.
class PlainDecoder final : public BodyDecoder {
 public:
  error_code feed(std::string_view coded, DecodedBody& out) override {
    read_ += coded.size();
    return out.append(coded.data(), coded.size(), read_);
  }
  error_code finish() override { return {}; }

 private:
  std::uint64_t read_ = 0;
};

}  // namespace

Result<Coding> coding_from(std::string_view content_encoding) {
  Coding found = Coding::identity;
  while (!content_encoding.empty()) {
    const std::size_t comma = std::min(content_encoding.find(','), content_encoding.size());
    const std::string_view word = trim(content_encoding.substr(0, comma), " \t");
    content_encoding.remove_prefix(std::min(comma + 1, content_encoding.size()));
    if (word.empty() || equal_nocase(word, "identity")) continue;
    if (found != Coding::identity) return make_error_code(NetErrc::limit);
    if (equal_nocase(word, "gzip") || equal_nocase(word, "x-gzip")) {
      found = Coding::gzip;
    } else if (equal_nocase(word, "br")) {
      found = Coding::brotli;
    } else if (equal_nocase(word, "zstd")) {
      found = Coding::zstd;
    } else {
      return make_error_code(NetErrc::decode);
    }
  }
  return found;
}

error_code DecodedBody::append(const char* data, std::size_t size, std::uint64_t coded) {
  if (size > limit_ - text_.size()) return make_error_code(NetErrc::limit);
  const std::uint64_t total = text_.size() + size;
  if (total > ratio_applies_from && total / greatest_ratio > coded) return make_error_code(NetErrc::limit);
  text_.append(data, size);
  return {};
}

void DecodedBody::expect(std::uint64_t size) {
  text_.reserve(static_cast<std::size_t>(std::min({size, limit_, ratio_applies_from})));
}

std::unique_ptr<BodyDecoder> make_decoder(Coding coding) {
  switch (coding) {
    case Coding::gzip:
      return make_gzip_decoder();
    case Coding::brotli:
      return make_brotli_decoder();
    case Coding::zstd:
      return make_zstd_decoder();
    case Coding::identity:
      break;
  }
  return std::make_unique<PlainDecoder>();
}

}  // namespace almanac::net
