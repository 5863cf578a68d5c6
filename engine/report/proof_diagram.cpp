#include "proof_page.hpp"

#include "style.hpp"

#include <algorithm>

namespace casus::report {
namespace {

// A node for each line that is shown for the first time, under the node of the line above it that is less deep.
struct node {
  std::string label;
  std::string note;
  facts::truth met = facts::truth::no;
};
struct edge {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string role;
};
struct diagram {
  std::vector<node> nodes;  // the first is the conclusion
  std::vector<edge> edges;
};

std::string glyph_of(proof_line const& of) {
  if (!of.of) return {};
  switch (of.met) {
    case facts::truth::yes: return std::string{met} + ' ';
    case facts::truth::no: return std::string{not_met} + ' ';
    case facts::truth::open: break;
  }
  return std::string{unsettled} + ' ';
}

facts::truth truth_of(evaluate::status status) {
  switch (status) {
    case evaluate::status::violated:
    case evaluate::status::displaced:
    case evaluate::status::does_not_apply:
    case evaluate::status::not_in_force: return facts::truth::no;
    case evaluate::status::satisfied:
    case evaluate::status::applies: return facts::truth::yes;
    case evaluate::status::open:
    case evaluate::status::undetermined: break;
  }
  return facts::truth::open;
}

diagram diagram_of(proof_page const& page) {
  diagram made;
  auto const status = std::string{evaluate::words(page.conclusion.status)};
  made.nodes.push_back({page.citation + ' ' + status + ": " + page.conclusion.sentence, page.conclusion.state,
                        truth_of(page.conclusion.status)});
  std::vector<std::size_t> above{0};        // by depth: the node that the next line belongs to
  std::vector<std::size_t> numbered(1, 0);  // by number: its node
  for (auto const& line : page.lines) {
    above.resize(line.depth + 1);
    std::size_t to = made.nodes.size();
    if (line.as_shown) {
      to = numbered[*line.as_shown];
    } else {
      std::string notes;
      for (auto const& note : line.notes) notes += (notes.empty() ? "" : "; ") + note;
      made.nodes.push_back({glyph_of(line) + line.words, notes, line.met});
    }
    if (line.number) numbered.resize(std::max(numbered.size(), *line.number + 1)), numbered[*line.number] = to;
    made.edges.push_back({above[line.depth], to, line.role});
    above.push_back(to);
  }
  return made;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string made;
  for (char const c : text) {
    if (what.find(c) == std::string_view::npos) {
      made += c == '\n' ? ' ' : c;
    } else {
      made += with;
      if (with == "\\") made += c;
    }
  }
  return made;
}

// Words in lines of a width that boxes can bear.
std::string wrapped(std::string_view text, std::string_view line_break) {
  constexpr std::size_t width = 40;
  std::string made;
  std::size_t column = 0;
  while (!text.empty()) {
    auto const end = text.find(' ');
    auto const word = text.substr(0, end);
    if (column > 0 && column + 1 + width_of(word) > width) made += line_break, column = 0;
    if (column > 0) made += ' ', ++column;
    made += word;
    column += width_of(word);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return made;
}

std::string_view colour_of(facts::truth met) {
  switch (met) {
    case facts::truth::yes: return "#e6f4ea";
    case facts::truth::no: return "#fce8e6";
    case facts::truth::open: break;
  }
  return "#fef7e0";
}

std::string dot_label(node const& of) {
  auto const escaped = [](std::string_view text) { return wrapped(replaced(text, "\"\\", "\\"), "\\n"); };
  return escaped(of.label) + (of.note.empty() ? "" : "\\n" + escaped(of.note));
}

std::string mermaid_label(node const& of) {
  auto const escaped = [](std::string_view text) {
    return wrapped(replaced(replaced(replaced(text, "\"`", "'"), "<", "&lt;"), ">", "&gt;"), "<br>");
  };
  return escaped(of.label) + (of.note.empty() ? "" : "<br>" + escaped(of.note));
}

std::string_view class_of(facts::truth met) {
  switch (met) {
    case facts::truth::yes: return "met";
    case facts::truth::no: return "unmet";
    case facts::truth::open: break;
  }
  return "unsettled";
}

}  // namespace

std::string dot(proof_page const& shown) {
  auto const made = diagram_of(shown);
  std::string text = "digraph proof {\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n";
  for (std::size_t i = 0; i < made.nodes.size(); ++i) {
    text += "  n" + std::to_string(i) + " [label=\"" + dot_label(made.nodes[i]) + "\", fillcolor=\"" +
            std::string{colour_of(made.nodes[i].met)} + "\"];\n";
  }
  for (auto const& one : made.edges) {
    text += "  n" + std::to_string(one.from) + " -> n" + std::to_string(one.to);
    text += (one.role.empty() ? "" : " [label=\"" + one.role + "\"]") + ";\n";
  }
  return text + "}\n";
}

std::string mermaid(proof_page const& shown) {
  auto const made = diagram_of(shown);
  std::string text = "flowchart TD\n";
  for (auto const one : {facts::truth::yes, facts::truth::no, facts::truth::open}) {
    text += "  classDef " + std::string{class_of(one)} + " fill:" + std::string{colour_of(one)} + '\n';
  }
  for (std::size_t i = 0; i < made.nodes.size(); ++i) {
    text += "  n" + std::to_string(i) + "[\"" + mermaid_label(made.nodes[i]) +
            "\"]:::" + std::string{class_of(made.nodes[i].met)} + '\n';
  }
  for (auto const& one : made.edges) {
    text += "  n" + std::to_string(one.from) + " -->" + (one.role.empty() ? "" : '|' + one.role + '|');
    text += " n" + std::to_string(one.to) + '\n';
  }
  return text;
}

}  // namespace casus::report
