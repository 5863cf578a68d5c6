#include "engine/scenario/subjects.hpp"

#include "engine/model/rule_set.hpp"
#include "engine/scenario/cannot_fail.hpp"
#include "engine/scenario/shapes.hpp"
#include "engine/scenario/status_words.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <span>

namespace casus::scenario {
namespace {

using kind = facts::expected_subject::kind;
using words = std::span<std::string_view const>;

words statuses_of(kind of) {
  switch (of) {
    case kind::provision: return provision_statuses;
    case kind::question: return question_statuses;
    case kind::relation: return relation_statuses;
  }
  return {};
}

std::string_view noun_for(kind of) {
  switch (of) {
    case kind::provision: return "a provision";
    case kind::question: return "a question";
    case kind::relation: return "a fact or a define";
  }
  return {};
}

// One of the words, or none, which is reported. `what` completes "… is not": "a status of a provision".
std::optional<std::string> read_word(loading& all, element value, words known, std::string const& what) {
  if (!expect_scalar(value, fmt::format("here stands {}", what), all.said)) return std::nullopt;
  std::vector<std::string> const candidates(known.begin(), known.end());
  if (std::find(candidates.begin(), candidates.end(), value.text()) != candidates.end()) return value.text();
  auto help = all.said.suggest(value.text(), candidates);
  // The nearest in letters may be the opposite: `does apply`, `does not apply`.
  bool const is_opposite = help.find("not ") != std::string::npos && value.text().find("not ") == std::string::npos;
  if (help.empty() || is_opposite) help = fmt::format("it is one of: {}", fmt::join(candidates, ", "));
  all.said.add("unknown-value", value.where(), fmt::format("`{}` is not {}", value.text(), what), std::move(help));
  return std::nullopt;
}

struct known_labels {
  std::vector<std::string> words;
  bool is_complete = true;  // no clause goes by its text, for want of a label
};

known_labels labels_of(check::program const& rules, check::article_index article,
                       std::vector<model::clause> model::provision::*clauses) {
  known_labels labels;
  for (auto const version : rules.articles[article].versions) {
    for (model::clause const& each : rules.text_of(rules.provisions[version]).*clauses) {
      auto const label = model::label_of(rules.rules, each.condition);
      labels.is_complete = labels.is_complete && !label.empty();
      if (!label.empty()) labels.words.emplace_back(label);
    }
  }
  return labels;
}

bool is_among(known_labels const& labels, std::string const& word) {
  return std::find(labels.words.begin(), labels.words.end(), word) != labels.words.end();
}

class reader {
 public:
  reader(loading& all, facts::expected_subject of, element name) : all_(all), read_(std::move(of)), name_(name) {}

  std::optional<facts::expected_subject> read(element value) {
    if (value.is_mapping() && value.size() == 0) {
      expects_nothing();
      return std::nullopt;
    }
    if (value.is_mapping()) {
      for (std::size_t i = 0; i < value.size(); ++i) read_key(value.key(i), value.value(i));
      note_if_it_cannot_fail(all_, read_, name_);
    } else {
      read_status(value);
    }
    return std::move(read_);
  }

 private:
  void read_status(element value) {
    auto const status =
        read_word(all_, value, statuses_of(read_.of), fmt::format("a status of {}", noun_for(read_.of)));
    read_.status = status.value_or(std::string{});
  }

  void read_key(element key, element value) {
    std::string const& name = key.text();
    bool const of_provision = read_.of == kind::provision;
    if (name == "status") {
      read_status(value);
    } else if (name == "for") {
      read_.for_instances = read_instances(all_, read_, key, value);
    } else if (name == "only") {
      read_.only_instances = read_instances(all_, read_, key, value);
    } else if (name == "duty" && of_provision) {
      read_.duty = read_word(all_, value, duty_states, "a state of a duty, prohibition or permission");
    } else if (name == "failing" && of_provision) {
      read_failing(value);
    } else if (name == "displaced_by" && of_provision) {
      read_displaced_by(value);
    } else {
      unknown_key(key);
    }
  }

