#include <sys/wait.h>
#include <unistd.h>

#include <almanac/digest/write_issue.hpp>
#include <csignal>
#include <fstream>
#include <iterator>

#include "library.hpp"

BOOST_AUTO_TEST_SUITE(digest_killed, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

IssueName name_of(const DigestView& view) { return {view.period_name, view.profile, "md"}; }

/// Runs in a process of its own that ends as if the machine killed it. The body's word is what it wrote to `out`.
template <class Body>
void in_killed_process(Body body) {
  const pid_t child = ::fork();
  if (child == 0) {
    body();
    ::raise(SIGKILL);
    ::_exit(0);  // never: the test would see that it was not killed
  }
  BOOST_TEST_REQUIRE(child > 0);
  int status = 0;
  BOOST_TEST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_TEST_REQUIRE((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL));
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(issue_whose_file_was_never_written_is_written_with_the_same_bytes, Library) {
  arrive({conference("A first", monday + 30 * day), post("P", monday - day)}, monday);
  const auto promised = dir.path() / "promised.md", folder = dir.path() / "digests";
  const auto wanted = request(monday);
  in_killed_process([&] {
    auto own = Store::open(file);  // a connection does not survive a fork
    if (!own) ::_exit(1);
    const auto made = make_issue(*own, wanted);
    if (!made || made->origin != DigestIssue::Origin::fresh) ::_exit(2);
    std::ofstream(promised, std::ios::binary) << bytes_of(made->view);
  });
  BOOST_TEST(!std::filesystem::exists(folder));
  // What changed meanwhile belongs to the next issue.
  arrive({conference("A renamed", monday + 40 * day), conference("B", monday + 31 * day)}, monday + 60);
  const auto told = issue(monday + day);
  BOOST_TEST((told.origin == DigestIssue::Origin::told));
  BOOST_TEST(told.view.number == 1);
  const auto written = must(write_issue(folder, name_of(told.view), bytes_of(told.view)));
  BOOST_TEST(!content_of(promised).empty());
  BOOST_TEST(content_of(written) == content_of(promised));
}

BOOST_FIXTURE_TEST_CASE(issue_that_was_not_recorded_is_made_anew_under_the_same_number, Library) {
  arrive({conference("A", monday + 30 * day)}, monday);
  const auto wanted = request(monday);
  in_killed_process([&] {
    auto own = Store::open(file);
    if (!own || !preview_issue(*own, wanted)) ::_exit(1);
  });
  const auto made = issue(monday + 60);
  BOOST_TEST((made.origin == DigestIssue::Origin::fresh));
  BOOST_TEST(made.view.number == 1);
  BOOST_TEST(made.view.size() == 1u);
}

BOOST_FIXTURE_TEST_CASE(temporary_file_of_a_killed_writer_does_not_stand_in_the_way, Library) {
  arrive({conference("A", monday + 30 * day)}, monday);
  const auto view = issue(monday).view;
  const auto folder = dir.path() / "digests";
  in_killed_process([&] {
    std::filesystem::create_directory(folder);
    std::ofstream(folder / (".2026-W48-ml.md." + std::to_string(::getpid()) + ".tmp")) << "half of an iss";
  });
  const auto file_written = must(write_issue(folder, name_of(view), bytes_of(view)));
  BOOST_TEST(content_of(file_written) == bytes_of(view));
  BOOST_TEST(content_of(folder / "latest-ml.md") == bytes_of(view));
}

BOOST_AUTO_TEST_SUITE_END()
