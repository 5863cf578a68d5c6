// What is said of one instance, not yet in words, so that instances which differ in one thing only can be merged into
// one sentence: "Armenia must …" and "Belarus must …" into "Armenia and Belarus must …".
#pragma once
#include "engine/evaluate/findings.hpp"
#include "engine/report/sheet.hpp"
#include <string>
#include <vector>

namespace casus::report {

struct row {
  // A norm: the actor, then the arguments. An establishment: the relation's arguments. Plain: the binding.
  enum class kind { norm, establishment, plain };
  kind of = kind::plain;
  evaluate::status status{};
  facts::truth certain = facts::truth::yes;
  bool is_joint = false;          // of a norm: it binds others together with these
  std::uint32_t consequence = 0;  // of a norm or an establishment: index into the model's consequences
  std::vector<std::vector<facts::value>> columns;
  std::string state;
  std::vector<remark> remarks;
};

// Rows that differ in one column only become one, the first column first; the order of first appearance is kept. In a
// plain row, events tell instances apart and are not merged. Remarks that the next row repeats are left to that.
[[nodiscard]] std::vector<row> merged(std::vector<row> rows);

}  // namespace casus::report
