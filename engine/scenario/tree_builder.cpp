#include "engine/scenario/tree_builder.hpp"

#include "engine/scenario/mapping_keys.hpp"
#include "engine/scenario/yaml_source.hpp"
#include "engine/source/catalogue.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace casus::scenario {
namespace {

using source::report;

constexpr std::string_view standard_tags = "tag:yaml.org,2002:";

bool is_written(std::string_view tag) { return !tag.empty() && tag != "?" && tag != "!"; }

bool fits(std::string_view tag, shape form) {
  if (tag.substr(0, standard_tags.size()) != standard_tags) return false;
  auto const name = tag.substr(standard_tags.size());
  if (form == shape::list) return name == "seq";
  if (form == shape::mapping) return name == "map";
  return name == "str" || name == "int" || name == "float" || name == "bool" || name == "null" || name == "timestamp";
}

// A scalar's type is declared by the rules, so of the tags only `!!str` tells anything: that `unknown` is text.
shape form_of(std::string_view tag) {
  bool const is_text = tag == "!" || tag == "tag:yaml.org,2002:str";
  return is_text ? shape::quoted : shape::plain;
}

std::string_view word_at(std::string_view content, std::uint32_t begin) {
  auto const end = content.find_first_of(" \t\r\n,:]}", begin);
  return content.substr(begin, end == std::string_view::npos ? end : end - begin);
}

bool is_null_word(std::string_view word) { return word == "~" || word == "null" || word == "Null" || word == "NULL"; }

std::string_view words_for(shape form) {
  switch (form) {
    case shape::nothing: return "nothing";
    case shape::plain:
    case shape::quoted: return "a word";
    case shape::list: return "a list";
    case shape::mapping: return "a mapping";
  }
  return {};
}

}  // namespace

void tree_builder::nothing(opening at) {
  auto const begin = std::min(skip_properties(content_, at.begin), static_cast<std::uint32_t>(content_.size()));
  std::string_view const word = word_at(content_, begin);
  node made;
  made.where = span_of(begin, begin);
  if (is_null_word(word)) {
    made.text = word;
    made.where.end = begin + static_cast<std::uint32_t>(word.size());
  } else if (!open_.empty() && open_.back().key) {
    // Nothing stands behind the key, and the parser's mark is on the next line: the key is the place to point at.
    made.where = tree_.nodes[*open_.back().key].where;
  }
  auto const end = made.where.end;
  attach(add(at, std::move(made)), end);
}

void tree_builder::scalar(opening at, std::string_view text) {
  check_tag(at, shape::plain);
  auto const begin = skip_properties(content_, at.begin);
  auto const found = extent_of_scalar(content_, begin, text);
  if (found.quote == closing::unclosed) {
    throw cannot_read{report("malformed-yaml", span_of(begin, begin + 1), "the quote that opens here is not closed")};
  }
  node made;
  made.form = form_of(at.tag);
  made.text = text;
  made.where = span_of(begin, std::max(begin, found.end));
  attach(add(at, std::move(made)), found.end);
}

void tree_builder::alias(opening at) {
  auto const word = word_at(content_, at.begin);
  auto const where = span_of(at.begin, at.begin + static_cast<std::uint32_t>(word.size()));
  auto const found = anchors_.find(at.anchor);
  if (found == anchors_.end()) {
    throw cannot_read{report("malformed-yaml", where, fmt::format("no value above has the anchor of `{}`", word))};
  }
  node_id const target = found->second;
  auto const is_target = [&](open_node const& each) { return each.id == target; };
  if (std::any_of(open_.begin(), open_.end(), is_target)) {
    throw cannot_read{
        report("malformed-yaml", where, fmt::format("the alias `{}` stands inside the value that it repeats", word))};
  }
  extent const repeated = extents_[target];
  if (open_.size() + repeated.depth > deepest) {
    throw cannot_read{report(
        "too-deep", where, fmt::format("lists and mappings are nested more than {} deep, aliases followed", deepest))};
  }
  if (repeated.values > most_repeated - std::min(repeated_, most_repeated)) {
    throw cannot_read{report("too-many-aliases", where,
                             fmt::format("the file's aliases stand for more than {} values", most_repeated))};
  }
  repeated_ += repeated.values;
  attach(target, where.end);
}

