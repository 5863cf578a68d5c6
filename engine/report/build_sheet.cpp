#include "build_sheet.hpp"

#include "condition_words.hpp"
#include "label.hpp"
#include "passages.hpp"
#include "remarks.hpp"
#include "row_sentence.hpp"

#include "engine/explain/own_events.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace casus::report {
namespace {

class sheet_builder {
 public:
  sheet_builder(subject const& about, selection const& shown, std::optional<foreground> const& own)
      : about_(about),
        shown_(shown),
        own_(own),
        program_(about.rules.program()),
        named_(program_, about.world.facts()),
        speaker_{program_, about.world.facts(), named_},
        before_{.worlds = {about.world, about.rules}} {}

  [[nodiscard]] sheet build() {
    sheet made;
    std::optional<std::optional<check::instrument_index>> last;
    for (check::provision_index provision = 0; provision < program_.provisions.size(); ++provision) {
      auto entry = article(provision);
      if (!entry) continue;
      if (auto const status = status_of_background(provision)) add_background(made, *status, provision);
      if (entry->passages.empty()) continue;
      auto const instrument = program_.provisions[provision].instrument;
      if (last != instrument)
        made.instruments.push_back({instrument ? program_.instruments[*instrument].title : "", {}});
      last = instrument;
      made.instruments.back().articles.push_back(std::move(*entry));
    }
    questions(made);
    conflicts(made);
    return made;
  }

 private:
  [[nodiscard]] bool is_wanted(std::string_view id) const {
    if (shown_.provisions.empty()) return true;
    return std::any_of(shown_.provisions.begin(), shown_.provisions.end(),
                       [&](std::string const& wanted) { return is_under(id, wanted); });
  }

  [[nodiscard]] bool is_expected(check::provision const& version) const {
    return own_ && own_->expected.count(version.article) > 0;
  }

  // Whether some version of an article speaks on the date, so that the others need not be told of.
  [[nodiscard]] bool is_in_force(check::article_index article) const {
    auto const& versions = program_.articles[article].versions;
    return std::any_of(versions.begin(), versions.end(),
                       [&](check::provision_index one) { return about_.found.provisions[one].in_force; });
  }

  // A provision that was asked for by its id, or in force and expected something of, is shown whatever its status.
  [[nodiscard]] bool is_shown(check::provision const& version, evaluate::status status) const {
    if (shown_.extent == extent::everything || !is_absent(status)) return true;
    auto const& asked = shown_.provisions;
    if (std::find(asked.begin(), asked.end(), version.id) != asked.end()) {
      return status == evaluate::status::does_not_apply || !is_in_force(version.article);
    }
    return status == evaluate::status::does_not_apply && is_expected(version);
  }

  [[nodiscard]] static bool is_absent(evaluate::status status) {
    return status == evaluate::status::does_not_apply || status == evaluate::status::not_in_force;
  }

  [[nodiscard]] std::optional<article_entry> article(check::provision_index provision) {
    auto const& version = program_.provisions[provision];
    auto const& found = about_.found.provisions[provision];
    if (!is_wanted(version.id)) return std::nullopt;
    if (!is_shown(version, found.status)) return std::nullopt;
    article_entry entry{.provision = provision,
                        .label = article_label(version),
                        .title = version.title,
                        .version = found.in_force ? std::string{} : version_words(program_, version),
                        .status = found.status,
                        .passages = passages_of(about_, named_, provision, foreground_of(provision, found), before_)};
    if (is_absent(found.status)) {
      entry.passages.push_back({.status = found.status,
                                .sentence = {},
                                .state = {},
                                .remarks = remarks_on_absence(about_, named_, provision)});
    }
    return entry;
  }

  // Whether only events of the background bring the instance about.
  [[nodiscard]] bool is_background(evaluate::instance const& one) const {
    if (!own_ || shown_.extent == extent::everything || !shown_.provisions.empty()) return false;
    return explain::is_background(about_.world.facts(), one.binding, own_->own);
  }

  // The instances that are told in full: those of the scenario itself, or all of an article that it has expectations
  // about and nothing of its own to say.
  [[nodiscard]] std::vector<evaluate::instance const*> foreground_of(check::provision_index provision,
                                                                     evaluate::provision_findings const& found) const {
    std::vector<evaluate::instance const*> own;
    std::vector<evaluate::instance const*> all;
    for (auto const& one : found.instances) {
      if (is_absent(one.status)) continue;
      all.push_back(&one);
      if (!is_background(one)) own.push_back(&one);
    }
    return own.empty() && is_expected(program_.provisions[provision]) ? all : own;
  }

