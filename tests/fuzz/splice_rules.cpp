// Rules changed part by part.
#include "splice.hpp"

#include "engine/check/check.hpp"
#include "engine/source/overloaded.hpp"
#include "grammar/parse.hpp"
#include "grammar/scanner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace casus::fuzz {
namespace {

using model::expression_id;

// Words and signs any of which may stand where another of its row stands.
constexpr std::array<std::array<std::string_view, 6>, 11> rows{{{"<", "<=", ">", ">=", "=", "!="},
                                                                {"some", "no"},
                                                                {"first", "last"},
                                                                {"later", "earlier"},
                                                                {"until", "through"},
                                                                {"violated", "breached"},
                                                                {"at", "before"},
                                                                {"and", "or"},
                                                                {"then", "otherwise"},
                                                                {"unless", "requires"},
                                                                {"true", "false"}}};

std::string replaced(std::string text, std::uint32_t begin, std::uint32_t end, std::string_view by) {
  return text.replace(begin, end - begin, by);
}

class splicer {
 public:
  splicer(std::string const& rules, chance& with) : text_(rules), with_(with) {
    source::text const file("rules.casus", rules);
    auto parsed = grammar::parse(file, {});
    if (parsed.has_errors()) {
      rules_ = std::move(*parsed.value);
      return;
    }
    auto checked = check::check(*parsed.value);
    rules_ = std::move(*parsed.value);
    if (!checked.has_errors()) program_ = std::move(checked.value);
  }

  [[nodiscard]] std::string change() {
    bool const has_types = program_ && !rules_.expressions.empty();
    switch (with_.below(has_types ? 10 : 3)) {
      case 0: return another_word();
      case 1: return without_part();
      case 2: return part_twice();
      case 3: return wrapped();
      case 4: return hoisted();
      default: return exchanged();
    }
  }

 private:
  [[nodiscard]] expression_id any() { return {static_cast<std::uint32_t>(with_.below(rules_.expressions.size()))}; }
  [[nodiscard]] source::span where(expression_id id) const { return rules_[id].where; }
  [[nodiscard]] std::string_view words(expression_id id) const {
    return std::string_view(text_).substr(where(id).begin, where(id).end - where(id).begin);
  }
  [[nodiscard]] std::string put(expression_id id, std::string_view by) const {
    return replaced(text_, where(id).begin, where(id).end, by);
  }
  [[nodiscard]] static source::span place_of(model::declaration const& of) {
    return std::visit([](model::declared const& each) { return each.where; }, of);
  }

