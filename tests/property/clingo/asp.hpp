// Rules and facts as an answer-set program: the two-valued part of the language once more, in the words of another
// logic. Every condition becomes a predicate over the variables around it and over the context in which it is read, a
// date with the events that count as visible on it; every term becomes the relation of its value. Negation is negation
// as failure, recursion the least model, so that the program has one answer set, which clingo finds.
#pragma once
#include "engine/check/program.hpp"
#include "engine/evaluate/world.hpp"
#include "engine/facts/base.hpp"
#include <map>
#include <set>
#include <string>
#include <vector>

namespace casus::clingo {

// Something that two values, or this translation, have no words for.
struct not_translated {
  std::string what;
};

struct input {
  check::program const& rules;
  facts::base const& facts;
  evaluate::options const& how;
  std::vector<source::date> const& dates;  // on which it is asked what holds
  std::size_t number;                      // tells the sets apart that are solved together
};

// Shows `h(NUMBER,RELATION,v(ARGUMENT,…),DATE)` for what holds, `s(NUMBER,PROVISION,v(…),DATE,STATUS)` for what applies
// or is displaced, and `o(NUMBER)` where a date is reached that was not foreseen.
[[nodiscard]] std::string answer_set_program(input const& of);

// A value as the program writes it.
[[nodiscard]] std::string constant(facts::value const& of, std::vector<std::uint32_t> const& rank_of_text);
[[nodiscard]] std::vector<std::uint32_t> ranks(facts::base const& facts);
// "v(e(0),e(1))", "v" where there are none.
[[nodiscard]] std::string tuple(std::vector<std::string> const& of);

// The program while it is written. Private to this folder.
class writer {
 public:
  explicit writer(input const& of) : of_(of), rules_(of.rules), rank_of_text_(ranks(of.facts)) {}
  [[nodiscard]] std::string write();

 private:
  using slots = std::vector<std::uint32_t>;

  // Facts (asp_facts.cpp).
  void domains();
  void dates();
  void events();
  void statements();
  [[nodiscard]] bool is_hidden(facts::event const& event) const;
  void answers();

  // Conditions and terms (asp_conditions.cpp, asp_terms.cpp). `around` are the variables in force there.
  [[nodiscard]] std::string condition(model::expression_id id, slots const& around);
  void junction(model::junction const& node, std::string const& head, slots const& around);
  void comparison(model::comparison const& node, std::string const& head, slots const& around);
  void quantifier(model::expression_id id, model::quantifier const& node, std::string const& head, slots const& around);
  void elsewhere(model::expression_id inner, model::expression_id date, int days, std::string const& head,
                 slots const& around);
  void status(model::expression_id id, model::provision_status const& node, std::string const& head,
              slots const& around);
  void application(model::expression_id id, model::application const& node, std::string const& head,
                   slots const& around);
  [[nodiscard]] std::string term(model::expression_id id, slots const& around);
  void reference(model::expression_id id, std::string const& name, slots const& around);
  void field(model::expression_id id, model::field_access const& node, std::string const& name, slots const& around);
  void sum(model::arithmetic const& node, std::string const& name, slots const& around);
  void count(model::expression_id id, model::count const& node, std::string const& name, slots const& around);
  void selection(model::expression_id id, model::selection const& node, std::string const& name, slots const& around);

  // Relations and provisions (asp_provisions.cpp).
  void relations();
  void provision(check::provision_index index);
  void existence(check::provision_index index, slots const& own);
  void displacement(check::provision_index index, slots const& own);
  void overriding(check::provision_index by, check::overriding const& clause, check::provision_index target);
  void establishment(check::provision_index index, std::uint32_t number, model::establishment const& effect,
                     slots const& own);
  void in_force(check::provision_index index);
  [[nodiscard]] bool lifts_only(check::provision_index index) const;

  // Pieces of text.
  void rule(std::string const& head, std::vector<std::string> const& body);
  [[nodiscard]] std::string atom(std::string const& name, std::vector<std::string> arguments) const;
  // The name over the variables and a context.
  [[nodiscard]] std::string over(std::string const& name, slots const& around, std::string const& context = "C",
                                 std::string const& prefix = "S") const;
  // The same with a value: a term.
  [[nodiscard]] std::string valued(std::string const& name, slots const& around, std::string const& value,
                                   std::string const& context = "C", std::string const& prefix = "S") const;
  // That the variables are in their domains, and C a context.
  [[nodiscard]] std::vector<std::string> safe(slots const& around) const;
  [[nodiscard]] std::string within(check::type const& type, std::string const& variable) const;
  [[nodiscard]] std::string fresh(std::string const& prefix) { return prefix + std::to_string(++names_); }
  [[nodiscard]] check::type type_of(std::uint32_t slot) const { return types_.at(slot); }
  void enter(check::scope const& scope);
  [[nodiscard]] slots parameters(check::scope const& scope) const;
  [[nodiscard]] std::string interval(std::optional<model::expression_id> const& until, bool inclusive,
                                     slots const& own);

  input const& of_;
  check::program const& rules_;
  std::vector<std::uint32_t> rank_of_text_;
  std::map<std::uint32_t, check::type> types_;  // of the slots of what is being written
  std::string text_;
  std::size_t names_ = 0;
};

}  // namespace casus::clingo
