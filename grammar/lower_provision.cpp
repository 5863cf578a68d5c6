#include "grammar/lower_provision.hpp"
#include "grammar/lower_expression.hpp"
#include "grammar/lower_literal.hpp"
#include <array>

namespace casus::grammar {
namespace {

using model::expression_id;
using surface::tail_word;

// The clauses of a provision in the order in which they are written.
constexpr std::array<std::string_view, 9> clause_order{"in force", "for each", "judged at", "when",     "unless",
                                                       "requires", "then",     "otherwise", "overrides"};
constexpr std::size_t first_repeatable = 4;

struct rank_visitor {
  using result_type = std::size_t;
  std::size_t operator()(surface::period const&) const { return 0; }
  std::size_t operator()(surface::for_each const&) const { return 1; }
  std::size_t operator()(surface::judged_at const&) const { return 2; }
  std::size_t operator()(surface::condition_clause const& it) const { return 3 + static_cast<std::size_t>(it.word); }
  std::size_t operator()(surface::consequence const& it) const { return 6 + static_cast<std::size_t>(it.word); }
  std::size_t operator()(surface::overriding const&) const { return 8; }
};

struct span_visitor {
  using result_type = source::span;
  lowering const& to;
  source::span operator()(surface::node const& it) const { return to.span_of(it); }
};

std::size_t rank_of(surface::provision_clause const& clause) {
  return boost::apply_visitor(rank_visitor{}, clause.get());
}

std::string quote(std::string_view text) { return '`' + std::string(text) + '`'; }

// One error a provision: the first clause that stands after one it should precede, or stands twice.
void check_order(lowering& to, surface::provision const& it) {
  auto const where = [&](std::size_t i) {
    source::span span = boost::apply_visitor(span_visitor{to}, it.clauses[i].get());
    auto const& word = clause_order[rank_of(it.clauses[i])];
    span.end = span.begin +
               static_cast<std::uint32_t>(word.find(' ') == std::string_view::npos ? word.size() : word.find(' '));
    return span;
  };
  for (std::size_t i = 1; i < it.clauses.size(); ++i) {
    std::size_t const before = rank_of(it.clauses[i - 1]);
    std::size_t const rank = rank_of(it.clauses[i]);
    if (before == rank && rank < first_repeatable) {
      auto& said = to.report("clause-order", where(i), "a provision has one " + quote(clause_order[rank]));
      said.notes.push_back({"the first is here", where(i - 1)});
      return;
    }
    if (before > rank) {
      to.report("clause-order", where(i), quote(clause_order[rank]) + " stands after " + quote(clause_order[before]),
                "the clauses of a provision come in this order: in force, for each, judged at, when, unless, requires, "
                "then, otherwise, overrides");
      return;
    }
  }
}

// Tails -----------------------------------------------------------------------------------------------------------

struct tails {
  std::optional<expression_id> from, by, within;
  std::optional<model::ending> until;
};

enum class tail_owner { duty, other };

// 0 from, 1 the deadline, 2 the end.
std::size_t rank_of(tail_word word) {
  switch (word) {
    case tail_word::from: return 0;
    case tail_word::by:
    case tail_word::within: return 1;
    case tail_word::until:
    case tail_word::through: return 2;
  }
  return 0;
}

void check_tail(lowering& to, std::vector<surface::tail> const& written, std::size_t i, tail_owner owner) {
  surface::tail const& tail = written[i];
  std::string const word(to.text_of(tail).substr(0, to.text_of(tail).find_first_of(" \t\r\n#(")));
  auto const where = to.span_of(tail.begin, tail.begin + static_cast<std::uint32_t>(word.size()));
  std::size_t const rank = rank_of(tail.word);
  if (rank == 1 && owner == tail_owner::other) {
    to.report("syntax", where, quote(word) + " stands where there is no duty", "only a `must` has a deadline");
  } else if (i > 0 && rank_of(written[i - 1].word) >= rank) {
    to.report("syntax", where, quote(word) + " stands where it has no place",
              "one `from`, then one `by` or `within`, then one `until` or `through`");
  }
}

tails tails_of(lowering& to, std::vector<surface::tail> const& written, tail_owner owner) {
  tails found;
  for (std::size_t i = 0; i < written.size(); ++i) {
    check_tail(to, written, i, owner);
    expression_id const value = lower(to, written[i].value);
    switch (written[i].word) {
      case tail_word::from: found.from = value; break;
      case tail_word::by: found.by = value; break;
      case tail_word::within: found.within = value; break;
      case tail_word::until:
      case tail_word::through:
        found.until = model::ending{value, written[i].word == tail_word::through, to.span_of(written[i])};
        break;
    }
  }
  return found;
}

// Clauses ---------------------------------------------------------------------------------------------------------

model::modality modality_of(lowering& to, surface::norm const& norm) {
  if (norm.word == surface::norm_word::must) return norm.negated ? model::modality::must_not : model::modality::must;
  if (norm.negated) {
    to.report("syntax", to.span_of(norm.negated->begin, norm.negated->end), "`may not` can be read in two ways",
              "a prohibition is written `must not`");
  }
  return model::modality::may;
}

model::norm norm_of(lowering& to, surface::consequence const& it, surface::norm const& norm) {
  model::norm built;
  built.actor = lower(to, it.subject);
  built.together = norm.together.has_value();
  built.mode = modality_of(to, norm);
  built.act = to.name_of(norm.act);
  built.arguments = lower_all(to, norm.arguments.arguments);
  if (built.together && built.mode != model::modality::must) {
    to.report("syntax", to.span_of(*norm.together), "`together` stands where there is no duty",
              "only a `must` can bind several jointly");
  }
  bool const is_duty = built.mode == model::modality::must;
  tails const tail = tails_of(to, it.tails, is_duty ? tail_owner::duty : tail_owner::other);
  built.from = tail.from;
  built.by = tail.by;
  built.within = tail.within;
  built.until = tail.until;
  return built;
}

std::optional<model::establishment> establishment_of(lowering& to, surface::consequence const& it) {
  auto const applied = as_application(it.subject);
  if (!applied) {
    to.report("syntax", to.span_of(node_of(it.subject)), "what follows is neither a fact nor a duty",
              "write a fact with its arguments, `attacked(s, a)`, or who must, must not or may do what, "
              "`s must assist(victim)`");
    return std::nullopt;
  }
  model::establishment built;
  built.relation = to.name_of(*applied->callee);
  built.arguments = lower_all(to, applied->arguments->arguments);
  tails const tail = tails_of(to, it.tails, tail_owner::other);
  built.from = tail.from;
  built.until = tail.until;
  return built;
}

model::overriding overriding_of(lowering& to, surface::overriding const& it) {
  model::overriding built;
  built.target = to.name_of(it.target);
  built.all = it.all.has_value();
  built.shared = to.names_of(it.shared);
  if (built.all != built.shared.empty()) {
    to.report("syntax", to.span_of(it), "an overriding is for the same variables or of the whole provision",
              "write `overrides ID for the same v`, or `overrides all of ID`");
  }
  tails const tail = tails_of(to, it.tails, tail_owner::other);
  built.from = tail.from;
  built.until = tail.until;
  built.where = to.span_of(it);
  return built;
}

struct clause_visitor {
  using result_type = void;
  lowering& to;
  model::provision& into;

