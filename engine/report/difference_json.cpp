#include "difference_page.hpp"
#include "json_account.hpp"
#include "text.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {

using ordered = nlohmann::ordered_json;

std::vector<std::string> json(difference_page const& shown) {
  auto const side = [](std::vector<passage> const& of) {
    ordered all = ordered::array();
    for (auto const& one : of) {
      ordered remarks = ordered::array();
      for (auto const& remark : one.remarks) remarks.push_back(words(remark));
      all.push_back({{"status", evaluate::words(one.status)},
                     {"text", one.sentence},
                     {"state", one.state},
                     {"remarks", remarks}});
    }
    return all;
  };
  std::vector<std::string> pieces;
  for (auto const& entry : shown.changed) {
    pieces.push_back(dump({{"provision", entry.citation},
                           {"version", entry.version},
                           {"was", side(entry.was)},
                           {"now", side(entry.now)},
                           {"since", entry.why}}));
  }
  for (auto const& question : shown.questions) pieces.push_back(dump({{"question", question}}));
  return pieces;
}

}  // namespace casus::report
