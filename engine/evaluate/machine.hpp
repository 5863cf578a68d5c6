// The evaluator proper: the state behind a world. One class, since everything in it needs everything else; its parts
// stand in files of their own:
//   machine.cpp     setting up, contexts, visibility                  term.cpp       values of terms
//   condition.cpp   truth of conditions                               choose.cpp     next, first, last
//   join.cpp        running a block's steps                           relation.cpp   truth of a tuple, matching tuples
//   established.cpp what provisions establish                         extent.cpp     recursion: least fixed points
//   ledger.cpp      provisions judged on a day of their own           verdict.cpp    does an instance apply
//   norm.cpp        duties, prohibitions, permissions                 find.cpp       all findings of a date
//   breach.cpp      `is breached`                                     question.cpp   does a provision answer
//   calendar.cpp    which dates are compared                          changing.cpp   forgetting what has changed
#pragma once
#include "engine/evaluate/bounds.hpp"
#include "engine/evaluate/calendar.hpp"
#include "engine/evaluate/frames.hpp"
#include "engine/evaluate/function_ref.hpp"
#include "engine/evaluate/interval.hpp"
#include "engine/evaluate/kept.hpp"
#include "engine/evaluate/plan.hpp"
#include "engine/evaluate/store.hpp"
#include "engine/evaluate/touched.hpp"
#include "engine/evaluate/watch.hpp"

namespace casus::evaluate {

using row_visitor = function_ref<bool(value const* row, truth)>;  // false stops
using frame_visitor = function_ref<bool(value* frame, truth)>;

class machine {
 public:
  machine(compiled const& rules, facts::base const& facts, options const& how);

  [[nodiscard]] evaluate::plan const& plan() const { return plan_; }
  [[nodiscard]] check::program const& program() const { return *plan_.program; }
  [[nodiscard]] facts::base const& facts() const { return facts_; }
  [[nodiscard]] options const& how() const { return how_; }
  [[nodiscard]] evaluate::store& store() { return store_; }
  [[nodiscard]] evaluate::frames& frames() { return frames_; }
  [[nodiscard]] evaluate::pool& pool() { return pool_; }
  [[nodiscard]] evaluate::bounds& bounds() { return bounds_; }

  // term.cpp
  [[nodiscard]] value term(node_index n, value* frame, context const& ctx) {
    auto const& of = plan_.nodes[n];
    return of.what == op::slot ? frame[of.index] : of.what == op::constant ? of.constant : computed(of, n, frame, ctx);
  }
  [[nodiscard]] std::string const& text_of(value text) const;
  // condition.cpp
  [[nodiscard]] truth condition(node_index n, value* frame, context const& ctx);
  [[nodiscard]] truth condition_if(node_index n, value* frame, context const& ctx) {
    return n == none ? truth::yes : condition(n, frame, ctx);
  }
  [[nodiscard]] truth compare(model::comparison_operator op, value left, value right) const;

  // join.cpp: every solution of a block over what the frame holds already, with its truth above `floor`.
  void solve(block const& what, value* frame, context const& ctx, truth const& floor, function_ref<bool(truth)> yield);
  // The same up to the day of judgment and from there: `judged` is called with the day's context, or is where to go on.
  void solve_until_judged(block const& what, value* frame, function_ref<bool(truth, context const&)> judged);
  void solve_from_judged(block const& what, value* frame, context const& ctx, truth so_far,
                         function_ref<bool(truth)> yield);
  void scan(check::type const& type, function_ref<bool(value)> yield);
  // The same, and what the scenario does not name: what a parameter may be.
  void scan_parameter(check::type const& type, function_ref<bool(value)> yield);
  // Whether it is of the type, if that is one of entities or events: a value carries its kind.
  [[nodiscard]] bool fits(value v, check::type const& type) const {
    if (v.tag == facts::tag::absent) return false;
    bool const is_unnamed = v.tag == facts::tag::unnamed;
    if (type.base == check::base_type::entity)
      return (is_unnamed || v.tag == facts::tag::entity) && is_kind_of(v.extra, type.index);
    if (type.base == check::base_type::event)
      return (is_unnamed || v.tag == facts::tag::event) && v.extra == type.index;
    return true;
  }

