// What all of `lower` works on: the text, the model that grows, what was said about it; and words read from spans.
// Private to this folder.
#pragma once
#include "engine/model/rule_set.hpp"
#include "engine/source/diagnostic.hpp"
#include "grammar/documentation.hpp"
#include "grammar/surface.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace casus::grammar {

class lowering {
 public:
  lowering(std::string_view content, source::file_id file) : comments(content), content_(content), file_(file) {}

  model::rule_set rules;
  std::vector<source::diagnostic> diagnostics;
  documentation comments;

  source::diagnostic& report(std::string_view code, source::span where, std::string message, std::string help = {});
  // Adds an expression. Where it would be nested too deep, says so once a declaration and adds a leaf instead, so that
  // no later phase runs out of stack.
  model::expression_id add(model::expression_node node, source::span where);
  void start_declaration() { too_deep_ = false; }

  [[nodiscard]] source::span span_of(surface::node const& node) const { return {file_, node.begin, node.end}; }
  [[nodiscard]] source::span span_of(std::uint32_t begin, std::uint32_t end) const { return {file_, begin, end}; }
  [[nodiscard]] std::string_view text_of(surface::node const& node) const {
    return content_.substr(node.begin, node.end - node.begin);
  }
  [[nodiscard]] model::name name_of(surface::name const& name) const;
  [[nodiscard]] std::vector<model::name> names_of(std::vector<surface::name> const& names) const;
  [[nodiscard]] std::string unquoted(surface::literal const& text) const;
  [[nodiscard]] model::type_name type_of(surface::type const& type) const;
  [[nodiscard]] model::variable variable_of(surface::variable const& variable) const;
  [[nodiscard]] std::vector<model::variable> variables_of(std::vector<surface::variable> const& variables) const;

  // A warning for every documentation comment that nothing took.
  void report_stray_documentation();

 private:
  std::string_view content_;
  source::file_id file_;
  std::vector<std::uint8_t> depths_;  // by expression
  bool too_deep_ = false;             // whether the declaration was already said to be nested too deep
};

}  // namespace casus::grammar
