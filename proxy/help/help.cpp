// Puts the articles together with what holds for the reader's workspace, and keeps what readers
// say.
#include "proxy/help/help.hpp"

#include <algorithm>

#include "proxy/help/articles.hpp"

namespace busy24::help {

namespace {

using api::HelpKind;

bool is_article(Language language, std::string_view name) {
    const auto blocks = articles(language).blocks;
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
        return block.kind == HelpKind::article && block.target == name;
    });
}

std::string_view who_wins(const MirrorRules& rules, api::Policy policy) {
    switch (policy) {
        case api::Policy::erp:
            return rules.wins_erp;
        case api::Policy::busy:
            return rules.wins_busy;
        case api::Policy::ask:
            return rules.wins_ask;
    }
    return rules.wins_erp;
}

}  // namespace

// As a new connection has it, for whoever is not signed in.
Result<std::vector<api::HelpBlock>> Help::rules(const http::Caller& caller, Language language) {
    store::Connection connection;
    store::MirrorState mirror;
    if (caller.session && caller.session->state == api::SessionState::signed_in) {
        connection = TRY(parts_.connections.of(caller.session->workspace));
        mirror = TRY(parts_.mirror_states.get(connection.id));
    }
    const auto& texts = articles(language).rules;
    std::vector<api::HelpBlock> out;
    const auto add = [&](std::string text) {
        out.push_back({HelpKind::point, std::move(text), {}});
    };
    if (connection.state == store::ConnectionState::disconnected)
        add(std::string(texts.is_disconnected));
    else if (mirror.paused_until > parts_.clock.now())
        add(std::string(texts.is_paused));
    if (connection.has_projects)
        add(std::string(texts.projects) + ' ' +
            std::string(who_wins(texts, mirror.project_policy)));
    else
        add(std::string(texts.projects_off));
    add(std::string(connection.has_work_types ? texts.work_types : texts.work_types_off));
    add(std::string(connection.has_customers ? texts.customers : texts.customers_off));
    add(std::string(texts.persons));
    return out;
}

Result<api::ReadHelp::Reply> Help::read(const http::Caller& caller, const api::ReadHelp& call) {
    api::ReadHelp::Reply reply;
    for (const auto& block : articles(call.language).blocks) {
        if (block.kind == HelpKind::article) {
            reply.articles.push_back({std::string(block.target), std::string(block.text), {}, {}});
            continue;
        }
        auto& article = reply.articles.back();
        if (block.kind == HelpKind::lead) {
            article.lead = block.text;
            continue;
        }
        article.blocks.push_back({block.kind, std::string(block.text), std::string(block.target)});
        if (block.kind != HelpKind::mirrored) continue;
        article.blocks.back().kind = HelpKind::heading;
        for (auto& rule : TRY(rules(caller, call.language)))
            article.blocks.push_back(std::move(rule));
    }
    return reply;
}

Result<api::Nothing> Help::rate(const http::Caller& caller, const api::RateHelp& call) {
    const auto session = TRY(caller.session_in(api::SessionState::signed_in));
    if (!is_article(Language::nb, call.article))
        return Error{ErrorCode::not_found, "no such article"};
    if (call.comment.size() > api::RateHelp::comment_bytes_max)
        return Error{ErrorCode::invalid, "the comment is too long"};
    TRY(parts_.ratings.save({.workspace_id = session.workspace,
                             .user_id = session.user,
                             .article = call.article,
                             .user_name = session.user_name,
                             .is_found = call.is_found,
                             .comment = call.comment,
                             .rated_at = parts_.clock.now()}));
    return api::Nothing{};
}

Result<api::ListHelpRatings::Reply> Help::ratings(const http::Caller& caller) {
    const auto session = TRY(caller.session_in(api::SessionState::signed_in));
    api::ListHelpRatings::Reply reply;
    for (const auto& row : TRY(parts_.ratings.of(session.workspace)))
        reply.ratings.push_back({.article = row.article,
                                 .is_found = row.is_found,
                                 .comment = row.comment,
                                 .user_name = row.user_name,
                                 .rated_at_ms = row.rated_at.ms});
    return reply;
}

}  // namespace busy24::help
