#include "scenario_reader.hpp"

#include "engine/source/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace casus::session {
namespace {

constexpr std::size_t deepest_background = 64;

void move_to(std::vector<source::diagnostic>& all, std::vector<source::diagnostic> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool contains(std::vector<std::string> const& paths, std::string const& path) {
  return std::find(paths.begin(), paths.end(), path) != paths.end();
}

// A name that is not known may be one of those that a background which cannot be read would have told of.
void forgive_unknown_names(std::vector<source::diagnostic>& said, std::vector<source::diagnostic> const& of_files) {
  auto const has_code = [](std::string_view code) {
    return [code](source::diagnostic const& one) { return one.code == code; };
  };
  if (std::none_of(of_files.begin(), of_files.end(), has_code("unreadable-file"))) return;
  said.erase(std::remove_if(said.begin(), said.end(), has_code("unknown-name")), said.end());
}

std::vector<wanted_path> relative(scenario::document const& told, std::vector<scenario::named_path> const& paths) {
  std::string const file = told.file_name == "standard input" ? std::string{} : told.file_name;
  std::vector<wanted_path> wanted;
  for (auto const& named : paths) wanted.push_back({.path = relative_to(file, named.path), .named_at = named.where});
  return wanted;
}

}  // namespace

scenario_reader::outline_result const& scenario_reader::outline_of(wanted_path const& wanted) {
  auto& known = outlines_[wanted.path];
  if (known) return *known;
  auto found = texts_.text(wanted);
  if (!found.value) {
    known = std::make_unique<outline_result>(
        outline_result{.value = std::nullopt, .diagnostics = std::move(found.diagnostics)});
  } else {
    known = std::make_unique<outline_result>(scenario::outline(texts_.texts()[*found.value], *found.value));
  }
  return *known;
}

void scenario_reader::gather_file(wanted_path const& wanted, gathered& into) {
  if (contains(into.open, wanted.path)) {
    into.diagnostics.push_back(
        source::report("circular-use", *wanted.named_at, fmt::format("`{}` is its own background", wanted.path)));
    return;
  }
  if (contains(into.seen, wanted.path)) return;
  into.seen.push_back(wanted.path);
  if (into.open.size() > deepest_background) {
    into.diagnostics.push_back(
        source::report("too-deep", *wanted.named_at,
                       fmt::format("backgrounds follow one another more than {} deep", deepest_background)));
    return;
  }
  auto const& outlined = outline_of(wanted);
  move_to(into.diagnostics, outlined.diagnostics);
  if (!outlined.value) return;
  into.open.push_back(wanted.path);
  for (auto const& document : *outlined.value) {
    gather(document, into);
    into.background.push_back(&document);
  }
  into.open.pop_back();
}

void scenario_reader::gather(scenario::document const& told, gathered& into) {
  auto rules = relative(told, told.rules);
  into.rules.insert(into.rules.end(), rules.begin(), rules.end());
  auto files = texts_.expanded(relative(told, told.background), scenario_ending);
  move_to(into.diagnostics, std::move(files.diagnostics));
  for (auto const& file : *files.value) gather_file(file, into);
}

loaded_scenario scenario_reader::load(scenario::document const& told) {
  loaded_scenario made;
  made.is_told = true;
  made.title = told.title;
  made.where = told.where;
  made.expected = told.expected;
  gathered all;
  all.open.push_back(told.file_name);
  gather(told, all);
  made.diagnostics = std::move(all.diagnostics);
  made.background = std::move(all.seen);
  if (!instead_.empty()) all.rules = instead_;
  if (all.rules.empty() && told.misspells_rules) return made;
  if (all.rules.empty()) {
    made.diagnostics.push_back(source::report(
        "missing-field", {.file = told.where.file, .begin = told.where.begin, .end = told.where.begin},
        "the scenario does not name its rules", "`rules: PATH` names a file or a folder, relative to this file"));
    return made;
  }
  made.rules = &rules_.book(all.rules);
  for (auto const& one : all.rules) made.named_rules.push_back(one.path);
  if (!made.rules->program) return made;
  // Bound whatever is wrong so far, so that one run says all that is.
  auto bound = scenario::bind(told, all.background, *made.rules->program,
                              instead_.empty() ? scenario::expectations::read : scenario::expectations::left_out);
  forgive_unknown_names(bound.diagnostics, made.diagnostics);
  move_to(made.diagnostics, std::move(bound.diagnostics));
  if (!source::has_errors(made.diagnostics)) made.scenario = std::move(bound.value);
  source::sort(made.diagnostics);
  return made;
}

void scenario_reader::each(std::string const& path, asked how, std::function<void(loaded_scenario)> const& visit) {
  loaded_scenario besides;  // what is said of no scenario
  auto const found = texts_.text({.path = path, .named_at = std::nullopt});
  besides.diagnostics = found.diagnostics;
  if (found.value) {
    scenario::outlines documents(texts_.texts()[*found.value], *found.value);
    while (auto const told = documents.next()) {
      auto said = documents.take_diagnostics();
      if (told->is_background && how == asked::with_its_folder) {
        move_to(besides.diagnostics, std::move(said));
        continue;
      }
      auto one = load(*told);
      if (source::has_errors(said)) one.scenario.reset();
      move_to(one.diagnostics, std::move(said));
      source::sort(one.diagnostics);
      visit(std::move(one));
    }
    move_to(besides.diagnostics, documents.take_diagnostics());
  }
  if (!besides.diagnostics.empty()) visit(std::move(besides));
}

}  // namespace casus::session
