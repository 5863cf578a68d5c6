// What would settle an undetermined provision: the instances that are alike together, with the sets of facts that
// decide them, what becomes of them in every completion, and what makes no difference; before it is laid out.
#pragma once
#include "engine/explain/completions.hpp"
#include "engine/report/document.hpp"

namespace casus::report {

// One undetermined instance with what was worked out of it.
struct settled_instance {
  evaluate::instance what;
  explain::settlement settlement;
  explain::completions completions;
};

struct settle_entry {
  std::string citation;
  std::string version;
  evaluate::status status{};
  std::vector<passage> passages;
  std::vector<std::string> notes;
};

struct settle_page {
  heading head;
  std::vector<settle_entry> entries;
};

// `others`: instances that are not undetermined. `left_out`: undetermined ones that were not worked out.
[[nodiscard]] settle_entry settle_entry_of(told_account const& one, check::provision_index provision,
                                           std::vector<settled_instance> const& found,
                                           std::vector<evaluate::instance> const& others, std::size_t left_out);
[[nodiscard]] std::string text(settle_page const& shown, painter const& paint);
[[nodiscard]] std::string text(settle_entry const& shown, painter const& paint);
[[nodiscard]] std::string markdown(settle_page const& shown);
[[nodiscard]] std::string json(told_account const& one, check::provision_index provision,
                               settled_instance const& found);

}  // namespace casus::report
