// Dear ImGui's compile-time settings, for the Wasm build and the native tests alike.
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_KEYIO
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS

#ifdef __EMSCRIPTEN__
#define IMGUI_DISABLE_DEBUG_TOOLS
// web/platform/lean_library.cpp has smaller ones.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#define IM_ASSERT(expression) ((void)(expression))
#else
// The tests count every item that Dear ImGui is given, to prove that each has a node.
#define IMGUI_ENABLE_TEST_ENGINE
#endif
