#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/model/entry.hpp>
#include <almanac/model/event.hpp>
#include <almanac/time/zones/zone.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// A window of instants, in seconds: `from` ≤ start ≤ `to`; an event already running at `from` counts.
/// Floating and all-day starts are compared on their own clock, as if it were UTC.
struct Window {
  std::int64_t from = 0, to = 0;
};

/// How much work an expansion may do before it gives up with an error that names the rule.
struct ExpansionBudget {
  std::size_t instances = 1000;           ///< occurrences of one series within the window
  std::size_t steps = 100'000;            ///< of one series: about one a period of its rules and one a visited instance
  std::size_t all_instances = 1'000'000;  ///< of all series of expand_all()
  std::size_t all_steps = 20'000'000;
};

/// An occurrence as expansion finds it: small, for there may be a million. Borrows from the entries that were expanded.
struct OccurrenceView {
  std::int64_t start = 0, end = 0;    ///< as of Occurrence
  std::int64_t instance = 0;          ///< where the instance stands that it is, on the clock of `instance_kind`
  const Entry* entry = nullptr;       ///< describes it (master or override)
  const std::string* zone = nullptr;  ///< as of Occurrence; null: none
  MomentKind kind = MomentKind::instant;
  MomentKind instance_kind = MomentKind::unread;  ///< unread: of a single event
  EventStatus status = EventStatus::unknown;

  std::string recurrence_id() const { return iso_text(instance_kind, instance); }
  std::string_view zone_name() const { return zone ? std::string_view(*zone) : std::string_view(); }
};

/// The same as a value of its own.
Occurrence to_occurrence(const OccurrenceView& view);

struct Expansion {
  std::vector<OccurrenceView> occurrences;  ///< in order of start, overrides applied, cancelled instances marked
  std::vector<Warning> warnings;            ///< rules that were refused or cut, by name
  const Entry* cut = nullptr;  ///< the first that the budget ended early; what stands up to there stays. Null: none
};

/// What expansion does where RFC 5545 leaves room:
/// - DTSTART is always the first instance, also when its rule does not name it; COUNT counts the instances of the rule.
/// - Instances are planned on the wall clock of the series' zone; one in a gap takes the offset before it, of two equal
/// ones the
///   first is meant (§3.3.5). Two instances that fall on one instant are one. Lengths are exact seconds, but for the
///   days of a DURATION.
/// - BYWEEKNO without BYDAY means all days of the week; YEARLY with BYMONTHDAY alone stays in the month of DTSTART when
/// that day is
///   DTSTART's and BYSETPOS does not choose among the year's, and means every month otherwise.
/// - An override of an instance that the rule does not yield is shown, one of an instance that EXDATE excludes is not.
///   RANGE=THISANDFUTURE moves the later instances as its own and gives them its facts. The RRULE of an override is not
///   followed, also when its master is missing.
/// - A task with a due time only begins at it.
/// Limits: years 1…9999, Gregorian, rules of 4,096 characters, 20,000 values of RDATE and of EXDATE a series, the
/// budget.

/// Expands one series (RFC 5545 §3.8.5): `master` and its overrides (entries with the same id and a RECURRENCE-ID), all
/// with their dates already read. Without a rule, the single occurrence of `master`. An override without a master is a
/// single event. Ends within the budget whatever the rule says; an impossible rule gives a warning that names it and
/// the other dates stay.
Expansion expand(const Entry& master, const std::vector<const Entry*>& overrides, const ZoneBook& zones, Window window,
                 ExpansionBudget budget = {});

/// Groups the entries of one document by id into series (masters with their overrides, orphans alone; of rivals with
/// the same id and RECURRENCE-ID the highest SEQUENCE wins) and expands each. In order of start.
Expansion expand_all(const std::vector<Entry>& entries, const ZoneBook& zones, Window window,
                     ExpansionBudget budget = {});

/// Whether a text is a well-formed RRULE; otherwise the reason, naming the part.
Result<void, Problem> check_rule(std::string_view rule);

}  // namespace almanac
