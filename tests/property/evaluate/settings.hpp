// How many random cases are tried, and which: from the environment. Sanitizers slow a case down some thirtyfold, so
// that build tries fewer.
#pragma once
#include <cstdint>
#include <cstdlib>

namespace casus::oracle {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::uint64_t usual_cases = 1'000;
inline constexpr std::uint64_t usual_transformed = 100;
#else
inline constexpr std::uint64_t usual_cases = 20'000;
inline constexpr std::uint64_t usual_transformed = 2'400;
#endif

[[nodiscard]] inline std::uint64_t setting(char const* name, std::uint64_t otherwise) {
  char const* const found = std::getenv(name);
  return found == nullptr ? otherwise : std::strtoull(found, nullptr, 10);
}

}  // namespace casus::oracle
