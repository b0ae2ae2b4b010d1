#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>

namespace almanac {

enum class PluginErrc {
  not_loadable = 1,  ///< the file is no shared object, or lacks a symbol
  not_trusted,       ///< owner or permissions would let somebody else change the code
  wrong_abi,         ///< made for another major version of the boundary, or its table is too short
  duplicate,         ///< a plugin with this id is loaded already
  bad_config,        ///< the plugin refuses the source's configuration
  bad_format,        ///< the document is not of a form that the plugin reads
  limit,             ///< the plugin ran out of memory, or passed a limit of the host
  misbehaved,        ///< the plugin broke its contract or failed inside
  none_fits,         ///< no plugin reads such a document
};

const boost::system::error_category& plugin_category() noexcept;
error_code make_error_code(PluginErrc code) noexcept;

}  // namespace almanac

template <>
struct boost::system::is_error_code_enum<almanac::PluginErrc> : std::true_type {};
