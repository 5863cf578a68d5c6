// The form is that of docs/reference/report.schema.json; a test holds what is written here to it. Keys are only added
// within a version of the form.
#include "document.hpp"
#include "json_account.hpp"
#include "json_instances.hpp"

#include <nlohmann/json.hpp>

namespace casus::report {
namespace {

using json = nlohmann::ordered_json;

class json_writer : public document {
 public:
  json_writer(sink write, std::string version) : write_(std::move(write)), version_(std::move(version)) {}

  void account(told_account const& one, selection const& shown) override {
    auto made = account_json(one);
    auto const sheet = build_sheet(one.about, shown);
    made["provisions"] = json::array();
    for (auto const& section : sheet.instruments) {
      for (auto const& article : section.articles) { made["provisions"].push_back(provision_json(one.about, article)); }
    }
    made["questions"] = questions_json(one.about);
    made["conflicts"] = conflicts_json(one.about);
    accounts_.push_back(std::move(made));
  }

  void end_scenario(facts::scenario const& told, std::vector<suite::result> const& results,
                    source::files const& files) override {
    json made{{"title", told.title}, {"file", told.file}, {"line", line(files, told.where)}};
    made["reports"] = std::move(accounts_);
    accounts_ = json::array();
    made["expectations"] = json::array();
    for (auto const& one : results) made["expectations"].push_back(expectation(one, told, files));
    write_(begin() + dump(made));
  }

  void end(totals const& sum, std::vector<source::diagnostic> const& said, source::files const& files) override {
    json diagnostics = json::array();
    for (auto const& one : said) diagnostics.push_back(diagnostic_json(one, files));
    json const totals{{"scenarios", sum.scenarios}, {"expectations_met", sum.met}, {"expectations_failed", sum.failed},
                      {"errors", sum.errors},       {"warnings", sum.warnings},    {"passed_over", sum.passed_over}};
    std::string const head = has_begun_ ? "" : opening();
    write_(head + "\n],\n\"diagnostics\": " + dump(diagnostics) + ",\n\"totals\": " + dump(totals) + "\n}\n");
  }

 private:
  // One scenario a line, so that a long report can be read as it comes.
  [[nodiscard]] std::string begin() {
    std::string const head = has_begun_ ? ",\n" : opening() + "\n";
    has_begun_ = true;
    return head;
  }

  [[nodiscard]] std::string opening() const {
    return "{\n\"format\": " + json{{"name", "casus-report"}, {"version", 1}}.dump() +
           ",\n\"casus\": " + json(version_).dump() + ",\n\"scenarios\": [";
  }

  [[nodiscard]] static std::uint32_t line(source::files const& files, source::span where) {
    return files[where.file].position_of(where.begin).line;
  }

  [[nodiscard]] static json expectation(suite::result const& one, facts::scenario const& told,
                                        source::files const& files) {
    json mismatches = json::array();
    for (auto const& each : one.mismatches)
      mismatches.push_back({{"expected", each.expected}, {"actual", each.actual}});
    return {{"subject", one.subject},
            {"met", one.mismatches.empty()},
            {"date", source::to_iso(one.date)},
            {"view", one.view ? json(told.views[*one.view].id) : json(nullptr)},
            {"file", std::string{files[one.where.file].name()}},
            {"line", line(files, one.where)},
            {"mismatches", mismatches}};
  }

  sink write_;
  std::string version_;
  json accounts_ = json::array();
  bool has_begun_ = false;
};

}  // namespace

std::unique_ptr<document> json_document(sink write, std::string version) {
  return std::make_unique<json_writer>(std::move(write), std::move(version));
}

}  // namespace casus::report
