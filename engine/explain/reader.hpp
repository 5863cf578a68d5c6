// Reads conditions as the evaluator does, but goes only where the answer is open, and notes what it finds open at the
// ends. Private to this folder.
//   reader.cpp             expressions                    read_relations.cpp    facts, defines
//   read_provisions.cpp    instances, norms               open_leaves.cpp       what is noted
#pragma once
#include "engine/explain/known_statements.hpp"
#include "engine/explain/open_facts.hpp"
#include "engine/explain/standpoint.hpp"
#include <set>
#include <span>
#include <tuple>

namespace casus::explain {

// Open facts in the order of reading, each once.
class open_leaves {
 public:
  explicit open_leaves(evaluate::world const& world) : world_(world) {}
  void event_field(std::uint32_t event, std::uint32_t field);
  void event_date(std::uint32_t event);
  void event_holds(std::uint32_t event);
  void entity_field(std::uint32_t entity, std::uint32_t field);
  void statement(std::uint32_t statement);
  void unstated(check::relation_index relation, std::span<facts::value const> arguments,
                evaluate::world::place const& on);
  // `by`: the statement that leaves the value unknown, if any.
  void value(check::relation_index relation, std::span<facts::value const> arguments, std::optional<std::uint32_t> by,
             evaluate::world::place const& on);
  void reading(check::interpretation_index interpretation);
  [[nodiscard]] std::vector<open_fact> take() { return std::move(found_); }

 private:
  void add(open_fact fact);
  evaluate::world const& world_;
  std::vector<open_fact> found_;
  std::set<std::tuple<open_fact::kind, std::uint32_t, std::uint32_t, std::vector<facts::value>, std::int64_t>> known_;
};

class reader {
 public:
  explicit reader(evaluate::world& world);

  // What decides whether the instance applies, and with `outcome` also its requirements. `where` is what reads it.
  enum class extent : std::uint8_t { applying, outcome };
  void instance(check::provision_index p, evaluate::binding const& values, evaluate::world::place const& where,
                extent how);
  // What decides the state of one of the norms that the instances of a provision lead to: its parties, its dates, the
  // acts that may be meant; and the same of those that it may bind jointly with.
  void state(norms_of const& all, evaluate::norm const& of, evaluate::world::place const& where);
  [[nodiscard]] std::vector<open_fact> take() { return leaves_.take(); }

 private:
  using place = evaluate::world::place;
  using expression = model::expression_id;
  using arguments = evaluate::few_values;

  // reader.cpp
  void read(expression id, standpoint const& at);
  void read_open(expression id, standpoint const& at);
  void junction(model::junction const& of, standpoint const& at);
  void read_if(std::optional<expression> const& id, standpoint const& at) {
    if (id) read(*id, at);
  }
  [[nodiscard]] bool is_open(expression id, standpoint const& at);
  void field(expression id, model::field_access const& access, standpoint const& at);
  void field_of(facts::value object, check::resolution const& field);
  void quantified(expression id, standpoint const& at, std::optional<expression> body, std::vector<expression> more,
                  std::optional<expression> unless);
  void selection(expression id, model::selection const& of, standpoint const& at);
  void on_date(expression condition, expression date, int days_before, standpoint const& at);
  void event(std::uint32_t event, place const& where);
  void events_in(standpoint const& at, std::vector<std::uint32_t> const& slots);

  // read_relations.cpp
  void applied(expression id, model::application const& of, standpoint const& at);
  void over_candidates(expression id, model::application const& of, arguments& values, std::size_t next,
                       place const& where);
  void tuple(check::relation_index relation, arguments const& values, place const& where);
  void statements(check::relation_index relation, arguments const& values, place const& where);
  void value_of_fact(check::relation_index relation, arguments const& values, place const& where);
  void established(check::relation_index relation, arguments const& values, place const& where);
  void establishment(check::provision_index p, model::consequence const& by, arguments const& values,
                     place const& where, evaluate::world::read_instance const& found);

  // read_provisions.cpp
  void displacing(check::provision_index p, standpoint const& at, bool by_permission);
  void status(expression id, model::provision_status const& of, standpoint const& at);
  void breach(check::provision_index version, std::vector<evaluate::world::given> const& shared, place const& where);
  void terms(norms_of const& all, evaluate::norm const& of, place const& where);
  void acts(evaluate::norm const& of, place const& where);
  [[nodiscard]] bool may_be_joint(evaluate::norm const& one, evaluate::norm const& other) const;
  [[nodiscard]] std::vector<evaluate::world::given> shared_with(std::vector<check::shared_pair> const& pairs,
                                                                evaluate::binding const& values) const;
  [[nodiscard]] place judged_at(check::provision_index p, evaluate::binding const& values, place const& where);

  [[nodiscard]] bool may_equal(facts::value a, facts::value b) const;

  // Reading costs at most so many looks at a condition; what lies beyond is left out.
  static constexpr std::uint32_t most_looks = 1'000'000;

  evaluate::world& world_;
  check::program const& program_;
  facts::base const& facts_;
  open_leaves leaves_;
  known_statements statements_;
  std::uint32_t looks_ = 0;
  using moment = std::tuple<std::int32_t, bool, std::vector<std::uint32_t>>;
  std::set<std::tuple<std::uint32_t, arguments, moment>> tuples_;  // read already
  std::set<std::tuple<std::uint32_t, arguments, moment, extent>> instances_;
};

}  // namespace casus::explain
