#include "engine/scenario/expectations.hpp"

#include "engine/scenario/choices.hpp"
#include "engine/scenario/shapes.hpp"
#include "engine/scenario/subjects.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace casus::scenario {
namespace {

class reader {
 public:
  reader(loading& all, element block) : all_(all), block_(block) { read_.where = block.where(); }

  facts::expectation read() {
    // The view first, wherever it stands: bindings may name its events.
    for (std::size_t i = 0; i < block_.size(); ++i) {
      if (block_.key(i).text() == "view") read_view(block_.value(i));
    }
    for (std::size_t i = 0; i < block_.size(); ++i) read_key(block_.key(i), block_.value(i));
    all_.view.reset();
    if (is_empty_) {
      all_.said.add("no-expectations", block_.size() > 0 ? block_.key(0).where() : block_.where(),
                    "this block names nothing that it expects",
                    "name a provision, a question or a fact and the status that it should have");
    }
    return std::move(read_);
  }

 private:
  void read_key(element key, element value) {
    std::string const& name = key.text();
    if (name == "view") return;
    if (name == "diagnostics") {  // read with the outline
      is_empty_ = false;
    } else if (name == "at") {
      read_.at = read_day(value, name, all_.said);
    } else if (name == "known_by") {
      read_.known_by = read_day(value, name, all_.said);
    } else if (name == "law") {
      auto law = read_law(all_, value);
      read_.law = law.everywhere;
      read_.law_of = std::move(law.of_article);
    } else if (name == "readings") {
      read_.readings = read_readings(all_, value);
    } else if (name == "conflicts") {
      is_empty_ = false;
      read_conflicts(value);
    } else {
      is_empty_ = false;
      if (auto subject = read_subject(all_, key, value)) read_.subjects.push_back(std::move(*subject));
    }
  }

  void read_view(element value) {
    if (!expect_scalar(value, "`view` takes the name of a view", all_.said)) return;
    auto const& views = all_.told.views;
    auto const is_it = [&](facts::view const& each) { return each.id == value.text(); };
    auto const found = std::find_if(views.begin(), views.end(), is_it);
    if (found != views.end()) {
      read_.view = value.text();
      all_.view = static_cast<std::size_t>(found - views.begin());
      return;
    }
    std::vector<std::string> known;
    for (facts::view const& each : views) known.push_back(each.id);
    all_.said.add("unknown-name", value.where(), fmt::format("the scenario has no view `{}`", value.text()),
                  known.empty() ? "`views:` names views, and there are none"
                                : all_.said.suggest_or_list(value.text(), known, "its views are"));
  }

  void read_conflicts(element value) {
    if (!expect_list(value, "`conflicts` takes a list of pairs of provisions", all_.said,
                     "write `[{must: ID, must not: ID}]`, or `[]` for none")) {
      return;
    }
    read_.conflicts.emplace();
    for (std::size_t i = 0; i < value.size(); ++i) read_conflict(value.item(i));
  }

  void read_conflict(element value) {
    if (!expect_mapping(value, "a conflict is a mapping of `must` and `must not` to provisions", all_.said)) return;
    facts::expected_conflict conflict;
    conflict.where = value.where();
    for (std::size_t i = 0; i < value.size(); ++i) {
      element const key = value.key(i);
      if (key.text() == "must") {
        if (read_article(all_, value.value(i))) conflict.must = value.value(i).text();
      } else if (key.text() == "must not") {
        if (read_article(all_, value.value(i))) conflict.must_not = value.value(i).text();
      } else {
        std::vector<std::string> const known{"must", "must not"};
        all_.said.add("unknown-key", key.where(), fmt::format("a conflict has no key `{}`", key.text()),
                      all_.said.suggest(key.text(), known));
      }
    }
    if (conflict.must.empty() || conflict.must_not.empty()) {
      if (value.size() < 2) missing_side(value);
      return;
    }
    read_.conflicts->push_back(std::move(conflict));
  }

  void missing_side(element value) {
    all_.said.add("missing-field", value.where(), "a conflict needs both `must` and `must not`");
  }

  loading& all_;
  element block_;
  facts::expectation read_;
  bool is_empty_ = true;
};

}  // namespace

void read_expectations(loading& all, element section) {
  if (!expect_list(section, "`expect` takes a list of blocks", all.said, "write each block as an item: `- {…}`"))
    return;
  for (std::size_t i = 0; i < section.size(); ++i) {
    element const block = section.item(i);
    if (!expect_mapping(block, "what is expected is a mapping of provisions to their statuses", all.said)) continue;
    all.told.expectations.push_back(reader(all, block).read());
  }
}

}  // namespace casus::scenario
