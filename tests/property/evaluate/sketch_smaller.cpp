// The ways of making a sketch smaller.
#include "tests/property/evaluate/sketch.hpp"

namespace casus::oracle {
namespace {

std::vector<phrase> smaller(phrase const& of) {
  std::vector<phrase> found;
  if (of.is != phrase::form::leaf) {
    found.push_back(leaf("true"));
    found.push_back(leaf("false"));
    for (phrase const& part : of.parts) found.push_back(part);
  } else if (of.before != "true" && of.before != "false") {
    found.push_back(leaf("true"));
    found.push_back(leaf("false"));
  }
  bool const is_junction = of.is == phrase::form::all || of.is == phrase::form::any;
  for (std::size_t index = 0; index < of.parts.size(); ++index) {
    if (is_junction && of.parts.size() > 1) {
      phrase fewer = of;
      fewer.parts.erase(fewer.parts.begin() + static_cast<std::ptrdiff_t>(index));
      found.push_back(std::move(fewer));
    }
    for (phrase& part : smaller(of.parts[index])) {
      phrase changed = of;
      changed.parts[index] = std::move(part);
      found.push_back(std::move(changed));
    }
  }
  return found;
}

// Without one element of a list, and without runs of them.
template <class T>
void without_some(sketch const& of, std::vector<T> sketch::*list, std::vector<sketch>& found) {
  std::size_t const size = (of.*list).size();
  for (std::size_t run = size; run > 0; run /= 2) {
    for (std::size_t begin = 0; begin + run <= size; begin += run) {
      sketch fewer = of;
      auto const first = (fewer.*list).begin() + static_cast<std::ptrdiff_t>(begin);
      (fewer.*list).erase(first, first + static_cast<std::ptrdiff_t>(run));
      found.push_back(std::move(fewer));
    }
  }
}

void smaller_rules(sketch const& of, std::vector<sketch>& found) {
  for (std::size_t index = 0; index < of.rules.size(); ++index) {
    auto const& clauses = of.rules[index].clauses;
    for (std::size_t part = 0; part < clauses.size(); ++part) {
      sketch fewer = of;
      auto& list = fewer.rules[index].clauses;
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(part));
      found.push_back(std::move(fewer));
      if (!clauses[part].body) continue;
      for (phrase& body : smaller(*clauses[part].body)) {
        sketch changed = of;
        changed.rules[index].clauses[part].body = std::move(body);
        found.push_back(std::move(changed));
      }
    }
  }
}

template <class Told>
void smaller_fields(sketch const& of, std::vector<Told> sketch::*list, std::vector<sketch>& found) {
  for (std::size_t index = 0; index < (of.*list).size(); ++index) {
    for (std::size_t field = 0; field < (of.*list)[index].fields.size(); ++field) {
      sketch fewer = of;
      auto& fields = (fewer.*list)[index].fields;
      fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(field));
      found.push_back(std::move(fewer));
    }
  }
}

}  // namespace

std::vector<sketch> smaller(sketch const& of) {
  std::vector<sketch> found;
  without_some(of, &sketch::rules, found);
  without_some(of, &sketch::facts, found);
  without_some(of, &sketch::events, found);
  without_some(of, &sketch::entities, found);
  without_some(of, &sketch::readings, found);
  without_some(of, &sketch::law, found);
  if (of.known_by) {
    found.push_back(of);
    found.back().known_by = std::nullopt;
  }
  smaller_rules(of, found);
  smaller_fields(of, &sketch::events, found);
  smaller_fields(of, &sketch::facts, found);
  smaller_fields(of, &sketch::entities, found);
  return found;
}

sketch smallest(sketch of, std::function<bool(sketch const&)> const& is_wrong) {
  for (bool is_smaller = true; is_smaller;) {
    is_smaller = false;
    for (auto& less : smaller(of)) {
      if (!is_wrong(less)) continue;
      of = std::move(less);
      is_smaller = true;
      break;
    }
  }
  return of;
}

}  // namespace casus::oracle
