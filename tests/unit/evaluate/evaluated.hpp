// A rule text and a scenario, evaluated: statuses, truths and states of norms as words.
#pragma once
#include "engine/evaluate/world.hpp"
#include "engine/facts/scenario.hpp"
#include "engine/source/text.hpp"
#include <memory>
#include <string>
#include <string_view>

namespace casus::test {

class evaluated {
 public:
  evaluated(std::string_view rules, std::string_view scenario);

  [[nodiscard]] std::string status(std::string_view provision, std::string_view date);
  // `no`, `open` or `yes`.
  [[nodiscard]] std::string holds(std::string_view relation, std::vector<std::string> const& ids,
                                  std::string_view date);
  // The states of all norms of a provision, in the order of its instances: `respected, breached`.
  [[nodiscard]] std::string norms(std::string_view provision, std::string_view date);
  // The message with which an evaluation fails, empty where it does not.
  [[nodiscard]] std::string failure(std::string_view date);

 private:
  source::files files_;
  std::unique_ptr<check::program> program_;
  std::unique_ptr<evaluate::compiled> compiled_;
  facts::scenario scenario_;
  std::unique_ptr<evaluate::world> world_;
};

}  // namespace casus::test
