// Calls about the help: its articles, and what readers say of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/api/endpoint.hpp"
#include "shared/language.hpp"

namespace busy24::api {

enum class HelpKind {
    article,  // begins one: its title
    lead,
    heading,
    paragraph,
    step,  // of a numbered row
    point,
    picture,   // the text says what it shows
    link,      // to a page of ours
    mirrored,  // what is mirrored and which side wins, by the settings in force
    errors,    // every error by its code
};
constexpr auto words(HelpKind) {
    return std::array{word(HelpKind::article, "article"),   word(HelpKind::lead, "lead"),
                      word(HelpKind::heading, "heading"),   word(HelpKind::paragraph, "paragraph"),
                      word(HelpKind::step, "step"),         word(HelpKind::point, "point"),
                      word(HelpKind::picture, "picture"),   word(HelpKind::link, "link"),
                      word(HelpKind::mirrored, "mirrored"), word(HelpKind::errors, "errors")};
}

struct HelpBlock {
    HelpKind kind = HelpKind::paragraph;
    std::string text;
    std::string target;  // the address of a link or a picture
    static constexpr auto fields() {
        return std::tuple{field("kind", &HelpBlock::kind), field("text", &HelpBlock::text),
                          field("target", &HelpBlock::target)};
    }
    bool operator==(const HelpBlock&) const = default;
};

struct HelpArticle {
    std::string name;  // in its address
    std::string title;
    std::string lead;
    std::vector<HelpBlock> blocks;
    static constexpr auto fields() {
        return std::tuple{field("name", &HelpArticle::name), field("title", &HelpArticle::title),
                          field("lead", &HelpArticle::lead), field("blocks", &HelpArticle::blocks)};
    }
    bool operator==(const HelpArticle&) const = default;
};

// Every article; whoever is signed in gets the rules of the own workspace.
struct ReadHelp {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/help", Access::anyone};
    struct Reply {
        std::vector<HelpArticle> articles;
        static constexpr auto fields() { return std::tuple{field("articles", &Reply::articles)}; }
        bool operator==(const Reply&) const = default;
    };
    Language language = Language::nb;
    static constexpr auto fields() { return std::tuple{field("language", &ReadHelp::language)}; }
};

// «Fant du svaret?»: one opinion of a user on an article; a later one replaces it. Failures:
// not_found for no such article; invalid for a comment over 2,000 bytes.
struct RateHelp {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/help/rate", Access::signed_in};
    static constexpr std::size_t comment_bytes_max = 2'000;
    using Reply = Nothing;
    std::string article;
    bool is_found = false;
    std::string comment;
    static constexpr auto fields() {
        return std::tuple{field("article", &RateHelp::article), field("found", &RateHelp::is_found),
                          field("comment", &RateHelp::comment)};
    }
};

struct HelpRating {
    std::string article;
    bool is_found = false;
    std::string comment;
    std::string user_name;
    std::int64_t rated_at_ms = 0;
    static constexpr auto fields() {
        return std::tuple{
            field("article", &HelpRating::article), field("found", &HelpRating::is_found),
            field("comment", &HelpRating::comment), field("userName", &HelpRating::user_name),
            field("ratedAtMs", &HelpRating::rated_at_ms)};
    }
    bool operator==(const HelpRating&) const = default;
};

// The newest 100 of the workspace.
struct ListHelpRatings {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/help/ratings", Access::administrator};
    struct Reply {
        std::vector<HelpRating> ratings;
        static constexpr auto fields() { return std::tuple{field("ratings", &Reply::ratings)}; }
        bool operator==(const Reply&) const = default;
    };
    static constexpr auto fields() { return std::tuple{}; }
};

}  // namespace busy24::api
