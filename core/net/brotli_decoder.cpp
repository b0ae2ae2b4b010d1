#include <brotli/decode.h>

#include <array>
#include <new>

#include "body_decoder.hpp"
#include "net_errc.hpp"

namespace almanac::net {
namespace {

struct Destroy {
  void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

class BrotliDecoder final : public BodyDecoder {
 public:
  BrotliDecoder() : state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
    if (!state_) throw std::bad_alloc();
  }

  error_code feed(std::string_view coded, DecodedBody& out) override {
    const auto* next_in = reinterpret_cast<const std::uint8_t*>(coded.data());
    std::size_t left = coded.size();
    while (!done_) {
      auto* next_out = reinterpret_cast<std::uint8_t*>(chunk_.data());
      std::size_t room = chunk_.size();
      const auto result = BrotliDecoderDecompressStream(state_.get(), &left, &next_in, &room, &next_out, nullptr);
      const std::uint64_t so_far = read_ + coded.size() - left;
      if (const error_code ec = out.append(chunk_.data(), chunk_.size() - room, so_far)) return ec;
      if (result == BROTLI_DECODER_RESULT_ERROR) return make_error_code(NetErrc::decode);
      if (result == BROTLI_DECODER_RESULT_SUCCESS) done_ = true;
      if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) break;
    }
    read_ += coded.size();
    return {};
  }

  error_code finish() override {
    if (done_ || read_ == 0) return {};
    return make_error_code(NetErrc::truncated);
  }

 private:
  std::unique_ptr<BrotliDecoderState, Destroy> state_;
  std::array<char, 32 * 1024> chunk_;
  std::uint64_t read_ = 0;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<BodyDecoder> make_brotli_decoder() { return std::make_unique<BrotliDecoder>(); }

}  // namespace almanac::net
