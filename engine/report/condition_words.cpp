#include "condition_words.hpp"

#include "count_words.hpp"
#include "label.hpp"
#include "names.hpp"
#include "reading.hpp"

#include "engine/suite/words.hpp"

namespace casus::report {
namespace {

// The words of one expression; made anew for each, so that its parts are at hand.
class wording {
 public:
  wording(subject const& about, names const& named, condition_reading& read)
      : about_(about), named_(named), read_(read), program_(about.rules.program()) {}

  [[nodiscard]] std::string of(model::expression_id id, facts::truth truth) {
    auto const bare = model::without_labels(program_.rules, id);
    auto const label = model::label_of(program_.rules, id);
    if (!label.empty()) return quoted(std::string{label}, truth);
    auto const& node = program_.rules[bare].node;
    if (auto const* relation = std::get_if<model::application>(&node)) return relation_words(bare, *relation, truth);
    if (auto const* compared = std::get_if<model::comparison>(&node)) return comparison_words(bare, *compared, truth);
    if (auto const* kind = std::get_if<model::in_kind>(&node)) return kind_words(bare, *kind, truth);
    if (auto const* set = std::get_if<model::in_set>(&node)) return value_words(bare, set->element, truth);
    if (auto const* access = std::get_if<model::field_access>(&node))
      return flag_words(access->field.text, term_words(access->object), truth);
    if (auto const* negated = std::get_if<model::negation>(&node)) return of(negated->operand, facts::negate(truth));
    if (auto const* given = std::get_if<model::is_given>(&node)) {
      return term_words(given->term) + (truth == facts::truth::no ? " is not given" : " is given");
    }
    if (auto const* at = std::get_if<model::at_date>(&node)) return at_words(at->condition, at->date, truth, "on");
    return quoted(suite::source_words(program_.rules, about_.files, bare), truth);
  }

  [[nodiscard]] std::string order_to_be(model::expression_id id, facts::truth truth) {
    auto const& compared = std::get<model::comparison>(program_.rules[id].node);
    std::string const order{words_of_order(compared, truth == facts::truth::no)};
    return term_words(compared.left) + " is " + order + ' ' + term_and_value(compared.right);
  }

  [[nodiscard]] std::string term_words(model::expression_id term) {
    auto const& node = program_.rules[term].node;
    if (auto const* sum = std::get_if<model::arithmetic>(&node)) return sum_words(*sum);
    if (std::holds_alternative<model::count>(node)) {
      return count_words(about_, named_, {.condition = term, .slots = read_.slots, .where = read_.where});
    }
    if (auto const* access = std::get_if<model::field_access>(&node)) {
      return field_words(access->field.text) + " of " + term_words(access->object);
    }
    if (std::holds_alternative<model::reference>(node)) {
      if (program_.resolved[term].of == check::resolution::kind::interpretation) {
        return "the reading of `" + std::get<model::reference>(node).id.text + '`';
      }
      return named_.of(value_of(term));
    }
    if (auto const* applied = std::get_if<model::application>(&node)) {
      std::vector<std::string> arguments;
      for (auto const argument : applied->arguments) arguments.push_back(named_.of(value_of(argument)));
      return "the " + in_words(applied->callee.text) + " of " + joined(arguments);
    }
    return suite::source_words(program_.rules, about_.files, term);
  }

 private:
  [[nodiscard]] static std::string quoted(std::string const& words, facts::truth truth) {
    if (truth == facts::truth::open) return "open whether “" + words + "”";
    return truth == facts::truth::yes ? words : "not so: “" + words + "”";
  }

  [[nodiscard]] facts::value value_of(model::expression_id term) {
    return about_.world.value_of(term, read_.slots, read_.where);
  }

  [[nodiscard]] static std::string read_as(std::string_view reading, facts::truth truth) {
    switch (truth) {
      case facts::truth::no: return denial(reading);
      case facts::truth::open: return "it is open whether " + std::string{reading};
      case facts::truth::yes: break;
    }
    return std::string{reading};
  }

