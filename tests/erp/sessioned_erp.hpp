// A small ERP with memory: logins, identities as state of a session, and sessions that end.
// Scripted answers go before it.
#pragma once

#include <map>
#include <set>

#include "proxy/erp/client.hpp"
#include "tests/fakes/manual_clock.hpp"
#include "tests/fakes/recording_transport.hpp"
#include "tests/fakes/seeded_random.hpp"

namespace busy24::erp {

class MemorySessionStore final : public SessionStore {
public:
    Result<std::optional<Secret>> load(const SessionKey& key) override {
        const std::lock_guard lock(mutex_);
        const auto found = kept_.find(name_of(key));
        if (found == kept_.end()) return std::optional<Secret>();
        return std::optional<Secret>(Secret(found->second));
    }
    Result<> save(const SessionKey& key, const Secret& session_id) override {
        const std::lock_guard lock(mutex_);
        kept_[name_of(key)] = session_id.reveal();
        return {};
    }
    Result<> erase(const SessionKey& key) override {
        const std::lock_guard lock(mutex_);
        std::erase_if(kept_, [&](const auto& entry) {
            return key.identity_id.empty() ? entry.first.starts_with(key.username + '|')
                                           : entry.first == name_of(key);
        });
        return {};
    }
    std::map<std::string, std::string> kept() {
        const std::lock_guard lock(mutex_);
        return kept_;
    }

private:
    static std::string name_of(const SessionKey& key) {
        return key.username + '|' + key.identity_id;
    }
    std::mutex mutex_;
    std::map<std::string, std::string> kept_;
};

inline constexpr TenantId fjordbygg{100'000'000'000'101};
inline constexpr TenantId nordlys{100'000'000'000'102};
inline constexpr TenantId elsewhere{100'000'000'000'199};
inline const std::string fjordbygg_identity = "1de00000-0000-4000-8000-000000000101";
inline const std::string nordlys_identity = "1de00000-0000-4000-8000-000000000102";

// Thread-safe.
class SessionedErp final : public HttpTransport {
public:
    RecordingTransport script;

    SessionedErp() {
        for (const auto* operation :
             {"Login", "GetIdentity", "GetIdentities", "SetIdentityById",
              "GetIdentitiesWithCredential", "GetProjectList", "SaveProject", "GetProjectRoles"})
            script.then(operation, natural(operation));
    }

    Result<HttpAnswer> send(const HttpRequest& request, const BodySink& sink) override {
        return script.send(request, sink);
    }

    // What the operation answers by itself: to script something before it, or to come back to it.
    RecordingTransport::Answer natural(const std::string& operation) {
        return [this, operation](const HttpRequest& request, const BodySink& sink) {
            return answer(operation, request)(request, sink);
        };
    }
    // The next answer of an operation, after which it is natural again.
    void next(const std::string& operation, RecordingTransport::Answer once) {
        script.from_now_on(operation, std::move(once));
        script.then(operation, natural(operation));
    }

    void end_all_sessions() {
        const std::lock_guard lock(mutex_);
        sessions_.clear();
    }
    void accept_password(std::string password) {
        const std::lock_guard lock(mutex_);
        password_ = std::move(password);
    }
    void block_default_identity() {
        const std::lock_guard lock(mutex_);
        is_default_blocked_ = true;
    }

private:
    static std::string between(const std::string& body, const std::string& name) {
        const auto begin = body.find("<" + name + ">");
        if (begin == std::string::npos) return "";
        const auto end = body.find("</" + name + ">", begin);
        return body.substr(begin + name.size() + 2, end - begin - name.size() - 2);
    }
    static std::string cookie_of(const HttpRequest& request) {
        for (const auto& [name, value] : request.headers)
            if (name == "Cookie") return value.substr(value.find('=') + 1);
        return "";
    }
    static std::string identity_xml(const std::string& id, const std::string& current,
                                    const char* element) {
        const bool is_fjordbygg = id == fjordbygg_identity;
        return std::string("<") + element + "><Id>" + id +
               "</Id><User><ContactId>1042</ContactId></User><Client><Id>" +
               std::to_string(is_fjordbygg ? fjordbygg.value : nordlys.value) +
               // Both have the same name, so that only the id can tell.
               "</Id><Name>Fjordbygg AS</Name></Client><IsCurrent>" +
               (id == current ? "true" : "false") + "</IsCurrent><IsDefault>" +
               (is_fjordbygg ? "true" : "false") + "</IsDefault></" + element + ">";
    }
    static std::string identities_xml(const std::string& current) {
        return identity_xml(fjordbygg_identity, current, "Identity") +
               identity_xml(nordlys_identity, current, "Identity") +
               "<Identity><Id>1de00000-0000-4000-8000-000000000199</Id><Client><Id>" +
               std::to_string(elsewhere.value) +
               "</Id></Client><IsDisabled>true</IsDisabled></Identity>";
    }

    RecordingTransport::Answer answer(const std::string& operation, const HttpRequest& request) {
        const std::lock_guard lock(mutex_);
        if (operation == "Login" || operation == "GetIdentitiesWithCredential") {
            if (between(request.body, "Password") != password_) return result_of(operation, "");
            if (operation != "Login") return result_of(operation, identities_xml(""));
            auto identity = between(request.body, "IdentityId");
            if (identity.empty() && is_default_blocked_)
                return fault_of(
                    "Provided IdentityId is blocked. Please use "
                    "GetIdentitiesWithCredential to get a list");
            if (identity.empty()) identity = fjordbygg_identity;
            const auto id = "session" + std::to_string(++logins_);
            sessions_[id] = identity;
            return result_of(operation, id);
        }
        const auto session = sessions_.find(cookie_of(request));
        if (session == sessions_.end()) return fault_of("Session is not authenticated");
        if (operation == "GetIdentity")
            return http_answer(200,
                               soap_body(operation, identity_xml(session->second, session->second,
                                                                 "GetIdentityResult")));
        if (operation == "GetIdentities")
            return result_of(operation, identities_xml(session->second));
        if (operation == "SetIdentityById") {
            session->second = between(request.body, "identityId");
            return result_of(operation, "true");
        }
        if (operation == "SaveProject") return result_of(operation, "4711");
        if (operation == "GetProjectList")
            return result_of(operation, "<Project><Id>17</Id><Name>Kai 3</Name></Project>");
        return result_of(operation, "");
    }

    std::mutex mutex_;
    std::map<std::string, std::string> sessions_;  // id to identity
    std::string password_ = "hemmelig";
    bool is_default_blocked_ = false;
    int logins_ = 0;
};

// So wide that a test of something else never waits.
inline ThrottleRates wide_rates() {
    return {.calls_per_second = 1e6,
            .burst = 1e6,
            .reserved_for_people = 0,
            .concurrent_max = 64,
            .concurrent_background_max = 64};
}

inline ClientOptions options(ThrottleRates rates = wide_rates()) {
    return {.application_id = "5c0ffee0-0000-4000-8000-000000000024",
            .api_url = "https://api.example",
            .webservices_url = "https://webservices.example",
            .rates = rates};
}

inline Credential kari(std::string_view password = "hemmelig") {
    return {.username = "Kari@Fjordbygg.example", .password = Secret(password)};
}

struct Rig {
    SessionedErp erp;
    ManualClock clock;
    SeededRandom random;
    MemorySessionStore store;
    Client client{erp, clock, random, store, options()};

    Session session() {
        auto opened = client.session(kari(), fjordbygg);
        erp.script.forget_calls();
        return std::move(opened).value();
    }
};

}  // namespace busy24::erp
