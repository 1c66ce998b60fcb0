// By OpenSSL's EVP interface. A failure of OpenSSL itself ends the program: it means no memory or
// a broken library, and going on could store a password in the clear.
#include "proxy/security/aes_gcm.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <cstdlib>
#include <memory>

namespace busy24::security {

namespace {

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

void must(int ok) {
    if (ok != 1) std::abort();
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::vector<unsigned char> encrypt(const Key& key, Random& random,
                                   std::span<const unsigned char> plain, std::string_view context) {
    std::vector<unsigned char> sealed(nonce_bytes + plain.size() + tag_bytes);
    random.fill({sealed.data(), nonce_bytes});
    const Context cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int length = 0;
    must(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.bytes.data(),
                            sealed.data()));
    must(EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytes_of(context),
                           static_cast<int>(context.size())));
    must(EVP_EncryptUpdate(cipher.get(), sealed.data() + nonce_bytes, &length, plain.data(),
                           static_cast<int>(plain.size())));
    must(EVP_EncryptFinal_ex(cipher.get(), sealed.data() + nonce_bytes + length, &length));
    must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes,
                             sealed.data() + nonce_bytes + plain.size()));
    return sealed;
}

std::optional<std::vector<unsigned char>> decrypt(const Key& key,
                                                  std::span<const unsigned char> sealed,
                                                  std::string_view context) {
    if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
    const auto text = sealed.subspan(nonce_bytes, sealed.size() - nonce_bytes - tag_bytes);
    std::vector<unsigned char> tag(sealed.end() - tag_bytes, sealed.end());
    std::vector<unsigned char> plain(text.size());
    const Context cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int length = 0;
    must(EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.bytes.data(),
                            sealed.data()));
    must(EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytes_of(context),
                           static_cast<int>(context.size())));
    must(EVP_DecryptUpdate(cipher.get(), plain.data(), &length, text.data(),
                           static_cast<int>(text.size())));
    must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tag_bytes, tag.data()));
    if (EVP_DecryptFinal_ex(cipher.get(), plain.data() + plain.size(), &length) == 1) return plain;
    OPENSSL_cleanse(plain.data(), plain.size());
    return std::nullopt;
}

}  // namespace busy24::security
