// The functions of OpenSSL that the program calls, each of which goes on to the library's own. The library is loaded
// when the first of them is called: finding its place in memory costs a third of a short command, and most commands
// fetch nothing. Linked before OpenSSL, whose libraries are then not needed by the program (--as-needed).
//
// A function that is missing here is found missing by the linker.
#include <dlfcn.h>
#include <openssl/opensslv.h>
#include <unistd.h>

#include <cstddef>
#include <string>

// clang-format off
#define ALMANAC_OPENSSL_FUNCTIONS(X) \
  X(BIO_ctrl) X(BIO_ctrl_pending) X(BIO_free) X(BIO_new_bio_pair) X(BIO_new_file) X(BIO_new_mem_buf) X(BIO_read)      \
  X(BIO_write) X(CRYPTO_free) X(CRYPTO_get_ex_new_index) X(ERR_clear_error) X(ERR_get_error)                          \
  X(ERR_lib_error_string) X(ERR_peek_error) X(ERR_peek_last_error) X(ERR_reason_error_string) X(EVP_EncodeBlock)      \
  X(EVP_PKEY_free) X(EVP_PKEY_is_a) X(PEM_read_bio_Parameters) X(PEM_read_bio_PrivateKey) X(PEM_read_bio_X509)        \
  X(PEM_read_bio_X509_AUX) X(SSL_CTX_clear_options) X(SSL_CTX_ctrl) X(SSL_CTX_free) X(SSL_CTX_get_cert_store)         \
  X(SSL_CTX_get_default_passwd_cb) X(SSL_CTX_get_default_passwd_cb_userdata) X(SSL_CTX_get_ex_data)                   \
  X(SSL_CTX_get_verify_callback) X(SSL_CTX_get_verify_mode) X(SSL_CTX_load_verify_locations) X(SSL_CTX_new)           \
  X(SSL_CTX_sess_set_new_cb) X(SSL_CTX_set0_tmp_dh_pkey) X(SSL_CTX_set_default_passwd_cb)                             \
  X(SSL_CTX_set_default_passwd_cb_userdata) X(SSL_CTX_set_default_verify_paths) X(SSL_CTX_set_ex_data)                \
  X(SSL_CTX_set_options) X(SSL_CTX_set_security_level) X(SSL_CTX_set_verify) X(SSL_CTX_set_verify_depth)              \
  X(SSL_CTX_use_PrivateKey) X(SSL_CTX_use_PrivateKey_file) X(SSL_CTX_use_certificate)                                 \
  X(SSL_CTX_use_certificate_ASN1) X(SSL_CTX_use_certificate_chain_file) X(SSL_CTX_use_certificate_file)               \
  X(SSL_SESSION_free) X(SSL_accept) X(SSL_connect) X(SSL_ctrl) X(SSL_free) X(SSL_get0_param) X(SSL_get_SSL_CTX)       \
  X(SSL_get_error) X(SSL_get_ex_data) X(SSL_get_ex_data_X509_STORE_CTX_idx) X(SSL_get_shutdown)                       \
  X(SSL_get_verify_callback) X(SSL_get_verify_mode) X(SSL_get_verify_result) X(SSL_new) X(SSL_read)                   \
  X(SSL_set_alpn_protos) X(SSL_set_bio) X(SSL_set_ex_data) X(SSL_set_session) X(SSL_set_shutdown) X(SSL_set_verify)   \
  X(SSL_set_verify_depth) X(SSL_shutdown) X(SSL_write) X(TLS_client_method) X(TLS_method) X(TLS_server_method)        \
  X(X509_STORE_CTX_get_current_cert) X(X509_STORE_CTX_get_error_depth) X(X509_STORE_CTX_get_ex_data)                  \
  X(X509_STORE_add_cert) X(X509_VERIFY_PARAM_set1_host) X(X509_VERIFY_PARAM_set1_ip_asc)                              \
  X(X509_VERIFY_PARAM_set_hostflags) X(X509_check_host) X(X509_check_ip_asc) X(X509_free)                             \
  X(X509_verify_cert_error_string) X(d2i_PrivateKey_bio)
