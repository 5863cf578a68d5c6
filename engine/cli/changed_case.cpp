#include "changed_case.hpp"

#include "engine/session/new_files.hpp"
#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace casus::cli {
namespace {

std::string content_of(environment const& around, std::string const& path, std::size_t most) {
  auto read = around.files.read(path, most);
  if (!read.content) throw usage_error{fmt::format("cannot read `{}`: {}", path, read.problem)};
  return std::move(*read.content);
}

// The events of each kind that a scenario tells of, in any of its accounts.
using events_by_kind = std::map<std::string, std::vector<std::string>>;
events_by_kind events_of(check::program const& program, facts::scenario const& told) {
  events_by_kind found;
  auto const take = [&](std::vector<facts::event> const& events) {
    for (auto const& one : events)
      if (!one.id.empty()) found[program.event_kinds[one.kind].name].push_back(one.id);
  };
  take(told.agreed.events);
  for (auto const& view : told.views) take(view.new_events);
  return found;
}

// Whether the agreed facts tell of an event of the kind that cannot be named.
bool has_event_without_id(std::string const& kind, check::program const& program, facts::scenario const& told) {
  return std::any_of(told.agreed.events.begin(), told.agreed.events.end(), [&](facts::event const& one) {
    return one.id.empty() && program.event_kinds[one.kind].name == kind;
  });
}

// What is set or removed must be there, else it would be told as an event more.
void check_events(std::vector<edit> const& what, check::program const& program, facts::scenario const& told) {
  auto known = events_of(program, told);
  for (auto const& one : what) {
    auto const target =
        read_target(one.text.substr(0, one.of == edit::kind::set ? one.text.find('=') : one.text.size()));
    if (!target || target->id.empty()) continue;
    auto& ids = known[target->name];
    if (one.of == edit::kind::add) ids.push_back(target->id);
    bool const is_kind = std::any_of(program.event_kinds.begin(), program.event_kinds.end(),
                                     [&](check::event_kind const& kind) { return kind.name == target->name; });
    if (!is_kind || std::find(ids.begin(), ids.end(), target->id) != ids.end()) continue;
    auto help = source::did_you_mean(target->id, ids);
    if (help.empty() && has_event_without_id(target->name, program, told))
      help = fmt::format("a `{}` of the scenario has no id: give it one there, to name it here", target->name);
    throw usage_error{
        fmt::format("no `{}` is called `{}`{}", target->name, target->id, help.empty() ? "" : "; " + help)};
  }
}

// The rules of the scenario, for the names of parameters; whatever is wrong with it is said when it is read again.
std::string facts_with_names(std::vector<edit> const& what, check_options const& asked, environment const& around) {
  session::session known{around.files, around.read_input, asked.limits.file_bytes};
  check::program const* program = nullptr;
  known.each_scenario(asked.paths.front(), session::asked::by_name, [&](session::loaded_scenario const& one) {
    if (one.rules != nullptr && one.rules->program) program = one.rules->program.get();
    if (program != nullptr && one.scenario) check_events(what, *program, *one.scenario);
  });
  return facts_of(what, program);
}

hypothetical with_body(std::string const& body, check_options const& asked, environment const& around) {
  auto const& path = asked.paths.front();
  auto edited = with_view(content_of(around, path, asked.limits.file_bytes), body);
  if (!edited.problem.empty()) throw usage_error{fmt::format("`{}`: {}", path, edited.problem)};
  hypothetical made{.asked = asked,
                    .around = around,
                    .text = std::move(edited.text),
                    .view = std::move(edited.view),
                    .on_disk = around.files};
  made.asked.warnings.allow.emplace_back("unused-view");  // nothing is expected of the hypothesis
  made.around.changes.clear();
  auto files = std::make_shared<session::memory>();
  (*files)[session::normal(path)] = made.text;
  made.around.files = session::layered(session::in_memory(files), around.files);
  return made;
}

// Events that only the hypothesis tells of come after those that only the account does.
class renumbered {
 public:
  renumbered(std::size_t agreed, std::size_t by) : agreed_(agreed), by_(by) {}

  [[nodiscard]] facts::view operator()(facts::view view) const {
    for (auto& change : view.field_changes) shift(change.to);
    for (auto& event : view.new_events)
      for (auto& value : event.fields) shift(value);
    for (auto& said : view.statements) {
      for (auto& value : said.arguments) shift(value);
      shift(said.held);
    }
    return view;
  }

 private:
  void shift(facts::value& value) const {
    if (value.tag != facts::tag::event || facts::index_of(value) < agreed_) return;
    value.payload += static_cast<std::int64_t>(by_);
  }
  std::size_t agreed_, by_;
};

// The scenario with the hypothesis and the account that is asked for among what is agreed.
facts::scenario laid_over(opened_case const& in, std::string const& hypothesis) {
  auto told = in.told;
  auto const is_it = [&](facts::view const& one) { return one.id == hypothesis; };
  auto const place = std::find_if(told.views.begin(), told.views.end(), is_it);
  auto const added = in.account.view ? told.views[*in.account.view].new_events.size() : 0;
  *place = renumbered(told.agreed.events.size(), added)(*place);
  told.agreed = facts::as_told_by(in.told, in.account.view);
  told.agreed = facts::as_told_by(told, static_cast<std::size_t>(place - told.views.begin()));
  if (in.account.view) {
    auto& view = told.views[*in.account.view];
    facts::view const said{.id = view.id,
                           .says = view.says,
                           .field_changes = {},
                           .event_changes = {},
                           .new_events = {},
                           .statements = {},
                           .readings = view.readings,
                           .where = view.where};
    view = said;
  }
  return told;
}

suite::account account_of(opened_case const& in, std::string const& hypothesis) {
  auto account = in.account;
  for (auto const& view : in.told.views) {
    if (view.id != hypothesis) continue;
    for (auto const& [point, value] : view.readings) account.readings[point] = value;
  }
  return account;
}

}  // namespace

hypothetical with_hypothesis(std::vector<edit> const& what, check_options const& asked, environment const& around) {
  return with_body("{says: a hypothetical, facts: " + facts_with_names(what, asked, around) + '}', asked, around);
}

hypothetical with_hypothesis(patch_in const& patch, check_options const& asked, environment const& around) {
  return with_body(body_of_patch(content_of(around, patch.file, asked.limits.file_bytes)), asked, around);
}

std::optional<std::string> save(hypothetical const& what, std::string const& path) {
  auto const split = [](std::string const& of) {
    auto const slash = of.rfind('/');
    return slash == std::string::npos ? std::pair{std::string{"."}, of}
                                      : std::pair{of.substr(0, slash + 1), of.substr(slash + 1)};
  };
  auto const [folder, name] = split(path);
  auto const& scenario = what.asked.paths.front();
  if (session::normal(folder) != session::normal(split(scenario).first)) {
    return fmt::format(
        "`{}` is in another folder than `{}`: the files that this names, relative to itself, would not be found from "
        "there",
        path, scenario);
  }
  if (session::normal(path) == session::normal(scenario))
    return fmt::format("`{}` is the scenario itself, which stays as it is: save it by another name", path);
  return session::write_new(what.on_disk, folder, {{name, what.text}});
}

changed_case::changed_case(opened_case const& in, std::string const& view, evaluate::limits const& limits)
    : in_(in), told_(laid_over(in, view)), accounts_(in.rules, told_, limits), account_(account_of(in, view)) {}

opened_case changed_case::opened() const { return {told_, in_.rules, accounts_, account_, in_.on, in_.files}; }

}  // namespace casus::cli
