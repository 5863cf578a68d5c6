// Questions: where they arise, and which provisions answer them.
#include "machine.hpp"

#include <algorithm>

namespace casus::evaluate {

question_instance machine::answer(check::question_index q, value* locals, truth arises, context const& ctx) {
  question_instance made;
  auto const& question = program().questions[q];
  made.binding.assign(locals, locals + question.scope.parameters);
  auto answered = truth::no;
  for (auto const& answer : question.answers) {
    auto const& versions = program().articles[answer.article].versions;
    for (std::size_t v = 0; v < versions.size(); ++v) {
      std::vector<fixed> shared;
      for (auto const& pair : answer.shared[v]) shared.push_back({pair.other, locals[pair.own]});
      auto by_this = truth::no;
      each_instance(versions[v], shared, ctx, [&](value*, context const&, verdict const& of) {
        by_this = either(by_this, of.applies);
        return by_this != truth::yes;
      });
      if (by_this == truth::yes) made.answered_by.push_back(versions[v]);
      answered = either(answered, by_this);
    }
  }
  if (arises == truth::no)
    made.status = question_status::does_not_arise;
  else if (arises == truth::yes && answered == truth::yes)
    made.status = question_status::answered;
  else if (arises == truth::yes && answered == truth::no)
    made.status = question_status::unanswered;
  else
    made.status = question_status::undetermined;
  return made;
}

question_findings machine::find_question(check::question_index q, context const& ctx) {
  question_findings found;
  found.question = q;
  found.status = question_status::does_not_arise;
  auto const& scope = program().questions[q].scope;
  frame const locals(frames_, scope.variables.size());
  known_rows seen(scope.parameters, pool_);
  solve(plan_.blocks[plan_.questions[q].block], locals.values(), ctx, truth::no, [&](truth t) {
    seen.add(locals.values(), t);
    return true;
  });
  auto const strength = [](question_status s) {
    return s == question_status::unanswered     ? 0
           : s == question_status::undetermined ? 1
           : s == question_status::answered     ? 2
                                                : 3;
  };
  for (std::uint32_t row = 0; row < seen.rows.size(); ++row) {
    std::copy(seen.rows.row(row), seen.rows.row(row) + scope.parameters, locals.values());
    found.instances.push_back(answer(q, locals.values(), seen.truths[row], ctx));
    if (strength(found.instances.back().status) < strength(found.status)) found.status = found.instances.back().status;
  }
  return found;
}

}  // namespace casus::evaluate
