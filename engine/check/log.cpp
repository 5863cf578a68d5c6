#include "engine/check/log.hpp"

#include <fmt/format.h>
#include <unordered_map>
#include <utility>

namespace casus::check {
namespace {

constexpr std::size_t most_places = 2;  // that are shown besides the first

void note_places(source::diagnostic& first, std::vector<source::span> const& others) {
  for (std::size_t i = 0; i < others.size() && i < most_places; ++i) first.notes.push_back({"and here", others[i]});
  if (others.size() <= most_places) return;
  auto const more = others.size() - most_places;
  first.notes.push_back({fmt::format("and in {} other place{}", more, more == 1 ? "" : "s"), std::nullopt});
}

diagnostics with_unknown_names_once(diagnostics said) {
  source::sort(said);
  std::unordered_map<std::string, std::size_t> first_at;
  std::vector<std::vector<source::span>> others;
  diagnostics kept;
  for (source::diagnostic& each : said) {
    auto const [found, is_new] =
        each.code == "unknown-name" ? first_at.emplace(each.message, kept.size()) : std::pair{first_at.end(), true};
    if (!is_new) {
      others[found->second].push_back(each.where);
      continue;
    }
    kept.push_back(std::move(each));
    others.emplace_back();
  }
  for (std::size_t i = 0; i < kept.size(); ++i) note_places(kept[i], others[i]);
  return kept;
}

}  // namespace

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

diagnostics log::take() { return with_unknown_names_once(std::exchange(said_, {})); }

bool log::may_suggest(std::size_t among) {
  if (among > comparisons_left_) return false;
  comparisons_left_ -= among;
  return true;
}

}  // namespace casus::check
