// Draws triangles with one shader and one texture. Reads no state back, which would stall the GPU
// process of the browser in every frame.
#include "web/platform/gl.hpp"

#include <GLES2/gl2.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <cstddef>
#include <cstring>

namespace busy24::platform {

namespace {

constexpr const char* vertex_shader =
    "attribute vec2 place;attribute vec2 spot;attribute vec4 color;uniform vec2 scale;"
    "uniform vec2 white;varying vec2 at;varying vec4 tint;"
    "void main(){at=spot==white?vec2(-1.):spot;tint=color;"
    "gl_Position=vec4(place.x*scale.x-1.,1.-place.y*scale.y,0.,1.);}";
// The texture holds coverage only. It is not read for a plain surface, which is most of a page:
// without a graphics card that saves a fifth of the time of drawing.
constexpr const char* fragment_shader =
    "precision mediump float;varying vec2 at;varying vec4 tint;uniform sampler2D letters;"
    "void main(){gl_FragColor=tint;if(at.x>=0.)gl_FragColor.a*=texture2D(letters,at).a;}";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

// Word-wise FNV-1a: quick, and good enough to notice any change.
std::uint64_t hash(std::uint64_t seed, const void* data, std::size_t bytes) {
    const auto* at = static_cast<const unsigned char*>(data);
    for (; bytes >= 4; bytes -= 4, at += 4) {
        std::uint32_t word = 0;
        std::memcpy(&word, at, 4);
        seed = (seed ^ word) * 1099511628211ull;
    }
    return seed;
}

std::uint64_t hash_of(const ImDrawData& data, std::uint32_t background) {
    std::uint64_t seed = hash(14695981039346656037ull, &data.DisplaySize, sizeof data.DisplaySize);
    seed = hash(seed, &background, sizeof background);
    for (const ImDrawList* list : data.CmdLists) {
        seed = hash(seed, list->VtxBuffer.Data,
                    static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        seed = hash(seed, list->IdxBuffer.Data,
                    static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
    }
    return seed;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void point_at(std::size_t first_vertex) {
    constexpr auto stride = static_cast<GLsizei>(sizeof(ImDrawVert));
    const std::size_t base = first_vertex * sizeof(ImDrawVert);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride,
                          offset(base + offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride,
                          offset(base + offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          offset(base + offsetof(ImDrawVert, col)));
}

void draw_list(const ImDrawList& list, int height) {
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
                 GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                 GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const int left = static_cast<int>(command.ClipRect.x);
        const int top = static_cast<int>(command.ClipRect.y);
        const int right = static_cast<int>(command.ClipRect.z);
        const int bottom = static_cast<int>(command.ClipRect.w);
        if (right <= left || bottom <= top || command.ElemCount == 0) continue;
        point_at(command.VtxOffset);
        glScissor(left, height - bottom, right - left, bottom - top);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                       offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
}

}  // namespace

bool Renderer::open() {
    if (context_ == 0) {
        EmscriptenWebGLContextAttributes wishes;
        emscripten_webgl_init_context_attributes(&wishes);
        wishes.alpha = wishes.depth = wishes.stencil = wishes.antialias = false;
        // Frames are drawn only on change, so the browser must keep the last one.
        wishes.preserveDrawingBuffer = true;
        wishes.majorVersion = 1;
        wishes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
        wishes.enableExtensionsByDefault = false;
        const auto context = emscripten_webgl_create_context("#canvas", &wishes);
        if (context <= 0) return false;
        context_ = static_cast<int>(context);
        emscripten_webgl_make_context_current(context);
    }
    last_hash_ = 0;
    is_open_ = link_program();
    return is_open_;
}

void Renderer::forget() { is_open_ = false; }

bool Renderer::link_program() {
    program_ = glCreateProgram();
    glAttachShader(program_, compile(GL_VERTEX_SHADER, vertex_shader));
    glAttachShader(program_, compile(GL_FRAGMENT_SHADER, fragment_shader));
    glBindAttribLocation(program_, 0, "place");
    glBindAttribLocation(program_, 1, "spot");
    glBindAttribLocation(program_, 2, "color");
    glLinkProgram(program_);
    GLint is_linked = 0;
    glGetProgramiv(program_, GL_LINK_STATUS, &is_linked);
    if (is_linked == 0) return false;
    scale_ = glGetUniformLocation(program_, "scale");
    white_ = glGetUniformLocation(program_, "white");
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    glGenTextures(1, &texture_);
    return true;
}

void Renderer::upload_font() {
    if (!is_open_) return;
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_ALPHA, width, height, 0, GL_ALPHA, GL_UNSIGNED_BYTE, pixels);
    last_hash_ = 0;
}

bool Renderer::render(const ImDrawData& data, std::uint32_t background) {
    if (!is_open_) return false;
    const int width = static_cast<int>(data.DisplaySize.x);
    const int height = static_cast<int>(data.DisplaySize.y);
    const std::uint64_t now = hash_of(data, background);
    if (width <= 0 || height <= 0 || now == last_hash_) return false;
    last_hash_ = now;
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(static_cast<float>((background >> 16) & 255u) / 255.f,
                 static_cast<float>((background >> 8) & 255u) / 255.f,
                 static_cast<float>(background & 255u) / 255.f, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(program_);
    glUniform2f(scale_, 2.f / static_cast<float>(width), 2.f / static_cast<float>(height));
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    glUniform2f(white_, white.x, white.y);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    for (GLuint i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
    for (const ImDrawList* list : data.CmdLists) draw_list(*list, height);
    return true;
}

}  // namespace busy24::platform
