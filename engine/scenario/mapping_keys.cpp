#include "engine/scenario/mapping_keys.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <unordered_map>

namespace casus::scenario {
namespace {

using keys_seen = std::unordered_map<std::string_view, source::span>;

void add_missing(tree const& in, node_id from, std::vector<entry>& entries, keys_seen& seen) {
  for (entry const& each : in.nodes[from].entries) {
    node const& key = in.nodes[each.key];
    if (seen.emplace(key.text, key.where).second) entries.push_back(each);
  }
}

void merge_value(tree const& in, node_id from, std::vector<entry>& entries, keys_seen& seen, problems& said) {
  node const& value = in.nodes[from];
  if (value.form == shape::mapping) return add_missing(in, from, entries, seen);
  if (value.form != shape::list) {
    said.add("wrong-shape", value.where, "`<<` takes a mapping or a list of mappings");
    return;
  }
  for (node_id const item : value.items) {
    if (in.nodes[item].form == shape::mapping) {
      add_missing(in, item, entries, seen);
    } else {
      said.add("wrong-shape", in.nodes[item].where, "`<<` merges mappings only");
    }
  }
}

}  // namespace

void drop_repeated_keys(tree& in, node_id mapping, problems& said) {
  std::vector<entry>& entries = in.nodes[mapping].entries;
  if (entries.size() < 2) return;
  keys_seen seen;
  auto const is_repeated = [&](entry const& each) {
    node const& key = in.nodes[each.key];
    auto const [first, is_new] = seen.emplace(key.text, key.where);
    if (is_new) return false;
    said.add("duplicate-key", key.where, fmt::format("the key `{}` is given twice", key.text),
             {"first given here", first->second});
    return true;
  };
  std::vector<entry> kept;
  kept.reserve(entries.size());
  for (entry const& each : entries) {
    if (!is_repeated(each)) kept.push_back(each);
  }
  entries = std::move(kept);
}

void merge(tree& in, node_id mapping, problems& said) {
  auto const is_merge = [&](entry const& each) {
    node const& key = in.nodes[each.key];
    return key.form == shape::plain && key.text == "<<";
  };
  std::vector<entry> const& written = in.nodes[mapping].entries;
  auto const found = std::find_if(written.begin(), written.end(), is_merge);
  if (found == written.end()) return;
  node_id const from = found->value;
  std::vector<entry> entries;
  keys_seen seen;
  for (entry const& each : written) {
    if (is_merge(each)) continue;
    entries.push_back(each);
    seen.emplace(in.nodes[each.key].text, in.nodes[each.key].where);
  }
  merge_value(in, from, entries, seen, said);
  in.nodes[mapping].entries = std::move(entries);
}

}  // namespace casus::scenario
