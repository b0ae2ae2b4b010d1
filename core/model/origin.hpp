#pragma once
#include <almanac/model/moment.hpp>
#include <cstdint>
#include <vector>

namespace almanac {

/// What a fact stands on. `confidence` is in percent: how often a fact found that way is right, as far as we know; 0:
/// nobody recorded it.
struct Origin {
  Provenance provenance = Provenance::structured;
  std::uint8_t confidence = 0;
  friend bool operator==(const Origin&, const Origin&) = default;
};

/// What the facts of an entry or event stand on that are no dates (a Moment has its own provenance).
struct FactOrigins {
  Origin kind, place, mode, status, cost;
  std::vector<Origin> topics;  ///< one a topic, in their order; those beyond its end have none recorded
  friend bool operator==(const FactOrigins&, const FactOrigins&) = default;
};

/// The single facts of FactOrigins, in the order in which they are stored.
inline constexpr Origin FactOrigins::*single_origins[] = {&FactOrigins::kind, &FactOrigins::place, &FactOrigins::mode,
                                                          &FactOrigins::status, &FactOrigins::cost};

/// Where nothing more is known than how the fact was found.
Origin usual_origin(Provenance provenance);

/// Of a date: less sure when its zone is our guess; no confidence in what could not be read.
Origin origin_of(const Moment& moment);

/// Two sources that say the same independently: the better provenance, and more confidence than either. One that is not
/// recorded changes nothing. Never 100.
Origin confirmed(const Origin& a, const Origin& b);

}  // namespace almanac
