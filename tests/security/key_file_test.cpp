// The key file: made once, for its owner alone, and refused when it is not as it was made.
#include "proxy/security/key_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "tests/fakes/seeded_random.hpp"
#include "tests/fakes/temporary_folder.hpp"

namespace busy24::security {

namespace {

struct KeyFile {
    TemporaryFolder folder;
    SeededRandom random;
    std::string path = folder.file("busy24.key");

    Result<Key> read() { return read_or_make_key_file(path, random); }
    void write(const std::string& text) {
        ::unlink(path.c_str());
        std::ofstream(path) << text;
        REQUIRE(::chmod(path.c_str(), 0400) == 0);
    }
    std::string text() const {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::size_t files() const {
        const auto all =
            std::filesystem::directory_iterator(std::filesystem::path(path).parent_path());
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }
};

}  // namespace

TEST_CASE_FIXTURE(KeyFile, "it is made for its owner alone, leaves nothing beside it, and stays") {
    const auto made = read();
    REQUIRE(made.ok());
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0400);
    CHECK(files() == 1);
    const auto again = read();
    REQUIRE(again.ok());
    CHECK(again.value().bytes == made.value().bytes);
    CHECK(made.value().bytes != Key().bytes);
}

TEST_CASE_FIXTURE(KeyFile, "it is refused when anybody else can read or change it") {
    REQUIRE(read().ok());
    for (const mode_t mode : {0440U, 0404U, 0420U, 0402U, 0410U, 0401U, 0644U, 0666U, 0777U}) {
        REQUIRE(::chmod(path.c_str(), mode) == 0);
        const auto refused = read();
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::invalid);
        CHECK(refused.error().detail.find("chmod 0400 " + path) != std::string::npos);
    }
    for (const mode_t mode : {0400U, 0600U}) {
        REQUIRE(::chmod(path.c_str(), mode) == 0);
        CHECK(read().ok());
    }
}

TEST_CASE_FIXTURE(KeyFile, "it is refused when it is not whole, and not replaced") {
    REQUIRE(read().ok());
    const auto good = text();
    for (std::size_t length = 0; length < good.size(); ++length) {
        write(good.substr(0, length));
        const auto refused = read();
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::invalid);
        CHECK(text() == good.substr(0, length));
    }
    for (const auto& wrong : {good + "x", good + good, good + std::string(1000, '\n'),
                              "busy24 key 2" + good.substr(12), std::string("\0\0\0", 3)}) {
        write(wrong);
        CHECK_FALSE(read().ok());
    }
    write(good);
    CHECK(read().ok());
}

TEST_CASE_FIXTURE(KeyFile, "a link or a folder in its place is refused") {
    REQUIRE(read().ok());
    const auto link = folder.file("link.key");
    REQUIRE(::symlink(path.c_str(), link.c_str()) == 0);
    CHECK_FALSE(read_or_make_key_file(link, random).ok());
    const auto directory = folder.file("folder.key");
    REQUIRE(::mkdir(directory.c_str(), 0700) == 0);
    CHECK_FALSE(read_or_make_key_file(directory, random).ok());
    const auto nowhere = read_or_make_key_file("/no/such/folder/key", random);
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.error().code == ErrorCode::unavailable);
    CHECK(nowhere.error().detail.find("/no/such/folder/key") != std::string::npos);
}

TEST_CASE_FIXTURE(KeyFile, "two programs that start at once get the same key") {
    for (int round = 0; round < 20; ++round) {
        path = folder.file("key" + std::to_string(round));
        std::array<Key, 4> keys;
        std::array<std::thread, 4> threads;
        for (std::size_t i = 0; i < keys.size(); ++i)
            threads[i] = std::thread([&, i] {
                if (auto key = read(); key.ok()) keys[i] = std::move(key).value();
            });
        for (auto& thread : threads) thread.join();
        for (const auto& key : keys) CHECK(key.bytes == keys[0].bytes);
        CHECK(keys[0].bytes != Key().bytes);
    }
}

}  // namespace busy24::security
