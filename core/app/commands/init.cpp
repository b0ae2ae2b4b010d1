#include <unistd.h>

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/nearest.hpp>
#include <almanac/facts/nearest_place.hpp>
#include <almanac/facts/settle_place.hpp>
#include <almanac/query/words.hpp>
#include <filesystem>
#include <iostream>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"
#include "../topic_book.hpp"

namespace almanac {
namespace {

constexpr std::string_view blanks = " \t";

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto cut = text.find(',');
    if (const auto one = trim(text.substr(0, cut), blanks); !one.empty()) out.emplace_back(one);
    text = cut == text.npos ? std::string_view{} : text.substr(cut + 1);
  }
  return out;
}

/// One question on stderr, its answer from stdin; the default when the line is empty.
std::string ask(const std::string& question, const std::string& otherwise) {
  std::cerr << question << (otherwise.empty() ? " " : " [" + otherwise + "] ") << std::flush;
  std::string answer;
  if (!std::getline(std::cin, answer)) std::cerr << '\n';
  answer = std::string(trim(answer, blanks));
  return answer.empty() ? otherwise : answer;
}

/// A TOML basic string.
std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out + '"';
}

/// What a person means by each: a topic that has a name, else the words next to each other.
std::string interest_filter(const std::vector<std::string>& interests, const facts::TopicBook& topics) {
  std::vector<std::string> terms;
  for (const std::string& one : interests) {
    std::string words;
    for (const std::string& word : fold_words(one)) (words += words.empty() ? "" : " ") += word;
    const std::string topic = topics.topic_named(one);
    const std::string term = topic.empty() ? '"' + words + '"' : "topic:" + topic;
    if ((!topic.empty() || !words.empty()) && std::find(terms.begin(), terms.end(), term) == terms.end())
      terms.push_back(term);
  }
  std::string out;
  for (const std::string& term : terms) out += (out.empty() ? "" : " or ") + term;
  return out;
}

struct Answers {
  std::vector<std::string> interests;
  std::string place;
  long km = 0;
};

std::string configuration(const Answers& answers, const Context& context, const facts::TopicBook& topics) {
  std::string out =
      "# Written by 'almanac init'. The annotated example config/almanac.toml explains every setting.\n"
      "\n[display]\nzone = " +
      toml_text(context.zone().name()) + "\n\n[filter]\n";
  std::string profile;
  if (const std::string interests = interest_filter(answers.interests, topics); !interests.empty()) {
    out += "mine = " + toml_text(interests) + '\n';
    profile = "@mine";
  }
  if (!answers.place.empty()) {
    out += "near-me = " + toml_text("near:\"" + answers.place + '/' + std::to_string(answers.km) + "km\" or online") +
           '\n';
    profile += (profile.empty() ? "" : " ") + std::string("@near-me");
  }
  out += "\n[profile.weekly]\nfilter = " + toml_text(profile) +
         "\nperiod = \"week\"\nat = \"Mon 08:00\"\nformats = [\"md\", \"html\"]\ninto = \"~/almanac\"\n";
  return out;
}

Result<Answers, Problem> collect(const Context& context, const InitArgs& args) {
  const bool may_ask = ::isatty(STDIN_FILENO) == 1 && context.terminal().err_is_tty;
  if (!may_ask && args.interests.empty() && args.place.empty())
    return Problem{AppErrc::bad_usage, "there is no terminal to ask on",
                   "say --interests \"machine learning, rust\" --place Berlin --far 100"};
  const auto answer = [&](const std::string& given, const std::string& question, const std::string& otherwise) {
    if (!given.empty() || !may_ask) return given.empty() ? otherwise : given;
    return ask(question, otherwise);
  };
  Answers out;
  out.interests = split_at_commas(answer(args.interests, "What interests you? (words, with commas)", ""));
  out.place = answer(args.place, "Where are you? (a city; nothing for anywhere)", "");
  out.place.erase(std::remove(out.place.begin(), out.place.end(), '"'), out.place.end());
  if (out.place.empty()) return out;
  if (!facts::find_place(out.place)) {
    const std::string nearest = facts::nearest_place(out.place);
    return Problem{AppErrc::bad_usage, "no place known as '" + out.place + "'",
                   (nearest.empty() ? "" : did_you_mean(nearest) + " or ") +
                       std::string("try the nearest larger city, or \"City, Country\"")};
  }
  const std::string far = answer(args.far, "How far do you travel? (km)", "100");
  out.km = std::strtol(far.c_str(), nullptr, 10);
  if (out.km <= 0 || out.km > 20'000)
    return Problem{AppErrc::bad_usage, "'" + far + "' is no distance", "a number of kilometres such as 100"};
  return out;
}

int write_configuration(const Context& context, const std::string& text) {
  const std::filesystem::path& file = context.paths().config;
  std::error_code ec;
  if (!file.parent_path().empty()) std::filesystem::create_directories(file.parent_path(), ec);
  return put_file(context, file, text, Readers::owner);
}

}  // namespace

int run_init(Context& context, const InitArgs& args) {
  const std::filesystem::path& file = context.paths().config;
  std::error_code ec;
  if (std::filesystem::exists(file, ec) && !args.force)
    return fail(context,
                Problem{AppErrc::bad_usage, file.string() + " is there already", "edit it, or --force writes it anew"});
  const auto answers = collect(context, args);
  if (!answers) return fail(context, answers.error());
  const auto topics = topic_book(context);
  if (!topics) return fail(context, topics.error());
  if (const int code = write_configuration(context, configuration(*answers, context, *topics)); code != exit_ok)
    return code;
  context.remark("wrote " + file.string());
  if (args.bundle != "none") {
    FollowArgs follow;
    follow.what = {(args.bundle.starts_with('@') ? "" : "@") + args.bundle};
    follow.later = true;
    if (const int code = run_follow(context, follow); code != exit_ok) return code;
  }
  context.remark("next: 'almanac poll', then 'almanac upcoming'; 'almanac digest weekly' writes your digest");
  return exit_ok;
}

}  // namespace almanac
