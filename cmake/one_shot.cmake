# Builds that are made once, from nothing: precompiled headers, and the files of a library compiled eight at a time, which takes a
# third of the time. Off by default, because ccache and a change of one file are served better without; quickstart and
# tests/run set ALMANAC_ONE_SHOT=ON in the environment, which a first configuration reads. Compiled together, files of one
# library share their unnamed namespaces: a name in one of them must be new to its neighbours.
set(_almanac_one_shot OFF)
if("$ENV{ALMANAC_ONE_SHOT}")
  set(_almanac_one_shot ON)
endif()
option(ALMANAC_ONE_SHOT "Compile for one build from nothing, not for many small ones" ${_almanac_one_shot})

# What reads documents is compiled for speed. GCC inlines no more once a file has grown by 40 %, which eight together soon have: 3 %
# slower. Inlined so far, GCC 12 takes the move of a short std::string for one out of bounds. All else takes twice as long to
# compile so, and is no faster.
set(ALMANAC_FAST_OPTIONS "")
if(NOT ALMANAC_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(ALMANAC_FAST_OPTIONS "$<$<CONFIG:Release>:-O3;--param=inline-unit-growth=200;-Wno-array-bounds;-Wno-stringop-overread>")
endif()

# almanac_precompile(owner option…): a library that owns a precompiled header. GCC takes how it optimises from where that was made.
function(almanac_precompile owner)
  add_library(${owner} STATIC ${PROJECT_SOURCE_DIR}/cmake/one_shot.cpp)
  target_compile_options(${owner} PRIVATE ${ARGN})
  target_link_libraries(${owner} PRIVATE almanac_options)
  target_precompile_headers(${owner} PRIVATE
    <algorithm> <array> <charconv> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view>
    <unordered_map> <utility> <variant> <vector>)
endfunction()
if(ALMANAC_ONE_SHOT)
  almanac_precompile(almanac_pch)
  almanac_precompile(almanac_fast_pch ${ALMANAC_FAST_OPTIONS})
endif()

# almanac_together(target): its files are compiled eight at a time.
function(almanac_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  # An included file is taken for a header, where a coroutine's frame had better not hold types of an unnamed namespace.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

# almanac_one_shot(target [FAST]): a library of ours takes the standard library precompiled, and its files together. FAST: it is
# compiled for speed, also in other builds.
function(almanac_one_shot target)
  cmake_parse_arguments(A "FAST" "" "" ${ARGN})
  set(pch almanac_pch)
  if(A_FAST)
    set(pch almanac_fast_pch)
    target_compile_options(${target} PRIVATE ${ALMANAC_FAST_OPTIONS})
  endif()
  if(ALMANAC_ONE_SHOT)
    target_precompile_headers(${target} REUSE_FROM ${pch})
    almanac_together(${target})
  endif()
endfunction()

# almanac_one_shot_test(target): a test program takes Boost.Test precompiled too. GCC refuses a precompiled header made under
# other flags or with macros that the including file lacks, so its owner links as little as can be.
function(almanac_one_shot_test target)
  if(NOT ALMANAC_ONE_SHOT)
    return()
  endif()
  if(NOT TARGET almanac_test_pch)
    add_library(almanac_test_pch OBJECT ${PROJECT_SOURCE_DIR}/cmake/one_shot.cpp)
    set_target_properties(almanac_test_pch PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(almanac_test_pch PRIVATE -fPIE ${ALMANAC_TEST_OPTIONS})  # as the test programs have them
    target_compile_definitions(almanac_test_pch PRIVATE BOOST_TEST_DYN_LINK)
    target_link_libraries(almanac_test_pch PRIVATE almanac_options Boost::unit_test_framework)
    target_precompile_headers(almanac_test_pch PRIVATE <boost/test/unit_test.hpp> <algorithm> <chrono> <optional> <string> <string_view> <vector>)
  endif()
  target_precompile_headers(${target} REUSE_FROM almanac_test_pch)
  almanac_together(${target})
endfunction()
