#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <string_view>

namespace almanac {

/// For which kind of output a template is written: how the texts of sources are made harmless in it.
enum class TemplateFor : std::uint8_t { text, markdown, html };

/// A digest through a Mustache template (mustache.5) of the user's. config/templates holds examples with every name
/// that there is. All values are encoded for the output before the template sees them, so {{{x}}} is as safe as {{x}}.
/// Partials do not exist: a template reads no files. Fails, with the reason, when the template is no Mustache.
Result<std::string, Problem> render_digest_template(const DigestView& digest, const Reader& reader,
                                                    std::string_view text, TemplateFor output);

}  // namespace almanac
