// Draws small rule sets that the checker accepts, and scenarios for them. Declarations come in layers: a rule names
// only what stands in earlier ones, but for recursion that the language allows.
#pragma once
#include "tests/property/evaluate/sketch.hpp"
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace casus::oracle {

class dice {
 public:
  explicit dice(std::uint64_t seed) : engine_(seed) {}
  [[nodiscard]] std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }
  [[nodiscard]] bool in(std::size_t parts, std::size_t of) { return below(of) < parts; }
  template <class T>
  [[nodiscard]] T const& among(std::vector<T> const& choices) {
    return choices[below(choices.size())];
  }
  [[nodiscard]] std::string among(std::initializer_list<char const*> choices) {
    return *(choices.begin() + below(choices.size()));
  }

 private:
  std::mt19937_64 engine_;
};

// What this rule set may contain: each is switched on or off for the whole of it.
struct features {
  bool unknowns = true, quantifiers = true, selections = true, at = true, before = true, recursion = true;
  bool judged = true, versions = true, overrides = true, norms = true, questions = true, optional = true;
  bool events_known_late = true, effective = true, statuses = true, values = true;
  bool raids_by_groups = false;
};
[[nodiscard]] features some_features(dice& with);

struct drawn_variable {
  std::string name;
  std::string type;
};

struct drawn_relation {
  std::string name;
  std::vector<std::string> parameters;
};

struct drawn_provision {
  std::string id;
  std::vector<drawn_variable> variables;
  bool has_norms = false;
};

// What a condition may speak of where it stands.
struct surroundings {
  std::vector<drawn_variable> variables;
  int depth = 2;
  bool now = true;                       // not where something is judged at a date
  std::vector<drawn_relation> positive;  // what may be named in a circle: not under a negation
  std::vector<drawn_relation> earlier;   // what may be named in a circle through `before`
};

// Terms and conditions.
class composer {
 public:
  composer(dice& with, features const& of) : dice_(with), features_(of) {}

  [[nodiscard]] phrase condition(surroundings const& here);
  [[nodiscard]] std::string term(std::string const& type, surroundings const& here);
  [[nodiscard]] std::string date(surroundings const& here);
  [[nodiscard]] std::string literal_date();
  [[nodiscard]] std::string fresh(std::string const& prefix) { return prefix + std::to_string(++names_); }

  std::vector<drawn_relation> relations;
  std::vector<drawn_provision> provisions;

 private:
  [[nodiscard]] phrase simple(surroundings const& here);
  [[nodiscard]] phrase comparison(surroundings const& here);
  [[nodiscard]] phrase quantified(surroundings const& here);
  [[nodiscard]] phrase counted(surroundings const& here);
  [[nodiscard]] phrase selected(surroundings const& here);
  [[nodiscard]] phrase elsewhere(surroundings const& here);
  [[nodiscard]] phrase status(surroundings const& here);
  [[nodiscard]] phrase application(std::vector<drawn_relation> const& among, surroundings const& here);
  [[nodiscard]] surroundings with(surroundings const& here, drawn_variable const& variable) const;
  [[nodiscard]] std::vector<std::string> of_type(std::string const& type, surroundings const& here) const;

  dice& dice_;
  features const& features_;
  int names_ = 0;
};

[[nodiscard]] sketch draw(std::uint64_t seed);
[[nodiscard]] sketch draw(std::uint64_t seed, features const& of);
[[nodiscard]] std::vector<std::string> const& drawn_dates();
// Entities, events, statements, readings, law dates.
void draw_scenario(dice& with, features const& of, composer const& rules, std::vector<drawn_relation> const& facts,
                   sketch& into);

}  // namespace casus::oracle
