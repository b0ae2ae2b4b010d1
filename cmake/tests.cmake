# How test programs are compiled: what they test is optimised and watched for undefined behaviour, while their own checks are
# built once and run once: sanitized, they are neither optimised nor watched by UBSan, either of which would take a third of
# such a build, for the expansions of BOOST_TEST.
set(ALMANAC_TEST_OPTIONS $<$<CONFIG:Release>:-O1>)
if("undefined" IN_LIST ALMANAC_SANITIZE)
  list(APPEND ALMANAC_TEST_OPTIONS -fno-sanitize=undefined)
endif()
if(ALMANAC_SANITIZE)
  list(APPEND ALMANAC_TEST_OPTIONS -O0)
endif()

# almanac_test(name SOURCES file… DEPENDS target… LABELS label…)
#
# One Boost.Test program; one ctest entry a label (suites carry `*boost::unit_test::label("unit")`), so that an entry whose
# label matches no case fails.
function(almanac_test name)
  cmake_parse_arguments(A "" "TIMEOUT" "SOURCES;DEPENDS;LABELS" ${ARGN})
  if(NOT A_TIMEOUT)
    set(A_TIMEOUT 120)
  endif()
  add_executable(${name}_test ${A_SOURCES} $<TARGET_OBJECTS:almanac_test_main>)
  target_compile_definitions(${name}_test PRIVATE BOOST_TEST_DYN_LINK
    ALMANAC_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data" ALMANAC_BUILD_DIR="${PROJECT_BINARY_DIR}")
  target_compile_options(${name}_test PRIVATE ${ALMANAC_TEST_OPTIONS})
  set_target_properties(${name}_test PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_link_libraries(${name}_test PRIVATE ${A_DEPENDS} almanac::test_support almanac_options Boost::unit_test_framework)
  almanac_one_shot_test(${name}_test)
  foreach(label IN LISTS A_LABELS)
    add_test(NAME ${name}.${label} COMMAND ${name}_test --run_test=@${label} --color_output=no)
    set_tests_properties(${name}.${label} PROPERTIES LABELS ${label} TIMEOUT ${A_TIMEOUT})
  endforeach()
endfunction()

# almanac_bench(name SOURCES file… DEPENDS target…): a benchmark program; never a test.
function(almanac_bench name)
  if(NOT ALMANAC_BENCH)
    return()
  endif()
  cmake_parse_arguments(A "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name}_bench ${A_SOURCES})
  set_target_properties(${name}_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bench)
  target_link_libraries(${name}_bench PRIVATE ${A_DEPENDS} almanac_options benchmark::benchmark)
endfunction()

# almanac_fuzz(name SOURCES file… DEPENDS target… SEEDS folder): a libFuzzer program, built only with clang and ALMANAC_FUZZ.
# Without ALMANAC_FUZZ nothing is built. Seeds lie in tests/data and tests/fuzz/seeds/<name>.
function(almanac_fuzz name)
  if(NOT ALMANAC_FUZZ)
    return()
  endif()
  cmake_parse_arguments(A "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name}_fuzz ${A_SOURCES})
  set_target_properties(${name}_fuzz PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzz)
  target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  target_link_libraries(${name}_fuzz PRIVATE ${A_DEPENDS} almanac_options)
  set_property(GLOBAL APPEND PROPERTY ALMANAC_FUZZERS ${name})
endfunction()
