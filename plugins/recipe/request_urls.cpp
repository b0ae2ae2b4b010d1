#include "request_urls.hpp"

#include <almanac/model/url.hpp>

namespace almanac::recipe {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// Braces as they were written, before an address was normalised.
std::string decoded(std::string_view url) {
  std::string out(url);
  for (const auto& [code, sign] : {std::pair{"%7B", "{"}, {"%7b", "{"}, {"%7D", "}"}, {"%7d", "}"}})
    replace_all(out, code, sign);
  return out;
}

/// Sets a query parameter of an address.
std::string with_parameter(std::string_view url, const std::string& name, unsigned value) {
  std::string out(url.substr(0, url.find('#')));
  const std::size_t query = out.find('?');
  const std::string text = name + "=" + std::to_string(value);
  if (query == out.npos) return out + "?" + text;
  for (std::size_t at = query; at != out.npos; at = out.find('&', at + 1)) {
    if (out.compare(at + 1, name.size() + 1, name + "=") != 0) continue;
    const std::size_t end = std::min(out.find('&', at + 1), out.size());
    return out.replace(at + 1, end - at - 1, text);
  }
  return out + "&" + text;
}

}  // namespace

RequestUrl with_year(std::string_view url, int year) {
  RequestUrl out{decoded(url), false};
  out.may_be_missing = out.url.find("{year+1}") != std::string::npos;
  replace_all(out.url, "{year+1}", std::to_string(year + 1));
  replace_all(out.url, "{year}", std::to_string(year));
  return out;
}

std::vector<RequestUrl> request_urls(const Recipe& recipe, const std::string& source_url, int year) {
  std::vector<RequestUrl> out;
  const bool is_list = !recipe.urls.empty() && (source_url.empty() || decoded(source_url) == recipe.urls.front());
  if (!is_list) {
    if (!source_url.empty()) out.push_back(with_year(source_url, year));
    return out;
  }
  for (const std::string& url : recipe.urls) out.push_back(with_year(url, year));
  return out;
}

std::optional<std::string> next_page(const Paging& paging, const std::string& url, const std::string& next,
                                     std::size_t rows, unsigned pages_read) {
  if (pages_read >= paging.most) return std::nullopt;
  if (paging.next.is_set()) {
    if (next.empty()) return std::nullopt;
    const std::string address = resolve_link(url, next);
    if (address.empty() || address == url) return std::nullopt;
    return address;
  }
  if (rows == 0) return std::nullopt;
  return with_parameter(url, paging.parameter, paging.first + pages_read);
}

}  // namespace almanac::recipe
