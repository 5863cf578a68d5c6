#include "establishing.hpp"

#include "machine.hpp"

namespace casus::evaluate {
namespace {

bool leads_to_anything(instance const& one) {
  return one.status != status::does_not_apply && one.status != status::not_in_force;
}

model::branch branch_of(instance const& one) {
  return one.status == status::violated ? model::branch::otherwise : model::branch::then;
}

class establishing {
 public:
  establishing(machine& in, check::provision_index p, instance const& one, source::date date)
      : in_(in), provision_(p), locals_(in.frames(), in.frame_size(p)), today_{date, 0, false}, judged_(today_) {
    std::fill(locals_.values(), locals_.values() + in.frame_size(p), facts::unknown);
    std::copy(one.binding.begin(), one.binding.end(), locals_.values());
    if (in.plan().provisions[p].judged_at == none) return;
    auto const day = in.judgment(p, locals_.values());
    is_judged_ = day.has_value();
    if (day) judged_ = *day;
  }

  [[nodiscard]] std::vector<established_fact> of(model::branch branch) {
    std::vector<established_fact> found;
    auto const& version = in_.program().provisions[provision_];
    auto const& consequences = in_.program().text_of(version).consequences;
    for (std::uint32_t c = 0; is_judged_ && c < consequences.size(); ++c) {
      if (consequences[c].on != branch || !std::holds_alternative<model::establishment>(consequences[c].effect))
        continue;
      established_fact made{.consequence = c, .relation = version.consequence_targets[c], .arguments = {}};
      if (fill(made)) found.push_back(std::move(made));
    }
    return found;
  }

 private:
  // Whether anything follows: not where the beginning, or what it would hold of, is absent.
  [[nodiscard]] bool fill(established_fact& made) {
    auto const& effect = in_.plan().provisions[provision_].effects[made.consequence];
    for (auto const argument : effect.arguments) {
      made.arguments.push_back(in_.term(argument, locals_.values(), judged_));
      if (made.arguments.back().tag == facts::tag::absent) return false;
    }
    if (effect.from != none) {
      made.from = in_.term(effect.from, locals_.values(), judged_);
      if (made.from.tag == facts::tag::absent) return false;
    }
    if (effect.until != none) {
      made.until = in_.term(effect.until, locals_.values(), today_);  // an end is read on the day of evaluation
      if (effect.until_inclusive) made.until = day_after(made.until);
    }
    in_.note(made.from, made.until, effect.from, effect.until);
    return true;
  }

  machine& in_;
  check::provision_index provision_;
  frame locals_;
  context today_;
  context judged_;
  bool is_judged_ = true;
};

}  // namespace

std::string_view words(fact_state of) {
  switch (of) {
    case fact_state::not_yet: return "not yet";
    case fact_state::holds: return "holds";
    case fact_state::open: return "open";
    case fact_state::ended: return "ended";
  }
  return {};
}

fact_state state_of(established_fact const& fact, instance const& by, source::date date) {
  auto const inside = within(fact.from, fact.until, date);
  if (inside == truth::no) {
    bool const is_to_come = fact.from.tag == facts::tag::date && facts::date_of(fact.from) > date;
    return is_to_come ? fact_state::not_yet : fact_state::ended;
  }
  bool const is_certain = by.status != status::open && by.status != status::undetermined;
  return is_certain && inside == truth::yes ? fact_state::holds : fact_state::open;
}

std::vector<established_fact> established_by(machine& in, check::provision_index provision, instance const& one,
                                             source::date date) {
  if (!leads_to_anything(one)) return {};
  return establishing{in, provision, one, date}.of(branch_of(one));
}

std::vector<established_fact> established_by(world& in, check::provision_index provision, instance const& one,
                                             source::date date) {
  return established_by(in.inside().inside, provision, one, date);
}

}  // namespace casus::evaluate