  void operator()(surface::period const& it) const { into.in_force = period_of(to, it); }
  void operator()(surface::for_each const& it) const { into.variables = to.variables_of(it.variables); }
  void operator()(surface::judged_at const& it) const { into.judged_at = lower(to, it.date); }
  void operator()(surface::condition_clause const& it) const {
    expression_id const condition = lower(to, it.body);
    switch (it.word) {
      case surface::condition_word::when: into.when = condition; break;
      case surface::condition_word::unless: into.exceptions.push_back({condition, to.span_of(it)}); break;
      case surface::condition_word::requires_: into.requirements.push_back({condition, to.span_of(it)}); break;
    }
  }
  void operator()(surface::consequence const& it) const {
    auto const on = static_cast<model::branch>(it.word);
    if (it.norm) {
      into.consequences.push_back({on, norm_of(to, it, *it.norm), to.span_of(it)});
    } else if (auto established = establishment_of(to, it)) {
      into.consequences.push_back({on, std::move(*established), to.span_of(it)});
    }
  }
  void operator()(surface::overriding const& it) const { into.overrides.push_back(overriding_of(to, it)); }
};

}  // namespace

model::fixed_period period_of(lowering& to, surface::period const& period) {
  model::fixed_period built;
  built.where = to.span_of(period);
  for (surface::period_bound const& each : period.bounds) {
    source::date const day = date_of(to, each.date);
    bool const is_start = each.word == tail_word::from;
    if ((is_start && (built.from || built.until)) || (!is_start && built.until)) {
      to.report("syntax", to.span_of(each), "a period has one start and after it one end",
                "write `in force from DATE until DATE`");
    }
    if (is_start) {
      built.from = day;
    } else {
      built.written_through = each.word == tail_word::through;
      built.until = built.written_through ? source::add(day, {0, 1}) : day;
    }
  }
  return built;
}

model::provision provision_of(lowering& to, surface::provision const& it) {
  model::provision built;
  built.id = to.name_of(it.id);
  built.title = to.unquoted(it.title);
  check_order(to, it);
  for (surface::provision_clause const& each : it.clauses) boost::apply_visitor(clause_visitor{to, built}, each.get());
  return built;
}

}  // namespace casus::grammar
