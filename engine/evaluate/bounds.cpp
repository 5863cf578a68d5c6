#include "bounds.hpp"

#include "engine/source/catalogue.hpp"

namespace casus::evaluate {
namespace {

[[noreturn]] void fail(source::span where, std::string message, std::string help) {
  throw failure{source::report("limit-reached", where, std::move(message), std::move(help))};
}

source::span where_is(check::program const& program, std::uint32_t declaration) {
  return std::visit([](model::declared const& d) { return d.where; }, program.rules.declarations[declaration]);
}

}  // namespace

bounds::named_owner bounds::name_of(owner of, std::uint32_t index) const {
  if (of == owner::relation) {
    auto const& relation = program_.relations[index];
    return {relation.name, where_is(program_, relation.declaration)};
  }
  auto const& provision = program_.provisions[index];
  return {provision.id, where_is(program_, provision.declaration)};
}

// The declaration around it.
bounds::named_owner bounds::name_of(model::expression_id of) const {
  auto const where = program_.rules[of].where;
  named_owner found{"this", where};
  for (auto const& declaration : program_.rules.declarations) {
    std::visit(
        [&](auto const& each) {
          bool const is_around = each.where.file == where.file && each.where.begin <= where.begin;
          if (is_around && where.end <= each.where.end) {
            if constexpr (requires { each.id.text; }) found = {each.id.text, each.where};
          }
        },
        declaration);
  }
  return found;
}

void bounds::too_many_steps(named_owner const& of) const {
  fail(of.where, "the evaluation of `" + of.name + "` took more than " + std::to_string(most_.steps) + " steps",
       "raise the bound with `--limit steps=NUMBER`");
}

void bounds::too_many_steps(owner of, std::uint32_t index) const { too_many_steps(name_of(of, index)); }

void bounds::too_many_steps(model::expression_id of) const { too_many_steps(name_of(of)); }

void bounds::too_many_bytes(owner of, std::uint32_t index) const {
  auto const asked = name_of(of, index);
  fail(asked.where,
       "with the evaluation of `" + asked.name + "` more than " + std::to_string(most_.bytes >> 20U) +
           " MiB would be remembered",
       "raise the bound with `--limit memory=MIB`");
}

void bounds::too_far_down(owner of, std::uint32_t index) const {
  auto const asked = name_of(of, index);
  fail(asked.where, "the evaluation of `" + asked.name + "` is nested as deep as the stack goes",
       std::string{source::more_stack});
}

void bounds::too_far_down(model::expression_id to) const {
  fail(program_.rules[to].where, "what rests on this is nested as deep as the stack goes",
       std::string{source::more_stack});
}

void bounds::too_many_instances(check::provision_index p) const {
  auto const& provision = program_.provisions[p];
  fail(where_is(program_, provision.declaration),
       "`" + provision.id + "` has more than " + std::to_string(most_.instances) + " instances",
       "raise the bound with `--limit instances=NUMBER`");
}

void bounds::too_deep(check::relation_index relation) const {
  auto const& of = program_.relations[relation];
  fail(where_is(program_, of.declaration),
       "the evaluation of `" + of.name + "` is nested more than " + std::to_string(most_.depth) + " deep",
       "raise the bound with `--limit depth=NUMBER`");
}

void bounds::not_earlier(check::provision_index p, source::date date) const {
  auto const& provision = program_.provisions[p];
  throw failure{source::report(
      "not-earlier", where_is(program_, provision.declaration),
      "`" + provision.id + "` needs itself on " + source::to_iso(date) + ", which is no earlier than the day it judges",
      "what is read through `before` must lie before the event that is judged")};
}

void bounds::not_earlier(model::expression_id before, source::date date) const {
  throw failure{source::report(
      "not-earlier", program_.rules[before].where,
      "this needs itself on " + source::to_iso(date) + ", which is no earlier than the day on which it is read",
      "what is read through `before` must lie before the day that asks")};
}

}  // namespace casus::evaluate
