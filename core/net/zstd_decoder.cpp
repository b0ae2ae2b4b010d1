#include <zstd.h>
#include <zstd_errors.h>

#include <array>
#include <new>

#include "body_decoder.hpp"
#include "net_errc.hpp"

namespace almanac::net {
namespace {

constexpr int most_frames = 64;
constexpr int window_log = 23;  // RFC 9659: 8 MiB

struct Free {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class ZstdDecoder final : public BodyDecoder {
 public:
  ZstdDecoder() : context_(ZSTD_createDCtx()) {
    if (!context_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, window_log);
  }

  error_code feed(std::string_view coded, DecodedBody& out) override {
    ZSTD_inBuffer in{coded.data(), coded.size(), 0};
    bool flushing = false;
    while (in.pos < in.size || flushing) {
      if (at_frame_end_ && ++frames_ > most_frames) return make_error_code(NetErrc::limit);
      ZSTD_outBuffer chunk{chunk_.data(), chunk_.size(), 0};
      const std::size_t hint = ZSTD_decompressStream(context_.get(), &chunk, &in);
      if (ZSTD_isError(hint)) return error_of(hint);
      at_frame_end_ = hint == 0;
      if (const error_code ec = out.append(chunk_.data(), chunk.pos, read_ + in.pos)) return ec;
      flushing = chunk.pos == chunk.size && !at_frame_end_;
    }
    read_ += coded.size();
    return {};
  }

  error_code finish() override {
    if (at_frame_end_) return {};
    return make_error_code(NetErrc::truncated);
  }

 private:
  static error_code error_of(std::size_t code) {
    const bool too_wide = ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge;
    return make_error_code(too_wide ? NetErrc::limit : NetErrc::decode);
  }

  std::unique_ptr<ZSTD_DCtx, Free> context_;
  std::array<char, 32 * 1024> chunk_;
  std::uint64_t read_ = 0;
  int frames_ = 0;
  bool at_frame_end_ = true;
};

}  // namespace

std::unique_ptr<BodyDecoder> make_zstd_decoder() { return std::make_unique<ZstdDecoder>(); }

}  // namespace almanac::net
