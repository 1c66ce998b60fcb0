// Keeps, lends and wipes the logins of page 1.
#include "proxy/onboarding/logins.hpp"

namespace busy24::onboarding {

bool Logins::is_over(const Entry& entry) const {
    return !entry.lives_with_session && clock_.now() - entry.used_at >= lifetime_ms;
}

Logins::Entry* Logins::find(const std::string& session_hash) {
    const auto found = entries_.find(session_hash);
    if (found == entries_.end()) return nullptr;
    if (!is_over(found->second)) return &found->second;
    entries_.erase(found);
    return nullptr;
}

void Logins::keep(const std::string& session_hash, erp::Credential credential) {
    const std::scoped_lock lock(mutex_);
    // A person's login is for this process: its ERP session must not reach the database either.
    credential.session_life = erp::SessionLife::process;
    entries_.insert_or_assign(session_hash, Entry{.credential = std::move(credential),
                                                  .used_at = clock_.now(),
                                                  .lives_with_session = false,
                                                  .connection = {}});
}

std::optional<erp::Credential> Logins::use(const std::string& session_hash) {
    const std::scoped_lock lock(mutex_);
    auto* entry = find(session_hash);
    if (!entry) return std::nullopt;
    entry->used_at = clock_.now();
    return entry->credential.clone();
}

bool Logins::has(const std::string& session_hash) {
    const std::scoped_lock lock(mutex_);
    return find(session_hash) != nullptr;
}

void Logins::lend(const std::string& session_hash, const ConnectionId& connection) {
    const std::scoped_lock lock(mutex_);
    if (auto* entry = find(session_hash)) entry->connection = connection;
}

std::optional<erp::Credential> Logins::lent_to(const ConnectionId& connection) {
    const std::scoped_lock lock(mutex_);
    for (const auto& [hash, entry] : entries_)
        if (entry.connection == connection && !connection.empty() && !is_over(entry))
            return entry.credential.clone();
    return std::nullopt;
}

std::vector<std::string> Logins::take_back(const ConnectionId& connection) {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> accounts;
    std::erase_if(entries_, [&](const auto& entry) {
        const bool is_lent = entry.second.connection == connection;
        if (is_lent) accounts.push_back(entry.second.credential.username);
        return is_lent;
    });
    return accounts;
}

void Logins::keep_for_session(const std::string& session_hash) {
    const std::scoped_lock lock(mutex_);
    if (auto* entry = find(session_hash)) entry->lives_with_session = true;
}

void Logins::move(const std::string& from_hash, const std::string& to_hash) {
    const std::scoped_lock lock(mutex_);
    auto node = entries_.extract(from_hash);
    if (!node) return;
    node.key() = to_hash;
    entries_.erase(to_hash);
    entries_.insert(std::move(node));
}

void Logins::drop(const std::string& session_hash) {
    const std::scoped_lock lock(mutex_);
    entries_.erase(session_hash);
}

void Logins::sweep(const std::function<bool(const std::string&)>& is_alive) {
    std::vector<std::string> hashes;
    {
        const std::scoped_lock lock(mutex_);
        for (const auto& [hash, entry] : entries_) hashes.push_back(hash);
    }
    // Asked without the lock, since the answer comes from the database.
    for (const auto& hash : hashes)
        if (!is_alive(hash)) drop(hash);
    const std::scoped_lock lock(mutex_);
    std::erase_if(entries_, [&](const auto& entry) { return is_over(entry.second); });
}

}  // namespace busy24::onboarding
