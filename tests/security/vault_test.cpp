// What the vault promises: a secret opens in its own place, untouched, with its own key, or not.
#include "proxy/security/vault.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "proxy/security/aes_gcm.hpp"
#include "proxy/security/base64.hpp"
#include "tests/fakes/seeded_random.hpp"
#include "tests/fakes/temporary_folder.hpp"

namespace busy24::security {

namespace {

const std::string password = "Blåbær-syltetøy 1234567890";

struct Vaults {
    explicit Vaults(std::uint64_t seed = 1) : random(seed) {}
    TemporaryFolder folder;
    SeededRandom random;
    std::map<std::string, std::string> keys;

    DataKeys data_keys() {
        return {.load = [this](std::string_view workspace) -> Result<std::optional<std::string>> {
                    const auto found = keys.find(std::string(workspace));
                    if (found == keys.end()) return std::optional<std::string>();
                    return std::optional(found->second);
                },
                .save = [this](std::string_view workspace,
                               const std::string& wrapped) -> Result<std::string> {
                    return keys.emplace(workspace, wrapped).first->second;
                }};
    }
    std::string key_file() const { return folder.file("busy24.key"); }
    Result<std::unique_ptr<Vault>> open() { return Vault::open(key_file(), random, data_keys()); }
};

constexpr Place here{
    .table = "credential", .column = "sealed_password", .workspace = "w1", .row = "c1"};

bool opens(Vault& vault, std::string_view sealed, const Place& place) {
    const auto opened = vault.unseal(sealed, place);
    // A wrong text is worse than an error.
    if (opened.ok()) CHECK(opened.value().reveal() == password);
    return opened.ok();
}

}  // namespace

TEST_CASE_FIXTURE(Vaults, "a sealed secret opens again, also after a restart") {
    auto vault = open().value();
    const auto sealed = vault->seal(Secret(password), here).value();
    CHECK(sealed.find(password) == std::string::npos);
    CHECK(opens(*vault, sealed, here));
    vault = open().value();
    CHECK(opens(*vault, sealed, here));
    CHECK(vault->unseal(vault->seal(Secret(), here).value(), here).value().empty());
}

TEST_CASE_FIXTURE(Vaults, "the same secret is sealed differently every time") {
    auto vault = open().value();
    CHECK(vault->seal(Secret(password), here).value() !=
          vault->seal(Secret(password), here).value());
}

TEST_CASE_FIXTURE(Vaults, "a secret that was moved to another place does not open") {
    auto vault = open().value();
    const auto sealed = vault->seal(Secret(password), here).value();
    for (const auto& place : {Place{"erp_session", here.column, here.workspace, here.row},
                              Place{here.table, "sealed_id", here.workspace, here.row},
                              Place{here.table, here.column, "w2", here.row},
                              Place{here.table, here.column, "", here.row},
                              Place{here.table, here.column, here.workspace, "c2"},
                              Place{here.table, here.column, here.workspace, ""},
                              // The same characters in a row, divided elsewhere.
                              Place{"credentials", "ealed_password", here.workspace, here.row},
                              Place{here.table, "sealed_passwordw", "1", here.row}})
        CHECK_FALSE(opens(*vault, sealed, place));
}

TEST_CASE_FIXTURE(Vaults, "a data key that was moved to another workspace does not open") {
    auto vault = open().value();
    const auto sealed = vault->seal(Secret(password), here).value();
    keys["w2"] = keys["w1"];
    Place there = here;
    there.workspace = "w2";
    CHECK_FALSE(opens(*vault, sealed, there));
    CHECK_FALSE(vault->seal(Secret(password), there).ok());
}

TEST_CASE_FIXTURE(Vaults, "each workspace has a data key of its own, wrapped") {
    auto vault = open().value();
    REQUIRE(vault->seal(Secret("a"), {"t", "c", "w1", "r"}).ok());
    REQUIRE(vault->seal(Secret("a"), {"t", "c", "w2", "r"}).ok());
    CHECK(keys.size() == 3);  // with the one that belongs to no workspace
    CHECK(keys["w1"] != keys["w2"]);
}

TEST_CASE_FIXTURE(Vaults, "of every single bit and byte changed, and every cut, none opens") {
    auto vault = open().value();
    const auto sealed = vault->seal(Secret(password), here).value();
    const auto bytes = from_base64(sealed).value();
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (unsigned change = 1; change < 256; change = change < 8 ? change + 1 : change * 2) {
            auto changed = bytes;
            changed[i] = static_cast<unsigned char>(changed[i] ^ (change & 255u));
            CHECK_FALSE(opens(*vault, to_base64(changed), here));
        }
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const std::span all(bytes);
        CHECK_FALSE(opens(*vault, to_base64(all.first(length)), here));
        CHECK_FALSE(opens(*vault, to_base64(all.last(length)), here));
    }
    for (std::size_t length = 0; length < sealed.size(); ++length)
        CHECK_FALSE(opens(*vault, sealed.substr(0, length), here));
}

TEST_CASE_FIXTURE(Vaults, "of 100,000 random mutations none opens") {
    auto vault = open().value();
    const auto sealed = vault->seal(Secret(password), here).value();
    const auto other = vault->seal(Secret(password), {"t", "c", "w1", "r"}).value();
    int opened = 0;
    for (int i = 0; i < 100'000; ++i) {
        auto text = sealed;
        const auto edits = 1 + random_up_to(random, 3);
        for (std::uint64_t edit = 0; edit < edits; ++edit) {
            const auto at = random_up_to(random, text.size() - 1);
            switch (random_up_to(random, 4)) {
                case 0:
                    text[at] = static_cast<char>(random_up_to(random, 255));
                    break;
                case 1:
                    text.erase(at, 1 + random_up_to(random, 3));
                    break;
                case 2:
                    text.insert(at, sealed.substr(random_up_to(random, sealed.size() - 1), 4));
                    break;
                case 3:
                    std::swap(text[at], text[random_up_to(random, text.size() - 1)]);
                    break;
                default:
                    text = other.substr(0, at) + text.substr(at);
            }
            if (text.empty()) break;
        }
        if (text != sealed && vault->unseal(text, here).ok()) ++opened;
    }
    CHECK(opened == 0);
}

TEST_CASE_FIXTURE(Vaults, "another key file is refused before anything is sealed with it") {
    REQUIRE(open().ok());
    REQUIRE(::unlink(key_file().c_str()) == 0);
    const auto missing = open();
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().code == ErrorCode::invalid);
    CHECK(missing.error().detail.find("there is no key file") != std::string::npos);
    CHECK(::access(key_file().c_str(), F_OK) != 0);  // none was made in its stead

    Vaults elsewhere(2);
    REQUIRE(elsewhere.open().ok());
    REQUIRE(::link(elsewhere.key_file().c_str(), key_file().c_str()) == 0);
    const auto wrong = open();
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().code == ErrorCode::invalid);
    CHECK(wrong.error().detail.find("not the one") != std::string::npos);
}

TEST_CASE("AES-256-GCM gives what the standard's test vector says") {
    // GCM specification, test case 14: all zeros.
    class Zeros final : public Random {
    public:
        void fill(std::span<unsigned char> bytes) override {
            std::fill(bytes.begin(), bytes.end(), static_cast<unsigned char>(0));
        }
    } zeros;
    const std::array<unsigned char, 16> plain{};
    const auto sealed = encrypt(Key{}, zeros, plain, "");
    CHECK(to_base64(std::span(sealed).subspan(nonce_bytes)) ==
          "zqdAPU1ga24HTsXTuvOdGNDRyKeZmWvwJluYtdSKuRk=");
}

}  // namespace busy24::security
