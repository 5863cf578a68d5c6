// Works out everything that a conclusion could rest on: steps, and for each the ways in which it can be shown. Which of
// them make the smallest proof is chosen afterwards. Private to this folder.
//   prover.cpp             expressions                    prover_quantifiers.cpp   `some`, `every`, `count`, `next`
//   prover_relations.cpp   facts, defines                 prover_provisions.cpp    instances
//   prover_terms.cpp       what terms read                prover_established.cpp   what provisions establish
//   prover_absent.cpp      that no instance applies
#pragma once
#include "engine/explain/known_statements.hpp"
#include "engine/explain/proof.hpp"
#include "engine/explain/standpoint.hpp"
#include <map>
#include <tuple>

namespace casus::explain {

using supports = std::vector<support>;

// A step with all the ways in which it can be shown; a step that rests on nothing has one empty way.
struct provable {
  step what;
  std::vector<supports> ways;
};

class prover {
 public:
  prover(evaluate::world& world, open_parts of_open);

  void instance_in_full(check::provision_index p, evaluate::binding const& values, source::date date);
  void none_applies(std::vector<asked_version> const& asked, source::date date);
  [[nodiscard]] std::vector<provable> take() { return std::move(steps_); }
  [[nodiscard]] bool is_partial() const { return is_partial_; }

 private:
  using place = evaluate::world::place;
  using expression = model::expression_id;
  using arguments = evaluate::few_values;
  using moment = std::tuple<std::int32_t, bool, std::vector<std::uint32_t>>;
  using key = std::tuple<step::kind, std::uint32_t, arguments, moment, std::uint32_t>;

  struct begun {
    step_index index = 0;
    bool is_new = false;
  };
  // The step for a key: a new one, without ways, or the one that there is.
  [[nodiscard]] begun begin(step::kind of, std::uint32_t subject, arguments const& identity, place const& where,
                            std::uint32_t extra = 0);
  [[nodiscard]] facts::truth truth_of(expression id, standpoint const& at) const;
  [[nodiscard]] facts::value value_of(expression id, standpoint const& at) const;
  [[nodiscard]] arguments free_values(expression id, standpoint const& at) const;
  [[nodiscard]] static moment moment_of(place const& where) {
    return {where.date.days, where.is_unknown, where.visible};
  }

  // prover.cpp: the steps that together show how a condition stands.
  [[nodiscard]] supports show(expression id, standpoint const& at);
  [[nodiscard]] supports junction(expression id, model::junction const& of, standpoint const& at);
  [[nodiscard]] supports labelled(expression id, model::labelled const& of, standpoint const& at);
  [[nodiscard]] supports on_date(expression id, expression condition, expression date, int days_before,
                                 standpoint const& at);
  [[nodiscard]] supports leaf(expression id, standpoint const& at);
  [[nodiscard]] step_index condition_step(expression id, standpoint const& at, std::vector<supports> ways);
  [[nodiscard]] static supports denied(supports of);
  [[nodiscard]] static supports as(supports of, support::role role);
  [[nodiscard]] static supports routine(supports of);
  [[nodiscard]] static supports of(step_index index) { return {{index, false, false, support::role::condition}}; }
  static void add(supports& into, supports more) { into.insert(into.end(), more.begin(), more.end()); }

  // prover_terms.cpp
  struct readings {
    std::vector<cited_fact> cites;
    supports steps;
  };
  void read_term(expression id, standpoint const& at, readings& into);
  void read_field(facts::value object, check::resolution const& field, readings& into);
  void cite(cited_fact fact, readings& into) const;
  [[nodiscard]] cited_fact citation_of_event(std::uint32_t event) const;

  // prover_quantifiers.cpp
  [[nodiscard]] supports quantifier(expression id, model::quantifier const& of, standpoint const& at);
  [[nodiscard]] std::vector<supports> ways_of(expression id, model::quantifier const& of, standpoint const& at);
  // Every combination of values: those under which a conjunct of `body` is false, as far as they are bound by then, and
  // for the others what `visit` adds.
  struct search {
    expression owner;
    std::vector<std::uint32_t> variables;
    std::optional<expression> body;
  };
  void each(search const& over, standpoint const& at, supports& into, evaluate::function_ref<void(supports&)> visit);
  void counted(expression id, std::optional<expression> body, standpoint const& at, readings& into);
  void selected(expression id, model::selection const& of, standpoint const& at, readings& into);
  [[nodiscard]] step_index combination(expression owner, standpoint const& at, facts::truth truth, supports on);
  [[nodiscard]] supports events_in(standpoint const& at, std::vector<std::uint32_t> const& slots);
  [[nodiscard]] step_index event(std::uint32_t event, place const& where);

  // prover_relations.cpp
  [[nodiscard]] supports applied(expression id, model::application const& of, standpoint const& at);
  [[nodiscard]] step_index tuple(check::relation_index relation, arguments const& values, place const& where);
  void show_fact(step_index at, place const& where);
  void show_define(step_index at, place const& where);
  void show_value(step_index at, place const& where);
  void cite_statements(step_index at, place const& where, std::vector<supports>& ways);

  // prover_established.cpp
  using given = std::vector<evaluate::world::given>;
  [[nodiscard]] given given_by(check::provision_index p, std::uint32_t consequence, arguments const& values) const;
  [[nodiscard]] std::vector<supports> establishing(step_index at, place const& where);
  [[nodiscard]] support establishment(check::provision_index p, std::uint32_t consequence, arguments const& values,
                                      evaluate::world::read_instance const& found, place const& where);

  // prover_provisions.cpp
  [[nodiscard]] step_index instance(check::provision_index p, evaluate::binding const& values, facts::truth applies,
                                    place const& where);
  struct part {  // of what decides whether an instance applies
    supports shown;
    facts::truth truth = facts::truth::yes;
  };
  [[nodiscard]] std::vector<part> parts_of(check::provision_index p, standpoint const& judged, place const& where);
  void overriding(check::provision_index p, standpoint const& judged, std::vector<part>& into);
  [[nodiscard]] supports requirements_of(check::provision_index p, evaluate::binding const& values, place const& where);
  [[nodiscard]] place judged_at(check::provision_index p, evaluate::binding const& values, place const& where);
  [[nodiscard]] readings day_of_judgment(check::provision_index p, evaluate::binding const& values, place const& where);
  // Why no instance with these values applies, those left out that possibly do.
  void no_instance(check::provision_index p, given const& shared, place const& where, supports& into);
  [[nodiscard]] bool possibly_applies(check::provision_index p, evaluate::binding const& values, place const& where);
  [[nodiscard]] supports status(expression id, model::provision_status const& of, standpoint const& at);

  static constexpr std::size_t most_steps = 50'000;
  static constexpr std::size_t most_ways = 64;  // of one step

  // Whether a part bears on a whole that is open, though it is not open itself.
  [[nodiscard]] bool shows_all_of(facts::truth whole) const {
    return whole == facts::truth::open && of_open_ == open_parts::all;
  }

  evaluate::world& world_;
  open_parts of_open_;
  check::program const& program_;
  facts::base const& facts_;
  known_statements statements_;
  std::vector<provable> steps_;
  std::map<key, step_index> known_;
  bool is_partial_ = false;
};

}  // namespace casus::explain
