#include "rule_text.hpp"

#include "writer.hpp"

namespace casus::test {

std::string random_rules(choices const& row) {
  writer to(row, layout::any);
  for (int i = to.pick(5) + 1; i > 0; --i) write_declaration(to);
  to.finish();
  return to.text();
}

std::string random_condition(choices const& row) {
  writer to(row, layout::plain);
  write_clause_condition(to);
  return to.text();
}

}  // namespace casus::test
