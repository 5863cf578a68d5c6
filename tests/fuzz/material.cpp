#include "material.hpp"

namespace casus::fuzz {

material split(std::string_view input) {
  if (input.substr(0, seam.size()) == seam) return {{}, std::string(input.substr(seam.size()))};
  auto const at = input.find("\n%%\n");
  if (at == std::string_view::npos) return {std::string(input), {}};
  return {std::string(input.substr(0, at + 1)), std::string(input.substr(at + 1 + seam.size()))};
}

std::string joined(material const& of) {
  std::string whole = of.rules;
  if (!whole.empty() && whole.back() != '\n') whole += '\n';
  whole += seam;
  return whole + of.scenario;
}

}  // namespace casus::fuzz
