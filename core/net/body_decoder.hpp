#pragma once
#include <almanac/base/result.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace almanac::net {

enum class Coding : std::uint8_t { identity, gzip, brotli, zstd };

/// Reads the Content-Encoding of a message, all its header lines joined with commas. At most one coding counts besides
/// "identity". Errors: NetErrc::limit for a chain of codings, NetErrc::decode for an unknown one (deflate is two
/// formats, so none).
Result<Coding> coding_from(std::string_view content_encoding);

/// Where decoded bytes go. Stops with NetErrc::limit at `limit` bytes, and when the data grew more than 200-fold once 1
/// MiB is out.
class DecodedBody {
 public:
  explicit DecodedBody(std::uint64_t limit) : limit_(limit) {}
  /// `coded` is the number of coded bytes read so far.
  error_code append(const char* data, std::size_t size, std::uint64_t coded);
  void expect(std::uint64_t size);  ///< a hint for the first allocation; never trusted beyond 1 MiB
  const std::string& text() const noexcept { return text_; }
  std::string take() noexcept { return std::move(text_); }

 private:
  std::string text_;
  std::uint64_t limit_;
};

/// Decodes one body as a stream.
class BodyDecoder {
 public:
  virtual ~BodyDecoder() = default;
  /// Errors: NetErrc::decode, NetErrc::limit. After an error the decoder is spent.
  virtual error_code feed(std::string_view coded, DecodedBody& out) = 0;
  /// At the end of the message. Errors: NetErrc::truncated.
  virtual error_code finish() = 0;
};

std::unique_ptr<BodyDecoder> make_decoder(Coding coding);
std::unique_ptr<BodyDecoder>
make_gzip_decoder();  ///< RFC 1952, up to 64 concatenated members; what follows them is ignored
std::unique_ptr<BodyDecoder> make_brotli_decoder();  ///< RFC 7932, no large windows
std::unique_ptr<BodyDecoder> make_zstd_decoder();    ///< RFC 8878, window up to 8 MiB (RFC 9659), up to 64 frames

}  // namespace almanac::net
