#include "load.hpp"

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <almanac/base/open_file.hpp>
#include <cerrno>
#include <cstring>

#include "plugin_errc.hpp"

namespace almanac {
namespace {

constexpr const char* rebuild = "rebuild the plugin against this version's almanac_source.h";

Result<void, Problem> check_trust(int fd, const std::string& where) {
  struct stat facts {};
  if (::fstat(fd, &facts) != 0) return Problem{PluginErrc::not_loadable, where + ": " + std::strerror(errno), {}};
  if (!S_ISREG(facts.st_mode))
    return Problem{PluginErrc::not_trusted, where + ": not a regular file", "name the .so file itself"};
  if (facts.st_uid != 0 && facts.st_uid != ::geteuid())
    return Problem{PluginErrc::not_trusted, where + ": belongs to another user",
                   "only files of root or of yourself are loaded"};
  if (facts.st_mode & (S_IWGRP | S_IWOTH))
    return Problem{PluginErrc::not_trusted, where + ": others may write it", "chmod go-w " + where};
  return {};
}

}  // namespace

Result<void, Problem> check_table(const almanac_plugin* table, const std::string& where) {
  if (!table || table->abi_major != ALMANAC_ABI_MAJOR) {
    const std::string theirs = table ? std::to_string(table->abi_major) : "another";
    return Problem{PluginErrc::wrong_abi,
                   where + ": made for ABI " + theirs + ", this almanac has " + std::to_string(ALMANAC_ABI_MAJOR),
                   rebuild};
  }
  const bool whole = table->struct_size >= sizeof(almanac_plugin) && table->id && *table->id && table->version &&
                     table->summary && table->formats && table->sniff && table->create && table->plan && table->parse &&
                     table->destroy;
  if (!whole) return Problem{PluginErrc::wrong_abi, where + ": its table is incomplete", rebuild};
  return {};
}

Result<const almanac_plugin*, Problem> load_plugin(const std::filesystem::path& file) {
  const std::string where = file.string();
  if (!file.is_absolute())
    return Problem{PluginErrc::not_trusted, where + ": not an absolute path", "name the plugin by its full path"};
  const OpenFile open(file, O_NONBLOCK);
  if (open.fd() < 0) return Problem{PluginErrc::not_loadable, where + ": " + std::strerror(errno), {}};
  if (auto trusted = check_trust(open.fd(), where); !trusted) return trusted.error();

  void* library = ::dlopen(where.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char* const told = ::dlerror();
    std::string why = told ? told : "cannot be loaded";
    if (!why.starts_with(where)) why = where + ": " + why;  // the loader begins with the file, or with a library of its
    return Problem{PluginErrc::not_loadable, why, "is it a plugin for this machine?"};
  }
  const auto entry = reinterpret_cast<const almanac_plugin* (*)(uint32_t)>(::dlsym(library, "almanac_source_entry"));
  if (!entry)
    return Problem{PluginErrc::not_loadable, where + ": has no almanac_source_entry", "it is no almanac plugin"};
  const almanac_plugin* table = entry(ALMANAC_ABI_MAJOR);
  if (auto sound = check_table(table, where); !sound) return sound.error();
  return table;
}

}  // namespace almanac
