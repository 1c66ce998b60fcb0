// Picks the articles of a language.
#include "proxy/help/articles.hpp"

#include <algorithm>

#include "proxy/help/text/en_articles.hpp"
#include "proxy/help/text/nb_articles.hpp"
#include "proxy/help/text/nn_articles.hpp"

namespace busy24::help {

namespace {

// A block that is missing in one of the languages does not compile.
constexpr bool is_alike(std::span<const Block> one, std::span<const Block> other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const Block& left, const Block& right) {
                          return left.kind == right.kind && left.target == right.target;
                      });
}
static_assert(is_alike(nb::blocks, nn::blocks) && is_alike(nb::blocks, en::blocks));

constexpr Articles nb_articles{nb::blocks, nb::rules};
constexpr Articles nn_articles{nn::blocks, nn::rules};
constexpr Articles en_articles{en::blocks, en::rules};

}  // namespace

const Articles& articles(Language language) {
    if (language == Language::nn) return nn_articles;
    return language == Language::en ? en_articles : nb_articles;
}

}  // namespace busy24::help
