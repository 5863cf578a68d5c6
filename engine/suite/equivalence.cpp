#include "equivalence.hpp"

#include "engine/facts/value.hpp"
#include "engine/model/print.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace casus::suite {
namespace {

using facts::truth;
using model::comparison_operator;
using model::expression_id;

// What a part can be, as a number: a truth, how two terms compare, or the place of a value on a line.
constexpr int is_open = -1'000'000;
constexpr int is_absent = -2'000'000;

truth of_boolean(bool is) { return is ? truth::yes : truth::no; }

truth compared(comparison_operator op, int left, int right) {
  if (left == is_open || right == is_open) return truth::open;
  if (left == is_absent || right == is_absent) return of_boolean(op == comparison_operator::not_equal);
  switch (op) {
    case comparison_operator::equal: return of_boolean(left == right);
    case comparison_operator::not_equal: return of_boolean(left != right);
    case comparison_operator::less: return of_boolean(left < right);
    case comparison_operator::less_or_equal: return of_boolean(left <= right);
    case comparison_operator::greater: return of_boolean(left > right);
    case comparison_operator::greater_or_equal: return of_boolean(left >= right);
  }
  return truth::open;
}

// A condition over parts that are told apart by their text.
class formula {
 public:
  formula(check::program const& program, model::rule_set const& rules, expression_id id)
      : program_(program), rules_(rules), id_(id) {}

  using domains = std::map<std::string, std::set<int>>;
  void note_parts(domains& into) const { note(id_, into); }
  [[nodiscard]] truth operator()(std::map<std::string, int> const& parts) const { return truth_of(id_, parts); }

 private:
  // A place on the line of values of its type.
  [[nodiscard]] std::optional<int> constant(expression_id id) const {
    auto const& node = rules_[id].node;
    if (auto const* number = std::get_if<model::integer_literal>(&node)) {
      constexpr std::int64_t most = 100'000;
      if (number->value > -most && number->value < most) return static_cast<int>(number->value);
    }
    if (auto const* day = std::get_if<model::date_literal>(&node)) return day->value.days;
    auto const known = id.index < program_.rules.expressions.size();
    if (known && program_.resolved[id].of == check::resolution::kind::enumerator)
      return static_cast<int>(program_.resolved[id].index);
    return std::nullopt;
  }

  [[nodiscard]] std::string text(expression_id id) const { return model::print(rules_, id); }
  [[nodiscard]] std::string pair(model::comparison const& of) const { return text(of.left) + " : " + text(of.right); }

  void note_term(expression_id term, std::vector<int> const& against, domains& into) const {
    auto const& type = program_.types[term];
    auto& values = into[text(term)];
    values.insert(is_open);
    if (type.optional) values.insert(is_absent);
    if (type.base == check::base_type::enumeration) {
      auto const count = program_.enumerations[type.index].values.size();
      for (std::size_t i = 0; i < count; ++i) values.insert(static_cast<int>(i));
      return;
    }
    bool const is_count = std::holds_alternative<model::count>(rules_[term].node);
    for (auto const value : against)
      for (auto const step : {-1, 0, 1})
        if (!is_count || value + step >= 0) values.insert(value + step);
    // Between two constants that are far from one another there is more, which behaves as what is next to either.
  }

  void note_comparison(model::comparison const& of, domains& into) const {
    auto const left = constant(of.left);
    auto const right = constant(of.right);
    if (left && right) return;
    if (right) return note_term(of.left, {*right}, into);
    if (left) return note_term(of.right, {*left}, into);
    into[pair(of)] = {is_open, is_absent, -1, 0, 1};
  }

  [[nodiscard]] std::optional<std::vector<int>> constants(model::in_set const& of) const {
    std::vector<int> found;
    for (auto const member : of.members) {
      auto const one = constant(member);
      if (!one) return std::nullopt;
      found.push_back(*one);
    }
    return found;
  }

  void note(expression_id id, domains& into) const {
    auto const& node = rules_[id].node;
    if (auto const* label = std::get_if<model::labelled>(&node)) return note(label->condition, into);
    if (auto const* junction = std::get_if<model::junction>(&node)) {
      for (auto const operand : junction->operands) note(operand, into);
    } else if (auto const* negation = std::get_if<model::negation>(&node)) {
      note(negation->operand, into);
    } else if (auto const* comparison = std::get_if<model::comparison>(&node)) {
      note_comparison(*comparison, into);
    } else if (auto const* in = std::get_if<model::in_set>(&node); in != nullptr && constants(*in)) {
      note_term(in->element, *constants(*in), into);
    } else if (!std::holds_alternative<model::boolean_literal>(node)) {
      into[text(id)] = {is_open, 0, 1};
    }
  }

