#include <almanac/app/program_info.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(app_completions, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

ProgramInfo program() {
  ProgramInfo out;
  out.global = {{{"-q", "--quiet"}, "", {}, "Tell errors only", false}, {{"--db"}, "FILE", {}, "Database", false}};
  out.commands = {{"poll",
                   "Fetch what's due",
                   {{{"--force"}, "", {}, "All", false}},
                   {{{"source"}, "SOURCE", {}, "Only these", false}}},
                  {"digest",
                   "Write a digest",
                   {{{"--format"}, "", {"md", "html"}, "Form: one", false}},
                   {{{"profile"}, "PROFILE", {}, "A profile", true}}}};
  return out;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(each_shell_completes_commands_options_choices_and_names) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    BOOST_TEST_CONTEXT(shell) {
      const auto script = completion_script(program(), shell);
      BOOST_TEST_REQUIRE(script.has_value());
      for (const char* part : {"poll", "digest", "force", "md html", "sources", "profiles", "quiet"})
        BOOST_TEST(has(*script, part), part);
    }
  }
  BOOST_TEST(!completion_script(program(), "tcsh").has_value());
}

BOOST_AUTO_TEST_CASE(texts_stay_within_their_quotes) {
  BOOST_TEST(has(*completion_script(program(), "fish"), "'Fetch what'\\''s due'"));
  BOOST_TEST(has(*completion_script(program(), "zsh"), "Form\\: one"));
}

BOOST_AUTO_TEST_CASE(the_manual_lists_everything_and_escapes) {
  const std::string page = man_page(program());
  for (const char* part : {".SS poll", "\\fB\\-q\\fR, \\fB\\-\\-quiet\\fR", "\\fB\\-\\-format\\fR \\fImd|html\\fR",
                           "\\fIPROFILE\\fR", ".SH FILTERS", "kind:hackathon"})
    BOOST_TEST(has(page, part), part);
}

BOOST_AUTO_TEST_SUITE_END()
