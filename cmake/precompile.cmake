# Precompiled headers: a whole build takes about two thirds of the time. Off by default, because ccache serves a developer's
# rebuilds better without them; quickstart and tests/run set ALMANAC_PCH=ON in the environment, which a first configuration reads.
set(_almanac_pch OFF)
if("$ENV{ALMANAC_PCH}")
  set(_almanac_pch ON)
endif()
option(ALMANAC_PCH "Precompile the standard library and Boost.Test" ${_almanac_pch})

if(ALMANAC_PCH)
  add_library(almanac_pch STATIC ${CMAKE_CURRENT_LIST_DIR}/precompile.cpp)
  target_link_libraries(almanac_pch PRIVATE almanac_options)
  target_precompile_headers(almanac_pch PRIVATE
    <algorithm> <array> <charconv> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string> <string_view>
    <unordered_map> <utility> <variant> <vector>)
endif()

# almanac_precompile(target): a library of ours takes the standard library precompiled.
function(almanac_precompile target)
  if(ALMANAC_PCH)
    target_precompile_headers(${target} REUSE_FROM almanac_pch)
  endif()
endfunction()

# almanac_precompile_test(target): a test program takes Boost.Test precompiled too. GCC refuses a precompiled header made under
# other flags or with macros that the including file lacks, so its owner links as little as can be.
function(almanac_precompile_test target)
  if(NOT ALMANAC_PCH)
    return()
  endif()
  if(NOT TARGET almanac_test_pch)
    add_library(almanac_test_pch OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompile.cpp)
    set_target_properties(almanac_test_pch PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(almanac_test_pch PRIVATE -fPIE ${ALMANAC_TEST_OPTIONS})  # as the test programs have them
    target_compile_definitions(almanac_test_pch PRIVATE BOOST_TEST_DYN_LINK)
    target_link_libraries(almanac_test_pch PRIVATE almanac_options Boost::unit_test_framework)
    target_precompile_headers(almanac_test_pch PRIVATE <boost/test/unit_test.hpp> <algorithm> <chrono> <optional> <string> <string_view> <vector>)
  endif()
  target_precompile_headers(${target} REUSE_FROM almanac_test_pch)
endfunction()
