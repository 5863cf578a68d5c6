#include "edit_history.hpp"

#include "scenario_edit.hpp"

#include <algorithm>

namespace casus::cli {
namespace {

// What an edit is about; of `set`, without the value. None where it does not read, or makes an event without an id.
std::optional<edit_target> target_of(edit const& one) {
  auto text = std::string_view{one.text};
  if (one.of == edit::kind::set) text = text.substr(0, text.rfind('='));
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text.empty() ? std::nullopt : read_target(text);
}

bool is_event(edit_target const& of) { return !of.id.empty(); }

// Whether the later edit leaves nothing of the earlier one.
bool supersedes(edit const& later, edit const& earlier) {
  auto const a = target_of(later), b = target_of(earlier);
  if (!a || !b || a->name != b->name || a->id != b->id || is_event(*a) != is_event(*b)) return false;
  if (!is_event(*a)) return a->arguments == b->arguments;
  if (later.of == edit::kind::set) return earlier.of == edit::kind::remove || a->field == b->field;
  return true;
}

// What is set of an event that was added is part of what is added; none where it is about something else.
std::optional<edit> merged(edit const& added, edit const& set) {
  if (added.of != edit::kind::add || set.of != edit::kind::set) return std::nullopt;
  auto const whole = target_of(added), part = target_of(set);
  if (!whole || !part || !is_event(*whole) || whole->name != part->name || whole->id != part->id) return std::nullopt;
  std::string text;
  for (auto const& argument : whole->arguments) {
    if (argument.rfind(part->field + ':', 0) != 0) text += argument + ", ";
  }
  text += part->field + ": " + set.text.substr(set.text.rfind('=') + 1);
  return edit{edit::kind::add, whole->name + '.' + whole->id + '(' + text + ')'};
}

edit denied(edit one) {
  bool const says_nothing = one.text.find_first_not_of(' ', one.text.find('(') + 1) == one.text.rfind(')');
  one.text.insert(one.text.rfind(')'), says_nothing ? "holds: false" : ", holds: false");
  return one;
}

}  // namespace

std::vector<edit> edit_history::with(edit const& one) const {
  std::vector<edit> made;
  bool was_added = false, is_merged = false;
  for (auto const& earlier : now()) {
    if (auto const both = merged(earlier, one)) {
      made.push_back(*both);
      is_merged = true;
      continue;
    }
    if (!supersedes(one, earlier)) {
      made.push_back(earlier);
      continue;
    }
    auto const target = target_of(earlier);
    was_added = was_added || (earlier.of == edit::kind::add && target && is_event(*target));
  }
  // An event that was added goes without a trace.
  bool const is_gone = one.of == edit::kind::remove && was_added;
  if (!is_gone && !is_merged) made.push_back(one);
  return made;
}

void edit_history::make(edit const& one) {
  auto next = with(one);
  states_.resize(at_ + 1);
  made_.resize(at_);
  states_.push_back(std::move(next));
  made_.push_back(one);
  ++at_;
}

std::optional<edit> edit_history::made_last() const { return at_ == 0 ? std::nullopt : std::optional{made_[at_ - 1]}; }

std::optional<edit> edit_history::taken_back_last() const {
  return at_ == made_.size() ? std::nullopt : std::optional{made_[at_]};
}

void edit_history::undo() {
  if (at_ > 0) --at_;
}

void edit_history::redo() {
  if (at_ < made_.size()) ++at_;
}

aligned_edits aligned(std::vector<edit> const& before, std::vector<edit> const& after,
                      std::set<std::string> const& kinds_of_events) {
  auto const adds_event = [&](edit const& one) {
    auto const target = target_of(one);
    return one.of == edit::kind::add && target && kinds_of_events.count(target->name) > 0;
  };
  // The edit that adds the same event, perhaps with other fields.
  auto const same_in = [](std::vector<edit> const& all, edit const& one) {
    auto const target = target_of(one);
    return std::find_if(all.begin(), all.end(), [&](edit const& other) {
      if (!is_event(*target) || other.of != edit::kind::add) return other == one;
      auto const its = target_of(other);
      return its && its->name == target->name && its->id == target->id;
    });
  };
  std::vector<edit> added;
  for (auto const& one : before)
    if (adds_event(one)) added.push_back(one);
  for (auto const& one : after)
    if (adds_event(one) && same_in(before, one) == before.end()) added.push_back(one);
  auto const side = [&](std::vector<edit> const& of) {
    std::vector<edit> made;
    for (auto const& one : added) {
      auto const its = same_in(of, one);
      made.push_back(its == of.end() ? denied(one) : *its);
    }
    for (auto const& one : of)
      if (!adds_event(one)) made.push_back(one);
    return made;
  };
  return {side(before), side(after)};
}

}  // namespace casus::cli
