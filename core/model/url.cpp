#include "url.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/failure.hpp>
#include <charconv>
#include <optional>

#include "url_encode.hpp"
#include "url_host.hpp"
#include "url_reference.hpp"

namespace almanac {
namespace {

using namespace url_detail;

constexpr std::size_t longest_address = 64 * 1024;

class UrlCategory final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "almanac.url"; }
  std::string message(int value) const override {
    switch (static_cast<UrlErrc>(value)) {
      case UrlErrc::empty:
        return "the address is empty";
      case UrlErrc::scheme:
        return "not an http, https or file address";
      case UrlErrc::host:
        return "the address has no valid host name";
      case UrlErrc::port:
        return "the address has no valid port";
      case UrlErrc::characters:
        return "the address is too long";
    }
    return "unknown address error";
  }
  boost::system::error_condition default_error_condition(int) const noexcept override {
    return make_error_condition(Failure::misconfigured);
  }
};

// "webcal:" and "feed:" are what calendars and feeds are published under to reach a program; the transport is the
// web's.
std::optional<std::string> known_scheme(std::string_view written) {
  std::string scheme = to_lower(written);
  if (scheme == "webcal" || scheme == "webcals" || scheme == "feed") return "https";
  if (scheme == "http" || scheme == "https" || scheme == "file") return scheme;
  return std::nullopt;
}

struct Port {
  bool written = false;
  std::uint16_t number = 0;
};

Result<Port> read_port(std::string_view digits) {
  if (digits.empty()) return Port{};
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  Port port{true, 0};
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), port.number);
  if (code != std::errc() || end != digits.data() + digits.size()) return UrlErrc::port;
  return port;
}

std::uint16_t default_port(std::string_view scheme) {
  if (scheme == "https") return 443;
  return scheme == "http" ? 80 : 0;
}

// Appends "user:password@host:port" in canonical form.
error_code append_authority(std::string& out, std::string_view authority, std::string_view scheme) {
  if (const auto at = authority.rfind('@'); at != authority.npos) {
    const auto userinfo = authority.substr(0, at);
    if (!userinfo.empty() && userinfo != ":") {
      append_encoded(out, userinfo, UrlPart::userinfo);
      out += '@';
    }
    authority.remove_prefix(at + 1);
  }
  std::string_view digits;
  const auto bracket = authority.rfind(']');
  if (const auto colon = authority.rfind(':');
      colon != authority.npos && (bracket == authority.npos || colon > bracket)) {
    digits = authority.substr(colon + 1);
    authority = authority.substr(0, colon);
  }
  const auto host = canonical_host(authority);
  if (!host) return host.error();
  const auto port = read_port(digits);
  if (!port) return port.error();
  out += *host;
  if (port->written && port->number != default_port(scheme)) out.append(":").append(std::to_string(port->number));
  return {};
}

// The part after "scheme:" of an address, slashes straightened.
Result<std::string> canonical(std::string scheme, std::string_view rest) {
  std::string out = scheme + "://";
  const bool file = scheme == "file";
  std::string_view authority;
  if (!file || rest.starts_with("//")) {
    rest.remove_prefix(file ? 2 : std::min(rest.find_first_not_of('/'), rest.size()));
    const auto end = std::min(rest.find_first_of("/?#"), rest.size());
    authority = rest.substr(0, end);
    rest.remove_prefix(end);
  }
  if (!file) {
    if (const auto code = append_authority(out, authority, scheme)) return code;
  } else if (!authority.empty() && to_lower(authority) != "localhost") {
    return UrlErrc::host;  // files of other machines are none of ours
  }
  std::optional<std::string_view> fragment, query;
  if (const auto hash = rest.find('#'); hash != rest.npos) {
    fragment = rest.substr(hash + 1);
    rest = rest.substr(0, hash);
  }
  if (const auto mark = rest.find('?'); mark != rest.npos) {
    query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  std::string path = remove_dot_segments(rest);
  if (!path.starts_with('/')) path.insert(0, 1, '/');
  append_encoded(out, path, UrlPart::path);
  if (query) append_encoded(out += '?', *query, UrlPart::query);
  if (fragment) append_encoded(out += '#', *fragment, UrlPart::fragment);
  return out;
}

// Where the authority of a canonical address begins and ends.
std::pair<std::size_t, std::size_t> authority_range(std::string_view text) {
  const auto begin = text.find("://") + 3;
  return {begin, std::min(text.find('/', begin), text.size())};
}

std::string_view host_and_port(std::string_view text) {
  const auto [begin, end] = authority_range(text);
  auto authority = text.substr(begin, end - begin);
  if (const auto at = authority.find('@'); at != authority.npos) authority.remove_prefix(at + 1);
  return authority;
}

}  // namespace

