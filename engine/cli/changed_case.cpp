#include "changed_case.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {
namespace {

std::string content_of(environment const& around, std::string const& path, std::size_t most) {
  auto read = around.files.read(path, most);
  if (!read.content) throw usage_error{fmt::format("cannot read `{}`: {}", path, read.problem)};
  return std::move(*read.content);
}

// The rules of the scenario, for the names of parameters; whatever is wrong with it is said when it is read again.
std::string facts_with_names(std::vector<edit> const& what, check_options const& asked, environment const& around) {
  session::session known{around.files, around.read_input, asked.limits.file_bytes};
  check::program const* program = nullptr;
  known.each_scenario(asked.paths.front(), session::asked::by_name, [&](session::loaded_scenario const& one) {
    if (one.rules != nullptr && one.rules->program) program = one.rules->program.get();
  });
  return facts_of(what, program);
}

hypothetical with_body(std::string const& body, check_options const& asked, environment const& around) {
  auto const& path = asked.paths.front();
  auto edited = with_view(content_of(around, path, asked.limits.file_bytes), body);
  if (!edited.problem.empty()) throw usage_error{fmt::format("`{}`: {}", path, edited.problem)};
  hypothetical made{.asked = asked, .around = around, .text = std::move(edited.text)};
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
facts::scenario laid_over(opened_case const& in) {
  auto told = in.told;
  auto const is_it = [](facts::view const& one) { return one.id == hypothesis; };
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

suite::account account_of(opened_case const& in) {
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

void save(std::string const& text, std::string const& path, environment const& around) {
  if (auto const problem = around.files.write(path, text)) {
    throw usage_error{fmt::format("cannot write `{}`: {}", path, *problem)};
  }
}

changed_case::changed_case(opened_case const& in, evaluate::limits const& limits)
    : in_(in), told_(laid_over(in)), accounts_(in.rules, told_, limits), account_(account_of(in)) {}

opened_case changed_case::opened() const { return {told_, in_.rules, accounts_, account_, in_.on, in_.files}; }

}  // namespace casus::cli