  // relation.cpp
  [[nodiscard]] truth holds(check::relation_index relation, value const* arguments, context const& ctx);
  [[nodiscard]] truth literal(node const& of, value* frame, context const& ctx);
  [[nodiscard]] value held(node const& of, value* frame, context const& ctx);
  [[nodiscard]] value held(check::relation_index relation, value const* arguments, context const& ctx);
  // Tuples that agree with `pattern` in the columns of `mask`; each perhaps more than once, its truth the greatest.
  void match(check::relation_index relation, std::uint64_t mask, value const* pattern, context const& ctx,
             row_visitor visit);
  [[nodiscard]] bool has_wild(check::relation_index relation);
  [[nodiscard]] truth stated(check::relation_index relation, value const* arguments, context const& ctx);

  // established.cpp
  [[nodiscard]] truth established(check::relation_index relation, value const* arguments, context const& ctx);
  void match_established(check::relation_index relation, std::uint64_t mask, value const* pattern, context const& ctx,
                         row_visitor visit);
  [[nodiscard]] truth effect_of_judged(check::provision_index p, std::uint32_t consequence, std::uint32_t instance,
                                       context const& ctx);
  [[nodiscard]] ledger::heads_of_effect& heads(check::provision_index p, std::uint32_t consequence);
  // Whether the interval of an effect holds the date: its beginning read in `judged`, its end in `ctx`.
  [[nodiscard]] truth stands(provision_plan::effect const& effect, value* frame, context const& judged,
                             context const& ctx);

  // extent.cpp
  [[nodiscard]] extent& extent_of(check::relation_index relation, context const& ctx);

  // ledger.cpp
  [[nodiscard]] ledger& ledger_of(check::provision_index p);
  [[nodiscard]] ledger& readable_ledger(check::provision_index p, context const& ctx);
  [[nodiscard]] truth exists(check::provision_index p, value const* binding, context const& judged,
                             context const& ctx) const;
  [[nodiscard]] truth exists(check::provision_index p, std::uint32_t instance, context const& ctx) const;
  void fill_frame(check::provision_index p, std::uint32_t instance, value* frame);
  // The context of an instance's day of judgment; none where that day is absent.
  [[nodiscard]] std::optional<context> judgment(check::provision_index p, value* frame);

  // verdict.cpp
  [[nodiscard]] truth in_force(check::provision_index p, context const& ctx) const;
  [[nodiscard]] verdict judge(check::provision_index p, value* frame, context const& ctx, truth when);
  // The same but for its outcome.
  [[nodiscard]] verdict application(check::provision_index p, value* frame, context const& ctx, truth when);
  [[nodiscard]] truth displaced(check::provision_index p, value* frame, context const& ctx);
  [[nodiscard]] truth follows(check::provision_index p, verdict const& of, std::uint32_t consequence) const;
  [[nodiscard]] verdict verdict_of_judged(check::provision_index p, std::uint32_t instance);
  // Instances that agree with the values of the slots, as they stand in `ctx`, until `visit` returns false.
  struct fixed {
    std::uint32_t slot;
    value held;
  };
  using instance_visitor = function_ref<bool(value* frame, context const& judged, verdict const&)>;
  void each_instance(check::provision_index p, std::vector<fixed> const& shared, context const& ctx,
                     instance_visitor visit);
  // The values of this provision's variables that an overriding clause of another asks to agree.
  [[nodiscard]] std::vector<fixed> shared_with(check::provision_index overridden, check::provision_index by,
                                               std::uint32_t clause, value const* frame) const;
  [[nodiscard]] truth overrides_now(check::provision_index by, std::uint32_t clause, value* frame, context const& ctx);
  [[nodiscard]] truth is_violated(node const& of, value* frame, context const& ctx);

  // breach.cpp
  [[nodiscard]] truth is_breached(node const& of, value* frame, context const& ctx);
  // norm.cpp: whether there is one, which there is not where its beginning is absent.
  [[nodiscard]] bool fill_norm(norm& made, check::provision_index p, std::uint32_t consequence, value* frame,
                               context const& judged, context const& ctx, truth follows);
  // A provision, and norms of which its own are the last: indices are into all of them.
  struct found_so_far {
    provision_findings& provision;
    std::vector<norm>& norms;
  };
  void settle_states(found_so_far const& of, std::uint32_t first, context const& ctx);
  // For an act, or for every act that the prohibition speaks of.
  [[nodiscard]] truth is_lifted(check::provision_index p, std::uint32_t consequence, value* frame, context const& ctx,
                                std::optional<std::uint32_t> act);

