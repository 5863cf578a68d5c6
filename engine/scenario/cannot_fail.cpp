#include "engine/scenario/cannot_fail.hpp"

#include <fmt/format.h>

namespace casus::scenario {
namespace {

constexpr std::string_view code = "cannot-fail";

// What has such a status is not listed one by one, so that there is nothing that `only` could find besides.
bool is_absence(std::string_view status) {
  return status == "does not apply" || status == "not in force" || status == "does not arise" ||
         status == "does not hold";
}

bool is_empty(std::optional<std::vector<std::vector<facts::binding>>> const& bindings) {
  return bindings && bindings->empty();
}

}  // namespace

void note_if_it_cannot_fail(loading& all, facts::expected_subject const& read, element name) {
  bool const has_more = read.duty || read.failing || read.displaced_by;
  if (is_empty(read.for_instances) && !read.only_instances && !has_more) {
    all.said.add(code, name.where(), fmt::format("what is expected of `{}` is met whatever is found", name.text()),
                 "an empty `for` names nothing to look at: leave it out, and the status is held against the strongest");
    return;
  }
  if (!read.only_instances || has_more || !is_absence(read.status)) return;
  bool const says_something = !read.only_instances->empty() || (read.for_instances && !read.for_instances->empty());
  if (says_something) {
    all.said.add(code, name.where(), fmt::format("of `{}`, `only` expects no more than `for` would", name.text()),
                 fmt::format("what is `{}` is not listed one by one; say `for`", read.status));
  } else {
    all.said.add(code, name.where(), fmt::format("what is expected of `{}` is met whatever is found", name.text()),
                 fmt::format("what is `{0}` is not listed one by one; to expect that of all of it, write `{1}: {0}`",
                             read.status, name.text()));
  }
}

}  // namespace casus::scenario
