#pragma once
#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

// The words of prices and of what is free, folded (see fold).

namespace almanac::facts {

struct CurrencySign {
  std::string_view written, code;
};
/// Folded, the longest first.
inline constexpr std::array<CurrencySign, 34> currencies{{
    {"australian dollars", "AUD"},
    {"us dollars", "USD"},
    {"dollars", "USD"},
    {"pounds", "GBP"},
    {"euros", "EUR"},
    {"euro", "EUR"},
    {"rupees", "INR"},
    {"us$", "USD"},
    {"ca$", "CAD"},
    {"au$", "AUD"},
    {"nz$", "NZD"},
    {"c$", "CAD"},
    {"a$", "AUD"},
    {"s$", "SGD"},
    {"r$", "BRL"},
    {"hk$", "HKD"},
    {"eur", "EUR"},
    {"usd", "USD"},
    {"gbp", "GBP"},
    {"chf", "CHF"},
    {"cad", "CAD"},
    {"aud", "AUD"},
    {"inr", "INR"},
    {"jpy", "JPY"},
    {"sek", "SEK"},
    {"dkk", "DKK"},
    {"nok", "NOK"},
    {"pln", "PLN"},
    {"czk", "CZK"},
    {"€", "EUR"},
    {"$", "USD"},
    {"£", "GBP"},
    {"₹", "INR"},
    {"円", "JPY"},
}};

inline constexpr std::string_view free_words[]{
    "free",     "free of charge", "gratis", "kostenlos", "kostenfrei", "gratuit", "gratuite", "gratuito",
    "gratuita", "libre",          "frei",   "no cost",   "0",          "無料",    "免费",     "免費"};

/// Whole phrases that say in prose that taking part costs nothing.
inline constexpr std::string_view free_phrases[]{"free entry",
                                                 "entry is free",
                                                 "free admission",
                                                 "admission is free",
                                                 "admission free",
                                                 "free of charge",
                                                 "free to attend",
                                                 "free to enter",
                                                 "attendance is free",
                                                 "free event",
                                                 "free and open to",
                                                 "participation is free",
                                                 "free registration",
                                                 "registration is free",
                                                 "free tickets",
                                                 "tickets are free",
                                                 "eintritt frei",
                                                 "freier eintritt",
                                                 "eintritt ist frei",
                                                 "kostenlose teilnahme",
                                                 "teilnahme ist kostenlos",
                                                 "teilnahme kostenlos",
                                                 "kostenfrei",
                                                 "entree libre",
                                                 "entree gratuite",
                                                 "participation gratuite",
                                                 "entrada libre",
                                                 "entrada gratuita",
                                                 "entrada gratis",
                                                 "ingresso libero",
                                                 "ingresso gratuito",
                                                 "gratis toegang",
                                                 "toegang gratis",
                                                 "gratis entree",
                                                 "inscricao gratuita",
                                                 "参加費無料",
                                                 "参加費: 無料",
                                                 "参加費:無料",
                                                 "参加無料",
                                                 "免费参加",
                                                 "免費參加"};

inline constexpr std::string_view price_words[]{"ticket",
                                                "tickets",
                                                "admission",
                                                "entry",
                                                "entry fee",
                                                "fee",
                                                "fees",
                                                "price",
                                                "prices",
                                                "cost",
                                                "costs",
                                                "registration fee",
                                                "early bird",
                                                "regular",
                                                "eintritt",
                                                "eintrittspreis",
                                                "preis",
                                                "preise",
                                                "kosten",
                                                "teilnahmegebuhr",
                                                "teilnahmegebuehr",
                                                "gebuhr",
                                                "unkostenbeitrag",
                                                "tarif",
                                                "tarifs",
                                                "entree",
                                                "prix",
                                                "entrada",
                                                "entradas",
                                                "precio",
                                                "precios",
                                                "ingresso",
                                                "prezzo",
                                                "biglietti",
                                                "toegang",
                                                "kaartjes",
                                                "preco",
                                                "参加費",
                                                "费用",
                                                "票价"};

/// What each of the phrases holds a part of: most texts have none of these.
inline constexpr std::string_view free_parts[]{"fre", "grat", "libr", "liber", "kostenlos", "無料", "免费", "免費"};

static_assert(std::all_of(std::begin(free_phrases), std::end(free_phrases), [](std::string_view phrase) {
  return std::any_of(std::begin(free_parts), std::end(free_parts),
                     [&](std::string_view part) { return phrase.find(part) != phrase.npos; });
}));

/// Near these an amount is something else.
inline constexpr std::string_view other_words[]{
    "prize",   "prizes",   "prizepool", "award",    "awards",  "win",         "worth",   "funding",
    "budget",  "grant",    "salary",    "raised",   "sponsor", "sponsorship", "bounty",  "preisgeld",
    "donate",  "donation", "donations", "up to",    "cash",    "scholarship", "credits", "voucher",
    "savings", "save",     "off",       "discount", "rabatt"};

}  // namespace almanac::facts
