#include "template_digest.hpp"

#include <almanac/text/escape.hpp>
#include <kainjow/mustache.hpp>

#include "columns.hpp"
#include "digest_words.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

using kainjow::mustache::data;

/// Puts values under names, each encoded for the output.
class Encoder {
 public:
  explicit Encoder(TemplateFor output) : output_(output) {}

  std::string encoded(std::string_view text) const {
    switch (output_) {
      case TemplateFor::html:
        return escape_html(text);
      case TemplateFor::markdown:
        return escape_markdown(text);
      case TemplateFor::text:
        break;
    }
    return terminal_line(text);
  }
  /// Empty texts count as false, so that {{#place}}…{{/place}} leaves them out.
  void put(data& to, const std::string& name, std::string_view text) const {
    if (text.empty())
      to.set(name, data{data::type::bool_false});
    else
      to.set(name, data{encoded(text)});
  }
  /// An address passes as it is but in HTML: web_link leaves nothing in it that ends a link.
  void put_link(data& to, const std::string& name, const std::string& link) const {
    if (link.empty())
      to.set(name, data{data::type::bool_false});
    else
      to.set(name, data{output_ == TemplateFor::html ? escape_html(link) : link});
  }

 private:
  TemplateFor output_;
};

data item_data(const DigestItem& item, const Reader& reader, const Encoder& encoder) {
  const ItemWords words = describe(item, reader);
  data out;
  encoder.put(out, "id", item.listed.public_id);
  encoder.put(out, "title", words.title);
  encoder.put_link(out, "link", words.link);
  encoder.put(out, "kind", words.kind);
  encoder.put(out, "status", words.status);
  encoder.put(out, "marks", words.marks);
  encoder.put(out, "when", words.when);
  encoder.put(out, "when_there", words.when_there);
  encoder.put(out, "days_left", words.days_left);
  encoder.put(out, "place", words.place);
  encoder.put(out, "cost", words.cost);
  encoder.put(out, "next_deadline", words.next_deadline);
  encoder.put(out, "sources", words.sources);
  encoder.put(out, "summary", words.summary);
  encoder.put(out, "deadline", words.deadline_type);
  encoder.put(out, "closes", words.closes);
  encoder.put(out, "closes_here", words.deadline_here);
  encoder.put(out, "closes_there", words.deadline_there);
  encoder.put(out, "why", words.why);
  encoder.put(out, "also_in", words.also_in);
  data changes{data::type::list};
  for (const auto& change : words.changes) {
    data one;
    encoder.put(one, "text", change);
    changes << one;
  }
  out.set("changes", changes);
  return out;
}

data section_data(const DigestSection& section, const Reader& reader, const Encoder& encoder) {
  data out;
  encoder.put(out, "title", section.title);
  out.set("count", std::to_string(section_size(section)));
  data groups{data::type::list};
  for (const auto& group : section.groups) {
    if (group.items.empty()) continue;
    data one;
    encoder.put(one, "heading", group.heading);
    data items{data::type::list};
    for (const auto& item : group.items) items << item_data(item, reader, encoder);
    one.set("items", items);
    groups << one;
  }
  out.set("groups", groups);
  return out;
}

data digest_data(const DigestView& digest, const Reader& reader, const Encoder& encoder) {
  data out;
  encoder.put(out, "title", digest_title(digest));
  encoder.put(out, "subtitle", digest_subtitle(digest, reader));
  encoder.put(out, "profile", digest.profile);
  encoder.put(out, "period", digest.period_name);
  encoder.put(out, "period_text", digest.period_text);
  encoder.put(out, "zone", digest.zone);
  out.set("number", std::to_string(digest.number));
  out.set("count", std::to_string(digest.size()));
  encoder.put(out, "nothing", digest.empty() ? empty_digest_text(digest) : std::string{});
  data sections{data::type::list}, broken{data::type::list}, left_out{data::type::list};
  for (const auto& section : digest.sections)
    if (section_size(section) > 0) sections << section_data(section, reader, encoder);
  const auto note = [&](data& list, const std::string& text) {
    data one;
    encoder.put(one, "text", text);
    list << one;
  };
  for (const auto& source : digest.broken) note(broken, broken_text(source, reader));
  for (const auto& rule : digest.left_out) note(left_out, left_out_text(rule));
  out.set("sections", sections);
  out.set("broken", broken);
  out.set("left_out", left_out);
  return out;
}

}  // namespace

Result<std::string, Problem> render_digest_template(const DigestView& digest, const Reader& reader,
                                                    std::string_view text, TemplateFor output) {
  const auto bad = [](const std::string& why) {
    return Problem{make_error_code(boost::system::errc::invalid_argument), "the template is no Mustache: " + why,
                   "config/templates holds examples"};
  };
  kainjow::mustache::mustache parsed{std::string(text)};
  if (!parsed.is_valid()) return bad(parsed.error_message());
  parsed.set_custom_escape([](const std::string& value) { return value; });
  std::string out = parsed.render(digest_data(digest, reader, Encoder(output)));
  if (!parsed.is_valid()) return bad(parsed.error_message());
  return out;
}

}  // namespace almanac
