#include "world.hpp"

#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {

std::string_view words(status s) {
  switch (s) {
    case status::violated: return "violated";
    case status::satisfied: return "satisfied";
    case status::applies: return "applies";
    case status::open: return "open";
    case status::undetermined: return "undetermined";
    case status::displaced: return "displaced";
    case status::does_not_apply: return "does not apply";
    case status::not_in_force: return "not in force";
  }
  return {};
}

std::string_view words(norm_state s) {
  switch (s) {
    case norm_state::not_yet_due: return "not yet due";
    case norm_state::outstanding: return "outstanding";
    case norm_state::fulfilled: return "fulfilled";
    case norm_state::breached: return "breached";
    case norm_state::fulfilled_late: return "fulfilled late";
    case norm_state::ended: return "ended";
    case norm_state::open: return "open";
    case norm_state::respected: return "respected";
    case norm_state::lifted: return "lifted";
    case norm_state::permitted: return "permitted";
  }
  return {};
}

std::string_view words(question_status s) {
  switch (s) {
    case question_status::unanswered: return "unanswered";
    case question_status::answered: return "answered";
    case question_status::undetermined: return "undetermined";
    case question_status::does_not_arise: return "does not arise";
  }
  return {};
}

compiled::compiled(check::program const& program)
    : inside_(std::make_unique<implementation>(implementation{make_plan(program)})) {}
compiled::compiled(compiled&&) noexcept = default;
compiled& compiled::operator=(compiled&&) noexcept = default;
compiled::~compiled() = default;
check::program const& compiled::program() const { return *inside_->plan.program; }

world::world(compiled const& rules, facts::base const& facts, options const& how)
    : inside_(std::make_unique<implementation>(rules, facts, how)) {}
world::world(world&&) noexcept = default;
world& world::operator=(world&&) noexcept = default;
world::~world() = default;

check::program const& world::program() const { return inside_->inside.program(); }
facts::base const& world::facts() const { return inside_->inside.facts(); }
options const& world::how() const { return inside_->inside.how(); }

findings world::at(source::date date) { return inside_->inside.find(date); }

question_findings world::question_at(check::question_index question, source::date date) {
  return inside_->inside.find_question(question, {date, 0, false});
}

std::vector<source::diagnostic> world::warnings_at(source::date date) {
  return inside_->inside.stated_and_established({date, 0, false});
}

instance world::instance_of(check::provision_index provision, binding const& values, source::date date) {
  return inside_->inside.instance_of(provision, values, {date, 0, false});
}

question_instance world::question_of(check::question_index question, binding const& values, source::date date) {
  auto& in = inside_->inside;
  context const ctx{date, 0, false};
  auto const& scope = in.program().questions[question].scope;
  frame const locals(in.frames(), scope.variables.size());
  std::copy(values.begin(), values.begin() + scope.parameters, locals.values());
  auto arises = truth::yes;
  for (std::uint32_t slot = 0; slot < scope.parameters; ++slot) {
    auto const& v = locals.values()[slot];
    if (v.tag == facts::tag::event) arises = both(arises, in.visible(facts::index_of(v), ctx));
  }
  arises = both(arises, in.condition_if(in.plan().questions[question].arises, locals.values(), ctx));
  return in.answer(question, locals.values(), arises, ctx);
}

std::vector<tuple> world::tuples(check::relation_index relation, source::date date) {
  auto& in = inside_->inside;
  context const ctx{date, 0, false};
  auto const& types = in.program().relations[relation].parameters;
  table seen(types.size(), in.pool());
  std::vector<tuple> found;
  auto const take = [&](value const* row, truth t) {
    for (std::size_t i = 0; i < types.size(); ++i)
      if (row[i].tag == facts::tag::unnamed || !row[i].is_known()) return;
    auto const [at, is_new] = seen.insert(row);
    if (is_new)
      found.push_back({{row, row + types.size()}, t});
    else
      found[at].truth = either(found[at].truth, t);
  };
  if (in.program().relations[relation].value) {  // of which a value is known
    auto const& stated = in.store().statements_of(relation).tuples;
    for (std::uint32_t i = 0; i < stated.size(); ++i) {
      if (in.held(relation, stated.row(i), ctx).is_known()) take(stated.row(i), facts::truth::yes);
    }
    return found;
  }
  bool const enumerable =
      std::all_of(types.begin(), types.end(), [](auto const& t) { return check::is_enumerable(t); });
  bool const open = in.program().relations[relation].open || in.has_wild(relation);
  if (!open && (enumerable || in.program().relations[relation].is_fact)) {
    std::vector<value> const anything(types.size());
    in.match(relation, 0, anything.data(), ctx, [&](value const* row, truth t) {
      take(row, t);
      return true;
    });
    return found;
  }
  if (!enumerable) return found;
  // Everything unstated is possible: each combination is asked for.
  std::vector<value> row(types.size());
  auto const fill = [&](auto&& self, std::size_t i) -> void {
    if (i == types.size()) {
      if (auto const t = in.holds(relation, row.data(), ctx); t != truth::no) take(row.data(), t);
      return;
    }
    in.scan(types[i], [&](value v) {
      row[i] = v;
      self(self, i + 1);
      return true;
    });
  };
  fill(fill, 0);
  return found;
}

