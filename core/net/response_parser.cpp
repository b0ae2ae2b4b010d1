#include "response_parser.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>

#include "net_errc.hpp"

namespace almanac::net {
namespace {

namespace http = boost::beast::http;

constexpr std::size_t longest_validator = 4 * 1024;

void keep_first(std::string& text, boost::beast::string_view value) {
  if (text.empty()) text.assign(value.data(), value.size());
}

void keep_all(std::string& text, boost::beast::string_view value) {
  if (!text.empty()) text += ", ";
  text.append(value.data(), value.size());
}

}  // namespace

ResponseParser::ResponseParser(const FetchLimits& limits) : limits_(limits), body_(limits.body_bytes) {
  eager(true);
  header_limit(limits.header_bytes);
  body_limit(boost::none);  // counted here, and for wanted bodies only
}

void ResponseParser::on_response_impl(int status, view reason, int version, error& ec) {
  if (status < 100 || status > 599) {
    ec = NetErrc::protocol;
    return;
  }
  head_.status = status;
  head_.http10 = version == 10;
  header_bytes_ = std::string_view("HTTP/1.1 200 \r\n\r\n").size() + reason.size();
}

void ResponseParser::on_field_impl(http::field name, view name_text, view value, error& ec) {
  if (header_done_) return;  // a trailer
  header_bytes_ += name_text.size() + value.size() + std::string_view(": \r\n").size();
  if (++fields_ > limits_.header_fields || header_bytes_ > limits_.header_bytes) {
    ec = NetErrc::limit;
    return;
  }
  switch (name) {
    case http::field::etag:
      if (value.size() <= longest_validator) keep_first(head_.validators.etag, value);
      break;
    case http::field::last_modified:
      if (value.size() <= longest_validator) keep_first(head_.validators.last_modified, value);
      break;
    case http::field::location:
      head_.has_location = true;
      keep_first(head_.location, value);
      break;
    case http::field::content_type:
      keep_first(head_.content_type, value);
      break;
    case http::field::content_language:
      keep_all(head_.content_language, value);
      break;
    case http::field::content_encoding:
      keep_all(head_.content_encoding, value);
      break;
    case http::field::transfer_encoding:
      has_transfer_encoding_ = true;
      keep_all(transfer_encoding_, value);
      break;
    case http::field::cache_control:
      keep_all(head_.cache_control, value);
      break;
    case http::field::expires:
      keep_first(head_.expires, value);
      break;
    case http::field::date:
      keep_first(head_.date, value);
      break;
    case http::field::age:
      keep_first(head_.age, value);
      break;
    case http::field::retry_after:
      keep_first(head_.retry_after, value);
      break;
    default:
      break;
  }
}

/// RFC 9112 §6: the only coding of a message that we know is "chunked", and only HTTP/1.1 has it.
void ResponseParser::check_framing(error& ec) {
  if (!has_transfer_encoding_) return;
  if (!boost::beast::iequals(transfer_encoding_, "chunked")) {
    ec = NetErrc::protocol;
    return;
  }
  faulty_framing_ = head_.http10;
}

void ResponseParser::on_header_impl(error& ec) {
  header_done_ = true;
  check_framing(ec);
  if (ec || !head_.is_document()) return;
  const auto length = content_length_remaining();
  if (length && *length > limits_.wire_bytes) {
    ec = NetErrc::limit;
    return;
  }
  const Result<Coding> coding = coding_from(head_.content_encoding);
  if (!coding) {
    ec = coding.error();
    return;
  }
  decoder_ = make_decoder(*coding);
  if (length) body_.expect(*coding == Coding::identity ? *length : *length * 4);
}

void ResponseParser::on_body_init_impl(const boost::optional<std::uint64_t>&, error&) {}

void ResponseParser::decode(view body, error& ec) {
  if (!decoder_) return;
  wire_bytes_ += body.size();
  ec = wire_bytes_ > limits_.wire_bytes ? make_error_code(NetErrc::limit)
                                        : decoder_->feed({body.data(), body.size()}, body_);
}

std::size_t ResponseParser::on_body_impl(view body, error& ec) {
  decode(body, ec);
  return body.size();
}

void ResponseParser::on_chunk_header_impl(std::uint64_t size, view, error& ec) {
  if (!decoder_) return;
  if (size > limits_.wire_bytes - chunked_bytes_) {
    ec = NetErrc::limit;
    return;
  }
  chunked_bytes_ += size;
}

std::size_t ResponseParser::on_chunk_body_impl(std::uint64_t, view body, error& ec) {
  decode(body, ec);
  return body.size();
}

void ResponseParser::on_finish_impl(error& ec) {
  if (decoder_) ec = decoder_->finish();
}

}  // namespace almanac::net
