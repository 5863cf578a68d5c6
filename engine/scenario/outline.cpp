#include "engine/scenario/load.hpp"
#include "engine/scenario/outlined_expectations.hpp"
#include "engine/scenario/shapes.hpp"
#include "engine/scenario/top_keys.hpp"
#include "engine/scenario/yaml_reader.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

namespace casus::scenario {
namespace {

std::string_view constexpr paths_wanted = "takes the path of a file or folder, or a list of them";

void read_path(element what, std::string_view key, std::vector<named_path>& paths, problems& said) {
  if (!expect_scalar(what, fmt::format("`{}` {}", key, paths_wanted), said)) return;
  if (what.text().empty()) {
    said.add("wrong-value", what.where(), fmt::format("`{}` {}, and this is empty", key, paths_wanted));
    return;
  }
  paths.push_back({what.text(), what.where()});
}

void read_paths(element key, element value, std::vector<named_path>& paths, problems& said) {
  if (!value.is_list()) return read_path(value, key.text(), paths, said);
  for (std::size_t i = 0; i < value.size(); ++i) read_path(value.item(i), key.text(), paths, said);
}

void unknown_key(element key, document& read, problems& said) {
  std::string const& name = key.text();
  std::vector<std::string> names;
  for (top_key const& each : top_keys) names.emplace_back(each.name);
  auto const lack = lacking_sign(name);
  auto const meant = lack.empty() ? said.nearest(name, names) : std::nullopt;
  if (meant == "rules" || (!lack.empty() && name.starts_with("rules"))) read.misspells_rules = true;
  said.add("unknown-key", key.where(), fmt::format("a scenario has no key `{}`", name),
           lack.empty() ? source::did_you_mean(meant) : lack);
}

void read_key(element key, element value, document& read, problems& said) {
  top_key const* const found = find_top_key(key.text());
  if (found == nullptr) return unknown_key(key, read, said);
  if (!found->in_background || found->meaning == top::title) read.is_background = false;
  if (found->meaning == top::title && value.is_scalar()) read.title = value.text();
  if (found->meaning == top::rules) read_paths(key, value, read.rules, said);
  if (found->meaning == top::expect) read.expected = read_expected_diagnostics(value, said);
  if (found->meaning == top::background) read_paths(key, value, read.background, said);
}

std::optional<document> outline_of(tree content, source::text const& text, source::file_id file, problems& said) {
  document read;
  read.file = file;
  read.file_name = text.name();
  read.title = read.file_name;
  read.content = std::move(content);
  element const whole(read.content, read.content.root);
  read.where = whole.where();
  if (!expect_mapping(whole, "a scenario is a mapping of keys such as `rules` and `facts`", said)) return std::nullopt;
  read.is_background = true;
  for (std::size_t i = 0; i < whole.size(); ++i) read_key(whole.key(i), whole.value(i), read, said);
  return read;
}

}  // namespace

struct outlines::implementation {
  implementation(source::text const& in, source::file_id id) : text(in), file(id), yaml(in, id) {}
  source::text const& text;
  source::file_id file;
  yaml_reader yaml;
  problems said;
  bool is_begun = false;
};

outlines::outlines(source::text const& text, source::file_id file)
    : inside_(std::make_unique<implementation>(text, file)) {}
outlines::~outlines() = default;

std::optional<document> outlines::next() {
  auto& in = *inside_;
  while (auto content = in.yaml.next()) {
    in.is_begun = true;
    if (auto read = outline_of(std::move(*content), in.text, in.file, in.said)) return read;
  }
  for (auto& problem : in.yaml.take_diagnostics()) in.said.add(std::move(problem));
  if (!in.is_begun && !in.said.has_errors()) {
    in.said.add("wrong-shape", {in.file, 0, 0}, "the file is empty",
                "a scenario begins with `scenario:` and its title");
  }
  in.is_begun = true;
  return std::nullopt;
}

std::vector<source::diagnostic> outlines::take_diagnostics() {
  for (auto& problem : inside_->yaml.take_diagnostics()) inside_->said.add(std::move(problem));
  return inside_->said.take();
}

source::outcome<std::vector<document>> outline(source::text const& text, source::file_id file) {
  outlines all(text, file);
  source::outcome<std::vector<document>> result;
  result.value.emplace();
  while (auto read = all.next()) result.value->push_back(std::move(*read));
  result.diagnostics = all.take_diagnostics();
  return result;
}

}  // namespace casus::scenario