  [[nodiscard]] truth truth_of(expression_id id, std::map<std::string, int> const& parts) const {
    auto const& node = rules_[id].node;
    if (auto const* label = std::get_if<model::labelled>(&node)) return truth_of(label->condition, parts);
    if (auto const* literal = std::get_if<model::boolean_literal>(&node)) return of_boolean(literal->value);
    if (auto const* negation = std::get_if<model::negation>(&node))
      return facts::negate(truth_of(negation->operand, parts));
    if (auto const* junction = std::get_if<model::junction>(&node)) {
      bool const is_and = junction->op == model::connective::conjunction;
      auto found = is_and ? truth::yes : truth::no;
      for (auto const operand : junction->operands) {
        auto const one = truth_of(operand, parts);
        found = is_and ? facts::both(found, one) : facts::either(found, one);
      }
      return found;
    }
    if (auto const* comparison = std::get_if<model::comparison>(&node)) return truth_of(*comparison, parts);
    if (auto const* in = std::get_if<model::in_set>(&node)) {
      if (auto const members = constants(*in)) {
        auto const value = parts.at(text(in->element));
        auto found = truth::no;
        for (auto const member : *members)
          found = facts::either(found, compared(comparison_operator::equal, value, member));
        return found;
      }
    }
    auto const part = parts.at(text(id));
    return part == is_open ? truth::open : of_boolean(part == 1);
  }

  [[nodiscard]] truth truth_of(model::comparison const& of, std::map<std::string, int> const& parts) const {
    auto const left = constant(of.left);
    auto const right = constant(of.right);
    if (left && right) return compared(of.op, *left, *right);
    if (right) return compared(of.op, parts.at(text(of.left)), *right);
    if (left) return compared(of.op, *left, parts.at(text(of.right)));
    return compared(of.op, parts.at(pair(of)), 0);
  }

  check::program const& program_;
  model::rule_set const& rules_;
  expression_id id_;
};

std::optional<std::size_t> agreement(formula const& a, formula const& b) {
  formula::domains domains;
  a.note_parts(domains);
  b.note_parts(domains);
  std::size_t all = 1;
  for (auto const& [part, values] : domains) {
    all *= values.size();
    if (all > most_combinations) return std::nullopt;
  }
  for (std::size_t number = 0; number < all; ++number) {
    std::map<std::string, int> parts;
    auto rest = number;
    for (auto const& [part, values] : domains) {
      parts[part] = *std::next(values.begin(), static_cast<std::ptrdiff_t>(rest % values.size()));
      rest /= values.size();
    }
    if (a(parts) != b(parts)) return std::nullopt;
  }
  return all;
}

// The conditions by themselves that something stands in: the whole one and the bodies of what is quantified.
void conditions_around(model::rule_set const& rules, expression_id id, std::set<expression_id> const& places,
                       std::vector<expression_id>& found) {
  auto const contains = [&](auto&& self, expression_id from) -> bool {
    if (places.count(from) > 0) return true;
    auto const below = model::children(rules[from]);
    return std::any_of(below.begin(), below.end(), [&](expression_id child) { return self(self, child); });
  };
  if (!contains(contains, id)) return;
  auto const& node = rules[id].node;
  bool const is_binder = std::holds_alternative<model::quantifier>(node) ||
                         std::holds_alternative<model::count>(node) || std::holds_alternative<model::selection>(node);
  for (auto const child : model::children(rules[id])) {
    if (is_binder && contains(contains, child)) found.push_back(child);
    conditions_around(rules, child, places, found);
  }
}

}  // namespace

std::optional<std::size_t> combinations_agreed(check::program const& program, mutant const& of, mutant_maker& maker) {
  if (!of.root) return std::nullopt;
  std::set<expression_id> places;
  for (auto const& [id, node] : of.nodes) places.insert(id);
  std::vector<expression_id> around{*of.root};
  conditions_around(program.rules, *of.root, places, around);
  std::optional<std::size_t> agreed;
  maker.look(of, [&](model::rule_set const& changed) {
    for (auto const id : around) {
      if (agreed || program.types[id].base != check::base_type::boolean) continue;
      agreed = agreement({program, program.rules, id}, {program, changed, id});
    }
  });
  return agreed;
}

}  // namespace casus::suite
