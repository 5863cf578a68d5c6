#include "grammar/lower_expression.hpp"
#include "grammar/lower_literal.hpp"
#include <cassert>

namespace casus::grammar {
namespace {

using model::expression_id;
using surface::chain;
using surface::operand;
using surface::operation;

template <class T>
T const* get_if(operand const& of) {
  auto const* held = boost::get<surface::x3::forward_ast<T>>(&of.get());
  return held == nullptr ? nullptr : &held->get();
}

struct node_visitor {
  using result_type = surface::node const&;
  surface::node const& operator()(surface::node const& it) const { return it; }
};

expression_id lower(lowering& to, chain const& it);

std::optional<expression_id> lower(lowering& to, boost::optional<operand> const& of) {
  return of ? std::optional(grammar::lower(to, *of)) : std::nullopt;
}

expression_id lower(lowering& to, surface::quantifier const& it) {
  auto const kind = static_cast<model::quantity>(it.kind);
  auto const body = lower(to, it.body);
  auto const satisfies = lower(to, it.satisfies);
  return to.add(model::quantifier{kind, to.variables_of(it.variables), body, satisfies}, to.span_of(it));
}

expression_id lower(lowering& to, surface::count const& it) {
  auto const body = lower(to, it.body);
  return to.add(model::count{to.variables_of(it.variables), body}, to.span_of(it));
}

expression_id lower(lowering& to, surface::selection const& it) {
  auto const kind = static_cast<model::choice>(it.kind);
  auto const after = lower(to, it.after);
  auto const key = grammar::lower(to, it.key);
  auto const body = lower(to, it.body);
  bool const is_next = it.kind == surface::choice::next;
  if (is_next && !after) {
    to.report("syntax", to.span_of(it), "`next` stands without an `after`",
              "after which one, and in the order of what: `next s: State after h.from by s.name`");
  }
  if (!is_next && after) { to.report("syntax", to.span_of(node_of(*it.after)), "only `next` has an `after`"); }
  return to.add(model::selection{kind, to.variable_of(it.element), after, key, body}, to.span_of(it));
}

// What may stand where an operand stands; sets, types and states stand only right of their word.
struct operand_visitor {
  using result_type = expression_id;
  lowering& to;

  expression_id operator()(surface::literal const& it) const { return to.add(literal_of(to, it), to.span_of(it)); }
  expression_id operator()(surface::name const& it) const {
    return to.add(model::reference{to.name_of(it)}, to.span_of(it));
  }
  expression_id operator()(chain const& it) const { return lower(to, it); }
  expression_id operator()(surface::condition const& it) const { return grammar::lower(to, it); }
  expression_id operator()(surface::negation const& it) const {
    expression_id const inner = grammar::lower(to, it.inner);
    return to.add(model::negation{inner}, to.span_of(it));
  }
  expression_id operator()(surface::quantifier const& it) const { return lower(to, it); }
  expression_id operator()(surface::count const& it) const { return lower(to, it); }
  expression_id operator()(surface::selection const& it) const { return lower(to, it); }
  expression_id operator()(surface::extreme const& it) const {
    expression_id const left = grammar::lower(to, it.left);
    expression_id const right = grammar::lower(to, it.right);
    return to.add(model::extreme_date{static_cast<model::extreme>(it.which), left, right}, to.span_of(it));
  }
  expression_id operator()(surface::call const&) const { return misplaced(); }
  expression_id operator()(surface::set const&) const { return misplaced(); }
  expression_id operator()(surface::type const&) const { return misplaced(); }
  expression_id operator()(surface::status const&) const { return misplaced(); }

