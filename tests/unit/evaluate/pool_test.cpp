// What is given back to a pool is handed out again, and nothing is handed out twice.
#include "engine/evaluate/pool.hpp"

#include <doctest/doctest.h>
#include <cstring>
#include <set>

namespace {

using casus::evaluate::make_pooled;
using casus::evaluate::pool;
using casus::evaluate::pooled_vector;

}  // namespace

TEST_CASE("a block that was given back is handed out where one of its size is asked for") {
  pool from;
  auto* const first = from.take(40);
  auto* const second = from.take(40);
  CHECK(first != second);
  from.give_back(first, 40);
  CHECK(from.take(100) != first);
  CHECK(from.take(48) == first);  // sizes are rounded up
  from.give_back(second, 40);
  CHECK(from.take(33) == second);
}

TEST_CASE("blocks of any size stand apart") {
  pool from;
  std::set<std::pair<char*, std::size_t>> blocks;
  for (std::size_t round = 0; round < 8; ++round) {
    for (std::size_t size = 1; size < 5000; size = 2 * size + round) {
      auto* const block = static_cast<char*>(from.take(size));
      std::memset(block, 1, size);
      blocks.emplace(block, size);
    }
  }
  char const* end = nullptr;
  for (auto const& [block, size] : blocks) {
    CHECK((end == nullptr || end <= block));
    CHECK(reinterpret_cast<std::uintptr_t>(block) % alignof(std::max_align_t) == 0);
    end = block + size;
  }
  for (auto const& [block, size] : blocks) from.give_back(block, size);
}

TEST_CASE("a vector that grows and goes again and again takes no more than the first") {
  pool from;
  auto const grown = [&] {
    pooled_vector<std::uint32_t> made(from);
    for (std::uint32_t i = 0; i < 200; ++i) made.push_back(i);
    return made.data();
  };
  auto const* const once = grown();
  for (int i = 0; i < 1000; ++i) CHECK(grown() == once);
}

TEST_CASE("what a pool was asked to make is unmade") {
  pool from;
  int alive = 0;
  struct counted {
    explicit counted(int& of) : count(of) { ++count; }
    counted(counted const&) = delete;
    ~counted() { --count; }
    int& count;
  };
  {
    auto const one = make_pooled<counted>(from, alive);
    auto two = make_pooled<counted>(from, alive);
    CHECK(alive == 2);
    two = nullptr;
    CHECK(alive == 1);
  }
  CHECK(alive == 0);
}
