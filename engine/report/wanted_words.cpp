#include "condition_words.hpp"
#include "label.hpp"

#include "engine/suite/words.hpp"

#include <algorithm>

namespace casus::report {
namespace {

using facts::truth;

class wanting {
 public:
  wanting(subject const& about, names const& named, condition_reading& read)
      : about_(about), named_(named), read_(read), program_(about.rules.program()) {}

  // What would have to be so for the condition to come to `wanted`.
  [[nodiscard]] std::string of(model::expression_id id, truth wanted) {
    auto const bare = model::without_labels(program_.rules, id);
    auto const& node = program_.rules[bare].node;
    if (auto const* parts = std::get_if<model::junction>(&node)) return junction_words(id, *parts, wanted);
    if (auto const* negated = std::get_if<model::negation>(&node)) return of(negated->operand, facts::negate(wanted));
    if (auto const* compared = std::get_if<model::comparison>(&node)) return comparison_words(bare, *compared, wanted);
    if (auto const* set = std::get_if<model::in_set>(&node)) return set_words(*set, wanted);
    if (auto const* at = std::get_if<model::at_date>(&node)) {
      auto const before = read_.where;
      auto const day = value_of(at->date);
      if (day.tag == facts::tag::date) read_.where = {.date = facts::date_of(day), .visible = {}};
      auto words = of(at->condition, wanted) + " on " + named_.of(day);
      read_.where = before;
      return words;
    }
    bool const has_words =
        std::holds_alternative<model::application>(node) || std::holds_alternative<model::in_kind>(node) ||
        std::holds_alternative<model::field_access>(node) || std::holds_alternative<model::is_given>(node);
    return has_words ? as_told(bare, wanted) : quoted(id, wanted);
  }

 private:
  [[nodiscard]] facts::value value_of(model::expression_id term) {
    return about_.world.value_of(term, read_.slots, read_.where);
  }
  [[nodiscard]] std::string as_told(model::expression_id id, truth wanted) {
    return condition_words(about_, named_,
                           {.condition = id, .truth = wanted, .slots = read_.slots, .where = read_.where});
  }
  [[nodiscard]] std::string term(model::expression_id id) {
    return term_words(about_, named_,
                      {.condition = id, .truth = truth::yes, .slots = read_.slots, .where = read_.where});
  }
  [[nodiscard]] std::string quoted(model::expression_id id, truth wanted) {
    auto const words = "“" + suite::clause_words(program_.rules, about_.files, id) + "”";
    return wanted == truth::yes ? words : "not: " + words;
  }

  // Where all parts are needed, those that are lacking; too many parts are told by the words of the whole.
  [[nodiscard]] std::string junction_words(model::expression_id id, model::junction const& parts, truth wanted) {
    constexpr std::size_t most_parts = 4;
    bool const all_needed = (parts.op == model::connective::conjunction) == (wanted == truth::yes);
    std::vector<std::string> words;
    for (auto const part : parts.operands) {
      if (all_needed && about_.world.truth_of(part, read_.slots, read_.where) == wanted) continue;
      words.push_back(of(part, wanted));
    }
    if (words.empty() || words.size() > most_parts) return quoted(id, wanted);
    std::string text;
    for (auto const& one : words) text += (text.empty() ? "" : all_needed ? " and " : ", or ") + one;
    return text;
  }

  [[nodiscard]] bool is_variable(model::expression_id id) const {
    return program_.resolved[id].of == check::resolution::kind::variable &&
           std::holds_alternative<model::reference>(program_.rules[id].node);
  }

  [[nodiscard]] std::string comparison_words(model::expression_id id, model::comparison const& compared, truth wanted) {
    using op = model::comparison_operator;
    if (compared.op != op::equal && compared.op != op::not_equal) {
      return order_to_be(about_, named_,
                         {.condition = id, .truth = wanted, .slots = read_.slots, .where = read_.where});
    }
    bool const is_equal = (compared.op == op::equal) == (wanted == truth::yes);
    auto left = compared.left, right = compared.right;
    if (is_variable(left)) std::swap(left, right);
    if (is_variable(left))
      return named_.of(value_of(left)) + (is_equal ? " is " : " is not ") + named_.of(value_of(right));
    auto const value = value_of(right);
    if (!value.is_known()) return quoted(id, wanted);
    if (program_.resolved[left].of == check::resolution::kind::interpretation) {
      auto const& point = program_.interpretations[program_.resolved[left].index];
      return '`' + point.id + (is_equal ? "` is read as " : "` is not read as ") + named_.of(value);
    }
    return term(left) + (is_equal ? " is " : " is not ") + named_.of(value);
  }

  [[nodiscard]] std::string set_words(model::in_set const& set, truth wanted) {
    auto const between = wanted == truth::yes ? " or " : " nor ";
    std::string members;
    for (auto const member : set.members) members += (members.empty() ? "" : between) + named_.of(value_of(member));
    auto const& type = program_.types[set.element];
    bool const is_value = is_variable(set.element) && type.base == check::base_type::enumeration;
    return (is_value ? "the " + named_.kind(type) : term(set.element)) +
           (wanted == truth::yes ? " is " : " is neither ") + members;
  }

  subject const& about_;
  names const& named_;
  condition_reading& read_;
  check::program const& program_;
};

}  // namespace

std::string wanted_words(subject const& about, names const& named, condition_reading read) {
  return wanting{about, named, read}.of(read.condition, truth::yes);
}

}  // namespace casus::report