  static expression_id misplaced() {
    assert(false);
    return {};
  }
};

// Links -----------------------------------------------------------------------------------------------------------

expression_id junction_of(lowering& to, chain const& it) {
  surface::link const op = it.rest.front().op;
  model::junction built;
  built.op = op == surface::link::conjunction ? model::connective::conjunction : model::connective::disjunction;
  built.operands.reserve(it.rest.size() + 1);
  built.operands.push_back(lower(to, it.first));
  bool mixed = false;
  auto const word = [&](operation const& of) {
    bool const is_and = of.op == surface::link::conjunction;
    return to.span_of(of.begin, of.begin + (is_and ? 3 : 2));
  };
  for (operation const& each : it.rest) {
    if (each.op != op && !mixed) {
      auto& said = to.report("mixed-and-or", word(each), "`and` and `or` stand side by side",
                             "write parentheses around what belongs together: `a and (b or c)`");
      said.notes.push_back({"the other connective is here", word(it.rest.front())});
      mixed = true;
    }
    built.operands.push_back(lower(to, each.right));
  }
  return to.add(std::move(built), to.span_of(it));
}

model::expression_node member_of(lowering& to, expression_id element, operand const& range) {
  if (auto const* kind = get_if<surface::type>(range)) return model::in_kind{element, to.type_of(*kind)};
  auto const* set = get_if<surface::set>(range);
  assert(set != nullptr);
  return model::in_set{element, lower_all(to, set->members)};
}

std::optional<model::comparison_operator> comparison_of(surface::link op) {
  using model::comparison_operator;
  switch (op) {
    case surface::link::equal: return comparison_operator::equal;
    case surface::link::not_equal: return comparison_operator::not_equal;
    case surface::link::less: return comparison_operator::less;
    case surface::link::less_or_equal: return comparison_operator::less_or_equal;
    case surface::link::greater: return comparison_operator::greater;
    case surface::link::greater_or_equal: return comparison_operator::greater_or_equal;
    case surface::link::conjunction:
    case surface::link::disjunction:
    case surface::link::at:
    case surface::link::before:
    case surface::link::membership:
    case surface::link::status:
    case surface::link::plus:
    case surface::link::minus:
    case surface::link::field:
    case surface::link::call: break;
  }
  return std::nullopt;
}

model::expression_node linked(lowering& to, expression_id left, operation const& next) {
  if (next.op == surface::link::membership) return member_of(to, left, next.right);
  if (next.op == surface::link::status) return model::is_given{left};
  expression_id const right = lower(to, next.right);
  if (next.op == surface::link::at) return model::at_date{left, right};
  if (next.op == surface::link::before) return model::before_date{left, right};
  if (auto const op = comparison_of(next.op)) return model::comparison{*op, left, right};
  bool const is_plus = next.op == surface::link::plus;
  return model::arithmetic{is_plus ? model::arithmetic_operator::plus : model::arithmetic_operator::minus, left, right};
}

// `a < b < c`, `C at D at E`: one link only, more take parentheses.
void check_links(lowering& to, chain const& it) {
  operation const& first = it.rest.front();
  bool const is_sum = first.op == surface::link::plus || first.op == surface::link::minus;
  if (is_sum || it.rest.size() == 1) return;
  operation const& second = it.rest[1];
  std::string const word(to.text_of(second).substr(0, to.text_of(second).find_first_of(" \t\r\n#")));
  to.report("syntax", to.span_of(second.begin, second.begin + static_cast<std::uint32_t>(word.size())),
            "a second `" + word + "` stands beside the first without a connective",
            "write both as conditions of their own, joined by `and`, or write parentheses");
}

// Names and what is behind them -----------------------------------------------------------------------------------

expression_id field_of(lowering& to, expression_id object, source::span where, surface::name const& field) {
  std::string_view const word = to.text_of(field);
  if (word.front() >= '0' && word.front() <= '9') {
    to.report("syntax", to.span_of(field), "expected a field name after `.`, found `" + std::string(word) + "`",
              "an id of a provision stands before `is violated` or `is breached`; numbers are whole");
  }
  return to.add(model::field_access{object, to.name_of(field)}, where);
}

std::optional<applied> application_of(operand const& first, operation const& next) {
  auto const* callee = boost::get<surface::name>(&first.get());
  auto const* arguments = get_if<surface::call>(next.right);
  if (callee == nullptr || arguments == nullptr) return std::nullopt;
  return applied{callee, arguments};
}

expression_id postfix_of(lowering& to, chain const& it) {
  auto const begin = it.begin;
  std::size_t next = 0;
  expression_id built;
  if (auto const applied = application_of(it.first, it.rest.front())) {
    auto arguments = lower_all(to, applied->arguments->arguments);
    auto const where = to.span_of(begin, it.rest.front().end);
    built = to.add(model::application{to.name_of(*applied->callee), std::move(arguments)}, where);
    next = 1;
  } else {
    built = lower(to, it.first);
  }
  for (; next < it.rest.size(); ++next) {
    operation const& each = it.rest[next];
    auto const where = to.span_of(begin, each.end);
    if (auto const* field = boost::get<surface::name>(&each.right.get())) {
      built = field_of(to, built, where, *field);
    } else {
      to.report("syntax", to.span_of(each), "arguments stand where no relation is named",
                "only a fact or a define takes arguments: `member(s)`");
    }
  }
  return built;
}

std::optional<model::name> path_of(lowering& to, operand const& of) {
  chain const* path = get_if<chain>(of);
  auto const* first = boost::get<surface::name>(path == nullptr ? &of.get() : &path->first.get());
  if (first == nullptr) return std::nullopt;
  std::string text(to.text_of(*first));
  if (path == nullptr) return model::name{std::move(text), to.span_of(*first)};
  for (operation const& each : path->rest) {
    auto const* segment = boost::get<surface::name>(&each.right.get());
    if (segment == nullptr) return std::nullopt;
    text += '.' + std::string(to.text_of(*segment));
  }
  return model::name{std::move(text), to.span_of(*path)};
}

// `ID is violated for v = x`, `ID is breached`.
std::optional<expression_id> provision_status_of(lowering& to, chain const& it) {
  auto const* status = get_if<surface::status>(it.rest.front().right);
  if (status == nullptr) return std::nullopt;
  bool const is_given = status->what == surface::status_word::given;
  if (is_given && !status->bindings.empty()) {
    to.report("syntax", to.span_of(*status), "only `is violated` and `is breached` say for what");
  }
  if (is_given) return std::nullopt;
  auto provision = path_of(to, it.first);
  if (!provision) {
    to.report("syntax", to.span_of(it), "what is violated or breached is not a provision",
              "a provision is named by its id: `Pact.4.2 is violated`");
    provision = model::name{};
  }
  model::provision_status built{std::move(*provision), {}, {}};
  built.what = status->what == surface::status_word::violated ? model::verdict::violated : model::verdict::breached;
  for (surface::binding const& each : status->bindings) {
    expression_id const value = grammar::lower(to, each.value);
    built.bindings.push_back({to.name_of(each.variable), value});
  }
  return to.add(std::move(built), to.span_of(it));
}

expression_id lower(lowering& to, chain const& it) {
  surface::link const op = it.rest.front().op;
  if (op == surface::link::conjunction || op == surface::link::disjunction) return junction_of(to, it);
  if (op == surface::link::field || op == surface::link::call) return postfix_of(to, it);
  check_links(to, it);
  if (auto const status = provision_status_of(to, it)) return *status;
  expression_id built = grammar::lower(to, it.first);
  for (operation const& each : it.rest) {
    model::expression_node node = linked(to, built, each);
    built = to.add(std::move(node), to.span_of(it.begin, each.end));
  }
  return built;
}

}  // namespace

expression_id lower(lowering& to, operand const& of) { return boost::apply_visitor(operand_visitor{to}, of.get()); }

surface::node const& node_of(operand const& of) { return boost::apply_visitor(node_visitor{}, of.get()); }

expression_id lower(lowering& to, surface::condition const& condition) {
  expression_id const body = lower(to, condition.body);
  if (!condition.label) return body;
  return to.add(model::labelled{body, to.unquoted(*condition.label), to.span_of(*condition.label)},
                to.span_of(condition));
}

std::vector<expression_id> lower_all(lowering& to, std::vector<operand> const& operands) {
  std::vector<expression_id> found;
  found.reserve(operands.size());
  for (operand const& each : operands) found.push_back(lower(to, each));
  return found;
}

std::optional<applied> as_application(operand const& of) {
  chain const* it = get_if<chain>(of);
  return it != nullptr && it->rest.size() == 1 ? application_of(it->first, it->rest.front()) : std::nullopt;
}

}  // namespace casus::grammar
