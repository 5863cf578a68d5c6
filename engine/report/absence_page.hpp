// Why a provision does not apply, or not to everything: what stands in the way of the instances that come nearest, and
// what there is instead, before it is laid out as text or Markdown.
#pragma once
#include "engine/explain/absence.hpp"
#include "engine/report/document.hpp"
#include "engine/report/names.hpp"

namespace casus::report {

// A condition that fails, or is open.
struct missing {
  std::string words;   // how it stands, with the places that make it so
  std::string wanted;  // what would have to be so
  facts::truth truth = facts::truth::no;
  bool operator==(missing const&) const = default;
};

// The things that are not there: nothing of a kind that is bound, or an event that is yet to come.
[[nodiscard]] std::vector<missing> missing_things(told_account const& one, names const& named,
                                                  explain::absence const& in);

// Instances that are alike in what keeps them from applying.
struct near_group {
  std::string whom;  // "for Armenia, Belarus and Russia as ally, the attack `raid`"
  std::size_t instances = 1;
  std::vector<missing> failed;
};

struct absence_entry {
  std::string citation;
  std::string version;
  evaluate::status status{};
  std::vector<std::string> because;  // not in force; nothing of a kind; what it is instead
  std::vector<passage> others;       // what applies, is displaced, violated, not in force
  std::vector<near_group> near;
};

struct absence_page {
  heading head;
  std::vector<absence_entry> entries;
};

// Of one version: the instances that are listed and have the values asked for, and those that come near.
struct absence_findings {
  check::provision_index provision = 0;
  std::vector<evaluate::world::given> given;  // the values asked for
  std::vector<evaluate::instance> listed;
  std::vector<explain::absence> near;
};

[[nodiscard]] absence_entry absence_entry_of(told_account const& one, absence_findings const& found, std::size_t most);
[[nodiscard]] std::string text(absence_page const& shown, painter const& paint);
[[nodiscard]] std::string markdown(absence_page const& shown);
[[nodiscard]] std::string json(told_account const& one, absence_findings const& found);

}  // namespace casus::report
