#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/digest/profile.hpp>
#include <almanac/digest/select.hpp>
#include <almanac/store/store.hpp>

namespace almanac {

struct DigestRequest {
  DigestProfile profile;
  sys_seconds now{};
  std::string of;           ///< the period by name ("2026-W48"), of which an issue was made; empty: that of `now`
  bool again = false;       ///< make the period's issue anew from what is known now, and replace it
  bool keep_empty = false;  ///< record an issue without items too
};

struct DigestIssue {
  enum class Origin : std::uint8_t {
    fresh,   ///< made and recorded now
    told,    ///< the period's issue, made before: the same content again
    empty,   ///< nothing to tell; nothing was recorded, so a later run of the period may find something
    shown,   ///< made by preview_issue: not recorded
    answer,  ///< made by answer: of no profile, and not recorded
  };
  DigestView view;
  Origin origin = Origin::fresh;
};

/// The issue of the period that `request.now` lies in. Running twice gives the same issue with the same number; what
/// arrives after it was made comes in the next one. With `of`, the issue of an earlier period as it was told. Fails
/// with a Problem when the filter, the zone or the period cannot be read, no issue was made in a period that is over,
/// or the store says so.
Result<DigestIssue, Problem> make_issue(Store& store, const DigestRequest& request);

/// What `make_issue` would tell, recording nothing.
Result<DigestIssue, Problem> preview_issue(Store& store, const DigestRequest& request);

/// What the profile would tell of the present period to somebody who was told nothing yet: an answer to a filter given
/// on the spot. Looks at no issue and records none; its number is 0.
Result<DigestIssue, Problem> answer(Store& store, const DigestRequest& request);

}  // namespace almanac
