// Sessions, look-ups and the reading of parameters that every service shares.
#include "tests/simulator/world.hpp"

#include <algorithm>
#include <cstdlib>

#include "tests/simulator/calendar.hpp"

namespace busy24::simulator {

namespace {

std::uint64_t next(std::uint64_t& state) {
    std::uint64_t z = state += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

}  // namespace

double World::chance() { return static_cast<double>(next(dice) >> 11) / 9007199254740992.0; }

std::string World::new_session_id() {
    std::string id;
    for (int i = 0; i < 24; ++i) id += "abcdefghijklmnopqrstuvwxyz012345"[next(session_dice) & 31];
    return id;
}

Session* World::session(const std::string& id) {
    const auto found = sessions.find(id);
    if (found == sessions.end()) return nullptr;
    if (now_ms() - found->second.used_at > limits.session_ms) {
        sessions.erase(found);
        return nullptr;
    }
    found->second.used_at = now_ms();
    return &found->second;
}

Login* World::login(const std::string& username) {
    for (auto& login : data.logins)
        if (login.username == username) return &login;
    return nullptr;
}

Tenant* World::tenant(std::int64_t id) {
    for (auto& tenant : data.tenants)
        if (tenant.id == id) return &tenant;
    return nullptr;
}

bool World::is_blocked(const Login& login, const Identity& identity) const {
    return identity.is_blocked ||
           (identity.is_default && faults.names("block-identity", login.username));
}

bool World::is_revoked(const Login& login, const Identity& identity) const {
    return identity.is_revoked || faults.names("revoke-access", login.username);
}

bool Call::sees_nothing() const {
    const auto& services = identity().empty_services;
    return std::find(services.begin(), services.end(), service.facts_id) != services.end();
}

Error fault(std::string text) { return Error{ErrorCode::invalid, std::move(text)}; }

std::int64_t number_of(const Element* parent, std::string_view name, std::int64_t missing) {
    const auto* element = parent ? parent->child(name) : nullptr;
    if (!element || element->text.empty()) return missing;
    const auto value = std::strtoll(element->text.c_str(), nullptr, 10);
    return value <= INT32_MIN ? missing : value;
}

std::int64_t date_of(const Element* parent, std::string_view name) {
    const auto* element = parent ? parent->child(name) : nullptr;
    if (!element) return 0;
    const auto date = read_date(element->text);
    return date && *date > -62'000'000'000'000 ? *date : 0;
}

std::int64_t minute_of(const Element* parent, std::string_view name) {
    return date_of(parent, name) / 60'000 * 60'000;
}

Value date_value(std::int64_t ms, std::uint64_t spelling) {
    return ms == 0 ? Value() : Value(write_date(ms, spelling));
}

}  // namespace busy24::simulator
