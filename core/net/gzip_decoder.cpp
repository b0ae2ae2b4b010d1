#include <zlib.h>

#include <array>
#include <new>

#include "body_decoder.hpp"
#include "net_errc.hpp"

namespace almanac::net {
namespace {

constexpr int most_members = 64;

class GzipDecoder final : public BodyDecoder {
 public:
  GzipDecoder() {
    constexpr int gzip_only = 16 + MAX_WBITS;
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~GzipDecoder() override { inflateEnd(&stream_); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;

  error_code feed(std::string_view coded, DecodedBody& out) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(coded.data()));  // zlib reads only
    stream_.avail_in = static_cast<uInt>(coded.size());
    for (;;) {
      if (state_ == State::done) return {};
      if (state_ == State::between) {
        if (stream_.avail_in == 0) return {};
        if (const error_code ec = open_next_member()) return ec;
        continue;
      }
      const std::size_t made = run();
      if (made > 0) {
        const auto left = coded.size() - stream_.avail_in;
        if (const error_code ec = out.append(chunk_.data(), made, read_ + left)) return ec;
      }
      if (result_ == Z_STREAM_END) {
        state_ = State::between;
      } else if (result_ == Z_BUF_ERROR || (result_ == Z_OK && stream_.avail_in == 0 && made < chunk_.size())) {
        read_ += coded.size();
        return {};
      } else if (result_ != Z_OK) {
        if (members_ == 1 || stream_.total_out > 0) return make_error_code(NetErrc::decode);
        state_ = State::done;  // no member after all: rubbish after a complete body is ignored, as gzip(1) does
      }
    }
  }

  error_code finish() override {
    const bool nothing_sent = members_ == 1 && read_ == 0;
    const bool rubbish = members_ > 1 && stream_.total_out == 0;
    if (state_ != State::within || nothing_sent || rubbish) return {};
    return make_error_code(NetErrc::truncated);
  }

 private:
  enum class State { within, between, done };

  std::size_t run() {
    stream_.next_out = reinterpret_cast<Bytef*>(chunk_.data());
    stream_.avail_out = static_cast<uInt>(chunk_.size());
    result_ = inflate(&stream_, Z_NO_FLUSH);
    return chunk_.size() - stream_.avail_out;
  }

  error_code open_next_member() {
    if (*stream_.next_in != 0x1f) {
      state_ = State::done;
      return {};
    }
    if (++members_ > most_members) return make_error_code(NetErrc::limit);
    inflateReset(&stream_);
    state_ = State::within;
    return {};
  }

  z_stream stream_{};
  std::array<char, 32 * 1024> chunk_;
  std::uint64_t read_ = 0;  ///< coded bytes of earlier calls
  int members_ = 1;
  int result_ = Z_OK;
  State state_ = State::within;
};

}  // namespace

std::unique_ptr<BodyDecoder> make_gzip_decoder() { return std::make_unique<GzipDecoder>(); }

}  // namespace almanac::net
