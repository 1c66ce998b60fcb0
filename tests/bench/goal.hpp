// How a figure is printed: what, how much, and what it should be.
#pragma once

#include <cstdio>
#include <string>

namespace busy24::bench {

struct Goal {
    double most = 0;
    double least = 0;
};

inline std::string said(const Goal& goal, double figure) {
    char text[80];
    if (goal.least > 0)
        std::snprintf(text, sizeof text, "goal %g to %g", goal.least, goal.most);
    else
        std::snprintf(text, sizeof text, "goal %g", goal.most);
    const bool is_missed = figure > goal.most || figure < goal.least;
    return std::string(text) + (is_missed ? ", MISSED" : "");
}

inline void print_figure(const std::string& what, double figure, const char* unit) {
    std::printf("  %-52s%12.2f %-4s\n", what.c_str(), figure, unit);
}

inline void print_figure(const std::string& what, double figure, const char* unit,
                         const Goal& goal) {
    std::printf("  %-52s%12.2f %-4s %s\n", what.c_str(), figure, unit, said(goal, figure).c_str());
}

}  // namespace busy24::bench
