#include "engine/report/reading.hpp"

#include <doctest/doctest.h>

using namespace casus;

namespace {

std::string fill(std::string_view placeholder) {
  if (placeholder == "by") return "Russia";
  if (placeholder == "to") return "Kyrgyzstan";
  if (placeholder == "value") return "20";
  return "?";
}

constexpr auto assist = "{by} gives {to} the necessary help, including military help";

}  // namespace

TEST_CASE("names are joined as English joins them") {
  CHECK(report::joined({}).empty());
  CHECK(report::joined({"Armenia"}) == "Armenia");
  CHECK(report::joined({"Armenia", "Belarus"}) == "Armenia and Belarus");
  CHECK(report::joined({"Armenia", "Belarus", "Russia"}) == "Armenia, Belarus and Russia");
}

TEST_CASE("a statement fills in every placeholder") {
  CHECK(report::statement(assist, fill) == "Russia gives Kyrgyzstan the necessary help, including military help");
  CHECK(report::statement("no placeholder", fill) == "no placeholder");
  CHECK(report::statement("an open { brace", fill) == "an open { brace");
}

TEST_CASE("what is said of several subjects is said of each") {
  CHECK(report::statement_of_each("{by} is a party", "by", {"Armenia", "Belarus"}, fill) ==
        "Armenia and Belarus are each a party");
  CHECK(report::statement_of_each("{by} is a party", "by", {"Armenia"}, fill) == "Armenia is a party");
  CHECK(report::statement_of_each("{by} bears {value} per cent", "by", {"Armenia", "Belarus"}, fill) ==
        "Armenia and Belarus each bear 20 per cent");
  CHECK(report::statement_of_each("{by} attacks {to}", "to", {"Armenia", "Belarus"}, fill) ==
        "Russia attacks Armenia and Belarus");
}

TEST_CASE("a norm binds its actors") {
  CHECK(report::norm_sentence(assist, {model::modality::must}, {.names = {"Armenia", "Russia"}, .field = "by"}, fill) ==
        "Armenia and Russia must give Kyrgyzstan the necessary help, including military help");
  CHECK(report::norm_sentence("{by} joins {to}", {model::modality::must_not}, {.names = {"Armenia"}, .field = "by"},
                              fill) == "Armenia must not join Kyrgyzstan");
  CHECK(report::norm_sentence("{by} sends troops", {model::modality::may},
                              {.names = {"Armenia", "Russia"}, .field = "by", .together = true},
                              fill) == "Armenia and Russia together may send troops");
  CHECK(report::norm_sentence(assist, {model::modality::must, report::mood::conditional},
                              {.names = {"Armenia"}, .field = "by"}, fill) ==
        "Armenia would have to give Kyrgyzstan the necessary help, including military help");
  CHECK(report::norm_sentence("help is given by {by}", {model::modality::must}, {.names = {"Armenia"}, .field = "by"},
                              fill) == "Armenia must see to it that help is given by Armenia");
}
