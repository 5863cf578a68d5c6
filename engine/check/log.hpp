// What the checker has to say, collected. Bounded: after ten thousand errors, or as many warnings, further ones are
// dropped, so that a hostile file cannot fill the memory. It keeps no order; the caller sorts.
#pragma once
#include "engine/source/catalogue.hpp"
#include <span>
#include <string>
#include <vector>

namespace casus::check {

using diagnostics = std::vector<source::diagnostic>;

class log {
 public:
  // The diagnostic just added, for its notes; valid until the next is added.
  source::diagnostic& add(std::string_view code, source::span where, std::string message, std::string help = {});
  void add(diagnostics more);
  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  // A name that nothing declares is one slip: it is said where it is first used, with the places after that.
  [[nodiscard]] diagnostics take();

  // "did you mean", while there is time to compare so many names: nobody reads hundreds of suggestions.
  [[nodiscard]] bool may_suggest(std::size_t among);

 private:
  static constexpr std::size_t most_of_a_kind = 10'000;
  [[nodiscard]] bool is_full(enum source::severity of);

  diagnostics said_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t comparisons_left_ = 500'000;
  source::diagnostic dropped_;
};

}  // namespace casus::check
