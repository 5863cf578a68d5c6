#include "proof_page.hpp"

#include "diagnostics.hpp"
#include "instance_rows.hpp"
#include "label.hpp"
#include "reading.hpp"
#include "remarks.hpp"
#include "row_sentence.hpp"

#include <algorithm>
#include <map>

namespace casus::report {
namespace {

using explain::step;
using explain::step_index;
using explain::support;
using facts::truth;

constexpr std::size_t most_alike = 4;  // refuted combinations that are shown of one condition

std::string role_words(support::role role) {
  switch (role) {
    case support::role::exception: return "unless";
    case support::role::overriding: return "unless overridden";
    case support::role::requirement: return "requires";
    case support::role::condition: break;
  }
  return {};
}

std::string ways_words(step const& of) { return "one of " + std::to_string(of.ways) + " ways"; }

class page_writer {
 public:
  page_writer(told_account const& one, explain::proof const& proof, proof_extent shown)
      : one_(one),
        program_(one.about.rules.program()),
        named_(program_, one.about.world.facts()),
        proof_(proof),
        shown_(shown) {}

  [[nodiscard]] std::vector<proof_line> take() {
    write(proof_.steps.front().rests_on, 0, date_below(proof_.steps.front(), {}), "");
    number_references();
    return std::move(lines_);
  }
  [[nodiscard]] bool is_cut() const { return is_cut_; }

 private:
  // Junctions and single combinations say nothing that their parts do not.
  [[nodiscard]] bool is_transparent(step const& of) const {
    if (of.of == step::kind::combination) return visible(of.rests_on).size() == 1;
    if (of.of == step::kind::instance) return &of != proof_.steps.data() && is_partly_bound(of);
    if (of.of != step::kind::condition) return false;
    auto const& node = program_.rules[of.expression].node;
    return std::holds_alternative<model::junction>(node) || (says_what_it_rests_on(node) && of.rests_on.size() == 1);
  }

  // A relation whose arguments read facts, or that is read on a date that does: the relation itself is the next step.
  [[nodiscard]] static bool says_what_it_rests_on(model::expression_node const& node) {
    return std::holds_alternative<model::application>(node) || std::holds_alternative<model::at_date>(node) ||
           std::holds_alternative<model::before_date>(node);
  }

  [[nodiscard]] static bool is_partly_bound(step const& of) {
    return std::any_of(of.values.begin(), of.values.end(), [](auto const& v) { return v.tag == facts::tag::unknown; });
  }

  [[nodiscard]] std::vector<support> visible(std::vector<support> const& of) const {
    if (shown_.extent == extent::everything) return of;
    std::vector<support> kept;
    std::copy_if(of.begin(), of.end(), std::back_inserter(kept), [](support const& one) { return !one.is_routine; });
    return kept;
  }

  // The day of which the lines below speak, if they name none.
  [[nodiscard]] static source::date date_below(step const& of, source::date otherwise) {
    if (of.judged_on) return *of.judged_on;
    return of.where.is_unknown ? otherwise : of.where.date;
  }

  [[nodiscard]] truth met(support const& one) const {
    auto const found = proof_.steps[one.step].truth;
    return one.is_denied ? facts::negate(found) : found;
  }

  void write(std::vector<support> const& of, std::size_t depth, source::date date, std::string const& role) {
    std::size_t refuted = 0;
    for (auto const& one : visible(of)) {
      auto const& what = proof_.steps[one.step];
      auto const own_role = role_words(one.as).empty() ? role : role_words(one.as);
      bool const is_refuted = what.of == step::kind::combination && what.truth == truth::no;
      if (is_refuted && ++refuted > most_alike && shown_.extent != extent::everything) continue;
      if (is_transparent(what)) {
        auto inner = what.rests_on;
        for (auto& each : inner) each.is_denied = each.is_denied != one.is_denied;
        auto const first = lines_.size();
        write(inner, depth, what.of == step::kind::instance ? date_below(what, date) : date, own_role);
        if (first < lines_.size()) add_notes(lines_[first], what);
        continue;
      }
      line(one, what, depth, date, own_role);
    }
    if (refuted > most_alike && shown_.extent != extent::everything) {
      lines_.push_back({.depth = depth,
                        .met = truth::no,
                        .role = {},
                        .words = "and " + std::to_string(refuted - most_alike) + " more like these",
                        .notes = {},
                        .number = {},
                        .as_shown = {},
                        .of = {}});
    }
  }

  void add_notes(proof_line& to, step const& passed_over) const {
    if (passed_over.of == step::kind::condition && !to.as_shown) {
      auto const more = step_notes(one_, named_, passed_over);
      to.notes.insert(to.notes.begin(), more.begin(), more.end());
    }
    if (passed_over.ways > 1) to.notes.push_back(ways_words(passed_over));
  }