  // find.cpp
  [[nodiscard]] findings find(source::date date);
  [[nodiscard]] std::vector<source::diagnostic> stated_and_established(context const& ctx);  // warn.cpp
  [[nodiscard]] provision_account const& account_of(check::provision_index p, context const& ctx);
  void fill_account(provision_account& into, check::provision_index p, context const& ctx);
  void fill_account(found_so_far const& into, check::provision_index p, context const& ctx);
  [[nodiscard]] question_findings find_question(check::question_index q, context const& ctx);
  void describe(instance& made, check::provision_index p, value* frame, context const& judged, verdict const& of,
                truth exists);
  [[nodiscard]] instance instance_of(check::provision_index p, binding const& values, context const& ctx);
  [[nodiscard]] question_instance answer(check::question_index q, value* frame, truth arises, context const& ctx);

  // machine.cpp
  [[nodiscard]] truth visible(std::uint32_t event, context const& ctx) const;
  [[nodiscard]] truth is_true(std::uint32_t event) const;  // present, and not only possibly
  // The number of the set of events that count as visible, that one included.
  [[nodiscard]] std::uint32_t with_visible(context const& ctx, std::uint32_t event);
  [[nodiscard]] context narrowed(context ctx, slot_set const& ranges, bool dated);
  [[nodiscard]] event_set const& extras(std::uint32_t set) const { return *extras_[set]; }
  [[nodiscard]] bool is_kind_of(check::kind_index kind, check::kind_index ancestor) const {
    return plan_.ancestors[kind].has(ancestor);
  }
  [[nodiscard]] std::size_t frame_size(check::provision_index p) const {
    return program().provisions[p].scope.variables.size();
  }
  // calendar.cpp: what is noted where a calendar is kept
  void keep(calendar& into) { calendar_ = &into; }
  void note(value day, turn of) const {
    if (calendar_ != nullptr) calendar_->note(day, of);
  }
  void note(value from, value until, turn begin, turn end) const {
    if (calendar_ != nullptr) calendar_->note(from, until, begin, end);
  }
  void note(value from, value until, node_index begin, node_index end) const;
  void note(model::fixed_period const& period, turn of) const;
  void note_ends(norm const& of) const;
  void note_every_day(context const& ctx) const;
  [[nodiscard]] value compared_with_today(value day, node const& of, context const& ctx) const;
  [[nodiscard]] value sought_today(check::event_kind_index kind, std::uint32_t field, node_index n, context const& ctx);
  // changing.cpp: for facts that change; what is looked at is noted where a watch is kept
  void keep(watch& looking) { watch_ = &looking; }
  void forget(touched const& what);
  void read(check::interpretation_index point, std::optional<std::uint32_t> value) { how_.readings[point] = value; }
  [[nodiscard]] store::events events_of(check::event_kind_index kind) const {
    if (watch_ != nullptr) watch_->look_at_kind(kind);
    return store_.events_of(kind);
  }
  [[nodiscard]] store::hits events_with(check::event_kind_index kind, std::uint32_t field, value wanted) {
    if (watch_ != nullptr) watch_->look_at_kind(kind, field);
    return store_.events_with(kind, field, wanted);
  }
  [[nodiscard]] facts::event const& whole_event(std::uint32_t event) const {
    if (watch_ != nullptr) watch_->look_at_all_of(event);
    return facts_.events[event];
  }
  [[nodiscard]] facts::statement const& statement(std::uint32_t index) const {
    if (watch_ != nullptr) watch_->look_at_statement(index);
    return facts_.statements[index];
  }

 private:
  friend class join;

  evaluate::pool pool_;  // of most of what follows
  compiled const& rules_;
  evaluate::plan const& plan_;
  facts::base const& facts_;
  options how_;
  evaluate::bounds bounds_;
  evaluate::store store_;
  evaluate::frames frames_;
  pooled_vector<value> text_literals_{pool_};
  std::vector<std::string> more_texts_;  // literals that the facts do not hold
  std::map<event_set, std::uint32_t, std::less<>, pool_allocator<std::pair<event_set const, std::uint32_t>>>
      extra_index_{pool_};                         // the number of a set
  pooled_vector<event_set const*> extras_{pool_};  // by number; the first is empty
  struct {
    std::uint32_t from = none, with = none, to = none;
  } last_extended_;  // a set, an event, and the set with it
  pooled_vector<pooled<ledger>> ledgers_{pool_};
  pooled_vector<pooled<known_rows>> remembered_{pool_};  // by relation: arguments, date, extra → truth
  pooled_vector<pooled<solutions>> solved_{pool_};       // by variant
  std::vector<std::map<std::pair<std::int32_t, std::uint32_t>, circle_extent>> extents_;  // by circle, then date, extra
  std::map<std::tuple<check::provision_index, std::int32_t, std::uint32_t>, provision_account> accounts_;
  calendar* calendar_ = nullptr;
  watch* watch_ = nullptr;