void tree_builder::end() {
  open_node const done = open_.back();
  open_.pop_back();
  if (tree_.nodes[done.id].form == shape::mapping) {
    drop_repeated_keys(tree_, done.id, said_);
    merge(tree_, done.id, said_);
  }
  node& closed = tree_.nodes[done.id];
  auto const end = std::max(done.end, closed.where.begin + 1);
  closed.where = span_of(closed.where.begin, done.written == style::brackets ? end_of_brackets(content_, end) : end);
  extents_[done.id] = extent_of(done.id);
  attach(done.id, closed.where.end);
}

std::optional<source::span> tree_builder::open_bracket() const {
  if (open_.empty() || open_.back().written != style::brackets) return std::nullopt;
  return tree_.nodes[open_.back().id].where;
}

bool tree_builder::is_empty() const { return tree_.nodes.empty() || tree_.nodes[tree_.root].form == shape::nothing; }

node_id tree_builder::add(opening at, node made) {
  if (++values_ > most_values) {
    throw cannot_read{report("too-large", made.where, fmt::format("the document has more than {} values", most_values),
                             "divide the scenario over several background files")};
  }
  auto const id = static_cast<node_id>(tree_.nodes.size());
  tree_.nodes.push_back(std::move(made));
  extents_.push_back({});
  if (at.anchor != 0) anchors_[at.anchor] = id;
  return id;
}

void tree_builder::open(opening at, style written, shape form) {
  check_tag(at, form);
  auto const begin = skip_properties(content_, at.begin);
  if (open_.size() >= deepest) {
    throw cannot_read{report("too-deep", span_of(begin, begin + 1),
                             fmt::format("lists and mappings are nested more than {} deep", deepest))};
  }
  node made;
  made.form = form;
  made.where = span_of(begin, begin + 1);
  open_.push_back({.id = add(at, std::move(made)), .written = written, .key = {}, .end = begin + 1});
}

void tree_builder::attach(node_id id, std::uint32_t end) {
  if (open_.empty()) {
    tree_.root = id;
    return;
  }
  open_node& parent = open_.back();
  parent.end = std::max(parent.end, end);
  if (tree_.nodes[parent.id].form == shape::mapping) {
    attach_to_mapping(parent, id);
  } else {
    tree_.nodes[parent.id].items.push_back(id);
  }
}

void tree_builder::attach_to_mapping(open_node& parent, node_id id) {
  if (!parent.key) {
    parent.key_is_dropped = !becomes_key(id);
    parent.key = id;
    return;
  }
  if (!parent.key_is_dropped) tree_.nodes[parent.id].entries.push_back({*parent.key, id});
  parent.key.reset();
}

bool tree_builder::becomes_key(node_id id) {
  node& key = tree_.nodes[id];
  if (key.form == shape::plain || key.form == shape::quoted) return true;
  if (key.form == shape::nothing && !key.text.empty()) {
    key.form = shape::plain;  // a key may be called `null`
    return true;
  }
  bool const is_missing = key.form == shape::nothing;
  said_.add("wrong-shape", key.where,
            is_missing ? std::string("there is no key before this colon")
                       : fmt::format("a key is a word, and this is {}", words_for(key.form)));
  return false;
}

tree_builder::extent tree_builder::extent_of(node_id id) const {
  extent whole;
  whole.depth = 1;
  auto const include = [&](node_id child) {
    whole.values += extents_[child].values;
    whole.depth = std::max(whole.depth, extents_[child].depth + 1);
  };
  for (node_id const item : tree_.nodes[id].items) include(item);
  for (entry const& each : tree_.nodes[id].entries) {
    include(each.key);
    include(each.value);
  }
  return whole;
}

source::span tree_builder::span_of(std::uint32_t begin, std::uint32_t end) const {
  auto const size = static_cast<std::uint32_t>(content_.size());
  begin = std::min(begin, size);
  return {file_, begin, std::max(begin, std::min(end, size))};
}

void tree_builder::check_tag(opening at, shape form) {
  if (!is_written(at.tag) || fits(at.tag, form)) return;
  auto const mark = content_.find('!', at.begin);
  auto const begin = static_cast<std::uint32_t>(std::min(mark, content_.size()));
  auto const word = word_at(content_, begin);
  auto const whole = begin + static_cast<std::uint32_t>(word.size());
  bool const is_known = at.tag.substr(0, standard_tags.size()) == standard_tags &&
                        (fits(at.tag, shape::plain) || fits(at.tag, shape::list) || fits(at.tag, shape::mapping));
  said_.add("unknown-tag", span_of(begin, whole),
            is_known ? fmt::format("the tag `{}` does not fit {}", word, words_for(form))
                     : fmt::format("casus does not know the tag `{}`", word),
            "leave it out: the rules declare the type of a value");
}

}  // namespace casus::scenario
