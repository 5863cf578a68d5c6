#include "smaller.hpp"

#include <algorithm>
#include <set>

namespace casus::suite {
namespace {

using facts::value;

template <class Visitor>
void each_value(facts::base& in, Visitor const& visit) {
  auto const all = [&](std::vector<value>& values) {
    for (auto& one : values) visit(one);
  };
  for (auto& one : in.entities) all(one.fields);
  for (auto& one : in.events) all(one.fields);
  for (auto& one : in.statements) {
    all(one.arguments);
    visit(one.held);
  }
}

// Without what stands at these places; what is left keeps its order, and values with that tag follow it.
template <class Thing>
void leave_out(facts::base& in, std::vector<Thing>& things, std::set<std::uint32_t> const& gone, facts::tag tag) {
  std::vector<std::uint32_t> number(things.size());
  std::vector<Thing> left;
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    number[i] = static_cast<std::uint32_t>(left.size());
    if (gone.count(i) == 0) left.push_back(std::move(things[i]));
  }
  things = std::move(left);
  if (tag == facts::tag::unknown) return;  // nothing refers to them
  each_value(in, [&](value& one) {
    if (one.tag == tag) one.payload = number[facts::index_of(one)];
  });
}

// The entities or events that something names.
std::set<std::uint32_t> named(facts::base& in, facts::tag tag) {
  std::set<std::uint32_t> found;
  each_value(in, [&](value& one) {
    if (one.tag == tag) found.insert(facts::index_of(one));
  });
  return found;
}

class shrinker {
 public:
  shrinker(facts::scenario told, check::program const& program, std::size_t most_tests,
           std::function<bool(facts::scenario const&)> const& test)
      : told_(std::move(told)), fixed_(program.individuals.size()), left_(most_tests), test_(test) {}

  facts::scenario shrink() {
    told_.views.clear();
    told_.expectations.clear();
    auto const statements = [](facts::scenario& in, std::set<std::uint32_t> const& gone) {
      leave_out(in.agreed, in.agreed.statements, gone, facts::tag::unknown);
    };
    auto const events = [](facts::scenario& in, std::set<std::uint32_t> const& gone) {
      leave_out(in.agreed, in.agreed.events, gone, facts::tag::event);
    };
    auto const entities = [](facts::scenario& in, std::set<std::uint32_t> const& gone) {
      leave_out(in.agreed, in.agreed.entities, gone, facts::tag::entity);
    };
    bool is_smaller = true;
    while (is_smaller && left_ > 0) {
      auto const before = size();
      part([&] { return all(told_.agreed.events.size(), 0, named(told_.agreed, facts::tag::event)); }, events);
      part([&] { return all(told_.agreed.statements.size(), 0, {}); }, statements);
      part([&] { return all(told_.agreed.entities.size(), fixed_, named(told_.agreed, facts::tag::entity)); },
           entities);
      is_smaller = size() < before;
    }
    return std::move(told_);
  }

 private:
  [[nodiscard]] std::size_t size() const {
    return told_.agreed.events.size() + told_.agreed.statements.size() + told_.agreed.entities.size();
  }

  static std::vector<std::uint32_t> all(std::size_t count, std::size_t from, std::set<std::uint32_t> const& but) {
    std::vector<std::uint32_t> found;
    for (auto i = from; i < count; ++i)
      if (but.count(static_cast<std::uint32_t>(i)) == 0) found.push_back(static_cast<std::uint32_t>(i));
    return found;
  }

  // Tries to leave out ever smaller runs of what may go.
  template <class May, class Leave>
  void part(May const& may, Leave const& leave) {
    for (auto run = std::max<std::size_t>(may().size(), 1); run > 0; run /= 2) {
      for (std::size_t from = 0; left_ > 0;) {
        auto const places = may();
        if (from >= places.size()) break;
        auto const to = std::min(from + run, places.size());
        auto without = told_;
        leave(without,
              {places.begin() + static_cast<std::ptrdiff_t>(from), places.begin() + static_cast<std::ptrdiff_t>(to)});
        --left_;
        if (test_(without))
          told_ = std::move(without);
        else
          from = to;
      }
    }
  }

  facts::scenario told_;
  std::size_t fixed_;  // individuals of the rules
  std::size_t left_;
  std::function<bool(facts::scenario const&)> const& test_;
};

}  // namespace

facts::scenario smaller(facts::scenario told, check::program const& program, std::size_t most_tests,
                        std::function<bool(facts::scenario const&)> const& test) {
  return shrinker{std::move(told), program, most_tests, test}.shrink();
}

}  // namespace casus::suite
