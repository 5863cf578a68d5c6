#include "engine/check/shared.hpp"

#include "engine/check/passes.hpp"
#include "engine/check/types.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::check {
namespace {

std::vector<std::string> head_names(program const& checked, scope const& of) {
  std::vector<std::string> names;
  for (std::uint32_t slot = 0; slot < of.parameters; ++slot)
    names.push_back(checked.variables[of.variables[slot]].name);
  return names;
}

// The slot of a variable in its own provision or question.
std::optional<std::uint32_t> own_slot(tables& all, scope const& in, model::name const& variable) {
  auto const slot = find_head(all.checked, in, variable.text);
  if (slot) {
    all.mentioned[in.variables[*slot]] = true;
  } else {
    all.said.add(
        "shared-variable", variable.where, fmt::format("no `for each` here binds `{}`", variable.text),
        all.said.may_suggest(in.parameters) ? source::did_you_mean(variable.text, head_names(all.checked, in)) : "");
  }
  return slot;
}

void check_types(tables& all, scope const& own, provision const& other, model::name const& name,
                 shared_pair const& pair) {
  variable const& here = all.checked.variables[own.variables[pair.own]];
  variable const& there = all.checked.variables[other.scope.variables[pair.other]];
  if (fits(all.checked, here.type, there.type)) return;
  all.said
      .add("shared-variable", name.where,
           fmt::format("`{}` is of type `{}` here and of type `{}` in `{}`", name.text, name_of(all.checked, here.type),
                       name_of(all.checked, there.type), other.id))
      .notes.push_back({fmt::format("`{}` of `{}` is bound here", name.text, other.id), there.where});
}

// For each version of the target, the pairs of slots that must be equal.
std::vector<std::vector<shared_pair>> pairs(tables& all, scope const& own, std::vector<model::name> const& shared,
                                            article const& target) {
  std::vector<std::vector<shared_pair>> found(target.versions.size());
  for (model::name const& name : shared) {
    auto const slot = own_slot(all, own, name);
    if (!slot) continue;
    for (std::size_t version = 0; version < target.versions.size(); ++version) {
      provision const& other = all.checked.provisions[target.versions[version]];
      bool const is_there = find_head(all.checked, other.scope, name.text).has_value();
      shared_pair const pair{*slot, shared_slot(all, target.versions[version], name)};
      if (is_there) check_types(all, own, other, name, pair);
      found[version].push_back(pair);
    }
  }
  return found;
}

std::optional<article_index> find_article(tables& all, model::name const& id) {
  auto const found = all.articles.find(id.text);
  if (found != all.articles.end()) return found->second;
  all.said.add("unknown-name", id.where, fmt::format("no provision `{}`", id.text), suggest_article(all, id.text));
  return std::nullopt;
}

void link_overrides(tables& all, provision& of) {
  auto const& written = all.checked.text_of(of).overrides;
  for (std::uint32_t clause = 0; clause < written.size(); ++clause) {
    auto const target = find_article(all, written[clause].target);
    if (!target) continue;
    overriding added{*target, written[clause].all, {}, clause};
    added.shared = pairs(all, of.scope, written[clause].shared, all.checked.articles[*target]);
    of.overrides.push_back(std::move(added));
  }
}

void link_answers(tables& all, question& of) {
  for (model::answer const& each : all.checked.text_of(of).answers) {
    auto const target = find_article(all, each.provision);
    if (!target) continue;
    of.answers.push_back({*target, pairs(all, of.scope, each.shared, all.checked.articles[*target])});
  }
}

}  // namespace

std::optional<std::uint32_t> find_head(program const& checked, scope const& in, std::string_view name) {
  for (std::uint32_t slot = 0; slot < in.parameters; ++slot) {
    if (checked.variables[in.variables[slot]].name == name) return slot;
  }
  return std::nullopt;
}

type shared_type(tables const& all, article const& of, std::string_view name) {
  for (provision_index const version : of.versions) {
    scope const& there = all.checked.provisions[version].scope;
    if (auto const slot = find_head(all.checked, there, name))
      return all.checked.variables[there.variables[*slot]].type;
  }
  return {};
}

std::uint32_t shared_slot(tables& all, provision_index version, model::name const& variable) {
  provision const& meant = all.checked.provisions[version];
  if (auto const slot = find_head(all.checked, meant.scope, variable.text)) return *slot;
  article const& of = all.checked.articles[meant.article];
  auto const has_it = [&](provision_index each) {
    return find_head(all.checked, all.checked.provisions[each].scope, variable.text).has_value();
  };
  bool const is_elsewhere = std::any_of(of.versions.begin(), of.versions.end(), has_it);
  std::string const help = all.said.may_suggest(meant.scope.parameters)
                               ? source::did_you_mean(variable.text, head_names(all.checked, meant.scope))
                               : std::string{};
  all.said
      .add("shared-variable", variable.where,
           is_elsewhere ? fmt::format("a version of `{}` has no variable `{}`", of.id, variable.text)
                        : fmt::format("`{}` has no variable `{}`", of.id, variable.text),
           help)
      .notes.push_back({is_elsewhere ? "that version is declared here" : "it is declared here",
                        all.checked.text_of(meant).id.where});
  return 0;
}

void link(tables& all) {
  for (provision& each : all.checked.provisions) link_overrides(all, each);
  for (question& each : all.checked.questions) link_answers(all, each);
}

}  // namespace casus::check
