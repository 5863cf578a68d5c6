// How much one evaluation may take: what it takes is counted against its `limits`, and how far down it goes is asked of
// the stack. Where it would be too much, `failure` is thrown, which names the provision or definition that asked.
#pragma once
#include "engine/evaluate/world.hpp"
#include "engine/source/stack.hpp"

namespace casus::evaluate {

enum class owner : std::uint8_t { relation, provision };  // whose evaluation it is that takes something

class bounds {
 public:
  bounds(check::program const& program, limits const& most) : program_(program), most_(most) {}

  void count_step(owner of, std::uint32_t index) {
    if (++steps_ > most_.steps) too_many_steps(of, index);
  }
  void count_step(model::expression_id of) {
    if (++steps_ > most_.steps) too_many_steps(of);
  }
  // Of what is kept until the end: rows of values, with their indices, and findings.
  void count_bytes(std::size_t bytes, owner of, std::uint32_t index) {
    bytes_ += bytes;
    if (bytes_ > most_.bytes) too_many_bytes(of, index);
  }
  void count_row(std::size_t values, owner of, std::uint32_t index) { count_bytes(row_bytes(values), of, index); }
  void forget_rows(std::size_t rows, std::size_t values) { bytes_ -= rows * row_bytes(values); }
  // To those that there are comes another.
  void add_instance(std::size_t to, check::provision_index p) const {
    if (to >= most_.instances) too_many_instances(p);
  }
  void enter(check::relation_index relation) {
    if (++depth_ > most_.depth) too_deep(relation);
  }
  void leave() { --depth_; }
  void begin_again() {
    steps_ = bytes_ = 0;
    depth_ = 0;
  }
  // Where something makes a block of its own be run, however it came to be asked for: there the stack must have room.
  void descend(owner of, std::uint32_t index) const {
    if (source::stack_is_short()) too_far_down(of, index);
  }
  // The same of what asks from without, and may itself be far down: an explanation.
  void descend(model::expression_id to) const {
    if (source::stack_is_short()) too_far_down(to);
  }
  // Recursion through `before` that does not go back in time.
  [[noreturn]] void not_earlier(check::provision_index p, source::date date) const;
  [[noreturn]] void not_earlier(model::expression_id before, source::date date) const;

 private:
  [[noreturn]] void too_many_steps(owner of, std::uint32_t index) const;
  [[noreturn]] void too_many_steps(model::expression_id of) const;
  [[noreturn]] void too_many_bytes(owner of, std::uint32_t index) const;
  [[noreturn]] void too_many_instances(check::provision_index p) const;
  [[noreturn]] void too_deep(check::relation_index relation) const;
  [[noreturn]] void too_far_down(owner of, std::uint32_t index) const;
  [[noreturn]] void too_far_down(model::expression_id to) const;
  struct named_owner {
    std::string name;
    source::span where;
  };
  [[noreturn]] void too_many_steps(named_owner const& of) const;
  [[nodiscard]] named_owner name_of(owner of, std::uint32_t index) const;
  [[nodiscard]] named_owner name_of(model::expression_id of) const;
  static constexpr std::size_t row_bytes(std::size_t values) { return values * sizeof(facts::value) + 16; }

  check::program const& program_;
  limits most_;
  std::uint64_t steps_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint32_t depth_ = 0;
};

}  // namespace casus::evaluate
