#pragma once
#include <boost/beast/http/basic_parser.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "body_decoder.hpp"
#include "fetch.hpp"

namespace almanac::net {

/// The header of one answer, as far as anyone asks for it. Repeated fields are joined with ", "; of the ETag,
/// Last-Modified, Location and Content-Type fields the first counts.
struct ResponseHead {
  int status = 0;
  bool http10 = false;
  Validators validators;
  std::string content_type, content_language, cache_control, expires, date, age, retry_after, location,
      content_encoding;
  bool has_location = false;

  bool is_interim() const noexcept { return status < 200; }
  bool is_redirect() const noexcept {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }
  bool is_document() const noexcept { return status == 200 || status == 203 || status == 226; }
};

/// Reads one answer: Beast's HTTP/1.1 parser with our limits, before anything is kept. The header is complete before
/// the first body byte is looked at: trailers are dropped, so nothing in them can change what the header said
/// (Beast 1.81 would merge them). Only a document's body is decoded; another body is passed over.
class ResponseParser final : public boost::beast::http::basic_parser<false> {
 public:
  explicit ResponseParser(const FetchLimits& limits);

  const ResponseHead& head() const noexcept { return head_; }
  ResponseHead take_head() noexcept { return std::move(head_); }
  std::string take_body() noexcept { return body_.take(); }
  std::uint64_t wire_bytes() const noexcept { return wire_bytes_; }
  std::uint64_t decoded_bytes() const noexcept { return body_.text().size(); }
  /// True if another message may follow on the connection.
  bool may_reuse() const { return keep_alive() && !faulty_framing_; }

 private:
  using error = boost::system::error_code;
  using view = boost::beast::string_view;

  void on_request_impl(boost::beast::http::verb, view, view, int, error&) override {}
  void on_response_impl(int status, view reason, int version, error& ec) override;
  void on_field_impl(boost::beast::http::field name, view name_text, view value, error& ec) override;
  void on_header_impl(error& ec) override;
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error& ec) override;
  std::size_t on_body_impl(view body, error& ec) override;
  void on_chunk_header_impl(std::uint64_t size, view extensions, error& ec) override;
  std::size_t on_chunk_body_impl(std::uint64_t remain, view body, error& ec) override;
  void on_finish_impl(error& ec) override;

  void check_framing(error& ec);
  void decode(view body, error& ec);

  FetchLimits limits_;
  ResponseHead head_;
  std::string transfer_encoding_;
  bool has_transfer_encoding_ = false;
  std::uint64_t header_bytes_ = 0;
  std::uint32_t fields_ = 0;
  std::uint64_t wire_bytes_ = 0;
  std::uint64_t chunked_bytes_ = 0;
  bool header_done_ = false;
  bool faulty_framing_ = false;
  DecodedBody body_;
  std::unique_ptr<BodyDecoder> decoder_;
};

}  // namespace almanac::net