  [[nodiscard]] std::string relation_words(model::expression_id id, model::application const& applied,
                                           facts::truth truth) {
    auto const& relation = program_.relations[program_.resolved[id].index];
    return statement(read_as(relation.reading, truth), [&](std::string_view placeholder) {
      for (std::size_t i = 0; i < relation.parameter_names.size() && i < applied.arguments.size(); ++i) {
        if (relation.parameter_names[i] == placeholder)
          return named_.of(value_of(applied.arguments[i]), relation.parameters[i]);
      }
      return std::string{placeholder};
    });
  }

  // "the day 1 year after the date of the truce `truce`", "the share of Armenia plus 2".
  [[nodiscard]] std::string sum_words(model::arithmetic const& sum) {
    bool const is_plus = sum.op == model::arithmetic_operator::plus;
    auto const left = term_words(sum.left);
    auto const right = term_words(sum.right);
    bool const is_day = program_.types[sum.left].base == check::base_type::date &&
                        program_.types[sum.right].base == check::base_type::duration;
    if (is_day) return "the day " + right + (is_plus ? " after " : " before ") + left;
    return left + (is_plus ? " plus " : " minus ") + right;
  }

  // What the term is, rather than what it is not.
  [[nodiscard]] std::string value_words(model::expression_id id, model::expression_id term, facts::truth truth) {
    auto const value = value_of(term);
    if (std::holds_alternative<model::reference>(program_.rules[term].node) &&
        program_.resolved[term].of != check::resolution::kind::interpretation) {
      if (program_.types[term].base != check::base_type::enumeration) {
        return quoted(suite::source_words(program_.rules, about_.files, id), truth) + ", where it is " +
               named_.of(value);
      }
      return "the " + named_.kind(program_.types[term]) +
             (value.is_known() ? " is " + named_.of(value) : " is not known");
    }
    if (value.tag == facts::tag::unknown) return term_words(term) + " is not known";
    if (value.tag == facts::tag::absent) return term_words(term) + " is not given";
    return term_words(term) + " is " + named_.of(value);
  }

  [[nodiscard]] std::string comparison_words(model::expression_id id, model::comparison const& compared,
                                             facts::truth truth) {
    using op = model::comparison_operator;
    bool const is_equality = compared.op == op::equal || compared.op == op::not_equal;
    auto const& left = program_.rules[compared.left].node;
    auto const& right = program_.rules[compared.right].node;
    bool const both_named = std::holds_alternative<model::reference>(left) &&
                            std::holds_alternative<model::reference>(right) &&
                            program_.resolved[compared.left].of == check::resolution::kind::variable;
    if (is_equality && both_named && truth != facts::truth::open) {
      bool const are_equal = (compared.op == op::equal) == (truth == facts::truth::yes);
      return named_.of(value_of(compared.left)) + (are_equal ? " is " : " is not ") +
             named_.of(value_of(compared.right));
    }
    bool const is_variable = std::holds_alternative<model::reference>(left) &&
                             program_.resolved[compared.left].of == check::resolution::kind::variable;
    if (is_equality && is_variable && std::holds_alternative<model::field_access>(right)) {
      bool const is_equal = (compared.op == op::equal) == (truth != facts::truth::no);
      auto const words =
          term_words(compared.right) + (is_equal ? " is " : " is not ") + named_.of(value_of(compared.left));
      return truth == facts::truth::open ? "it is open whether " + words : words;
    }
    if (is_equality && std::holds_alternative<model::field_access>(left)) return value_words(id, compared.left, truth);
    if (is_equality && std::holds_alternative<model::reference>(left)) return value_words(id, compared.left, truth);
    return is_equality ? equality_words(id, compared, truth) : order_words(compared, truth);
  }

  // What says itself what it comes to: a literal, a variable.
  [[nodiscard]] bool is_plain(model::expression_id term) const {
    auto const& node = program_.rules[term].node;
    return std::holds_alternative<model::reference>(node) || std::holds_alternative<model::integer_literal>(node) ||
           std::holds_alternative<model::date_literal>(node) || std::holds_alternative<model::text_literal>(node) ||
           std::holds_alternative<model::duration_literal>(node);
  }

