#include "read_document.hpp"

#include "hide_secrets.hpp"
#include "prepare_document.hpp"

namespace almanac {

int year_of(sys_seconds now) {
  return static_cast<int>(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(now)).year());
}

Result<ReadResult, Problem> read_document(Document document, const ReadRequest& request, const PluginSource& plugins) {
  auto prepared = prepare_document(document, nullptr, request, plugins);
  if (!prepared) return prepared.error();
  auto harvest = prepared->instance.parse(document);
  if (!harvest) return harvest.error();

  ReadResult result{std::move(prepared->plugin), std::move(*harvest), {}};
  std::string().swap(document.body);  // the entries are copies
  note_decoding(result.harvest, prepared->decoding);
  note_language(result.harvest.document, document);
  hide_secrets(result.harvest.document, document.url);
  hide_secrets(result.harvest.entries, document.url);
  result.zones =
      normalise(result.harvest, {request.source_options, request.kind, request.now, request.full_text, request.topics});
  return result;
}

}  // namespace almanac
