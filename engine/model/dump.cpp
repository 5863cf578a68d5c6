#include "engine/model/dump_expression.hpp"
#include "engine/model/print.hpp"
#include "engine/model/rule_set.hpp"
#include "engine/source/overloaded.hpp"

namespace casus::model {
namespace {

// One declaration: a head line, then a line for each part, two spaces in.
class page {
 public:
  explicit page(rule_set const& rules) : rules_(rules) {}

  std::string take() { return std::move(text_); }
  void head(declared const& of, std::string const& line) {
    text_ += line + '\n';
    documentation(of);
  }
  void part(std::string const& line) { text_ += "  " + line + '\n'; }
  void part(std::string const& word, expression_id id) { part(word + ' ' + dump(rules_, id)); }
  void part(std::string const& word, std::optional<expression_id> const& id) {
    if (id) part(word, *id);
  }
  void documentation(declared const& of) {
    if (of.documentation.empty()) return;
    std::string lines = "  ## " + of.documentation;
    for (auto at = lines.find('\n'); at != std::string::npos; at = lines.find('\n', at + 1)) {
      lines.insert(at + 1, "  ## ");
    }
    text_ += lines + '\n';
  }

  void fields(std::vector<field> const& fields);
  void period(fixed_period const& of);
  void variables(std::vector<variable> const& variables) {
    if (!variables.empty()) part("for each " + print(variables));
  }
  void effect(consequence const& of);
  void overrides(overriding const& of);
  std::string interval(std::optional<expression_id> const& from, std::optional<ending> const& until) const;
  std::string arguments(std::vector<expression_id> const& ids) const;
  std::string tail(std::string const& word, std::optional<expression_id> const& id) const {
    return id ? ' ' + word + ' ' + dump(rules_, *id) : "";
  }

 private:
  rule_set const& rules_;
  std::string text_;
};

std::string names(std::vector<name> const& list) {
  std::string text;
  for (name const& each : list) text += (text.empty() ? "" : ", ") + each.text;
  return text;
}

void page::fields(std::vector<field> const& fields) {
  for (field const& each : fields) {
    part(each.id.text + ": " + print(each.type) + tail("=", each.default_value));
    documentation(each);
  }
}

void page::period(fixed_period const& of) {
  std::string line = "in force";
  if (of.from) line += " from " + source::to_iso(*of.from);
  if (of.until) line += " until " + source::to_iso(*of.until);
  part(line + (of.written_through ? " (through)" : ""));
}

std::string page::interval(std::optional<expression_id> const& from, std::optional<ending> const& until) const {
  std::string line = tail("from", from);
  if (until) line += tail(until->inclusive ? "through" : "until", until->date);
  return line;
}

std::string page::arguments(std::vector<expression_id> const& ids) const {
  std::string text;
  for (expression_id const id : ids) text += (text.empty() ? "" : ", ") + dump(rules_, id);
  return '(' + text + ')';
}

void page::effect(consequence const& of) {
  std::string const word(word_of(of.on));
  std::visit(source::overloaded{
                 [&](establishment const& it) {
                   part(word + ' ' + it.relation.text + arguments(it.arguments) + interval(it.from, it.until));
                 },
                 [&](norm const& it) {
                   part(word + ' ' + dump(rules_, it.actor) + (it.together ? " together " : " ") +
                        std::string(word_of(it.mode)) + ' ' + it.act.text + arguments(it.arguments) +
                        tail("by", it.by) + tail("within", it.within) + interval(it.from, it.until));
                 },
             },
             of.effect);
}

void page::overrides(overriding const& of) {
  part("overrides " + std::string(of.all ? "all of " : "") + of.target.text +
       (of.shared.empty() ? "" : " for the same " + names(of.shared)) + interval(of.from, of.until));
}

void write(page& on, use_file const& it) { on.head(it, "use " + quoted(it.path)); }

void write(page& on, instrument const& it) {
  on.head(it, "instrument " + it.id.text + ' ' + quoted(it.title));
  if (it.signed_on) on.part("signed " + source::to_iso(*it.signed_on));
  for (fixed_period const& each : it.in_force) on.period(each);
}

void write(page& on, entity_kind const& it) {
  on.head(it, "entity " + it.id.text + (it.parent ? " : " + it.parent->text : "") + (it.closed ? " closed" : ""));
  on.fields(it.fields);
}

void write(page& on, individual const& it) {
  on.head(it, "individual " + it.id.text + ": " + it.kind.text + ' ' + quoted(it.title));
  for (auto const& [field_name, value] : it.fields) on.part(field_name.text + " =", value);
}

void write(page& on, enumeration const& it) { on.head(it, "enum " + it.id.text + " {" + names(it.values) + '}'); }

void write(page& on, event_kind const& it) {
  on.head(it, (it.is_act ? "act " : "event ") + it.id.text + ' ' + quoted(it.reading));
  on.fields(it.fields);
}

void write(page& on, fact const& it) {
  on.head(it, "fact " + it.id.text + '(' + print(it.parameters) + ')' + (it.value ? ": " + print(*it.value) : "") +
                  ' ' + quoted(it.reading) + (it.open ? " unstated is unknown" : ""));
}

void write(page& on, define const& it) {
  on.head(it, "define " + it.id.text + '(' + print(it.parameters) + ") " + quoted(it.reading));
  on.part("when", it.body);
}

void write(page& on, provision const& it) {
  on.head(it, "provision " + it.id.text + ' ' + quoted(it.title));
  if (it.in_force) on.period(*it.in_force);
  on.variables(it.variables);
  on.part("judged at", it.judged_at);
  on.part("when", it.when);
  for (clause const& each : it.exceptions) on.part("unless", each.condition);
  for (clause const& each : it.requirements) on.part("requires", each.condition);
  for (consequence const& each : it.consequences) on.effect(each);
  for (overriding const& each : it.overrides) on.overrides(each);
}

void write(page& on, interpretation const& it) {
  on.head(it, "interpretation " + it.id.text + ' ' + quoted(it.question) + " {" + names(it.values) + '}' +
                  (it.default_value ? " default " + it.default_value->text : ""));
}

void write(page& on, question const& it) {
  on.head(it, "question " + it.id.text + ' ' + quoted(it.text));
  on.variables(it.variables);
  on.part("arises when", it.arises);
  for (answer const& each : it.answers) {
    on.part("answered by " + each.provision.text + " for the same " + names(each.shared));
  }
}

}  // namespace

std::string dump(rule_set const& rules) {
  page on(rules);
  for (declaration const& each : rules.declarations) {
    std::visit(source::overloaded{
                   [&](use_file const& it) { write(on, it); },
                   [&](instrument const& it) { write(on, it); },
                   [&](entity_kind const& it) { write(on, it); },
                   [&](individual const& it) { write(on, it); },
                   [&](enumeration const& it) { write(on, it); },
                   [&](event_kind const& it) { write(on, it); },
                   [&](fact const& it) { write(on, it); },
                   [&](define const& it) { write(on, it); },
                   [&](provision const& it) { write(on, it); },
                   [&](interpretation const& it) { write(on, it); },
                   [&](question const& it) { write(on, it); },
               },
               each);
  }
  return on.take();
}

}  // namespace casus::model
