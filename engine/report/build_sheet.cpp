#include "build_sheet.hpp"

#include "condition_words.hpp"
#include "instance_rows.hpp"
#include "label.hpp"
#include "remarks.hpp"
#include "row_sentence.hpp"

#include <algorithm>

namespace casus::report {
namespace {

// Instances of one provision on one date for which it is worked out what would settle them.
constexpr std::size_t most_settled = 24;

class sheet_builder {
 public:
  sheet_builder(subject const& about, selection const& shown)
      : about_(about),
        shown_(shown),
        program_(about.rules.program()),
        named_(program_, about.world.facts()),
        speaker_{program_, about.world.facts(), named_} {}

  [[nodiscard]] sheet build() const {
    sheet made;
    std::optional<std::optional<check::instrument_index>> last;
    for (auto const provision : in_article_order(program_)) {
      auto entry = article(provision);
      if (!entry) continue;
      auto const instrument = program_.provisions[provision].instrument;
      if (last != instrument) made.instruments.push_back({instrument ? program_.instruments[*instrument].title : "", {}});
      last = instrument;
      made.instruments.back().articles.push_back(std::move(*entry));
    }
    questions(made);
    for (auto const& one : about_.found.conflicts) made.conflicts.push_back(conflict(one));
    return made;
  }

 private:
  [[nodiscard]] bool is_wanted(std::string_view id) const {
    if (shown_.provisions.empty()) return true;
    return std::any_of(shown_.provisions.begin(), shown_.provisions.end(),
                       [&](std::string const& wanted) { return is_under(id, wanted); });
  }

  // A provision that was asked for by its id is shown whatever its status.
  [[nodiscard]] bool shows_everything(std::string_view id) const {
    return shown_.extent == extent::everything ||
           std::find(shown_.provisions.begin(), shown_.provisions.end(), id) != shown_.provisions.end();
  }

  [[nodiscard]] static bool is_absent(evaluate::status status) {
    return status == evaluate::status::does_not_apply || status == evaluate::status::not_in_force;
  }

  [[nodiscard]] std::optional<article_entry> article(check::provision_index provision) const {
    auto const& version = program_.provisions[provision];
    auto const& found = about_.found.provisions[provision];
    if (!is_wanted(version.id)) return std::nullopt;
    if (is_absent(found.status) && !shows_everything(version.id)) return std::nullopt;
    article_entry entry{.provision = provision,
                        .label = article_label(program_, version),
                        .title = version.title,
                        .version = found.in_force ? std::string{} : version_words(program_, version),
                        .status = found.status,
                        .passages = passages(provision, found)};
    if (entry.passages.empty()) {
      entry.passages.push_back({.status = found.status,
                                .sentence = {},
                                .state = {},
                                .remarks = remarks_on_absence(about_, named_, provision)});
    }
    return entry;
  }

  [[nodiscard]] std::vector<passage> passages(check::provision_index provision,
                                              evaluate::provision_findings const& found) const {
    std::vector<row> rows;
    std::size_t undetermined = 0;
    for (auto const& one : found.instances) {
      if (is_absent(one.status)) continue;
      undetermined += one.status == evaluate::status::undetermined ? 1 : 0;
      auto const how = undetermined <= most_settled ? settling::worked_out : settling::left_out;
      auto const remarks = remarks_on(about_, named_, provision, one, how);
      for (auto& made : rows_of(about_, named_, provision, one)) {
        // What follows from a violation is not itself what failed.
        if (one.status != evaluate::status::violated || made.of == row::kind::plain) made.remarks = remarks;
        rows.push_back(std::move(made));
      }
    }
    std::vector<passage> made;
    for (auto& one : merged(std::move(rows))) {
      made.push_back({.status = one.status,
                      .sentence = sentence(speaker_, provision, one),
                      .state = one.state,
                      .remarks = std::move(one.remarks)});
    }
    return made;
  }

  [[nodiscard]] std::string note_of(check::question const& asked, evaluate::question_instance const& one) const {
    std::string text;
    for (std::size_t i = 0; i < one.binding.size(); ++i) {
      auto const& variable = program_.variables[asked.scope.variables[i]];
      text += (i == 0 ? "" : "; ") + in_words(variable.name) + ": " + named_.of(one.binding[i]);
    }
    for (auto const by : one.answered_by) {
      text += (text.empty() ? "" : "; ") + ("answered by " + citation(program_, program_.provisions[by]));
    }
    return text;
  }

  void questions(sheet& made) const {
    for (auto const& found : about_.found.questions) {
      auto const& asked = program_.questions[found.question];
      bool const is_quiet = found.status == evaluate::question_status::does_not_arise ||
                            found.status == evaluate::question_status::answered;
      if (is_quiet && shown_.extent != extent::everything) continue;
      if (!shown_.provisions.empty()) continue;
      if (found.instances.empty()) made.questions.push_back({found.status, asked.text, {}});
      for (auto const& one : found.instances) {
        if (one.status == evaluate::question_status::does_not_arise && shown_.extent != extent::everything) continue;
        made.questions.push_back({one.status, asked.text, note_of(asked, one)});
      }
    }
  }

  [[nodiscard]] std::string norm_words(std::uint32_t index) const {
    auto const& norm = about_.found.norms[index];
    row said{.of = row::kind::norm,
             .status = evaluate::status::applies,
             .certain = facts::truth::yes,
             .consequence = norm.consequence,
             .columns = {{norm.actor}},
             .state = {},
             .remarks = {}};
    for (auto const& argument : norm.arguments) said.columns.push_back({argument});
    return sentence(speaker_, norm.provision, said) + " (" + citation(program_, program_.provisions[norm.provision]) + ')';
  }

  [[nodiscard]] std::string conflict(evaluate::conflict const& one) const {
    return norm_words(one.must) + ", yet " + norm_words(one.must_not);
  }

  subject const& about_;
  selection const& shown_;
  check::program const& program_;
  names named_;
  speaker speaker_;
};

}  // namespace

sheet build_sheet(subject const& about, selection const& shown) { return sheet_builder{about, shown}.build(); }

}  // namespace casus::report
