#include "request_text.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <boost/beast/core/buffer_traits.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/serializer.hpp>

namespace almanac::net {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;

constexpr std::string_view default_accept =
    "application/atom+xml, application/rss+xml, application/feed+json, text/calendar, application/rdf+xml;q=0.9, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1";

beast::string_view view(std::string_view text) { return {text.data(), text.size()}; }

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

bool is_clean(std::string_view text) { return std::none_of(text.begin(), text.end(), is_control); }

bool is_token(std::string_view text) {
  static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.find(c) != marks.npos;
  });
}

/// Fields that decide how the message is read, or that have their own place in a request.
bool is_ours(std::string_view name) {
  switch (http::string_to_field(view(name))) {
    case http::field::host:
    case http::field::connection:
    case http::field::proxy_connection:
    case http::field::keep_alive:
    case http::field::content_length:
    case http::field::transfer_encoding:
    case http::field::te:
    case http::field::trailer:
    case http::field::upgrade:
    case http::field::expect:
    case http::field::user_agent:
    case http::field::accept:
    case http::field::accept_encoding:
    case http::field::if_none_match:
    case http::field::if_modified_since:
    case http::field::range:
      return true;
    default:
      return false;
  }
}

std::string host_field(const Url& url) {
  const bool six = url.host().find(':') != std::string_view::npos;
  std::string text = six ? "[" + std::string(url.host()) + "]" : std::string(url.host());
  if (url.port() != (url.is_tls() ? 443 : 80)) text += ":" + std::to_string(url.port());
  return text;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// RFC 7617.
std::string basic_credentials(std::string_view userinfo) {
  std::string pair = percent_decoded(userinfo);
  if (pair.find(':') == std::string::npos) pair += ':';
  std::string coded(4 * ((pair.size() + 2) / 3) + 1, '\0');  // EVP_EncodeBlock ends with a NUL
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(coded.data()),
                                   reinterpret_cast<const unsigned char*>(pair.data()), static_cast<int>(pair.size()));
  coded.resize(static_cast<std::size_t>(size));
  return "Basic " + coded;
}

void add_credentials(http::request<http::empty_body>& message, const FetchRequest& request) {
  for (const auto& [name, value] : request.headers) message.insert(view(name), view(value));
  const std::string_view userinfo = request.url.userinfo();
  if (userinfo.empty() || message.count(http::field::authorization) > 0) return;
  message.set(http::field::authorization, basic_credentials(userinfo));
}

void add_validators(http::request<http::empty_body>& message, const Validators& validators) {
  if (!validators.etag.empty()) message.set(http::field::if_none_match, validators.etag);
  if (!validators.last_modified.empty()) message.set(http::field::if_modified_since, validators.last_modified);
}

std::string serialized(const http::request<http::empty_body>& message) {
  std::string text;
  http::request_serializer<http::empty_body> serializer(message);
  error_code ec;
  while (!serializer.is_done() && !ec) {
    serializer.next(ec, [&](error_code&, const auto& buffers) {
      for (const auto& buffer : beast::buffers_range_ref(buffers)) {
        text.append(static_cast<const char*>(buffer.data()), buffer.size());
      }
      serializer.consume(beast::buffer_bytes(buffers));
    });
  }
  return text;
}

}  // namespace

std::string user_agent(std::string_view contact) {
  std::string text = "almanac/" ALMANAC_VERSION;
  if (contact.empty()) return text + " (1 subscriber)";
  text += " (+";
  std::copy_if(contact.begin(), contact.end(), std::back_inserter(text), [](char c) { return !is_control(c); });
  return text + "; 1 subscriber)";
}

bool can_send(const Validators& validators) {
  return !validators.empty() && is_clean(validators.etag) && is_clean(validators.last_modified);
}

Result<void> check_headers(const FetchRequest& request) {
  if (!is_clean(request.accept)) return make_error_code(NetErrc::bad_request);
  for (const auto& [name, value] : request.headers) {
    if (!is_token(name) || !is_clean(value) || is_ours(name)) return make_error_code(NetErrc::bad_request);
  }
  return {};
}

std::string request_text(const RequestParts& parts) {
  http::request<http::empty_body> message(http::verb::get, view(parts.url.target()), 11);
  message.set(http::field::host, host_field(parts.url));
  message.set(http::field::user_agent, view(parts.user_agent));
  message.set(http::field::accept, parts.request.accept.empty() ? view(default_accept) : view(parts.request.accept));
  message.set(http::field::accept_encoding, parts.request.accept_codings ? "gzip, br, zstd" : "identity");
  if (parts.with_validators) add_validators(message, parts.request.validators);
  if (parts.with_credentials) add_credentials(message, parts.request);
  return serialized(message);
}

}  // namespace almanac::net
