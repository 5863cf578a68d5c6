#include "diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace casus::source {
namespace {

auto key(diagnostic const& said) {
  return std::tuple{said.where.file, said.where.begin, said.code, said.where.end, std::string_view{said.message}};
}

}  // namespace

bool has_errors(std::vector<diagnostic> const& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](diagnostic const& said) { return said.severity == severity::error; });
}

void sort(std::vector<diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](diagnostic const& a, diagnostic const& b) { return key(a) < key(b); });
  auto const same = [](diagnostic const& a, diagnostic const& b) { return key(a) == key(b); };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

}  // namespace casus::source
