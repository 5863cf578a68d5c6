#include "words.hpp"

#include "engine/facts/print.hpp"

namespace casus::suite {

std::string_view words_of(facts::truth truth) {
  switch (truth) {
    case facts::truth::no: return "does not hold";
    case facts::truth::open: return "unknown";
    case facts::truth::yes: return "holds";
  }
  return {};
}

std::string written(check::program const& program, facts::base const& facts, check::scope const& scope,
                    std::span<facts::value const> binding) {
  std::string text;
  for (std::size_t i = 0; i < binding.size() && i < scope.parameters; ++i) {
    if (i > 0) text += ", ";
    text += program.variables[scope.variables[i]].name + ": " + facts::print(binding[i], program, facts);
  }
  return text;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (char const c : text) {
    bool const is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) line += c;
    if (is_blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string source_words(model::rule_set const& rules, source::files const& files, model::expression_id condition) {
  auto const where = rules[condition].where;
  return on_one_line(files[where.file].content().substr(where.begin, where.end - where.begin));
}

std::string clause_words(model::rule_set const& rules, source::files const& files, model::expression_id condition) {
  auto const label = model::label_of(rules, condition);
  return label.empty() ? source_words(rules, files, condition) : std::string{label};
}

}  // namespace casus::suite
