#include "read.hpp"

#include "engine/model/print.hpp"
#include "grammar/format.hpp"
#include "grammar/parse.hpp"

namespace casus::test {
namespace {

std::string place(source::text const& text, source::span where) {
  auto const [line, column] = text.position_of(where.begin);
  return std::to_string(line) + ':' + std::to_string(column);
}

std::string listed(source::text const& text, std::vector<source::diagnostic> const& said) {
  std::string list;
  for (source::diagnostic const& one : said) {
    list += place(text, one.where) + '-' + std::to_string(one.where.end - one.where.begin) + ' ';
    list += std::string(one.code) + ": " + one.message + '\n';
    if (!one.help.empty()) list += "  help: " + one.help + '\n';
    for (source::note const& note : one.notes) {
      list += "  note at " + (note.where ? place(text, *note.where) : "nowhere") + ": " + note.message + '\n';
    }
  }
  return list;
}

// On a line of its own, so that columns count from the condition's start.
std::string defined(std::string const& condition) { return "define d() \"d\" when\n" + condition + '\n'; }

source::outcome<model::rule_set> parsed(source::text const& text) { return grammar::parse(text, source::file_id{}); }

model::expression_id body_of(model::rule_set const& rules) {
  return std::get<model::define>(rules.declarations.front()).body;
}

}  // namespace

std::string model_of(std::string const& rules) {
  source::text const text("test.casus", rules);
  auto const outcome = parsed(text);
  return outcome.has_errors() ? listed(text, outcome.diagnostics) : model::dump(*outcome.value);
}

std::string said_of(std::string const& rules) {
  source::text const text("test.casus", rules);
  return listed(text, parsed(text).diagnostics);
}

std::string condition_of(std::string const& condition) {
  std::string const whole = model_of(defined(condition));
  std::string const head = "define d() \"d\"\n  when ";
  bool const is_define = whole.compare(0, head.size(), head) == 0;
  return is_define ? whole.substr(head.size(), whole.size() - head.size() - 1) : whole;
}

std::string said_of_condition(std::string const& condition) {
  source::text const text("test.casus", defined(condition));
  std::string all = listed(text, parsed(text).diagnostics);
  for (std::size_t at = all.find("2:"); at != std::string::npos; at = all.find("\n2:", at)) {
    all[at + (all[at] == '\n' ? 1 : 0)] = '1';
  }
  return all;
}

std::string printed(std::string const& condition) {
  source::text const text("test.casus", defined(condition));
  auto const outcome = parsed(text);
  if (outcome.has_errors()) return listed(text, outcome.diagnostics);
  return model::print(*outcome.value, body_of(*outcome.value));
}

std::string formatted(std::string const& rules) {
  source::text const text("test.casus", rules);
  auto const outcome = grammar::format(text, source::file_id{});
  return outcome.value ? *outcome.value : listed(text, outcome.diagnostics);
}

}  // namespace casus::test
