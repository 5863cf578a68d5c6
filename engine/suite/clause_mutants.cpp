#include "expression_mutants.hpp"

#include "engine/model/print.hpp"
#include "engine/source/overloaded.hpp"

#include <algorithm>
#include <iterator>

namespace casus::suite {
namespace {

// Mutants of what is no expression: periods, clauses that are left out, consequences.
class clause_mutants {
 public:
  clause_mutants(check::program const& program, source::files const& files, std::uint32_t declaration)
      : program_(program), files_(files), declaration_(declaration) {}

  void provision(model::provision const& of) {
    if (of.in_force) {
      period(*of.in_force, [&](model::fixed_period changed) {
        auto other = of;
        other.in_force = changed;
        return model::declaration{std::move(other)};
      });
    }
    without(of, of.exceptions, &model::provision::exceptions, mutation::exception_removed);
    without(of, of.requirements, &model::provision::requirements, mutation::requirement_removed);
    for (std::size_t i = 0; i < of.consequences.size(); ++i) consequence(of, i);
    without(of, of.overrides, &model::provision::overrides, mutation::override_removed);
    for (std::size_t i = 0; i < of.overrides.size(); ++i) {
      if (!of.overrides[i].until) continue;
      auto other = of;
      exchange(*other.overrides[i].until, std::move(other), of.overrides[i].until->where);
    }
  }

  void instrument(model::instrument const& of) {
    for (std::size_t i = 0; i < of.in_force.size(); ++i) {
      period(of.in_force[i], [&](model::fixed_period changed) {
        auto other = of;
        other.in_force[i] = changed;
        return model::declaration{std::move(other)};
      });
    }
  }

  [[nodiscard]] std::vector<mutant> take() { return std::move(found_); }

 private:
  void propose(mutation what, source::span where, model::declaration changed, std::vector<text_edit> text) {
    found_.push_back({.what = what,
                      .declaration = declaration_,
                      .where = where,
                      .nodes = {},
                      .added = {},
                      .changed = std::move(changed),
                      .root = std::nullopt,
                      .text = std::move(text)});
  }

  // The first of these words in a place, replaced.
  [[nodiscard]] std::vector<text_edit> instead(source::span in, std::string_view word, std::string by) const {
    auto const text = files_[in.file].content().substr(in.begin, in.end - in.begin);
    auto const found = text.find(word);
    if (found == std::string_view::npos) return {};
    auto const begin = in.begin + static_cast<std::uint32_t>(found);
    return {{{in.file, begin, begin + static_cast<std::uint32_t>(word.size())}, std::move(by)}};
  }

  template <class Make>
  void period(model::fixed_period const& of, Make const& make) {
    for (auto const step : {-1, 1}) {
      auto const moved = [&](source::date day) { return source::add(day, {0, step}); };
      if (auto const day = of.from ? moved(*of.from) : std::nullopt) {
        auto other = of;
        other.from = day;
        propose(mutation::date_changed, of.where, make(other),
                instead(of.where, source::to_iso(*of.from), source::to_iso(*day)));
      }
      if (auto const day = of.until ? moved(*of.until) : std::nullopt) {
        auto other = of;
        other.until = day;
        auto const shown = [&](source::date first_out) {
          return of.written_through ? first_out.days - 1 : first_out.days;
        };
        propose(mutation::date_changed, of.where, make(other),
                instead(of.where, source::to_iso({shown(*of.until)}), source::to_iso({shown(*day)})));
      }
    }
    if (!of.until) return;
    auto other = of;
    other.written_through = !of.written_through;
    other.until = source::add(*of.until, {0, of.written_through ? -1 : 1});
    if (!other.until) return;
    propose(mutation::ending_exchanged, of.where, make(other),
            instead(of.where, of.written_through ? "through" : "until", of.written_through ? "until" : "through"));
  }

  template <class Clause>
  void without(model::provision const& of, std::vector<Clause> const& clauses,
               std::vector<Clause> model::provision::*in, mutation what) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      auto other = of;
      (other.*in).erase((other.*in).begin() + static_cast<std::ptrdiff_t>(i));
      propose(what, clauses[i].where, std::move(other), {{clauses[i].where, ""}});
    }
  }

  void exchange(model::ending& in, model::provision&& other, source::span where) {
    bool const was_through = in.inclusive;
    in.inclusive = !was_through;
    propose(mutation::ending_exchanged, where, std::move(other),
            instead(where, was_through ? "through" : "until", was_through ? "until" : "through"));
  }

  void consequence(model::provision const& of, std::size_t which) {
    auto const& written = of.consequences[which];
    std::visit(source::overloaded{[&](model::establishment const& it) {
                                    if (!it.until) return;
                                    auto other = of;
                                    auto& made = std::get<model::establishment>(other.consequences[which].effect);
                                    exchange(*made.until, std::move(other), it.until->where);
                                  },
                                  [&](model::norm const& it) { norm(of, which, it); }},
               written.effect);
  }