// clang-format on

namespace {

constexpr const char* names[] = {
#define X(name) #name,
    ALMANAC_OPENSSL_FUNCTIONS(X)
#undef X
};
constexpr std::size_t count = std::size(names);

#define ALMANAC_TEXT_OF(x) #x
#define ALMANAC_TEXT(x) ALMANAC_TEXT_OF(x)
constexpr const char* library_name = "libssl.so." ALMANAC_TEXT(OPENSSL_SHLIB_VERSION);

[[noreturn]] void end_without_library() {
  const char* const why = ::dlerror();
  const std::string line = std::string("almanac: nothing can be fetched without OpenSSL: ") +
                           (why ? why : library_name) + "; install the package that has " + library_name + "\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
  ::_exit(1);
}

}  // namespace

extern "C" {

/// Where the library's functions are, in the order of the list; null before it is loaded.
[[gnu::visibility("hidden"), gnu::used]] void* almanac_openssl_functions[count];

/// Finds them all. Any thread, any number of times; ends the process when there is no such library.
[[gnu::visibility("hidden"), gnu::used]] void almanac_load_openssl() {
  void* const library = ::dlopen(library_name, RTLD_LAZY | RTLD_LOCAL);  // libcrypto comes with it
  if (!library) end_without_library();
  for (std::size_t i = 0; i < count; ++i) {
    void* const function = ::dlsym(library, names[i]);
    if (!function) end_without_library();
    __atomic_store_n(&almanac_openssl_functions[i], function, __ATOMIC_RELAXED);
  }
}

}  // extern "C"

// r11 is free for such use between a caller and a function (System V ABI for AMD64 §3.2.3). What the caller handed over
// stays where it is: on the stack, and in registers, which loading keeps but for those of floating point that none of
// these functions takes.
asm(R"(
  .pushsection .text
  .type almanac_call_openssl, @function
almanac_call_openssl:
  .cfi_startproc
  push %rdi
  .cfi_adjust_cfa_offset 8
  push %rsi
  .cfi_adjust_cfa_offset 8
  push %rdx
  .cfi_adjust_cfa_offset 8
  push %rcx
  .cfi_adjust_cfa_offset 8
  push %r8
  .cfi_adjust_cfa_offset 8
  push %r9
  .cfi_adjust_cfa_offset 8
  push %r11
  .cfi_adjust_cfa_offset 8
  call almanac_load_openssl
  pop %r11
  .cfi_adjust_cfa_offset -8
  pop %r9
  .cfi_adjust_cfa_offset -8
  pop %r8
  .cfi_adjust_cfa_offset -8
  pop %rcx
  .cfi_adjust_cfa_offset -8
  pop %rdx
  .cfi_adjust_cfa_offset -8
  pop %rsi
  .cfi_adjust_cfa_offset -8
  pop %rdi
  .cfi_adjust_cfa_offset -8
  jmp *(%r11)
  .cfi_endproc

  .set almanac_openssl_at, almanac_openssl_functions
  .macro almanac_openssl name
  .globl \name
  .hidden \name
  .type \name, @function
\name:
  .cfi_startproc
  endbr64
  mov almanac_openssl_at(%rip), %r11
  test %r11, %r11
  jz 1f
  jmp *%r11
1:
  lea almanac_openssl_at(%rip), %r11
  jmp almanac_call_openssl
  .cfi_endproc
  .size \name, . - \name
  .set almanac_openssl_at, almanac_openssl_at + 8
  .endm
)"
#define X(name) "  almanac_openssl " #name "\n"
    ALMANAC_OPENSSL_FUNCTIONS(X)
#undef X
        "  .popsection\n");
