#include "limits.hpp"

#include "command.hpp"

#include "engine/source/nearest.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace casus::cli {
namespace {

struct named_limit {
  std::string_view name;
  void (*set)(limits&, std::uint64_t);
};

constexpr named_limit known[] = {
    {"instances", [](limits& of, std::uint64_t value) { of.evaluation.instances = value; }},
    {"steps", [](limits& of, std::uint64_t value) { of.evaluation.steps = value; }},
    {"depth", [](limits& of, std::uint64_t value) { of.evaluation.depth = static_cast<std::uint32_t>(value); }},
    {"memory", [](limits& of, std::uint64_t value) { of.evaluation.bytes = value * session::mebibyte; }},
    {"file-size", [](limits& of, std::uint64_t value) { of.file_bytes = value * session::mebibyte; }},
    {"diagnostics", [](limits& of, std::uint64_t value) { of.shown = value; }},
};

// A bound is a number of things, of MiB, or of levels: more than fit into 32 bits of the latter are no bound.
constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();

std::uint64_t value_of(std::string_view text) {
  std::uint64_t value = 0;
  auto const* const end = text.data() + text.size();
  auto const read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc{} && read.ptr == end ? value : 0;
}

void take(limits& into, std::string const& written) {
  auto const sign = written.find('=');
  auto const value = sign == std::string::npos ? 0 : value_of(std::string_view{written}.substr(sign + 1));
  if (value == 0) {
    throw usage_error{
        fmt::format("--limit takes a name and a number above zero, such as steps=1000000, not `{}`", written)};
  }
  auto const name = written.substr(0, sign);
  std::vector<std::string> names;
  for (auto const& one : known) {
    if (one.name == name && (value <= most || one.name == "steps" || one.name == "instances")) {
      return one.set(into, value);
    }
    if (one.name == name) throw usage_error{fmt::format("--limit {} is at most {}", name, most)};
    names.emplace_back(one.name);
  }
  auto const help = source::did_you_mean(name, names);
  throw usage_error{fmt::format("there is no limit `{}`: {}", name,
                                help.empty() ? fmt::format("there are {}", fmt::join(names, ", ")) : help)};
}

}  // namespace

limits limits_from(std::vector<std::string> const& written) {
  limits made;
  for (auto const& one : written) take(made, one);
  return made;
}

}  // namespace casus::cli