  // "the date of the attack `raid`, 1 June 2014".
  [[nodiscard]] std::string term_and_value(model::expression_id term) {
    auto const value = value_of(term);
    if (is_plain(term)) return named_.of(value);
    return value.is_known() ? term_words(term) + ", " + named_.of(value) : term_words(term);
  }

  [[nodiscard]] std::string equality_words(model::expression_id id, model::comparison const& compared,
                                           facts::truth truth) {
    if (truth == facts::truth::open) return quoted(suite::source_words(program_.rules, about_.files, id), truth);
    bool const are_equal = (compared.op == model::comparison_operator::equal) == (truth == facts::truth::yes);
    auto const left = named_.of(value_of(compared.left));
    auto words = is_plain(compared.left) ? left + " is" : term_words(compared.left) + " is " + left;
    if (!are_equal) return words + (is_plain(compared.left) ? " not " : ", not ") + term_and_value(compared.right);
    if (is_plain(compared.left)) return words + ' ' + term_and_value(compared.right);
    return is_plain(compared.right) ? words : words + ", as is " + term_words(compared.right);
  }

  // "the share of Armenia is 12, at least 10".
  [[nodiscard]] std::string order_words(model::comparison const& compared, facts::truth truth) {
    auto const left = value_of(compared.left);
    for (auto const term : {compared.left, compared.right})
      if (value_of(term).tag == facts::tag::absent) return term_words(term) + " is not given";
    std::string const order{words_of_order(compared, truth == facts::truth::no)};
    if (truth == facts::truth::open)
      return "it is open whether " + term_and_value(compared.left) + (is_plain(compared.left) ? " is " : ", is ") +
             order + ' ' + term_and_value(compared.right);
    auto const words = is_plain(compared.left) ? named_.of(left) + " is "
                                               : term_words(compared.left) + " is " + named_.of(left) + ", ";
    return words + order + ' ' + term_and_value(compared.right);
  }

  [[nodiscard]] std::string_view words_of_order(model::comparison const& compared, bool is_denied) const {
    using op = model::comparison_operator;
    auto const base = program_.types[compared.left].base;
    bool const is_length = base == check::base_type::integer || base == check::base_type::duration;
    bool const is_date = base == check::base_type::date;
    auto const how = !is_denied                         ? compared.op
                     : compared.op == op::less          ? op::greater_or_equal
                     : compared.op == op::less_or_equal ? op::greater
                     : compared.op == op::greater       ? op::less_or_equal
                                                        : op::less;
    switch (how) {
      case op::less: return is_length ? "less than" : "before";
      case op::less_or_equal: return is_length ? "at most" : is_date ? "on or before" : "not after";
      case op::greater: return is_length ? "more than" : "after";
      case op::greater_or_equal: return is_length ? "at least" : is_date ? "on or after" : "not before";
      case op::equal:
      case op::not_equal: break;
    }
    return {};
  }

  [[nodiscard]] std::string kind_words(model::expression_id, model::in_kind const& test, facts::truth truth) {
    auto const kind = in_words(test.kind.base.text);
    auto const is = truth == facts::truth::no ? " is not of the kind " : " is of the kind ";
    auto const words = named_.of(value_of(test.element)) + is + kind;
    return truth == facts::truth::open ? "it is open whether " + words : words;
  }

  [[nodiscard]] std::string at_words(model::expression_id condition, model::expression_id date, facts::truth truth,
                                     std::string_view preposition) {
    auto const day = value_of(date);
    auto const before = read_.where;
    if (day.tag == facts::tag::date) read_.where = {.date = facts::date_of(day), .visible = {}};
    auto words = of(condition, truth);
    read_.where = before;
    return words + ' ' + std::string{preposition} + ' ' + named_.of(day);
  }

  subject const& about_;
  names const& named_;
  condition_reading& read_;
  check::program const& program_;
};

}  // namespace

std::string condition_words(subject const& about, names const& named, condition_reading read) {
  return wording{about, named, read}.of(read.condition, read.truth);
}

std::string order_to_be(subject const& about, names const& named, condition_reading read) {
  return wording{about, named, read}.order_to_be(read.condition, read.truth);
}

std::string term_words(subject const& about, names const& named, condition_reading read) {
  return wording{about, named, read}.term_words(read.condition);
}

}  // namespace casus::report