  void read_failing(element value) {
    if (!expect_list(value, "`failing` takes a list of labels", all_.said, "write `[…]` around the label")) return;
    auto const labels = labels_of(all_.rules, read_.index, &model::provision::requirements);
    read_.failing.emplace();
    for (std::size_t i = 0; i < value.size(); ++i) {
      element const label = value.item(i);
      if (!expect_scalar(label, "a label is a text", all_.said)) continue;
      read_.failing->push_back(label.text());
      if (!labels.is_complete || is_among(labels, label.text())) continue;
      all_.said.add("unknown-value", label.where(),
                    fmt::format("no requirement of `{}` is called `{}`", name_.text(), label.text()),
                    all_.said.suggest(label.text(), labels.words));
    }
  }

  void read_displaced_by(element value) {
    if (!expect_scalar(value, "`displaced_by` takes the label of an exception, or a provision", all_.said)) return;
    read_.displaced_by = value.text();
    auto labels = labels_of(all_.rules, read_.index, &model::provision::exceptions);
    bool const is_known = is_among(labels, value.text()) || all_.names.articles.find(value.text());
    if (is_known || !labels.is_complete) return;
    auto const& ids = all_.names.articles.names();
    labels.words.insert(labels.words.end(), ids.begin(), ids.end());
    all_.said.add("unknown-value", value.where(),
                  fmt::format("no exception of `{}` is called `{}`, nor is any provision", name_.text(), value.text()),
                  all_.said.suggest(value.text(), labels.words));
  }

  void unknown_key(element key) {
    std::vector<std::string> known{"status", "for", "only"};
    if (read_.of == kind::provision) {
      for (char const* more : {"duty", "failing", "displaced_by"}) known.emplace_back(more);
    }
    all_.said.add("unknown-key", key.where(),
                  fmt::format("what is expected of {} has no key `{}`", noun_for(read_.of), key.text()),
                  all_.said.suggest(key.text(), known));
  }

  void expects_nothing() {
    all_.said.add("no-expectations", name_.where(), fmt::format("nothing is expected of `{}`", name_.text()));
  }

  loading& all_;
  facts::expected_subject read_;
  element name_;
};

std::optional<facts::expected_subject> find_subject(loading const& all, element name) {
  facts::expected_subject found;
  found.where = name.where();
  auto const take = [&](kind of, std::optional<std::uint32_t> index) {
    if (index) {
      found.of = of;
      found.index = *index;
    }
    return index.has_value();
  };
  if (take(kind::provision, all.names.articles.find(name.text()))) return found;
  if (take(kind::question, all.names.questions.find(name.text()))) return found;
  if (take(kind::relation, all.names.relations.find(name.text()))) return found;
  return std::nullopt;
}

}  // namespace

std::optional<facts::expected_subject> read_subject(loading& all, element key, element value) {
  if (auto const found = find_subject(all, key)) return reader(all, *found, key).read(value);
  std::vector<std::string> known{"at", "view", "law", "known_by", "readings", "conflicts"};
  for (name_table const* table : {&all.names.articles, &all.names.questions, &all.names.relations}) {
    known.insert(known.end(), table->names().begin(), table->names().end());
  }
  all.said.add("unknown-name", key.where(),
               fmt::format("no provision, question, fact or define named `{}`", key.text()),
               all.said.suggest(key.text(), known));
  return std::nullopt;
}

std::optional<check::article_index> read_article(loading& all, element id) {
  if (!expect_scalar(id, "here stands the id of a provision", all.said)) return std::nullopt;
  if (auto const found = all.names.articles.find(id.text())) return found;
  all.said.add("unknown-name", id.where(), fmt::format("no provision named `{}`", id.text()),
               all.said.suggest(id.text(), all.names.articles.names()));
  return std::nullopt;
}

}  // namespace casus::scenario
