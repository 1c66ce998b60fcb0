// What all pages share: the draft of a session, and who may go on with it.
#include "proxy/onboarding/onboarding.hpp"

#include "shared/json.hpp"

namespace busy24::onboarding {

std::shared_ptr<std::mutex> Onboarding::mutex_of(const std::string& session_hash) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(mutexes_, [](const auto& entry) { return entry.second.expired(); });
    auto& known = mutexes_[session_hash];
    auto mutex = known.lock();
    if (!mutex) known = mutex = std::make_shared<std::mutex>();
    return mutex;
}

Result<Draft> Onboarding::load(const std::string& session_hash) {
    const auto text = TRY(parts_.drafts.load(session_hash));
    if (!text) return Draft{};
    auto draft = parse_json<Draft>(*text);
    // A draft of another version of the program: page 1 asks again.
    return draft.ok() ? std::move(draft).value() : Draft{};
}

Result<> Onboarding::save(const Work& work) {
    return parts_.drafts.save(work.session_hash, to_json_text(work.draft), parts_.clock.now());
}

Result<Onboarding::Work> Onboarding::begin(const http::Caller& caller) {
    const auto session = TRY(caller.session_in(api::SessionState::onboarding));
    Work work;
    work.mutex = mutex_of(session.hash);
    work.lock = std::unique_lock(*work.mutex);
    work.session_hash = session.hash;
    work.draft = TRY(load(session.hash));
    return work;
}

api::Onboarding Onboarding::answer(const Work& work) {
    return to_api(work.draft, parts_.logins.has(work.session_hash));
}

Result<api::Onboarding> Onboarding::get(const http::Caller& caller) {
    if (!caller.session || caller.session->state == api::SessionState::choosing_workspace)
        return api::Onboarding{};
    const auto& hash = caller.session->hash;
    return to_api(TRY(load(hash)), parts_.logins.has(hash));
}

Result<erp::Credential> Onboarding::login_of(const Work& work) {
    auto login = parts_.logins.use(work.session_hash);
    if (login) return std::move(*login);
    return Error{ErrorCode::unauthenticated, "no login in memory", std::nullopt, "login_expired"};
}

}  // namespace busy24::onboarding
