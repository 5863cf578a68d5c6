# Two uses of one file: included, it declares the library casus_version; run as a script at each build, it writes that
# library's source, touching it only where the commit has changed so that nothing is rebuilt in vain.
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(generated "${CMAKE_BINARY_DIR}/generated/version.cpp")
  add_custom_target(casus_commit
    COMMAND "${CMAKE_COMMAND}" "-DSOURCE=${CMAKE_SOURCE_DIR}" "-DTARGET=${generated}"
      "-DCASUS_VERSION=${PROJECT_VERSION}" -P "${CMAKE_CURRENT_LIST_FILE}"
    BYPRODUCTS "${generated}"
    VERBATIM)
  add_library(casus_version STATIC "${generated}")
  add_dependencies(casus_version casus_commit)
  target_include_directories(casus_version PUBLIC "${CMAKE_SOURCE_DIR}")
  return()
endif()

set(CASUS_COMMIT "")
find_program(GIT git)
# Only where this folder is itself a work tree: an archive unpacked inside another project has no commit of its own.
if(GIT AND EXISTS "${SOURCE}/.git")
  execute_process(COMMAND "${GIT}" --no-optional-locks describe --always --dirty=+ --abbrev=12 --exclude=*
    WORKING_DIRECTORY "${SOURCE}" OUTPUT_VARIABLE CASUS_COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
configure_file("${CMAKE_CURRENT_LIST_DIR}/version.cpp.in" "${TARGET}" @ONLY)