  void norm(model::provision const& of, std::size_t which, model::norm const& it) {
    if (it.until) {
      auto other = of;
      exchange(*std::get<model::norm>(other.consequences[which].effect).until, std::move(other), it.until->where);
    }
    for (auto const mode : {model::modality::must, model::modality::must_not, model::modality::may}) {
      if (mode == it.mode) continue;
      auto changed = it;
      changed.mode = mode;
      if (mode != model::modality::must) {  // only a duty binds jointly, and by a day
        changed.together = false;
        changed.by.reset();
        changed.within.reset();
      }
      propose_norm(mutation::modality_exchanged, of, which, std::move(changed));
    }
    for (std::size_t i = 0; i < it.arguments.size(); ++i) {
      if (program_.types[it.arguments[i]].base != check::base_type::entity) continue;
      auto changed = it;
      std::swap(changed.actor, changed.arguments[i]);
      propose_norm(mutation::actor_swapped, of, which, std::move(changed));
    }
  }

  void propose_norm(mutation what, model::provision const& of, std::size_t which, model::norm changed) {
    auto other = of;
    auto const where = of.consequences[which].where;
    auto text = std::string{model::word_of(of.consequences[which].on)} + ' ' + written(changed);
    other.consequences[which].effect = std::move(changed);
    propose(what, where, std::move(other), {{where, std::move(text)}});
  }

  [[nodiscard]] std::string written(model::norm const& it) const {
    auto const& rules = program_.rules;
    std::string text = term(it.actor) + (it.together ? " together " : " ") + std::string{model::word_of(it.mode)} +
                       ' ' + it.act.text + '(';
    for (std::size_t i = 0; i < it.arguments.size(); ++i) text += (i > 0 ? ", " : "") + term(it.arguments[i]);
    text += ')';
    if (it.from) text += " from " + term(*it.from);
    if (it.by) text += " by " + term(*it.by);
    if (it.within) text += " within " + term(*it.within);
    if (it.until) text += (it.until->inclusive ? " through " : " until ") + model::print(rules, it.until->date);
    return text;
  }

  // What runs on to the end of its clause is put into parentheses.
  [[nodiscard]] std::string term(model::expression_id id) const {
    auto const& node = program_.rules[id].node;
    auto const text = model::print(program_.rules, id);
    bool const runs_on =
        std::holds_alternative<model::selection>(node) || std::holds_alternative<model::extreme_date>(node);
    return runs_on ? '(' + text + ')' : text;
  }

  check::program const& program_;
  source::files const& files_;
  std::uint32_t declaration_;
  std::vector<mutant> found_;
};

void terms_of_effect(model::consequence const& of, expression_mutants& into) {
  auto const optional = [&](std::optional<model::expression_id> const& id) {
    if (id) into.term(*id);
  };
  auto const tails = [&](auto const& it) {
    for (auto const argument : it.arguments) into.term(argument);
    optional(it.from);
    if (it.until) into.term(it.until->date);
  };
  std::visit(source::overloaded{[&](model::establishment const& it) { tails(it); },
                                [&](model::norm const& it) {
                                  into.term(it.actor);
                                  tails(it);
                                  optional(it.by);
                                  optional(it.within);
                                }},
             of.effect);
}

void expressions_of(model::provision const& of, expression_mutants& into) {
  if (of.judged_at) into.term(*of.judged_at);
  if (of.when) into.condition(*of.when);
  for (auto const& each : of.exceptions) into.condition(each.condition);
  for (auto const& each : of.requirements) into.condition(each.condition);
  for (auto const& each : of.consequences) terms_of_effect(each, into);
  for (auto const& each : of.overrides) {
    if (each.from) into.term(*each.from);
    if (each.until) into.term(each.until->date);
  }
}

}  // namespace

std::vector<mutant> mutants_of(check::program const& program, source::files const& files, std::uint32_t declaration) {
  auto const& of = program.rules.declarations[declaration];
  clause_mutants clauses{program, files, declaration};
  expression_mutants expressions{program, files, declaration};
  if (auto const* provision = std::get_if<model::provision>(&of)) {
    clauses.provision(*provision);
    expressions_of(*provision, expressions);
  } else if (auto const* define = std::get_if<model::define>(&of)) {
    expressions.condition(define->body);
  } else if (auto const* question = std::get_if<model::question>(&of)) {
    if (question->arises) expressions.condition(*question->arises);
  } else if (auto const* instrument = std::get_if<model::instrument>(&of)) {
    clauses.instrument(*instrument);
  }
  auto all = clauses.take();
  auto more = expressions.take();
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::stable_sort(all.begin(), all.end(), [](mutant const& a, mutant const& b) { return a.where < b.where; });
  return all;
}

}  // namespace casus::suite
