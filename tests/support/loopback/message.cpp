#include "message.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace almanac::loopback {
namespace {

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(x) == lower(y);
  });
}

const char* reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 304:
      return "Not Modified";
    case 404:
      return "Not Found";
    case 410:
      return "Gone";
    case 429:
      return "Too Many Requests";
    default:
      return "Status";
  }
}

void append_chunks(std::string& out, std::string_view body) {
  constexpr std::size_t chunk = 8 * 1024;
  while (!body.empty()) {
    const std::string_view part = body.substr(0, chunk);
    std::array<char, 20> size{};
    const auto end = std::to_chars(size.data(), size.data() + size.size(), part.size(), 16).ptr;
    out.append(size.data(), end).append("\r\n").append(part).append("\r\n");
    body.remove_prefix(part.size());
  }
  out += "0\r\n\r\n";
}

std::string_view find_field(const Headers& headers, std::string_view name) {
  for (const auto& [key, value] : headers)
    if (same_name(key, name)) return value;
  return {};
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find("\r\n"), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 2, text.size()));
  return line;
}

}  // namespace

std::string_view Request::header(std::string_view name) const { return find_field(headers, name); }
std::string_view Exchange::header(std::string_view name) const { return find_field(headers, name); }

bool Request::has(std::string_view name) const {
  return std::any_of(headers.begin(), headers.end(), [&](const auto& field) { return same_name(field.first, name); });
}

std::string to_bytes(const Response& response) {
  std::string out;
  out.reserve(256 + response.body.size());
  out += "HTTP/1.1 " + std::to_string(response.status) + ' ' + reason_of(response.status) + "\r\n";
  for (const auto& [name, value] : response.headers) out.append(name).append(": ").append(value).append("\r\n");
  const bool bodiless = response.status < 200 || response.status == 204 || response.status == 304;
  if (bodiless) return out += "\r\n";
  if (response.chunked) {
    out += "Transfer-Encoding: chunked\r\n\r\n";
    append_chunks(out, response.body);
    return out;
  }
  out += "Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n";
  return out += response.body;
}

Exchange exchange_of(const Request& request, const Response& response) {
  Exchange exchange{request, response.status, response.headers};
  if (response.script.empty()) return exchange;
  std::string text;
  for (const Step& step : response.script) text += step.bytes.substr(0, 4096);
  std::string_view head = std::string_view(text).substr(0, text.find("\r\n\r\n"));
  const std::string_view line = take_line(head);
  exchange.status = line.starts_with("HTTP/1.") && line.size() > 12 ? std::atoi(line.substr(9, 3).data()) : 0;
  while (!head.empty()) {
    const std::string_view field = take_line(head);
    const std::size_t colon = field.find(": ");
    if (colon != field.npos) exchange.headers.emplace_back(field.substr(0, colon), field.substr(colon + 2));
  }
  return exchange;
}

bool parse_head(std::string_view head, Request& request) {
  const std::string_view line = take_line(head);
  const std::size_t first = line.find(' ');
  const std::size_t second = line.find(' ', first + 1);
  if (first == line.npos || second == line.npos || line.substr(second + 1) != "HTTP/1.1") return false;
  request.method = line.substr(0, first);
  request.target = line.substr(first + 1, second - first - 1);
  while (!head.empty()) {
    const std::string_view field = take_line(head);
    const std::size_t colon = field.find(':');
    if (colon == field.npos) return false;
    std::string_view value = field.substr(colon + 1);
    while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
    request.headers.emplace_back(field.substr(0, colon), value);
  }
  return true;
}

}  // namespace almanac::loopback
