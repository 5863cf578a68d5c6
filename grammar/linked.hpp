// One level of precedence, `operand >> *(link > operand)`, by hand: most operands stand alone on most levels, and are
// then handed up as they are, without a chain of one.
#pragma once
#include "grammar/rules.hpp"
#include <utility>

namespace casus::grammar {

template <class Operand, class Link, class Begins>
struct linked_parser : x3::parser<linked_parser<Operand, Link, Begins>> {
  using attribute_type = surface::operand;
  [[maybe_unused]] static constexpr bool has_attribute = true;

  linked_parser(Operand operand, Link link, Begins begins)
      : operand_(std::move(operand)), link_(std::move(link)), begins_(begins) {}

  template <class Context, class RuleContext>
  bool parse(iterator& first, iterator const& last, Context const& context, RuleContext& rules,
             surface::operand& found) const {
    x3::skip_over(first, last, context);
    iterator const begin = first;
    if (!operand_.parse(first, last, context, rules, found)) return false;
    surface::chain chain;
    while (may_follow(first, last, context)) {
      surface::operation next;
      if (!link_.parse(first, last, context, rules, next)) break;
      chain.rest.push_back(std::move(next));
    }
    if (chain.rest.empty()) return true;
    chain.first = std::move(found);
    x3::get<state_tag>(context).get().stamp(chain, begin, first);
    found = std::move(chain);
    return true;
  }

 private:
  template <class Context>
  bool may_follow(iterator& first, iterator const& last, Context const& context) const {
    x3::skip_over(first, last, context);
    return first != last && begins_(*first);
  }

  Operand operand_;
  Link link_;
  Begins begins_;
};

// `begins` says of a character whether a link can start with it, which spares looking for all of them.
template <class Operand, class Link, class Begins>
auto linked(Operand const& operand, Link const& link, Begins begins) {
  return linked_parser<Operand, Link, Begins>{operand, link, begins};
}

}  // namespace casus::grammar
