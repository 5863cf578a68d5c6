// Rules and a scenario as one input: the two files with a line `%%` between them, so that what is found can be read,
// and cut in two for `casus check`.
#pragma once
#include <string>
#include <string_view>

namespace casus::fuzz {

struct material {
  std::string rules;
  std::string scenario;
};

inline constexpr std::string_view seam = "%%\n";

// Without a seam everything is rules.
[[nodiscard]] material split(std::string_view input);
[[nodiscard]] std::string joined(material const& of);

}  // namespace casus::fuzz