const boost::system::error_category& url_category() noexcept {
  static const UrlCategory category;
  return category;
}

boost::system::error_code make_error_code(UrlErrc code) noexcept { return {static_cast<int>(code), url_category()}; }

Result<Url> Url::parse(std::string_view text) {
  if (text.size() > longest_address) return UrlErrc::characters;
  std::string cleaned = clean(text);
  if (cleaned.empty()) return UrlErrc::empty;
  auto written = scheme_of(cleaned);
  if (written && to_lower(*written) == "feed") {  // "feed:https://example.org/x" names the real address
    const std::string inner = cleaned.substr(written->size() + 1);
    if (const auto scheme = scheme_of(inner); scheme && known_scheme(*scheme)) cleaned = inner;
    written = scheme_of(cleaned);
  }
  if (!written) return UrlErrc::scheme;
  const auto scheme = known_scheme(*written);
  if (!scheme) return UrlErrc::scheme;
  std::string rest = cleaned.substr(written->size() + 1);
  straighten_slashes(rest);
  auto address = canonical(*scheme, rest);
  if (!address) return address.error();
  return Url(std::move(*address));
}

Result<Url> Url::resolve(std::string_view reference) const {
  if (reference.size() > longest_address) return UrlErrc::characters;
  std::string cleaned = clean(reference);
  if (const auto written = scheme_of(cleaned)) {
    const auto after = written->size() + 1;
    const bool same = to_lower(*written) == scheme() &&
                      !(cleaned.size() > after && (cleaned[after] == '/' || cleaned[after] == '\\'));
    if (!same || is_file()) return parse(cleaned);
    cleaned.erase(0, after);  // "https:page" is relative for browsers
  }
  straighten_slashes(cleaned);
  const std::string held = "x:" + cleaned;  // "a:b" after "https:" must not become a scheme
  Reference relative = split(held);
  relative.scheme.reset();
  return parse(resolve_relative(split(text_), relative));
}

std::string_view Url::scheme() const noexcept { return std::string_view(text_).substr(0, text_.find(':')); }

std::string_view Url::userinfo() const noexcept {
  const auto [begin, end] = authority_range(text_);
  const auto authority = std::string_view(text_).substr(begin, end - begin);
  const auto at = authority.find('@');
  return at == authority.npos ? std::string_view() : authority.substr(0, at);
}

std::string_view Url::host() const noexcept {
  const auto authority = host_and_port(text_);
  if (authority.starts_with('[')) return authority.substr(1, authority.find(']') - 1);
  return authority.substr(0, authority.find(':'));
}

std::uint16_t Url::port() const noexcept {
  const auto authority = host_and_port(text_);
  const auto colon = authority.rfind(':');
  std::uint16_t port = default_port(scheme());
  if (colon != authority.npos && authority.find(']', colon) == authority.npos) {
    std::from_chars(authority.data() + colon + 1, authority.data() + authority.size(), port);
  }
  return port;
}

std::string Url::target() const {
  const auto begin = authority_range(text_).second;
  return text_.substr(begin, text_.find('#', begin) - begin);
}

std::string Url::origin() const {
  const bool literal = host().find(':') != std::string_view::npos;
  std::string origin(scheme());
  origin.append(literal ? "://[" : "://").append(host()).append(literal ? "]:" : ":");
  return origin + std::to_string(port());
}

std::string resolve_link(std::string_view base, std::string_view reference) {
  std::string cleaned = clean(reference);
  if (scheme_of(cleaned)) return cleaned;
  const std::string cleaned_base = clean(base);
  const Reference from = split(cleaned_base);
  if (!from.scheme) return cleaned;
  if (is_special(*from.scheme)) straighten_slashes(cleaned);
  std::string tidy;
  append_tidied(tidy, cleaned);
  return resolve_relative(from, split(tidy));
}

}  // namespace almanac
