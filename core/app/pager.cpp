#include "pager.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "run_with_input.hpp"

namespace almanac {
namespace {

std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < command.size();) {
    const std::size_t end = std::min(command.find(' ', at), command.size());
    if (end > at) words.push_back(command.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::string wanted_pager() {
  const char* pager = std::getenv("ALMANAC_PAGER");
  if (!pager) pager = std::getenv("PAGER");
  const std::string command = pager ? pager : "less";
  return command == "cat" ? std::string{} : command;
}

bool is_long(std::string_view text, const Terminal& terminal) {
  return terminal.height > 0 && static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) >= terminal.height;
}

bool show_in_pager(const std::string& pager, std::string_view text) {
  ::setenv("LESS", "FRX", 0);  // colours and links pass, short texts stay on the screen; the user's own LESS wins
  return run_with_input(words_of(pager), text).has_value();
}

}  // namespace almanac
