#include "grammar/lowering.hpp"
#include "engine/model/visit_children.hpp"
#include "engine/source/catalogue.hpp"
#include "grammar/nesting.hpp"
#include <algorithm>

namespace casus::grammar {

static_assert(deepest_nesting < 255);

source::diagnostic& lowering::report(std::string_view code, source::span where, std::string message, std::string help) {
  diagnostics.push_back(source::report(code, where, std::move(message), std::move(help)));
  return diagnostics.back();
}

model::expression_id lowering::add(model::expression_node node, source::span where) {
  model::expression_id const added = rules.add(std::move(node), where);
  int depth = 0;
  model::visit_children(rules[added].node,
                        [&](model::expression_id child) { depth = std::max(depth, depths_[child.index] + 1); });
  if (depth > deepest_nesting) {
    if (!too_deep_) {
      report("nested-too-deep", where, "parts of a condition are nested more than 200 deep",
             "give a part of it a name with a `define`; each term of a sum counts, too");
    }
    too_deep_ = true;
    rules.expressions.back().node = model::boolean_literal{};
    depth = 0;
  }
  depths_.push_back(static_cast<std::uint8_t>(depth));
  return added;
}

model::name lowering::name_of(surface::name const& name) const { return {std::string(text_of(name)), span_of(name)}; }

std::vector<model::name> lowering::names_of(std::vector<surface::name> const& names) const {
  std::vector<model::name> found;
  found.reserve(names.size());
  for (surface::name const& each : names) found.push_back(name_of(each));
  return found;
}

std::string lowering::unquoted(surface::literal const& text) const {
  std::string_view const written = text_of(text).substr(1, text.end - text.begin - 2);
  if (written.find('\\') == std::string_view::npos) return std::string(written);
  std::string plain;
  plain.reserve(written.size());
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\\') ++i;
    plain += written[i];
  }
  return plain;
}

void lowering::report_stray_documentation() {
  for (token const& each : comments.strays()) {
    report("stray-documentation", span_of(each.begin, each.end),
           "the documentation comment belongs to no declaration and no field",
           "it stands directly above one, or at the end of its line; a plain comment starts with one `#`");
  }
}

model::type_name lowering::type_of(surface::type const& type) const {
  return {name_of(type.base), type.act.has_value(), false, span_of(type)};
}

model::variable lowering::variable_of(surface::variable const& variable) const {
  return {name_of(variable.id), type_of(variable.type)};
}

std::vector<model::variable> lowering::variables_of(std::vector<surface::variable> const& variables) const {
  std::vector<model::variable> found;
  found.reserve(variables.size());
  for (surface::variable const& each : variables) found.push_back(variable_of(each));
  return found;
}

}  // namespace casus::grammar
