# What `cmake --install` lays out: binary and plugins (installed where they are made), ABI header and SDK with a CMake package for
# plugin authors, the catalogue and recipes, configuration example, unit and man page.
include(CMakePackageConfigHelpers)

set_target_properties(almanac_sdk PROPERTIES EXPORT_NAME sdk)
install(EXPORT almanac NAMESPACE almanac:: FILE almanacTargets.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/almanac)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/almanacConfig.cmake.in ${PROJECT_BINARY_DIR}/almanacConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/almanac)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/almanacConfigVersion.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/almanacConfig.cmake ${PROJECT_BINARY_DIR}/almanacConfigVersion.cmake cmake/plugin.map
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/almanac)
install(DIRECTORY feeds/ DESTINATION ${CMAKE_INSTALL_DATADIR}/almanac/feeds PATTERN sample EXCLUDE)
install(FILES config/almanac.toml DESTINATION ${CMAKE_INSTALL_DOCDIR})
# The unit names the program where it will lie; --prefix at install time counts.
install(CODE "set(ALMANAC_BINARY \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/almanac\")
configure_file(\"${PROJECT_SOURCE_DIR}/config/almanac.service\" \"${PROJECT_BINARY_DIR}/almanac.service\" @ONLY)")
install(FILES ${PROJECT_BINARY_DIR}/almanac.service DESTINATION ${CMAKE_INSTALL_DATADIR}/systemd/user)
install(DIRECTORY config/templates DESTINATION ${CMAKE_INSTALL_DATADIR}/almanac)

# The manual and the completions are what the program says of itself.
set(documents ${PROJECT_BINARY_DIR}/documents)
file(MAKE_DIRECTORY ${documents})
add_custom_command(OUTPUT ${documents}/almanac.1 ${documents}/almanac.bash ${documents}/_almanac ${documents}/almanac.fish
  COMMAND almanac help manual > ${documents}/almanac.1
  COMMAND almanac completions bash > ${documents}/almanac.bash
  COMMAND almanac completions zsh > ${documents}/_almanac
  COMMAND almanac completions fish > ${documents}/almanac.fish
  DEPENDS almanac)
add_custom_target(almanac_documents ALL DEPENDS ${documents}/almanac.1)
install(FILES ${documents}/almanac.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${documents}/almanac.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME almanac)
install(FILES ${documents}/_almanac DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${documents}/almanac.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
