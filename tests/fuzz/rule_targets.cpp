#include "require.hpp"
#include "targets.hpp"

#include "engine/check/check.hpp"
#include "engine/evaluate/world.hpp"
#include "grammar/format.hpp"
#include "grammar/parse.hpp"

namespace casus::fuzz {
namespace {

std::string laid_out(std::string_view rules) {
  auto const done = grammar::format(source::text("laid-out.casus", std::string(rules)), {});
  require(done.value.has_value(), "what is laid out cannot be laid out again", rules);
  return *done.value;
}

std::string dumped(std::string_view rules) {
  auto const parsed = grammar::parse(source::text("laid-out.casus", std::string(rules)), {});
  require(!parsed.has_errors(), "what is laid out cannot be read", rules);
  return model::dump(*parsed.value);
}

}  // namespace

void rules(std::string_view input) {
  source::files files;
  auto const file = files.add("rules.casus", std::string(input));
  auto const parsed = grammar::parse(files[file], file);
  require(parsed.value.has_value(), "a rule file has no value");
  require_presentable(parsed.diagnostics, files);
  auto const formatted = grammar::format(files[file], file);
  require(formatted.value.has_value() == !formatted.has_errors(), "a layout with errors, or none without");
  require_presentable(formatted.diagnostics, files);
  if (parsed.has_errors() || !formatted.value) return;
  require(dumped(*formatted.value) == model::dump(*parsed.value), "the layout means something else", *formatted.value);
  require(laid_out(*formatted.value) == *formatted.value, "the layout is not laid out", *formatted.value);
}

void checker(std::string_view input) {
  source::files files;
  auto const file = files.add("rules.casus", std::string(input));
  auto parsed = grammar::parse(files[file], file);
  bool const is_readable = !parsed.has_errors();
  auto const checked = check::check(std::move(*parsed.value));
  require_presentable(checked.diagnostics, files);
  require(checked.value.has_value() == !checked.has_errors(), "a program with errors, or none without");
  if (is_readable && checked.value) evaluate::compiled const compiled(*checked.value);
}

}  // namespace casus::fuzz
