// What an edit of the facts changes: provision by provision what was and what is, and why, before it is laid out.
#pragma once
#include "engine/report/document.hpp"

namespace casus::report {

struct changed_entry {
  std::string citation;
  std::string version;
  std::vector<passage> was;  // empty: it did not apply
  std::vector<passage> now;  // empty: it does not apply
  std::vector<std::string> why;
};

struct difference_page {
  heading head;
  std::vector<std::string> edits;
  std::vector<changed_entry> changed;
  std::vector<std::string> questions;  // "who answers?: was answered, now unanswered"
};

// Before and after; both of one program and one date.
struct compared_accounts {
  told_account const& before;
  told_account const& after;
};

[[nodiscard]] difference_page difference_of(compared_accounts const& both, std::vector<std::string> edits);
[[nodiscard]] std::string text(difference_page const& shown, painter const& paint);
[[nodiscard]] std::string markdown(difference_page const& shown);
// The changed provisions, one text each.
[[nodiscard]] std::vector<std::string> json(difference_page const& shown);

}  // namespace casus::report
