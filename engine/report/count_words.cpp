#include "count_words.hpp"

#include "label.hpp"
#include "reading.hpp"

#include "engine/suite/words.hpp"

#include <algorithm>

namespace casus::report {
namespace {

class count_wording {
 public:
  count_wording(subject const& about, names const& named, condition_reading& read)
      : about_(about),
        named_(named),
        read_(read),
        program_(about.rules.program()),
        counted_(std::get<model::count>(program_.rules[read.condition].node)) {}

  [[nodiscard]] std::string words() const {
    if (counted_.variables.size() != 1) return suite::source_words(program_.rules, about_.files, read_.condition);
    auto const& type = counted_.variables.front().type;
    auto const what = type.is_act ? "acts `" + type.base.text + '`' : plural_noun(in_words(type.base.text));
    return "the number of " + what + (counted_.body ? ' ' + limit(*counted_.body) : std::string{});
  }

 private:
  [[nodiscard]] std::string limit(model::expression_id body) const {
    std::vector parts{body};
    auto const* all = std::get_if<model::junction>(&program_.rules[body].node);
    if (all != nullptr && all->op == model::connective::conjunction) parts = all->operands;
    std::vector<std::string> clauses;
    for (auto const part : parts) {
      auto words = clause(part);
      if (!words) return "where “" + suite::source_words(program_.rules, about_.files, body) + "”";
      clauses.push_back(std::move(*words));
    }
    return joined(clauses);
  }

  [[nodiscard]] std::optional<std::string> clause(model::expression_id part) const {
    auto const& node = program_.rules[part].node;
    if (auto const* negated = std::get_if<model::negation>(&node)) return flag(negated->operand, " does not hold");
    if (auto const* compared = std::get_if<model::comparison>(&node)) return equality(*compared);
    return flag(part, " holds");
  }

  // A field of what is counted.
  [[nodiscard]] model::field_access const* field(model::expression_id term) const {
    auto const* access = std::get_if<model::field_access>(&program_.rules[term].node);
    return access != nullptr && is_counted(access->object) ? access : nullptr;
  }

  [[nodiscard]] std::optional<std::string> flag(model::expression_id term, std::string_view holds) const {
    auto const* access = field(term);
    if (access == nullptr) return std::nullopt;
    return "of which “" + in_words(access->field.text) + "”" + std::string{holds};
  }

  [[nodiscard]] std::optional<std::string> equality(model::comparison const& compared) const {
    using op = model::comparison_operator;
    if (compared.op != op::equal && compared.op != op::not_equal) return std::nullopt;
    bool const is_left = field(compared.left) != nullptr;
    auto const* access = field(is_left ? compared.left : compared.right);
    auto const other = is_left ? compared.right : compared.left;
    if (access == nullptr || mentions_counted(other)) return std::nullopt;
    auto const value = about_.world.value_of(other, read_.slots, read_.where);
    if (!value.is_known()) return std::nullopt;
    return "whose " + in_words(access->field.text) + (compared.op == op::equal ? " is " : " is not ") +
           named_.of(value);
  }

  [[nodiscard]] bool is_counted(model::expression_id term) const {
    auto const* variable = std::get_if<model::reference>(&program_.rules[term].node);
    return variable != nullptr && variable->id.text == counted_.variables.front().id.text;
  }

  [[nodiscard]] bool mentions_counted(model::expression_id term) const {
    auto const parts = model::children(program_.rules[term]);
    return is_counted(term) ||
           std::any_of(parts.begin(), parts.end(), [&](auto part) { return mentions_counted(part); });
  }

  subject const& about_;
  names const& named_;
  condition_reading& read_;
  check::program const& program_;
  model::count const& counted_;
};

}  // namespace

std::string count_words(subject const& about, names const& named, condition_reading read) {
  return count_wording{about, named, read}.words();
}

}  // namespace casus::report
