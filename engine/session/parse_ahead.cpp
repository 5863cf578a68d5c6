#include "parse_ahead.hpp"

#include "grammar/parse.hpp"

#include <algorithm>
#include <system_error>

namespace casus::session {
namespace {

constexpr std::size_t least_text = 32'768;  // bytes, which take longer to parse than a thread to start

}  // namespace

parse_ahead::~parse_ahead() {
  is_over_ = true;
  if (helper_.joinable()) helper_.join();
}

bool parse_ahead::claim(job& one) {
  auto expected = state::waiting;
  return one.is.compare_exchange_strong(expected, state::begun);
}

void parse_ahead::work() {
  for (auto one = jobs_.rbegin(); one != jobs_.rend() && !is_over_; ++one) {
    if (!claim(*one)) return;  // the other thread has come as far
    try {
      one->found = grammar::parse(one->text, one->file);
    } catch (...) { one->thrown = std::current_exception(); }
    one->is = state::done;
    one->is.notify_one();
  }
}

void parse_ahead::begin(source::files const& texts, std::vector<source::file_id> const& files) {
  std::size_t size = 0;
  for (auto const file : files) size += texts[file].content().size();
  if (!jobs_.empty() || size < least_text || std::thread::hardware_concurrency() < 2) return;
  for (auto const file : files) jobs_.emplace_back(texts[file], file);
  try {
    helper_ = std::thread([this] { work(); });
  } catch (std::system_error const&) {}  // no thread is to be had: all is parsed on this one
}

parse_ahead::parsed parse_ahead::take(source::files const& texts, source::file_id file) {
  auto const known = std::find_if(jobs_.begin(), jobs_.end(), [&](job const& one) { return one.file == file; });
  if (known == jobs_.end() || claim(*known)) return grammar::parse(texts[file], file);
  known->is.wait(state::begun);
  if (known->thrown) std::rethrow_exception(known->thrown);
  return std::move(*known->found);
}

}  // namespace casus::session
