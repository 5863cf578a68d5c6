#include "grammar/lower.hpp"
#include "grammar/lower_expression.hpp"
#include "grammar/lower_literal.hpp"
#include "grammar/lower_provision.hpp"

namespace casus::grammar {
namespace {

model::field field_of(lowering& to, surface::field const& it) {
  model::field built;
  built.id = to.name_of(it.id);
  built.type = to.type_of(it.type);
  if (it.optional_mark) {
    built.type.is_optional = true;
    built.type.where.end = it.optional_mark->end;
  }
  if (it.default_value) built.default_value = lower(to, *it.default_value);
  built.where = to.span_of(it);
  built.documentation = to.comments.of(it, documentation::documented::field);
  return built;
}

std::vector<model::field> fields_of(lowering& to, std::vector<surface::field> const& fields) {
  std::vector<model::field> built;
  built.reserve(fields.size());
  for (surface::field const& each : fields) built.push_back(field_of(to, each));
  return built;
}

model::use_file built_from(lowering& to, surface::use_file const& it) {
  model::use_file built;
  built.path = to.unquoted(it.path);
  built.path_where = to.span_of(it.path);
  return built;
}

model::instrument built_from(lowering& to, surface::instrument const& it) {
  model::instrument built;
  built.id = to.name_of(it.id);
  built.title = to.unquoted(it.title);
  if (it.signed_on) built.signed_on = date_of(to, *it.signed_on);
  for (surface::period const& each : it.periods) built.in_force.push_back(period_of(to, each));
  return built;
}

model::entity_kind built_from(lowering& to, surface::entity const& it) {
  model::entity_kind built;
  built.id = to.name_of(it.id);
  if (it.parent) built.parent = to.name_of(*it.parent);
  built.closed = it.closed.has_value();
  built.fields = fields_of(to, it.fields);
  return built;
}

model::individual built_from(lowering& to, surface::individual const& it) {
  model::individual built;
  built.id = to.name_of(it.id);
  built.kind = to.name_of(it.kind);
  if (it.title) built.title = to.unquoted(*it.title);
  for (surface::binding const& each : it.fields) {
    model::expression_id const value = lower(to, each.value);
    built.fields.emplace_back(to.name_of(each.variable), value);
  }
  return built;
}

model::enumeration built_from(lowering& to, surface::enumeration const& it) {
  model::enumeration built;
  built.id = to.name_of(it.id);
  built.values = to.names_of(it.values);
  return built;
}

model::event_kind built_from(lowering& to, surface::event const& it) {
  model::event_kind built;
  built.id = to.name_of(it.id);
  built.reading = to.unquoted(it.reading);
  built.reading_where = to.span_of(it.reading);
  built.fields = fields_of(to, it.fields);
  built.is_act = it.word == surface::event_word::act;
  return built;
}

model::fact built_from(lowering& to, surface::fact const& it) {
  model::fact built;
  built.id = to.name_of(it.id);
  built.parameters = to.variables_of(it.parameters);
  if (it.value) built.value = to.type_of(*it.value);
  built.reading = to.unquoted(it.reading);
  built.reading_where = to.span_of(it.reading);
  built.open = it.open.has_value();
  return built;
}

model::define built_from(lowering& to, surface::define const& it) {
  model::define built;
  built.id = to.name_of(it.id);
  built.parameters = to.variables_of(it.parameters);
  built.reading = to.unquoted(it.reading);
  built.reading_where = to.span_of(it.reading);
  built.body = lower(to, it.body);
  return built;
}

model::interpretation built_from(lowering& to, surface::interpretation const& it) {
  model::interpretation built;
  built.id = to.name_of(it.id);
  built.question = to.unquoted(it.question);
  built.values = to.names_of(it.values);
  built.default_value = to.name_of(it.default_value);
  return built;
}

model::question built_from(lowering& to, surface::question const& it) {
  model::question built;
  built.id = to.name_of(it.id);
  built.text = to.unquoted(it.text);
  built.variables = to.variables_of(it.variables);
  built.arises = lower(to, it.arises);
  for (surface::answer const& each : it.answers) {
    built.answers.push_back({to.name_of(each.provision), to.names_of(each.shared)});
  }
  return built;
}

model::provision built_from(lowering& to, surface::provision const& it) { return provision_of(to, it); }

struct visitor {
  using result_type = void;
  lowering& to;

  void operator()(surface::use_file const& it) const { finish(it); }
  void operator()(surface::instrument const& it) const { finish(it); }
  void operator()(surface::entity const& it) const { finish(it); }
  void operator()(surface::individual const& it) const { finish(it); }
  void operator()(surface::enumeration const& it) const { finish(it); }
  void operator()(surface::event const& it) const { finish(it); }
  void operator()(surface::fact const& it) const { finish(it); }
  void operator()(surface::define const& it) const { finish(it); }
  void operator()(surface::provision const& it) const { finish(it); }
  void operator()(surface::interpretation const& it) const { finish(it); }
  void operator()(surface::question const& it) const { finish(it); }

 private:
  template <class Declaration>
  void finish(Declaration const& it) const {
    auto built = built_from(to, it);
    built.where = to.span_of(it);
    built.documentation = to.comments.of(it, documentation::documented::declaration);
    to.rules.declarations.emplace_back(std::move(built));
  }
};

}  // namespace

void lower(lowering& to, surface::declaration const& declaration) {
  to.start_declaration();
  boost::apply_visitor(visitor{to}, declaration.get());
}

}  // namespace casus::grammar
