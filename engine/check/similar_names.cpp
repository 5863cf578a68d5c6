#include "engine/check/checks.hpp"
#include "engine/check/place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace casus::check {
namespace {

struct named {
  std::string_view text;
  source::span where;
};

constexpr std::size_t shortest = 5;
constexpr std::size_t longest = 64;
// Beyond so many names of one sort only case and underscores are looked at.
constexpr std::size_t most_for_letters = 10'000;
constexpr std::size_t most_compared = 8;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// FNV-1a.
constexpr std::uint64_t hash_start = 14695981039346656037U;
std::uint64_t hashed(std::uint64_t so_far, char c) { return (so_far ^ static_cast<unsigned char>(c)) * 1099511628211U; }

std::uint64_t plain_hash(std::string_view name) {
  std::uint64_t hash = hash_start;
  for (char const c : name) {
    if (c != '_') hash = hashed(hash, lower(c));
  }
  return hash;
}

// A name among others, by a key that it may share with those like it.
struct keyed {
  std::uint64_t key = 0;
  std::size_t index = 0;
  bool operator<(keyed const& other) const { return key != other.key ? key < other.key : index < other.index; }
};

// Of the name with each letter left out, and of the whole. A polynomial, so that each follows from its neighbour (Karp
// and Rabin 1987).
void add_without_a_letter(std::string_view name, std::size_t index, std::vector<keyed>& keys) {
  constexpr std::uint64_t base = 1099511628211U;
  auto const code = [&](std::size_t at) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(name[at])) + 1;
  };
  auto const first = keys.size();
  keys.resize(first + name.size() + 1, {0, index});
  std::uint64_t behind = 0;
  for (std::size_t out = name.size(); out-- > 0; behind = behind * base + code(out)) keys[first + out].key = behind;
  keys.back().key = behind;
  std::uint64_t before = 0;
  std::uint64_t weight = 1;
  for (std::size_t out = 0; out < name.size(); ++out, weight *= base) {
    keys[first + out].key = before + weight * keys[first + out].key;
    before += weight * code(out);
  }
}

// Whether two names have a key in common. Most have none, and to see that takes no order.
bool is_any_shared(std::vector<keyed> const& keys) {
  std::vector<keyed const*> seen(std::bit_ceil(2 * keys.size()), nullptr);
  auto const last = seen.size() - 1;
  for (keyed const& each : keys) {
    auto at = each.key & last;
    while (seen[at] != nullptr && seen[at]->key != each.key) at = (at + 1) & last;
    if (seen[at] != nullptr && seen[at]->index != each.index) return true;
    seen[at] = &each;
  }
  return false;
}

// The same but for case and underscores.
bool is_spelt_otherwise(std::string_view a, std::string_view b) { return plain_hash(a) == plain_hash(b); }

// One letter more, less, other, or two neighbours swapped. Names that differ in a digit are numbered on purpose.
bool is_one_off(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  auto const split = std::mismatch(a.begin(), a.end(), b.begin());
  std::string_view const left = a.substr(static_cast<std::size_t>(split.first - a.begin()));
  std::string_view const right = b.substr(static_cast<std::size_t>(split.second - b.begin()));
  if (right.empty() || is_digit(right[0]) || (!left.empty() && is_digit(left[0]))) return false;
  if (left.size() < right.size()) return left == right.substr(1);
  if (left.substr(1) == right.substr(1)) return true;
  return left.size() > 1 && left[0] == right[1] && left[1] == right[0] && left.substr(2) == right.substr(2);
}

using similarity = bool (*)(std::string_view, std::string_view);

class inspector {
 public:
  // Names that could be taken for one another.
  void check(std::vector<named> names) {
    auto const is_left_out = [](named const& each) {
      return each.text.size() < shortest || each.text.size() > longest;
    };
    names.erase(std::remove_if(names.begin(), names.end(), is_left_out), names.end());
    if (names.size() < 2) return;
    paired_.assign(names.size(), false);
    std::vector<keyed> keys;
    for (std::size_t index = 0; index < names.size(); ++index) keys.push_back({plain_hash(names[index].text), index});
    compare(names, std::move(keys), is_spelt_otherwise);
    if (names.size() > most_for_letters) return;
    // Two names one letter apart are the same once a letter is left out of each, or out of the longer one.
    keys.clear();
    for (std::size_t index = 0; index < names.size(); ++index) { add_without_a_letter(names[index].text, index, keys); }
    compare(names, std::move(keys), is_one_off);
  }

  diagnostics take() { return std::move(said_); }

 private:
  // Each name is held against those before it with the same key; each is reported once.
  void compare(std::vector<named> const& names, std::vector<keyed> keys, similarity is_similar) {
    if (!is_any_shared(keys)) return;
    std::sort(keys.begin(), keys.end());
    for (std::size_t at = 1; at < keys.size(); ++at) {
      for (std::size_t back = 1; back <= std::min(at, most_compared) && keys[at - back].key == keys[at].key; ++back) {
        check_pair(names, keys[at - back].index, keys[at].index, is_similar);
      }
    }
  }

  void check_pair(std::vector<named> const& names, std::size_t before, std::size_t after, similarity is_similar) {
    named const& first = names[before];
    named const& second = names[after];
    if (first.text == second.text || paired_[after] || !is_similar(first.text, second.text)) return;
    paired_[after] = true;
    said_.push_back(
        source::report("near-identical-names", second.where,
                       fmt::format("`{}` and `{}` are easily taken for one another", second.text, first.text),
                       "if one of them is a slip, correct it; else give them names further apart"));
    said_.back().notes.push_back({"the other name", first.where});
  }

  std::vector<bool> paired_;
  diagnostics said_;
};

std::vector<named> fields_of(std::vector<field> const& fields) {
  std::vector<named> names;
  for (field const& each : fields) names.push_back({each.name, each.where});
  return names;
}

std::vector<named> values_of(program const& checked, enumeration const& of) {
  std::vector<named> names;
  for (model::name const& each : std::get<model::enumeration>(checked.rules.declarations[of.declaration]).values) {
    names.push_back({each.text, each.where});
  }
  return names;
}

}  // namespace

diagnostics check_similar_names(program const& checked) {
  inspector look;
  auto const place = [&](std::uint32_t declaration) { return name_place(checked.rules.declarations[declaration]); };
  std::vector<named> types;
  for (entity_kind const& each : checked.kinds) types.push_back({each.name, place(each.declaration)});
  std::vector<named> relations;
  for (relation const& each : checked.relations) relations.push_back({each.name, place(each.declaration)});
  std::vector<named> terms;
  for (individual const& each : checked.individuals) terms.push_back({each.id, place(each.declaration)});
  for (interpretation const& each : checked.interpretations) terms.push_back({each.id, place(each.declaration)});
  for (event_kind const& each : checked.event_kinds) {
    (each.is_act ? relations : types).push_back({each.name, place(each.declaration)});
    look.check(fields_of(each.fields));
  }
  for (enumeration const& each : checked.enumerations) {
    if (each.interpretation) continue;
    types.push_back({each.name, place(each.declaration)});
    look.check(values_of(checked, each));
  }
  for (entity_kind const& each : checked.kinds) {
    bool const adds_any = !each.parent || each.fields.size() > checked.kinds[*each.parent].fields.size();
    if (adds_any) look.check(fields_of(each.fields));
  }
  look.check(std::move(types)), look.check(std::move(relations)), look.check(std::move(terms));
  return look.take();
}

}  // namespace casus::check