  void line(support const& one, step const& what, std::size_t depth, source::date date, std::string const& role) {
    if (shown_.depth && depth >= *shown_.depth) {
      is_cut_ = true;
      return;
    }
    auto const below = visible(what.rests_on);
    auto const before = shown_at_.find(one.step);
    bool const is_again = before != shown_at_.end() && !below.empty();
    proof_line made{.depth = depth,
                    .met = met(one),
                    .role = role,
                    .words = step_words(one_, named_, what, date),
                    .notes = is_again ? std::vector<std::string>{} : step_notes(one_, named_, what),
                    .number = {},
                    .as_shown = is_again ? std::optional{before->second} : std::nullopt,
                    .of = one.step};
    if (what.ways > 1 && !is_again) made.notes.push_back(ways_words(what));
    if (below.empty() && repeats(made)) return;
    lines_.push_back(std::move(made));
    if (is_again) return;
    shown_at_[one.step] = lines_.size() - 1;
    write(below, depth + 1, date_below(what, date), "");
  }

  // Whether the line before says the same of other parts of the rule; its places are then told there.
  bool repeats(proof_line const& made) {
    if (lines_.empty()) return false;
    auto& last = lines_.back();
    if (last.depth != made.depth || last.words != made.words || last.met != made.met || last.role != made.role) {
      return false;
    }
    for (auto const& note : made.notes) {
      if (std::find(last.notes.begin(), last.notes.end(), note) == last.notes.end()) last.notes.push_back(note);
    }
    return true;
  }

  // What is referred to gets a number, in the order in which it is shown.
  void number_references() {
    for (auto const& one : lines_)
      if (one.as_shown) lines_[*one.as_shown].number = 0;
    std::size_t next = 0;
    for (auto& one : lines_)
      if (one.number) one.number = ++next;
    for (auto& one : lines_)
      if (one.as_shown) one.as_shown = lines_[*one.as_shown].number;
  }

  told_account const& one_;
  check::program const& program_;
  names named_;
  explain::proof const& proof_;
  proof_extent shown_;
  std::vector<proof_line> lines_;
  std::map<step_index, std::size_t> shown_at_;  // lines
  bool is_cut_ = false;
};

}  // namespace

std::vector<decided_norm> decided_norms(told_account const& one, evaluate::instance const& instance) {
  using state = evaluate::norm_state;
  std::vector<decided_norm> decided;
  for (auto const index : instance.norms) {
    auto const& norm = one.about.found.norms[index];
    bool const is_kept = norm.state == state::fulfilled || norm.state == state::fulfilled_late;
    bool const is_broken = norm.state == state::breached && norm.mode == model::modality::must_not;
    if (norm.acts.empty() || (!is_kept && !is_broken)) continue;
    decided.push_back({norm.state, norm.acts.front()});
  }
  return decided;
}

namespace {

passage conclusion_of(told_account const& one, check::provision_index provision, evaluate::instance const& instance) {
  names const named(one.about.rules.program(), one.about.world.facts());
  speaker const with{one.about.rules.program(), one.about.world.facts(), named};
  passage made{.status = instance.status, .sentence = {}, .state = {}, .remarks = {}};
  for (auto const& row : rows_of(one.about, named, provision, instance, settling::worked_out)) {
    if (!made.state.empty()) made.sentence += " (" + made.state + ')';
    if (!made.sentence.empty()) made.sentence += "; ";
    made.sentence += sentence(with, provision, row);
    made.state = row.state;
    made.remarks.insert(made.remarks.end(), row.remarks.begin(), row.remarks.end());
  }
  if (instance.status != evaluate::status::undetermined) {
    auto const said = remarks_on(one.about, named, provision, instance, settling::left_out);
    made.remarks.insert(made.remarks.begin(), said.begin(), said.end());
  }
  for (auto const& [state, act] : decided_norms(one, instance)) {
    auto const where = line_of(one.about.files, one.about.world.facts().events[act].where);
    made.remarks.push_back(
        {remark::kind::settles, std::string{evaluate::words(state)} + ": " + named.sentence_of(act) + ", " + where});
  }
  return made;
}

std::string number_words(explain::proof const& proof) {
  auto const number = std::to_string(proof.number);
  return "the smallest of " + (proof.is_number_lower_bound ? "at least " + number : number) + " proofs";
}

}  // namespace

proof_page proof_page_of(told_account const& one, check::provision_index provision, evaluate::instance const& instance,
                         explain::proof const& proof, proof_extent shown) {
  auto const& program = one.about.rules.program();
  auto const& version = program.provisions[provision];
  page_writer write(one, proof, shown);
  proof_page page{.head = heading_of(one),
                  .citation = citation(program, version),
                  .version = version_words(program, version),
                  .conclusion = conclusion_of(one, provision, instance),
                  .about = {},
                  .lines = write.take(),
                  .footnotes = {}};
  if (instance.judged_on) page.about.push_back("judged on " + source::to_english(*instance.judged_on));
  page.about.push_back(line_of(one.about.files, program.text_of(version).id.where));
  bool const applies = proof.steps.front().truth == facts::truth::yes;
  if (applies && (proof.number > 1 || proof.is_number_lower_bound)) page.footnotes.push_back(number_words(proof));
  if (write.is_cut()) page.footnotes.emplace_back("what lies deeper is left out: --depth shows more");
  if (proof.is_partial) page.footnotes.emplace_back("not everything that bears on it could be shown");
  return page;
}

}  // namespace casus::report