  // term.cpp
  [[nodiscard]] value computed(node const& of, node_index n, value* frame, context const& ctx);
  // machine.cpp
  [[nodiscard]] std::uint32_t extras_number(event_set set);
  // relation.cpp
  [[nodiscard]] truth defined(check::relation_index relation, value const* arguments, context const& ctx);
  [[nodiscard]] truth defined_anew(check::relation_index relation, value const* arguments, context const& ctx);
  [[nodiscard]] truth over_candidates(node const& of, value* arguments, std::size_t next, context const& ctx);
  [[nodiscard]] known_rows& solve_variant(variant_index variant, value const* pattern, context const& ctx);
  void fill_solution(known_rows& into, relation_variant const& of, value const* pattern, context const& ctx);
  [[nodiscard]] truth stated_tuple(check::relation_index relation, std::uint32_t tuple, context const& ctx);
  // established.cpp
  [[nodiscard]] truth established_by_wild(check::provision_index p, std::uint32_t consequence, std::uint32_t instance,
                                          value const* arguments, context const& ctx);
  void match_judged(check::provision_index p, std::uint32_t consequence, std::uint64_t mask, value const* pattern,
                    context const& ctx, row_visitor visit);
  void match_afresh(check::provision_index p, std::uint32_t consequence, block const& instances, std::uint64_t mask,
                    value const* pattern, context const& ctx, row_visitor visit);
  [[nodiscard]] bool bind_heads(check::provision_index p, std::uint32_t consequence, std::uint64_t mask,
                                value const* pattern, value* frame);
  // extent.cpp
  using fresh_rows = std::vector<std::vector<std::uint32_t>>;  // by relation of the circle
  void seed_circle(circle const& of, circle_extent& into, context const& ctx, fresh_rows& fresh);
  void seed_from_ledger(check::provision_index p, std::uint32_t consequence, extent& into, context const& ctx,
                        std::vector<std::uint32_t>& fresh);
  void fill_circle(std::uint32_t circle, circle_extent& into, context const& ctx);
  // Every tuple that a head with unknown arguments may be, those that the scenario does not name included.
  void each_candidate(std::vector<node_index> const& terms, std::vector<value>& head, std::size_t next,
                      function_ref<void(value const*)> visit);
  bool apply_rule(circle const& of, recursive_rule const& rule, block_index body, circle_extent& into,
                  context const& ctx, fresh_rows& fresh);
  // verdict.cpp
  [[nodiscard]] truth agrees(value const* row, std::vector<fixed> const& shared) const;
  void each_judged_instance(check::provision_index p, std::vector<fixed> const& shared, bool any_unknown,
                            context const& ctx, instance_visitor visit);
  void each_instance_afresh(check::provision_index p, std::vector<fixed> const& shared, bool any_unknown,
                            context const& ctx, instance_visitor visit);
  // find.cpp
  void add_instance(found_so_far const& into, value* frame, context const& judged, context const& ctx,
                    verdict const& of, truth exists);
  // ledger.cpp
  void make_ledger(check::provision_index p);
  void make_ledgers_in_time(std::uint32_t circle);
  void record(check::provision_index p, value const* frame, context const& where, truth when);
  // condition.cpp
  [[nodiscard]] truth exists_some(node const& of, value* frame, context const& ctx);
  [[nodiscard]] truth holds_of_every(node const& of, value* frame, context const& ctx);
  [[nodiscard]] truth at_another_date(node const& of, value* frame, context const& ctx);
  [[nodiscard]] truth compare_nodes(node const& of, value* frame, context const& ctx);
  [[nodiscard]] truth is_in_kind(node const& of, value* frame, context const& ctx);
  struct range {
    std::int64_t least, most;
    bool is_known;
  };
  [[nodiscard]] range integer_range(node_index n, value* frame, context const& ctx);
  [[nodiscard]] range count(node const& of, value* frame, context const& ctx);
  // choose.cpp
  [[nodiscard]] value choose(node const& of, value* frame, context const& ctx);
};

struct world::implementation {
  implementation(compiled const& rules, facts::base const& facts, options const& how) : inside(rules, facts, how) {}
  machine inside;
};

}  // namespace casus::evaluate
