# Compiler settings of every target of ours: linked PRIVATE as almanac_options, never global.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")  # what reads documents: see one_shot.cmake
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)  # or GCC inlines no function that another library could replace
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})

find_program(ALMANAC_CCACHE ccache)
if(ALMANAC_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ALMANAC_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${ALMANAC_CCACHE})
endif()

add_library(almanac_options INTERFACE)
target_compile_features(almanac_options INTERFACE cxx_std_20)
target_compile_options(almanac_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Woverloaded-virtual
  -Wno-missing-field-initializers  # designated initialisers leave the rest to its defaults
  -fstack-protector-strong
  -pthread  # everywhere, or a precompiled header does not fit those whose libraries ask for it
  # GCC 12 warns of its own string operator+ (PR105651) and resize, and of the frames of coroutines, which Asio allocates.
  "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-stringop-overflow;-Wno-mismatched-new-delete>"
  $<$<BOOL:${ALMANAC_DEVELOPER}>:-Werror>)
target_compile_definitions(almanac_options INTERFACE
  ALMANAC_VERSION="${PROJECT_VERSION}"
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(ALMANAC_SANITIZE)
  list(JOIN ALMANAC_SANITIZE "," _almanac_san)
  add_compile_options(-fsanitize=${_almanac_san} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${_almanac_san})
  if("undefined" IN_LIST ALMANAC_SANITIZE)
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
  if("thread" IN_LIST ALMANAC_SANITIZE)
    add_compile_options($<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-tsan>)
  endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # Tables of phrases are made while compiling; clang 14 cannot place its check of called functions in coroutines.
  add_compile_options(-fconstexpr-steps=100000000)
  if("undefined" IN_LIST ALMANAC_SANITIZE)
    add_compile_options(-fno-sanitize=function)
  endif()
endif()
if(ALMANAC_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
