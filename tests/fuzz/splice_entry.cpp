// The mutator as libFuzzer calls it; every fifth time it changes bytes as it would without.
#include "splice.hpp"

#include <algorithm>
#include <cstring>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace casus::fuzz;

std::string_view seen(std::uint8_t const* data, std::size_t size) {
  return {reinterpret_cast<char const*>(data), size};
}

std::size_t give(material const& made, std::uint8_t* into, std::size_t room) {
  std::string const text = joined(made);
  std::size_t const size = std::min(text.size(), room);
  std::memcpy(into, text.data(), size);
  return size;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  chance with(seed);
  if (with.in(1, 5)) return LLVMFuzzerMutate(data, size, most);
  material made = split(seen(data, size));
  for (bool again = true; again; again = with.in(1, 3)) {
    if (with.in(2, 3)) {
      made.rules = changed_rules(made.rules, with);
    } else {
      made.scenario = changed_scenario(made.scenario, with);
    }
  }
  return give(made, data, most);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(std::uint8_t const* one, std::size_t one_size,
                                                 std::uint8_t const* other, std::size_t other_size, std::uint8_t* into,
                                                 std::size_t room, unsigned seed) {
  chance with(seed);
  return give(crossed(split(seen(one, one_size)), split(seen(other, other_size)), with), into, room);
}
