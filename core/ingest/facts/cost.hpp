#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace almanac::facts {

/// A price as people compare it: "free", "EUR 25", "USD 10–40"; ISO 4217 codes. `text` is a field for prices and
/// nothing else ("25,00 €", "Free", "0", "$10 - $40", "kostenlos"). What is not understood stays as it is, so that
/// nothing is lost. Pure.
std::string normal_cost(std::string_view text);

/// What it costs to take part, when a title and text say so in so many words: "Eintritt frei", "tickets: 25 €",
/// "registration fee: USD 40". Amounts count only behind a word for a price, and never as prizes, funding or wages; a
/// text that says both that it is free and what it costs says nothing. Pure, linear.
std::optional<std::string> cost_of_text(std::string_view title, std::string_view text);

}  // namespace almanac::facts
