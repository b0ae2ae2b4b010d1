# almanac_source_plugin(name ENTRY file SOURCES file… LAYERS layer… DEPENDS target… [SHARED_RUNTIME])
#
# Builds plugins/<name>.so, which exports exactly one symbol, and the static library almanac_plugin_<name>_static with the
# function `almanac_builtin_<name>()` for tests, fuzzing and benchmarks. ENTRY is the file with the ALMANAC_SOURCE_PLUGIN macro.
# A plugin holds the libraries that it uses, the standard one too, as far as it uses them: it is loaded in half the time.
# SHARED_RUNTIME: not this one, which uses shared libraries of C++.
# A shipped plugin may use the pure layers only: it never opens a socket, reads a clock or touches a file.
function(almanac_source_plugin name)
  cmake_parse_arguments(A "SHARED_RUNTIME" "ENTRY" "SOURCES;LAYERS;DEPENDS" ${ARGN})
  foreach(layer IN LISTS A_LAYERS)
    if(NOT layer MATCHES "^(base|model|text)$")
      message(FATAL_ERROR "plugin ${name} may not use layer ${layer}: plugins use base, model and text only")
    endif()
  endforeach()
  list(TRANSFORM A_LAYERS PREPEND almanac::)
  set(links almanac::sdk ${A_LAYERS} ${A_DEPENDS})

  add_library(almanac_plugin_${name}_static STATIC ${A_SOURCES} ${A_ENTRY})
  target_compile_definitions(almanac_plugin_${name}_static PRIVATE ALMANAC_PLUGIN_STATIC)
  target_include_directories(almanac_plugin_${name}_static PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(almanac_plugin_${name}_static PUBLIC ${links} PRIVATE almanac_options)
  almanac_one_shot(almanac_plugin_${name}_static FAST)

  # The module holds the static library's objects; only the entry file is compiled again, with the exported symbol.
  add_library(almanac_plugin_${name} MODULE ${A_ENTRY})
  set_target_properties(almanac_plugin_${name} PROPERTIES
    PREFIX "" OUTPUT_NAME ${name} LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/plugins)
  target_link_libraries(almanac_plugin_${name} PRIVATE almanac_plugin_${name}_static almanac_options)
  target_link_options(almanac_plugin_${name} PRIVATE
    -Wl,--exclude-libs,ALL -Wl,--version-script=${PROJECT_SOURCE_DIR}/cmake/plugin.map)
  if(NOT (A_SHARED_RUNTIME OR ALMANAC_SHARED_LIBRARIES OR ALMANAC_SANITIZE))
    set_target_properties(almanac_plugin_${name} PROPERTIES ALMANAC_OWN_RUNTIME ON)
    target_link_options(almanac_plugin_${name} PRIVATE -static-libstdc++ -static-libgcc -Wl,--gc-sections)
  endif()
  set_property(GLOBAL APPEND PROPERTY ALMANAC_PLUGINS ${name})
  install(TARGETS almanac_plugin_${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/almanac/plugins)
endfunction()