facts::truth world::holds(check::relation_index relation, std::span<value const> arguments, source::date date) {
  return inside_->inside.holds(relation, arguments.data(), {date, 0, false});
}

namespace {

context context_of(machine& in, world::place const& where) {
  context ctx{where.is_unknown ? source::date{} : where.date, 0, where.is_unknown};
  for (auto const event : where.visible) ctx.extra = in.with_visible(ctx, event);
  return ctx;
}

}  // namespace

facts::truth world::truth_of(model::expression_id condition, binding& slots, place const& where) {
  auto& in = inside_->inside;
  in.bounds().descend(condition);
  return in.condition(in.plan().node_of[condition.index], slots.data(), context_of(in, where));
}

facts::value world::value_of(model::expression_id term, binding& slots, place const& where) {
  auto& in = inside_->inside;
  in.bounds().descend(term);
  return in.term(in.plan().node_of[term.index], slots.data(), context_of(in, where));
}

std::optional<world::place> world::place_of(check::provision_index provision, binding const& values,
                                            source::date date) {
  auto& in = inside_->inside;
  if (in.plan().provisions[provision].judged_at == none) return place{date, {}};
  frame const locals(in.frames(), in.frame_size(provision));
  std::copy(values.begin(), values.end(), locals.values());
  auto const day = in.judgment(provision, locals.values());
  if (!day) return std::nullopt;
  auto const& visible = in.extras(day->extra);
  return place{day->date, {visible.begin(), visible.end()}, day->unknown};
}

facts::truth world::holds(check::relation_index relation, std::span<value const> arguments, place const& where) {
  auto& in = inside_->inside;
  return in.holds(relation, arguments.data(), context_of(in, where));
}

facts::truth world::visible(std::uint32_t event, place const& where) {
  auto& in = inside_->inside;
  return in.visible(event, context_of(in, where));
}

std::vector<world::read_instance> world::instances_of(check::provision_index provision,
                                                      std::vector<given> const& values, place const& where) {
  auto& in = inside_->inside;
  std::vector<machine::fixed> shared;
  for (auto const& one : values) shared.push_back({one.slot, one.value});
  auto const parameters = in.program().provisions[provision].scope.parameters;
  table seen(parameters, in.pool());
  std::vector<read_instance> found;
  in.each_instance(provision, shared, context_of(in, where), [&](value* frame, context const&, verdict const& of) {
    auto const [row, is_new] = seen.insert(frame);
    if (is_new)
      found.push_back({{frame, frame + parameters}, of.applies, of.outcome});
    else
      found[row].applies = either(found[row].applies, of.applies);
    return true;
  });
  return found;
}

provision_account const& world::account_of(check::provision_index provision, place const& where) {
  auto& in = inside_->inside;
  return in.account_of(provision, context_of(in, where));
}

facts::truth world::in_force(check::provision_index provision, place const& where) {
  auto& in = inside_->inside;
  return in.in_force(provision, context_of(in, where));
}

std::vector<facts::value> world::range_of(check::type const& type, place const& where) {
  auto& in = inside_->inside;
  auto const ctx = context_of(in, where);
  std::vector<value> found;
  in.scan(type, [&](value v) {
    if (v.tag != facts::tag::event || in.visible(facts::index_of(v), ctx) != truth::no) found.push_back(v);
    return true;
  });
  return found;
}

}  // namespace casus::evaluate
