#include "engine/check/checks.hpp"
#include "engine/model/print.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

source::span place_of_period(model::provision const& written) {
  return written.in_force ? written.in_force->where : written.id.where;
}

source::date end_of(model::provision const& written) {
  source::date const never{source::last_date.days + 1};
  return written.in_force ? written.in_force->until.value_or(never) : never;
}

source::date start_of(model::provision const& written) {
  return written.in_force ? written.in_force->from.value_or(source::first_date) : source::first_date;
}

// The versions stand in the order of their beginnings, so each needs to be held only against what ends last before it.
void check_overlap(program const& checked, article const& of, diagnostics& said) {
  model::provision const* longest = &checked.text_of(checked.provisions[of.versions.front()]);
  for (std::size_t index = 1; index < of.versions.size(); ++index) {
    model::provision const& written = checked.text_of(checked.provisions[of.versions[index]]);
    if (start_of(written) < end_of(*longest)) {
      std::string const since =
          start_of(written) == source::first_date ? "the same days" : source::to_iso(start_of(written));
      said.push_back(source::report("overlapping-versions", place_of_period(written),
                                    fmt::format("two versions of `{}` are in force on {}", of.id, since),
                                    "say when each is in force: `in force from DATE until DATE`"));
      said.back().notes.push_back({"the other version is in force here", place_of_period(*longest)});
    }
    if (end_of(written) > end_of(*longest)) longest = &written;
  }
}

std::string judged(program const& checked, model::provision const& written) {
  return written.judged_at ? model::print(checked.rules, *written.judged_at) : std::string{};
}

void check_judgment(program const& checked, article const& of, diagnostics& said) {
  model::provision const& first = checked.text_of(checked.provisions[of.versions.front()]);
  std::string const expected = judged(checked, first);
  for (provision_index const version : of.versions) {
    model::provision const& written = checked.text_of(checked.provisions[version]);
    std::string const found = judged(checked, written);
    if (found == expected) continue;
    auto const place = [&](model::provision const& it) {
      return it.judged_at ? checked.rules[*it.judged_at].where : it.id.where;
    };
    auto const words = [](std::string const& text) {
      return text.empty() ? std::string("on every day") : fmt::format("at `{}`", text);
    };
    source::diagnostic& added = said.emplace_back(source::report(
        "uneven-versions", place(written),
        fmt::format("this version of `{}` is judged {}, an earlier one {}", of.id, words(found), words(expected)),
        "an instance could meet both versions, or neither: judge all of them at the same date"));
    added.notes.push_back({"the earlier version", place(first)});
    return;
  }
}

}  // namespace

diagnostics check_versions(program const& checked) {
  diagnostics said;
  for (article const& each : checked.articles) {
    if (each.versions.size() < 2) continue;
    check_overlap(checked, each, said);
    check_judgment(checked, each, said);
  }
  return said;
}

}  // namespace casus::check
