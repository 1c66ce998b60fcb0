// A data key per workspace, wrapped by the key file's key; the data keys seal.
#include "proxy/security/vault.hpp"

#include <openssl/crypto.h>
#include <unistd.h>

#include "proxy/security/aes_gcm.hpp"
#include "proxy/security/base64.hpp"
#include "proxy/security/key_file.hpp"

namespace busy24::security {

namespace {

constexpr unsigned char version = 1;
// Which master key wraps the data key; a second one comes with rotation.
constexpr unsigned char key_id = 1;

const Error not_ours{ErrorCode::internal, "a sealed value does not open in this place"};

// Lengths in front, so that ("ab", "c") and ("a", "bc") differ.
std::string context_of(const Place& place) {
    std::string context{static_cast<char>(version), static_cast<char>(key_id)};
    for (const auto part : {place.table, place.column, place.workspace, place.row}) {
        context += std::to_string(part.size());
        (context += ':') += part;
    }
    return context;
}

std::string frame(std::vector<unsigned char> sealed) {
    sealed.insert(sealed.begin(), {version, key_id});
    return to_base64(sealed);
}

// Decrypted bytes that wipe themselves.
struct Opened {
    std::vector<unsigned char> bytes;
    explicit Opened(std::vector<unsigned char> plain) : bytes(std::move(plain)) {}
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    Opened(Opened&&) = default;
    Opened& operator=(Opened&&) = delete;
    ~Opened() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
};

Result<Opened> open_frame(const Key& key, std::string_view text, const Place& place) {
    const auto framed = from_base64(text);
    if (!framed || framed->size() < 2 || (*framed)[0] != version || (*framed)[1] != key_id)
        return not_ours;
    auto plain = decrypt(key, std::span(*framed).subspan(2), context_of(place));
    if (!plain) return not_ours;
    return Opened(std::move(*plain));
}

Place place_of_key(std::string_view workspace) {
    return {.table = "data_key", .column = "wrapped_key", .workspace = workspace, .row = workspace};
}

}  // namespace

Key::Key(Key&& other) noexcept { *this = std::move(other); }

Key& Key::operator=(Key&& other) noexcept {
    bytes = other.bytes;
    OPENSSL_cleanse(other.bytes.data(), other.bytes.size());
    return *this;
}

Key::~Key() { OPENSSL_cleanse(bytes.data(), bytes.size()); }

Vault::Vault(Key master, Random& random, DataKeys data_keys)
    : master_(std::move(master)), random_(random), data_keys_(std::move(data_keys)) {}

Result<std::unique_ptr<Vault>> Vault::open(const std::string& key_file, Random& random,
                                           DataKeys data_keys) {
    const auto wrapped = TRY(data_keys.load(""));
    const bool is_missing = ::access(key_file.c_str(), F_OK) != 0;
    if (wrapped && is_missing)
        return Error{ErrorCode::invalid, "there is no key file " + key_file +
                                             ", though the database holds secrets sealed with one; "
                                             "restore it from its copy"};
    auto master = TRY(read_or_make_key_file(key_file, random));
    if (wrapped && !open_frame(master, *wrapped, place_of_key("")).ok())
        return Error{ErrorCode::invalid, "the key file " + key_file +
                                             " is not the one that this database is sealed with; "
                                             "restore that one from its copy"};
    auto vault = std::unique_ptr<Vault>(new Vault(std::move(master), random, std::move(data_keys)));
    // Made at the first start, so that every later one can tell a wrong key file at once.
    TRY(vault->data_key(""));
    return vault;
}

Result<std::string> Vault::seal(const Secret& secret, const Place& place) {
    const Key& key = *TRY(data_key(place.workspace));
    const auto text = secret.reveal();
    return frame(encrypt(key, random_,
                         {reinterpret_cast<const unsigned char*>(text.data()), text.size()},
                         context_of(place)));
}

Result<Secret> Vault::unseal(std::string_view sealed, const Place& place) {
    const Key& key = *TRY(data_key(place.workspace));
    const auto opened = TRY(open_frame(key, sealed, place));
    return Secret({reinterpret_cast<const char*>(opened.bytes.data()), opened.bytes.size()});
}

Result<const Key*> Vault::data_key(std::string_view workspace) {
    {
        const std::lock_guard lock(mutex_);
        const auto found = opened_.find(std::string(workspace));
        if (found != opened_.end()) return &found->second;
    }
    // Outside the lock: the store has a lock of its own.
    auto key = TRY(load_or_make(workspace));
    const std::lock_guard lock(mutex_);
    return &opened_.try_emplace(std::string(workspace), std::move(key)).first->second;
}

Result<Key> Vault::load_or_make(std::string_view workspace) {
    auto wrapped = TRY(data_keys_.load(workspace));
    if (!wrapped) {
        Key fresh;
        random_.fill(fresh.bytes);
        const auto text =
            frame(encrypt(master_, random_, fresh.bytes, context_of(place_of_key(workspace))));
        wrapped = TRY(data_keys_.save(workspace, text));
    }
    const auto opened = TRY(open_frame(master_, *wrapped, place_of_key(workspace)));
    Key key;
    if (opened.bytes.size() != key.bytes.size()) return not_ours;
    std::copy(opened.bytes.begin(), opened.bytes.end(), key.bytes.begin());
    return key;
}

}  // namespace busy24::security
