// The changes that were made in a conversation, in their order: a later one takes the place of an earlier one of the
// same thing, and each can be taken back and made again.
#pragma once
#include "engine/cli/edit.hpp"
#include <optional>
#include <set>
#include <vector>

namespace casus::cli {

class edit_history {
 public:
  [[nodiscard]] std::vector<edit> const& now() const { return states_[at_]; }
  // What they would be with one more.
  [[nodiscard]] std::vector<edit> with(edit const& one) const;
  void make(edit const& one);

  // The last change that was made, or taken back; none where there is none.
  [[nodiscard]] std::optional<edit> made_last() const;
  [[nodiscard]] std::optional<edit> taken_back_last() const;
  void undo();
  void redo();

 private:
  std::vector<std::vector<edit>> states_{{}};
  std::vector<edit> made_;  // what led from each state to the next
  std::size_t at_ = 0;
};

// Both so that the same events are there in the same places, which is what lets them be compared: one that only the
// other adds did not take place.
struct aligned_edits {
  std::vector<edit> before, after;
};
[[nodiscard]] aligned_edits aligned(std::vector<edit> const& before, std::vector<edit> const& after,
                                    std::set<std::string> const& kinds_of_events);

}  // namespace casus::cli
