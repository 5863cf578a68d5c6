#include "console.hpp"

namespace casus::cli {
namespace {

enum class terminal { yes, no };

report::painter painter_for(std::string_view choice, terminal goes_to, environment const& around) {
  if (choice == "always") return report::painter{report::colour::on};
  if (choice == "never" || around.no_color || goes_to == terminal::no) return report::painter{report::colour::off};
  return report::painter{report::colour::on};
}

}  // namespace

report::painter painter_for_output(std::string_view choice, environment const& around) {
  return painter_for(choice, around.output_is_terminal ? terminal::yes : terminal::no, around);
}

report::painter painter_for_errors(std::string_view choice, environment const& around) {
  return painter_for(choice, around.error_is_terminal ? terminal::yes : terminal::no, around);
}

std::string counted(std::size_t count, std::string_view thing) {
  return std::to_string(count) + ' ' + std::string{thing} + (count == 1 ? "" : "s");
}

}  // namespace casus::cli
