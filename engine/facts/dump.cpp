#include "engine/facts/print.hpp"
#include "engine/model/print.hpp"

#include <fmt/format.h>

namespace casus::facts {
namespace {

std::string_view words(truth holds) {
  switch (holds) {
    case truth::no: return "false";
    case truth::open: return "unknown";
    case truth::yes: return "true";
  }
  return {};
}

std::string_view words(origin why) {
  switch (why) {
    case origin::stated: return "";
    case origin::by_default: return " (by default)";
    case origin::left_out: return " (left out)";
    case origin::stated_unknown: return " (stated)";
    case origin::left_open_by_account: return " (left open by the account)";
  }
  return {};
}

std::string_view words(expected_subject::kind of) {
  switch (of) {
    case expected_subject::kind::provision: return "provision";
    case expected_subject::kind::question: return "question";
    case expected_subject::kind::relation: return "relation";
  }
  return {};
}

// Writes one scenario with the names of its rules.
class writer {
 public:
  writer(check::program const& rules, base const& known) : rules_(rules), known_(known) {}

  void write(entity const& each) {
    check::entity_kind const& kind = rules_.kinds[each.kind];
    line(fmt::format("entity {}: {} {}", each.id, kind.name, model::quoted(each.title)));
    for (std::size_t i = 0; i < each.fields.size(); ++i) {
      line(fmt::format("  {}: {}", kind.fields[i].name, text(each.fields[i])));
    }
  }

  void write(event const& each) {
    check::event_kind const& kind = rules_.event_kinds[each.kind];
    std::string head = fmt::format("event {} {} on {}", kind.name, each.id, text(each.date));
    if (each.effective != each.date) head += ", effective " + text(each.effective);
    if (each.known) head += ", known " + source::to_iso(*each.known);
    if (each.holds != truth::yes) head += fmt::format(", holds {}", words(each.holds));
    line(head);
    for (std::size_t i = 0; i < each.fields.size(); ++i) {
      line(fmt::format("  {}: {}{}", kind.fields[i].name, text(each.fields[i]), words(each.origins[i])));
    }
  }

  void write(statement const& each) {
    std::string said = "fact " + print_tuple(each, rules_, known_);
    if (rules_.relations[each.relation].value) said += " = " + text(each.held);
    if (each.from) said += " from " + text(*each.from);
    if (each.until) said += " until " + text(*each.until);
    if (each.known) said += " known " + source::to_iso(*each.known);
    if (each.holds != truth::yes) said += fmt::format(", holds {}", words(each.holds));
    line(said);
  }

  void write(readings const& chosen) {
    for (auto const& [id, value] : chosen) {
      check::interpretation const& point = rules_.interpretations[id];
      line(fmt::format("reading {}: {}", point.id,
                       value ? rules_.enumerations[point.values].values[*value] : std::string("unknown")));
    }
  }

  void write(std::optional<source::date> everywhere, std::map<std::uint32_t, source::date> const& of_article) {
    if (everywhere) line("law " + source::to_iso(*everywhere));
    for (auto const& [id, date] : of_article) {
      line(fmt::format("law of {}: {}", rules_.articles[id].id, source::to_iso(date)));
    }
  }

  void write(view const& each, base const& agreed) {
    line(fmt::format("view {} {}", each.id, model::quoted(each.says)));
    for (view::field_change const& change : each.field_changes) {
      event const& changed = agreed.events[change.event];
      line(fmt::format("  {}.{}: {}{}", changed.id, rules_.event_kinds[changed.kind].fields[change.field].name,
                       text(change.to), words(change.why)));
    }
    for (view::event_change const& change : each.event_changes) write(change, agreed.events[change.event].id);
    for (event const& added : each.new_events) write(added);
    for (statement const& said : each.statements) write(said);
    write(each.readings);
  }

  void write(expectation const& each) {
    std::string head = "expect";
    if (each.at) head += " at " + source::to_iso(*each.at);
    if (each.view) head += " view " + *each.view;
    if (each.known_by) head += " known_by " + source::to_iso(*each.known_by);
    line(head);
    write(each.readings);
    write(each.law, each.law_of);
    for (expected_subject const& subject : each.subjects) write(subject);
    if (!each.conflicts) return;
    if (each.conflicts->empty()) line("  no conflicts");
    for (expected_conflict const& one : *each.conflicts) {
      line(fmt::format("  conflict of must {} and must not {}", one.must, one.must_not));
    }
  }

  void line(std::string_view words) { written_.append(words).append("\n"); }
  [[nodiscard]] std::string take() { return std::move(written_); }

 private:
  [[nodiscard]] std::string text(value const& what) const { return print(what, rules_, known_); }

  [[nodiscard]] std::string const& name_of(expected_subject const& each) const {
    switch (each.of) {
      case expected_subject::kind::provision: return rules_.articles[each.index].id;
      case expected_subject::kind::question: return rules_.questions[each.index].id;
      case expected_subject::kind::relation: break;
    }
    return rules_.relations[each.index].name;
  }

  void write(view::event_change const& change, std::string const& id) {
    std::string said = "  " + id;
    if (change.date) said += " on " + text(*change.date);
    if (change.effective) said += ", effective " + text(*change.effective);
    if (change.known) said += ", known " + source::to_iso(*change.known);
    if (change.holds) said += fmt::format(", holds {}", words(*change.holds));
    line(said);
  }

  void write(expected_subject const& each) {
    line(fmt::format("  {} {}: {}", words(each.of), name_of(each), each.status));
    if (each.for_instances) write("for", *each.for_instances);
    if (each.only_instances) write("only", *each.only_instances);
    if (each.duty) line("    duty " + *each.duty);
    if (each.failing) {
      line("    failing");
      for (std::string const& label : *each.failing) line("      " + model::quoted(label));
    }
    if (each.displaced_by) line("    displaced by " + model::quoted(*each.displaced_by));
  }

  void write(std::string_view which, std::vector<std::vector<binding>> const& instances) {
    line(fmt::format("    {} {}", which, instances.size()));
    for (std::vector<binding> const& instance : instances) {
      std::string said = "     ";
      for (binding const& each : instance) said += fmt::format(" {} = {}", each.variable, text(each.expected));
      line(said);
    }
  }

  check::program const& rules_;
  base const& known_;
  std::string written_;
};

void write_base(writer& to, base const& facts) {
  for (entity const& each : facts.entities) to.write(each);
  for (event const& each : facts.events) to.write(each);
  for (statement const& each : facts.statements) to.write(each);
}

}  // namespace

std::string dump(base const& facts, check::program const& rules) {
  writer to(rules, facts);
  write_base(to, facts);
  return to.take();
}

std::string dump(scenario const& told, check::program const& rules) {
  writer to(rules, told.agreed);
  to.line("scenario " + model::quoted(told.title));
  if (!told.documentation.empty()) to.line("note " + model::quoted(told.documentation));
  if (told.as_of) to.line("as of " + source::to_iso(*told.as_of));
  if (told.known_by) to.line("known by " + source::to_iso(*told.known_by));
  to.write(told.law.everywhere, told.law.of_article);
  to.write(told.readings);
  write_base(to, told.agreed);
  for (view const& each : told.views) to.write(each, told.agreed);
  for (expectation const& each : told.expectations) to.write(each);
  return to.take();
}

}  // namespace casus::facts
