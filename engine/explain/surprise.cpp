#include "flip.hpp"

#include <algorithm>

namespace casus::explain {
namespace {

using facts::truth;
using kind = change::kind;

surprise surprise_of_statement(evaluate::world const& world, change const& one, std::optional<source::file_id> own) {
  auto const& relation = world.program().relations[one.subject];
  auto const& statements = world.facts().statements;
  auto const said = std::find_if(statements.begin(), statements.end(), [&](auto const& statement) {
    return statement.relation == one.subject && statement.arguments == one.arguments;
  });
  if (said == statements.end()) {
    if (one.of == kind::value || relation.open) return surprise::answered;
    return relation.established_by.empty() ? surprise::restated : surprise::asserted;
  }
  if (own && said->where.file != *own) return surprise::history;
  if (one.of == kind::value) return said->held.is_known() ? surprise::otherwise : surprise::answered;
  return said->holds == truth::open ? surprise::answered : surprise::restated;
}

}  // namespace

surprise surprise_of(evaluate::world const& world, change const& one, std::optional<source::file_id> own) {
  if (one.of == kind::addition) return surprise::added;
  if (one.of == kind::tuple || one.of == kind::value) return surprise_of_statement(world, one, own);
  auto const& event = world.facts().events[one.subject];
  if (own && event.where.file != *own) return surprise::history;
  if (one.of == kind::field) return event.fields[one.field].is_known() ? surprise::otherwise : surprise::answered;
  if (event.holds == truth::open) return surprise::answered;
  return event.holds == truth::yes ? surprise::removed : surprise::restated;
}

}  // namespace casus::explain
