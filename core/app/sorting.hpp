#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/model/listing.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// The words of `--sort`; the first one is the order that the store gives.
const std::vector<std::string>& sort_orders();

/// Sorts a list by one of them, stable: title, place and kind by letters; deadline by the next one that is open (those
/// without come last); new and changed with the latest first. "date" leaves the order alone.
void sort_rows(std::vector<ListedEvent>& rows, std::string_view order, sys_seconds now);
/// The same by the events of deadlines. Their own order is that by deadline.
void sort_rows(std::vector<ListedDeadline>& rows, std::string_view order, sys_seconds now);

}  // namespace almanac
