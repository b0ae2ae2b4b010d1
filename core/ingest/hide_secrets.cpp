#include "hide_secrets.hpp"

#include <almanac/model/own_secrets.hpp>

namespace almanac {
namespace {

void hide_in_link(const OwnSecrets& own, std::string& link) {
  if (!link.empty()) link = own.hide_in_link(link);
}
void hide_in_text(const OwnSecrets& own, std::string& text) {
  if (!text.empty()) text = own.hide_in_text(text);
}
void hide(const OwnSecrets& own, std::vector<Link>& links) {
  for (Link& link : links) hide_in_link(own, link.href);
}
void hide(const OwnSecrets& own, std::vector<Person>& people) {
  for (Person& person : people) hide_in_link(own, person.url);
}

}  // namespace

void hide_secrets(std::span<Entry> entries, const std::string& address) {
  const OwnSecrets own(address);
  if (!own.any()) return;
  for (Entry& entry : entries) {
    for (std::string* link : {&entry.id, &entry.url, &entry.comments_url, &entry.join_url}) hide_in_link(own, *link);
    hide(own, entry.links);
    hide(own, entry.authors);
    for (Enclosure& enclosure : entry.enclosures) hide_in_link(own, enclosure.url);
    for (TextBody* text : {&entry.title, &entry.summary, &entry.content}) {
      hide_in_text(own, text->raw);
      hide_in_text(own, text->plain);
    }
    hide_in_text(own, entry.location);
  }
}

void hide_secrets(DocumentInfo& document, const std::string& address) {
  const OwnSecrets own(address);
  if (!own.any()) return;
  for (std::string* link : {&document.id, &document.url, &document.self, &document.image}) hide_in_link(own, *link);
  hide(own, document.links);
  hide(own, document.authors);
  for (std::string* text : {&document.title, &document.description, &document.rights}) hide_in_text(own, *text);
}

}  // namespace almanac