  // The declaration that a place belongs to.
  [[nodiscard]] std::optional<source::span> around(expression_id id) const {
    for (model::declaration const& each : rules_.declarations) {
      source::span const here = place_of(each);
      if (here.begin <= where(id).begin && where(id).end <= here.end) return here;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_condition(expression_id id) const {
    return program_->types[id].base == check::base_type::boolean;
  }
  [[nodiscard]] bool fits(expression_id id, expression_id other) const {
    auto const& a = program_->types[id];
    auto const& b = program_->types[other];
    return a.base == b.base && (a.base == check::base_type::entity || a.index == b.index);
  }

  // A number, a date or a word takes the place of another of its sort.
  [[nodiscard]] std::string another_word() {
    std::vector<grammar::token> found;
    for (std::uint32_t at = 0; at < text_.size();) {
      grammar::token const next = grammar::scan(text_, at);
      at = std::max(next.end, at + 1);
      if (!alternatives(next).empty()) found.push_back(next);
    }
    if (found.empty()) return text_;
    grammar::token const chosen = found[with_.below(found.size())];
    auto const choices = alternatives(chosen);
    return replaced(text_, chosen.begin, chosen.end, choices[with_.below(choices.size())]);
  }

  [[nodiscard]] std::vector<std::string> alternatives(grammar::token const& of) const {
    std::string_view const word = grammar::text_of(text_, of);
    std::vector<std::string> found;
    if (of.kind == grammar::token_kind::date) {
      if (auto const date = source::parse_date(word)) {
        for (int const days : {-1, 1, 3, -6, 12}) found.push_back(source::to_iso({date->days + days}));
      }
    }
    bool const is_number = !word.empty() && word.front() >= '0' && word.front() <= '9';
    if (of.kind == grammar::token_kind::word && is_number) found = {"0", "1", "2", "3", "7"};
    for (auto const& row : rows) {
      if (std::find(row.begin(), row.end(), word) == row.end()) continue;
      for (std::string_view const other : row) {
        if (!other.empty() && other != word) found.emplace_back(other);
      }
    }
    return found;
  }

  // Declarations and clauses.
  [[nodiscard]] std::vector<source::span> parts() const {
    std::vector<source::span> found;
    for (model::declaration const& each : rules_.declarations) {
      found.push_back(place_of(each));
      auto const* const provision = std::get_if<model::provision>(&each);
      if (provision == nullptr) continue;
      for (auto const& clause : provision->exceptions) found.push_back(clause.where);
      for (auto const& clause : provision->requirements) found.push_back(clause.where);
      for (auto const& clause : provision->consequences) found.push_back(clause.where);
      for (auto const& clause : provision->overrides) found.push_back(clause.where);
    }
    return found;
  }

  [[nodiscard]] std::string without_part() {
    auto const all = parts();
    if (all.empty()) return text_;
    source::span const chosen = all[with_.below(all.size())];
    return replaced(text_, chosen.begin, chosen.end, "");
  }

  [[nodiscard]] std::string part_twice() {
    auto const all = parts();
    if (all.empty()) return text_;
    source::span const chosen = all[with_.below(all.size())];
    std::string const again = '\n' + text_.substr(chosen.begin, chosen.end - chosen.begin);
    return replaced(text_, chosen.end, chosen.end, again);
  }

  // A condition within another one.
  [[nodiscard]] std::string wrapped() {
    expression_id const chosen = any();
    if (!is_condition(chosen)) return text_;
    expression_id const other = like(chosen);
    std::string_view const inner = words(chosen);
    std::string const kind = kinds()[with_.below(kinds().size())];
    std::size_t const name = with_.below(1000);
    switch (with_.below(9)) {
      case 0: return put(chosen, fmt::format("(not ({}))", inner));
      case 1: return put(chosen, fmt::format("({}) and ({})", inner, words(other)));
      case 2: return put(chosen, fmt::format("(({}) or ({}))", inner, words(other)));
      case 3: return put(chosen, fmt::format("(({}) at {})", inner, date()));
      case 4: return put(chosen, fmt::format("(({}) before {})", inner, date()));
      case 5: return put(chosen, fmt::format("(some z{}: {} where {})", name, kind, inner));
      case 6: return put(chosen, fmt::format("(every z{}: {} satisfies {})", name, kind, inner));
      case 7: return put(chosen, fmt::format("(no z{}: {} where {})", name, kind, inner));
      default: return put(chosen, fmt::format("(count(z{}: {} where {}) >= 1)", name, kind, inner));
    }
  }

  // A date that stands in the rules, else one of the last century.
  [[nodiscard]] std::string date() {
    for (std::size_t tries = 0; tries < 20; ++tries) {
      expression_id const chosen = any();
      if (program_->types[chosen].base == check::base_type::date && words(chosen) != "now")
        return fmt::format("({})", words(chosen));
    }
    return "2000-01-12";
  }

  [[nodiscard]] std::vector<std::string> kinds() const {
    std::vector<std::string> found{"Bool"};
    for (auto const& each : program_->kinds) found.push_back(each.name);
    for (auto const& each : program_->enumerations) {
      if (!each.interpretation) found.push_back(each.name);
    }
    for (auto const& each : program_->event_kinds) found.push_back((each.is_act ? "act " : "") + each.name);
    return found;
  }

  // One of the parts of an expression takes its place.
  [[nodiscard]] std::string hoisted() {
    expression_id const chosen = any();
    std::vector<expression_id> below = model::children(rules_[chosen]);
    for (std::size_t at = 0; at < below.size(); ++at) {
      for (expression_id const each : model::children(rules_[below[at]])) below.push_back(each);
    }
    below.erase(std::remove_if(below.begin(), below.end(), [&](expression_id each) { return !fits(chosen, each); }),
                below.end());
    if (below.empty()) return text_;
    return put(chosen, words(below[with_.below(below.size())]));
  }

  // Another expression of the type, rather from the same declaration.
  [[nodiscard]] expression_id like(expression_id of) {
    bool const same_declaration = with_.in(2, 3);
    auto const home = around(of);
    std::vector<expression_id> found;
    for (std::uint32_t index = 0; index < rules_.expressions.size(); ++index) {
      if (!fits(of, {index}) || index == of.index) continue;
      bool const is_near = home && home->begin <= where({index}).begin && where({index}).end <= home->end;
      if (is_near == same_declaration) found.push_back({index});
    }
    return found.empty() ? of : found[with_.below(found.size())];
  }

  [[nodiscard]] std::string exchanged() {
    expression_id const chosen = any();
    expression_id const other = like(chosen);
    return put(chosen, fmt::format("({})", at_home(other, chosen)));
  }

  // The words of an expression, with variables of the other declaration replaced by some of this one.
  [[nodiscard]] std::string at_home(expression_id of, expression_id in) {
    std::string found(words(of));
    auto const home = around(in);
    bool const is_at_home = home && home->begin <= where(of).begin && where(of).end <= home->end;
    if (is_at_home || !home) return found;
    std::vector<expression_id> references;
    for (std::uint32_t index = 0; index < rules_.expressions.size(); ++index) {
      source::span const here = where({index});
      bool const is_within = where(of).begin <= here.begin && here.end <= where(of).end;
      if (is_within && is_variable({index})) references.push_back({index});
    }
    // From the last to the first, so that the places of the others stay.
    std::sort(references.begin(), references.end(),
              [&](expression_id a, expression_id b) { return where(a).begin > where(b).begin; });
    for (expression_id const each : references) {
      auto const own = variable_at(*home, each);
      if (!own) continue;
      std::uint32_t const from = where(of).begin;
      found = replaced(std::move(found), where(each).begin - from, where(each).end - from, *own);
    }
    return found;
  }

  [[nodiscard]] bool is_variable(expression_id id) const {
    return program_->resolved[id].of == check::resolution::kind::variable;
  }

  [[nodiscard]] std::optional<std::string> variable_at(source::span home, expression_id like) {
    std::vector<std::string> found;
    for (std::uint32_t index = 0; index < rules_.expressions.size(); ++index) {
      bool const is_here = home.begin <= where({index}).begin && where({index}).end <= home.end;
      if (is_here && is_variable({index}) && fits({index}, like)) found.emplace_back(words({index}));
    }
    if (found.empty()) return std::nullopt;
    return found[with_.below(found.size())];
  }

  std::string const& text_;
  chance& with_;
  model::rule_set rules_;
  std::optional<check::program> program_;
};

}  // namespace

std::string changed_rules(std::string const& rules, chance& with) { return splicer(rules, with).change(); }

}  // namespace casus::fuzz
