# The second evaluator with what draws rule sets for it, holds the engine against it and shrinks what differs.
file(GLOB oracle_sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.cpp")
list(FILTER oracle_sources EXCLUDE REGEX "_test\\.cpp$")
add_library(casus_oracle STATIC ${oracle_sources})
target_compile_options(casus_oracle PRIVATE ${CASUS_WARNINGS})
target_link_libraries(casus_oracle PUBLIC casus_evaluate casus_scenario casus_grammar PRIVATE casus_fmt)
