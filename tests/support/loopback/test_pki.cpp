#include "test_pki.hpp"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace almanac::loopback {
namespace {

template <auto Free>
struct Deleter {
  template <class T>
  void operator()(T* value) const {
    Free(value);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

void require(bool good) {
  if (!good) throw std::runtime_error("OpenSSL could not make a test certificate");
}

Key make_key(int rsa_bits) {
  Key key(rsa_bits == 0 ? EVP_EC_gen("P-256") : EVP_RSA_gen(static_cast<unsigned>(rsa_bits)));
  require(key != nullptr);
  return key;
}

std::string text_of(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

std::string to_pem(X509* certificate) {
  const Bio bio(BIO_new(BIO_s_mem()));
  require(PEM_write_bio_X509(bio.get(), certificate) == 1);
  return text_of(bio.get());
}

std::string to_pem(EVP_PKEY* key) {
  const Bio bio(BIO_new(BIO_s_mem()));
  require(PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return text_of(bio.get());
}

void add_extension(X509* certificate, X509* issuer, int id, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()));
  require(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

std::string alternative_names(const LeafSpec& spec) {
  std::string text;
  for (const std::string& name : spec.dns_names) text += (text.empty() ? "DNS:" : ",DNS:") + name;
  for (const std::string& address : spec.addresses) text += (text.empty() ? "IP:" : ",IP:") + address;
  return text;
}

struct Signer {
  X509* certificate = nullptr;  ///< null: the new certificate signs itself
  EVP_PKEY* key = nullptr;
};

Certificate make_certificate(EVP_PKEY* key, const LeafSpec& spec, Signer signer, bool is_authority) {
  static long serial = 1;
  Certificate made(X509_new());
  require(made && X509_set_version(made.get(), 2) == 1);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), ++serial);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), std::chrono::seconds(spec.valid_from).count());
  X509_gmtime_adj(X509_getm_notAfter(made.get()), std::chrono::seconds(spec.valid_until).count());
  X509_set_pubkey(made.get(), key);
  X509_NAME* name = X509_get_subject_name(made.get());
  const auto* common = reinterpret_cast<const unsigned char*>(spec.common_name.c_str());
  require(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, common, -1, -1, 0) == 1);
  X509* issuer = signer.certificate != nullptr ? signer.certificate : made.get();
  X509_set_issuer_name(made.get(), X509_get_subject_name(issuer));
  add_extension(made.get(), issuer, NID_subject_key_identifier, "hash");
  add_extension(made.get(), issuer, NID_basic_constraints, is_authority ? "critical,CA:TRUE" : "CA:FALSE");
  if (is_authority) add_extension(made.get(), issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
  const std::string names = alternative_names(spec);
  if (!names.empty()) add_extension(made.get(), issuer, NID_subject_alt_name, names);
  require(X509_sign(made.get(), signer.key != nullptr ? signer.key : key, EVP_sha256()) != 0);
  return made;
}

LeafSpec authority_named(const char* name) {
  LeafSpec spec;
  spec.common_name = name;
  return spec;
}

}  // namespace

struct TestPki::Impl {
  Key root_key = make_key(0);
  Certificate root = make_certificate(root_key.get(), authority_named("Test Root"), {}, true);
  Key middle_key = make_key(0);
  Certificate middle = make_certificate(middle_key.get(), authority_named("Test Intermediate"),
                                        Signer{root.get(), root_key.get()}, true);
  std::string root_pem = to_pem(root.get());
};

TestPki::TestPki() : impl_(std::make_unique<Impl>()) {}
TestPki::~TestPki() = default;

const std::string& TestPki::root() const noexcept { return impl_->root_pem; }

TlsIdentity TestPki::issue(const LeafSpec& spec) const {
  const Key key = make_key(spec.rsa_bits);
  Signer signer{impl_->root.get(), impl_->root_key.get()};
  if (spec.by_intermediate) signer = Signer{impl_->middle.get(), impl_->middle_key.get()};
  if (spec.self_signed) signer = Signer{};
  const Certificate leaf = make_certificate(key.get(), spec, signer, false);
  TlsIdentity identity{to_pem(leaf.get()), to_pem(key.get())};
  if (spec.by_intermediate && !spec.without_chain) identity.chain += to_pem(impl_->middle.get());
  return identity;
}

}  // namespace almanac::loopback