  // The strongest status among the instances that are not told in full.
  [[nodiscard]] std::optional<evaluate::status> status_of_background(check::provision_index provision) const {
    auto const& found = about_.found.provisions[provision];
    std::optional<evaluate::status> strongest;
    std::size_t present = 0;
    for (auto const& one : found.instances) {
      if (is_absent(one.status)) continue;
      ++present;
      if (is_background(one)) strongest = strongest ? std::min(*strongest, one.status) : one.status;
    }
    return foreground_of(provision, found).size() == present ? std::nullopt : strongest;
  }

  void add_background(sheet& made, evaluate::status status, check::provision_index provision) const {
    auto const place = std::find_if(made.background.begin(), made.background.end(),
                                    [&](background_entry const& one) { return one.status == status; });
    auto& entry = place != made.background.end() ? *place : made.background.emplace_back(background_entry{status, {}});
    auto name = citation(program_, program_.provisions[provision]);
    if (entry.citations.empty() || entry.citations.back() != name) entry.citations.push_back(std::move(name));
  }

  [[nodiscard]] std::string note_of(evaluate::question_instance const& one) const {
    std::string text;
    for (auto const& value : one.binding) text += (text.empty() ? "" : ", ") + named_.of(value);
    for (auto const by : one.answered_by) {
      text += (text.empty() ? "" : "; ") + ("answered by " + citation(program_, program_.provisions[by]));
    }
    return text;
  }

  void questions(sheet& made) const {
    for (auto const& found : about_.found.questions) {
      auto const& asked = program_.questions[found.question];
      if (!shown_.provisions.empty()) continue;
      bool const shows_all = shown_.extent == extent::everything;
      if (shows_all && found.instances.empty()) made.questions.push_back({found.status, asked.text, {}});
      for (auto const& one : found.instances) {
        bool const is_open = one.status == evaluate::question_status::unanswered ||
                             one.status == evaluate::question_status::undetermined;
        if (is_open || shows_all) made.questions.push_back({one.status, asked.text, note_of(one)});
      }
    }
  }

  [[nodiscard]] static row row_of(evaluate::norm const& norm) {
    row made{.of = row::kind::norm,
             .status = evaluate::status::applies,
             .certain = facts::truth::yes,
             .consequence = norm.consequence,
             .columns = {{norm.actor}},
             .state = {},
             .remarks = {}};
    for (auto const& argument : norm.arguments) made.columns.push_back({argument});
    return made;
  }

  [[nodiscard]] std::string norm_words(check::provision_index provision, row const& said) const {
    return sentence(speaker_, provision, said) + " (" + citation(program_, program_.provisions[provision]) + ')';
  }

  // Conflicts that differ only in who is bound are one sentence.
  void conflicts(sheet& made) const {
    using side = std::tuple<check::provision_index, std::uint32_t, evaluate::few_values>;
    std::map<std::pair<side, side>, std::vector<facts::value>> actors;
    auto const side_of = [&](std::uint32_t index) {
      auto const& norm = about_.found.norms[index];
      return side{norm.provision, norm.consequence, norm.arguments};
    };
    for (auto const& one : about_.found.conflicts) {
      actors[{side_of(one.must), side_of(one.must_not)}].push_back(about_.found.norms[one.must].actor);
    }
    std::set<std::pair<side, side>> told;
    for (auto const& one : about_.found.conflicts) {
      std::pair const key{side_of(one.must), side_of(one.must_not)};
      if (!told.insert(key).second) continue;
      auto must = row_of(about_.found.norms[one.must]);
      auto must_not = row_of(about_.found.norms[one.must_not]);
      must.columns[0] = must_not.columns[0] = actors[key];
      made.conflicts.push_back(norm_words(std::get<0>(key.first), must) + ", yet " +
                               norm_words(std::get<0>(key.second), must_not));
    }
  }

  subject const& about_;
  selection const& shown_;
  std::optional<foreground> const& own_;
  check::program const& program_;
  names named_;
  speaker speaker_;
  settled_before before_;
};

}  // namespace

sheet build_sheet(subject const& about, selection const& shown, std::optional<foreground> const& own) {
  auto made = sheet_builder{about, shown, own}.build();
  std::stable_sort(made.background.begin(), made.background.end(),
                   [](background_entry const& a, background_entry const& b) { return a.status < b.status; });
  return made;
}

}  // namespace casus::report
