#pragma once
#include <almanac/time/words/word_table.hpp>
#include <string_view>

namespace almanac::facts {

/// Words that are also names of places and begin sentences; they need a country behind them.
inline constexpr std::string_view common_names =
    "reading nice bath split mobile date bar best data union most same march sunday of university central "
    "center centre online hall park live open call time enter orange deal tours vienne media man are one san "
    "santa new north south east west station college the august may april june friday winter spring summer "
    "independence mission liberty campus start doors early general program normal paper page young price rust "
    "go python ada java ruby elm gent lens sale eden hub lab talk talks speaker submit register social free "
    "bring come lima venue zoom teams discord federal buy sur ele elk ela les des das der die den del han hat "
    "sind wir ihr une von zum nos los las para con por est pour een het van met marathon sprint challenge "
    "apply mars mai marzo sede cali orleans vale ville commerce industry cc os uk us eu hof essen halle singen ende "
    "este gracias "
    "jos kom och ora registro sala save summit tak una can ama borsa hanno kapan than zima mesa holiday como waren "
    "vence nis sun goes loni feira magna";
inline constexpr auto common_name_table = dates::word_table<common_names>();

/// Those of them that are names of larger cities: at the end of an address they are believed.
inline constexpr std::string_view common_cities =
    "reading nice bath split mobile tours orange lima cali orleans gent lens essen halle hof";
inline constexpr auto common_city_table = dates::word_table<common_cities>();

}  // namespace almanac::facts
