#include "engine/check/log.hpp"

#include <utility>

namespace casus::check {

source::diagnostic& log::add(std::string_view code, source::span where, std::string message, std::string help) {
  source::diagnostic said = source::report(code, where, std::move(message), std::move(help));
  if (is_full(said.severity)) return dropped_ = std::move(said);
  return said_.emplace_back(std::move(said));
}

void log::add(diagnostics more) {
  for (source::diagnostic& each : more) {
    if (!is_full(each.severity)) said_.push_back(std::move(each));
  }
}

bool log::is_full(enum source::severity of) {
  std::size_t& said = of == source::severity::error ? errors_ : warnings_;
  return ++said > most_of_a_kind;
}

diagnostics log::take() { return std::exchange(said_, {}); }

bool log::may_suggest(std::size_t among) {
  if (among > comparisons_left_) return false;
  comparisons_left_ -= among;
  return true;
}

}  // namespace casus::check
