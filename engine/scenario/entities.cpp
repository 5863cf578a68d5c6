#include "engine/scenario/entities.hpp"

#include "engine/scenario/shapes.hpp"
#include "engine/scenario/values.hpp"

#include <fmt/format.h>
#include <utility>

namespace casus::scenario {
namespace {

// Fields are read once every entity has its id, since one may name another.
struct pending_fields {
  std::uint32_t entity = 0;
  element mapping;
};

class reader {
 public:
  explicit reader(loading& all) : all_(all), entities_(all.agreed().entities) {}

  void read_individuals();
  void read_section(element section);
  void read_fields();

 private:
  void read_kind(element key, element value);
  void read_one(check::kind_index kind, element id, element const* about);
  std::optional<std::uint32_t> declare(check::kind_index kind, element id);
  void read_title(std::uint32_t entity, element title);
  void read_field(pending_fields const& of, element key, element value);
  void clash(source::span where, std::string message, source::span other);
  // Whether the key is the title and nothing else: a kind may have a field of that name, which it then fills too.
  [[nodiscard]] bool is_title(check::kind_index kind, element key) const;

  loading& all_;
  std::vector<facts::entity>& entities_;
  std::vector<std::optional<source::span>> titled_;               // by entity: where its title stands
  std::vector<std::vector<std::optional<source::span>>> stated_;  // by entity and field: where the value stands
  std::vector<pending_fields> pending_;
};

void reader::clash(source::span where, std::string message, source::span other) {
  all_.said.add("conflicting-entity", where, std::move(message), {"the other is here", other});
}

void reader::read_individuals() {
  for (check::individual const& each : all_.rules.individuals) {
    auto const index = static_cast<std::uint32_t>(entities_.size());
    auto const place = place_of(all_.rules, each.declaration);
    bool const is_titled = !each.title.empty() && each.title != each.id;
    entities_.push_back({each.id, is_titled ? each.title : each.id, each.kind, {}, place});
    all_.entities.emplace(each.id, index);
    titled_.push_back(is_titled ? std::optional(place) : std::nullopt);
    stated_.emplace_back(all_.rules.kinds[each.kind].fields.size());
    entities_.back().fields.resize(all_.rules.kinds[each.kind].fields.size());
  }
  // Once all have their indices, since a field may name an individual that is declared below.
  for (std::uint32_t index = 0; index < all_.rules.individuals.size(); ++index) {
    auto const& fields = all_.rules.individuals[index].fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!fields[i]) continue;
      entities_[index].fields[i] = literal_value(all_, *fields[i]);
      stated_[index][i] = all_.rules.rules[*fields[i]].where;
    }
  }
}

void reader::read_section(element section) {
  if (!expect_mapping(section, "`entities` takes a mapping of kinds to the entities of each", all_.said)) return;
  for (std::size_t i = 0; i < section.size(); ++i) read_kind(section.key(i), section.value(i));
}

void reader::read_kind(element key, element value) {
  auto const kind = all_.names.kinds.find(key.text());
  if (!kind) {
    all_.said.add("unknown-name", key.where(), fmt::format("no entity kind named `{}`", key.text()),
                  all_.said.suggest(key.text(), all_.names.kinds.names()));
    return;
  }
  if (value.is_mapping()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      element const about = value.value(i);
      read_one(*kind, value.key(i), &about);
    }
  } else if (value.is_list()) {
    for (std::size_t i = 0; i < value.size(); ++i) read_one(*kind, value.item(i), nullptr);
  } else {
    all_.said.add("wrong-shape", value.where(),
                  fmt::format("`{}` takes a mapping of ids to titles, or a list of ids, and this is {}", key.text(),
                              words_for(value.form())),
                  fmt::format("write `{}: [{}]`", key.text(), value.is_nothing() ? "id" : value.text()));
  }
}

