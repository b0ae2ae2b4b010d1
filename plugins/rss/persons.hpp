#pragma once
#include <almanac_sdk.hpp>

#include "walker.hpp"

namespace almanac::rss {

/// "jo@example.org (Jo Doe)", "Jo Doe <jo@example.org>", "jo@example.org", "Jo Doe (https://jo.example.org)", "Jo Doe":
/// name and addresses apart.
almanac_person split_person(std::string_view text) noexcept;

/// An author element of any format: children name, email, uri (Atom; `url` and `homepage` in 0.3, foaf-like nesting in
/// RDF), or a text as above.
almanac_person read_person(Walker& walker, const Element& element);

inline bool is_empty(const almanac_person& person) noexcept {
  return person.name.size == 0 && person.email.size == 0 && person.url.size == 0;
}

/// Appends a person who is not there yet; 200 at most.
void add_person(std::vector<almanac_person>& list, const almanac_person& person);

}  // namespace almanac::rss
