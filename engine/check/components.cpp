#include "engine/check/dependency.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace casus::check {
namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

// The nodes of a program as one range of numbers, with the nodes that each needs.
struct graph {
  std::uint32_t relations = 0;
  std::uint32_t provisions = 0;
  std::uint32_t size = 0;
  std::vector<std::uint32_t> first;  // by node: where its needs begin; one more at the end
  std::vector<std::uint32_t> needed;

  [[nodiscard]] std::uint32_t number_of(node of) const {
    switch (of.of) {
      case node::kind::relation: return of.index;
      case node::kind::provision: return relations + of.index;
      case node::kind::question: return relations + provisions + of.index;
    }
    return 0;
  }
  [[nodiscard]] node node_of(std::uint32_t number) const {
    if (number < relations) return {node::kind::relation, number};
    if (number < relations + provisions) return {node::kind::provision, number - relations};
    return {node::kind::question, number - relations - provisions};
  }
};

graph make_graph(program const& checked, std::vector<dependency> const& from, edges through) {
  graph made;
  made.relations = static_cast<std::uint32_t>(checked.relations.size());
  made.provisions = static_cast<std::uint32_t>(checked.provisions.size());
  made.size = made.relations + made.provisions + static_cast<std::uint32_t>(checked.questions.size());
  made.first.assign(made.size + 1, 0);
  auto const counts = [&](dependency const& each) { return through == edges::all || each.how != need::earlier; };
  for (dependency const& each : from) {
    if (counts(each)) ++made.first[made.number_of(each.from) + 1];
  }
  for (std::uint32_t index = 0; index < made.size; ++index) made.first[index + 1] += made.first[index];
  made.needed.resize(made.first[made.size]);
  std::vector<std::uint32_t> next(made.first.begin(), made.first.end() - 1);
  for (dependency const& each : from) {
    if (counts(each)) made.needed[next[made.number_of(each.from)]++] = made.number_of(each.to);
  }
  return made;
}

// Tarjan's algorithm with a stack of its own: circles may be as long as the rule set.
class tarjan {
 public:
  explicit tarjan(graph const& of) : of_(of), order_(of.size, unseen), low_(of.size, 0), component_(of.size, unseen) {}

  void run() {
    for (std::uint32_t root = 0; root < of_.size; ++root) {
      if (order_[root] == unseen) visit_from(root);
    }
  }
  [[nodiscard]] std::vector<std::uint32_t> const& component() const { return component_; }
  [[nodiscard]] std::vector<std::uint32_t> const& members() const { return members_; }
  [[nodiscard]] std::vector<std::uint32_t> const& ends() const { return ends_; }

 private:
  struct step {
    std::uint32_t at = 0;
    std::uint32_t next = 0;  // index into `needed`
  };

  void enter(std::uint32_t at) {
    order_[at] = low_[at] = count_++;
    open_.push_back(at);
    path_.push_back({at, of_.first[at]});
  }

  void visit_from(std::uint32_t root) {
    enter(root);
    while (!path_.empty()) {
      step& here = path_.back();
      std::uint32_t const at = here.at;
      if (here.next < of_.first[at + 1]) {
        std::uint32_t const to = of_.needed[here.next++];
        if (order_[to] == unseen) {
          enter(to);
        } else if (component_[to] == unseen) {
          low_[at] = std::min(low_[at], order_[to]);
        }
        continue;
      }
      path_.pop_back();
      if (!path_.empty()) low_[path_.back().at] = std::min(low_[path_.back().at], low_[at]);
      if (low_[at] == order_[at]) close(at);
    }
  }

  void close(std::uint32_t root) {
    auto const first = members_.size();
    for (bool is_done = false; !is_done; open_.pop_back()) {
      std::uint32_t const member = open_.back();
      component_[member] = static_cast<std::uint32_t>(ends_.size());
      members_.push_back(member);
      is_done = member == root;
    }
    std::sort(members_.begin() + static_cast<std::ptrdiff_t>(first), members_.end());
    ends_.push_back(static_cast<std::uint32_t>(members_.size()));
  }

  graph const& of_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> low_;
  std::vector<std::uint32_t> component_;
  std::vector<std::uint32_t> open_;
  std::vector<step> path_;
  std::vector<std::uint32_t> members_;  // of one component after another
  std::vector<std::uint32_t> ends_;     // by component
  std::uint32_t count_ = 0;
};

bool needs_itself(graph const& in, std::uint32_t number) {
  auto const first = in.needed.begin() + in.first[number];
  auto const last = in.needed.begin() + in.first[number + 1];
  return std::find(first, last, number) != last;
}

}  // namespace

components strongly_connected(program const& checked, std::vector<dependency> const& graph_of, edges through) {
  graph const all = make_graph(checked, graph_of, through);
  tarjan search(all);
  search.run();
  components found;
  for (std::uint32_t const member : search.members()) found.all_members.push_back(all.node_of(member));
  for (std::uint32_t const end : search.ends()) {
    auto const first = found.first_member.back();
    found.is_recursive.push_back(end - first > 1 || needs_itself(all, search.members()[first]));
    found.first_member.push_back(end);
  }
  auto const& component = search.component();
  auto const provisions = component.begin() + all.relations;
  found.of_relation.assign(component.begin(), provisions);
  found.of_provision.assign(provisions, provisions + all.provisions);
  found.of_question.assign(provisions + all.provisions, component.end());
  return found;
}

}  // namespace casus::check