void reader::read_one(check::kind_index kind, element id, element const* about) {
  if (!is_id(id, "an entity", all_.said)) return;
  auto const entity = declare(kind, id);
  if (!entity || about == nullptr || about->is_nothing()) return;
  if (about->is_mapping()) {
    for (std::size_t i = 0; i < about->size(); ++i) {
      if (about->key(i).text() == "title") read_title(*entity, about->value(i));
    }
    pending_.push_back({*entity, *about});
  } else if (about->is_scalar()) {
    read_title(*entity, *about);
  } else {
    all_.said.add(
        "wrong-shape", about->where(),
        fmt::format("`{}` takes a title, or a mapping of its title and fields, and this is a list", id.text()));
  }
}

std::optional<std::uint32_t> reader::declare(check::kind_index kind, element id) {
  auto const [known, is_new] = all_.entities.emplace(id.text(), static_cast<std::uint32_t>(entities_.size()));
  if (is_new) {
    auto const count = all_.rules.kinds[kind].fields.size();
    entities_.push_back({id.text(), id.text(), kind, std::vector<facts::value>(count), id.where()});
    titled_.push_back(std::nullopt);
    stated_.emplace_back(count);
    return known->second;
  }
  facts::entity const& before = entities_[known->second];
  if (before.kind == kind) return known->second;
  clash(id.where(),
        fmt::format("`{}` is {} here and {} elsewhere", id.text(), with_article(all_.rules.kinds[kind].name),
                    with_article(all_.rules.kinds[before.kind].name)),
        before.where);
  return std::nullopt;
}

void reader::read_title(std::uint32_t entity, element title) {
  if (!expect_scalar(title, "a title is a text", all_.said)) return;
  facts::entity& titled = entities_[entity];
  if (titled_[entity] && titled.title != title.text()) {
    clash(title.where(), fmt::format("`{}` has another title elsewhere: {}", titled.id, titled.title),
          *titled_[entity]);
    return;
  }
  titled.title = title.text();
  titled_[entity] = title.where();
}

bool reader::is_title(check::kind_index kind, element key) const {
  return key.text() == "title" && !find_field(all_.rules.kinds[kind].fields, "title");
}

void reader::read_field(pending_fields const& of, element key, element value) {
  facts::entity& meant = entities_[of.entity];
  check::entity_kind const& kind = all_.rules.kinds[meant.kind];
  if (is_title(meant.kind, key)) return;
  auto const field = find_field(kind.fields, key.text());
  if (!field) {
    auto names = names_of(kind.fields);
    names.emplace_back("title");
    all_.said.add("unknown-field", key.where(),
                  fmt::format("{} has no field `{}`", with_article(kind.name), key.text()),
                  {fmt::format("`{}` is declared here", kind.name), place_of(all_.rules, kind.declaration)},
                  all_.said.suggest_or_list(key.text(), names, "its fields are"));
    return;
  }
  auto const read = read_value(all_, value, kind.fields[*field].type, key.text());
  if (!read) return;
  auto& before = stated_[of.entity][*field];
  if (before && meant.fields[*field] != *read) {
    clash(value.where(), fmt::format("`{}` has another `{}` elsewhere", meant.id, key.text()), *before);
    return;
  }
  meant.fields[*field] = *read;
  before = value.where();
}

void reader::read_fields() {
  for (pending_fields const& each : pending_) {
    for (std::size_t i = 0; i < each.mapping.size(); ++i) read_field(each, each.mapping.key(i), each.mapping.value(i));
  }
  for (std::size_t entity = 0; entity < entities_.size(); ++entity) {
    auto const& fields = all_.rules.kinds[entities_[entity].kind].fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!stated_[entity][i]) entities_[entity].fields[i] = value_left_out(all_, fields[i]).value;
    }
  }
}

}  // namespace

void read_entities(loading& all, std::vector<element> const& sections) {
  reader read(all);
  read.read_individuals();
  for (element const& section : sections) read.read_section(section);
  read.read_fields();
}

}  // namespace casus::scenario
