# The Wasm half: one program from web/ and shared/, its fonts, and everything compressed, in
# build/web.
find_program(NODE node REQUIRED)
find_program(NPM npm)
find_program(BROTLI brotli REQUIRED)
find_program(WASM_OPT wasm-opt REQUIRED)
find_program(PYFTSUBSET pyftsubset REQUIRED)
option(BUSY24_GALLERY "Also build the page that shows every widget, beside it, into build/web-gallery" OFF)
# A compiler cache gains little here and does not know em++ well.
unset(CMAKE_CXX_COMPILER_LAUNCHER)

set(BUSY24_WEB_OUTPUT "${CMAKE_SOURCE_DIR}/build/web" CACHE PATH "Where the site is put")
set(imgui "${BUSY24_THIRD_PARTY}/imgui")

# ImGui without its built-in font (10 KB of every first load) and what assets/build/imgui.sed names.
# Written anew only when they change, or every configuring would compile and link again.
set(imgui_draw "${CMAKE_BINARY_DIR}/imgui_draw.cpp")
execute_process(
    COMMAND sed "/^static const char proggy_clean_ttf_compressed_data_base85/,/\";$/c\\static const char proggy_clean_ttf_compressed_data_base85[1] = \"\";"
        "${imgui}/imgui_draw.cpp"
    OUTPUT_FILE "${imgui_draw}.new" COMMAND_ERROR_IS_FATAL ANY)
file(COPY_FILE "${imgui_draw}.new" "${imgui_draw}" ONLY_IF_DIFFERENT)
set(imgui_core "${CMAKE_BINARY_DIR}/imgui.cpp")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS assets/build/imgui.sed)
execute_process(COMMAND sed -f "${CMAKE_SOURCE_DIR}/assets/build/imgui.sed" "${imgui}/imgui.cpp"
    OUTPUT_FILE "${imgui_core}.new" COMMAND_ERROR_IS_FATAL ANY)
file(COPY_FILE "${imgui_core}.new" "${imgui_core}" ONLY_IF_DIFFERENT)

# nlohmann/json alone: a look into /usr/include would find glibc's headers before Emscripten's.
set(json_include "${CMAKE_BINARY_DIR}/include")
file(MAKE_DIRECTORY "${json_include}")
file(CREATE_LINK /usr/include/nlohmann "${json_include}/nlohmann" SYMBOLIC)

# The Closure compiler halves the glue code. Without a network, or on a processor that it does not
# know, the build goes on without it, and does not wait for it again.
set(closure_folder "${CMAKE_BINARY_DIR}/closure")
set(closure "${closure_folder}/node_modules/google-closure-compiler-linux/compiler")
if(NPM AND NOT EXISTS "${closure}" AND NOT BUSY24_CLOSURE_MISSING)
    file(COPY web/package.json web/package-lock.json DESTINATION "${closure_folder}")
    execute_process(COMMAND "${NPM}" ci --silent --no-audit --no-fund --fetch-retries=1
        WORKING_DIRECTORY "${closure_folder}" RESULT_VARIABLE npm_result OUTPUT_QUIET ERROR_QUIET)
    if(NOT npm_result EQUAL 0)
        message(STATUS "The Closure compiler could not be fetched; the glue code stays larger.")
        set(BUSY24_CLOSURE_MISSING ON CACHE BOOL "Build without the Closure compiler")
    endif()
endif()
set(link_environment "NODE_PATH=/usr/share/nodejs:/usr/lib/nodejs" "EM_NODE_JS=${NODE}")
set(closure_flag)
if(EXISTS "${closure}")
    list(APPEND link_environment "EM_CLOSURE_COMPILER=${closure}")
    set(closure_flag "SHELL:--closure 1")
endif()

string(JOIN " " link_environment ${link_environment})

# CMake's own would be -O3.
set(CMAKE_CXX_FLAGS_RELEASE -DNDEBUG)
set(compile_flags -Oz -flto -fno-exceptions -fno-rtti -fno-threadsafe-statics
    -mnontrapping-fptoint -msign-ext -mbulk-memory)
# The names of the functions are for assets/build/split_app.mjs, which also takes them away.
set(link_flags --profiling-funcs -Wl,--no-demangle -Oz -flto -mnontrapping-fptoint -msign-ext -mbulk-memory --no-entry ${closure_flag}
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=0 -sEXPORT_NAME=createApp -sENVIRONMENT=web
    -sFILESYSTEM=0 -sNO_EXIT_RUNTIME=1 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_MEMORY=8388608 -sTOTAL_STACK=524288 -sSUPPORT_ERRNO=0 -sSUPPORT_LONGJMP=0
    -sDYNAMIC_EXECUTION=0 -sTEXTDECODER=2 -sASSERTIONS=0
    -sMIN_WEBGL_VERSION=1 -sMAX_WEBGL_VERSION=1 -sGL_TRACK_ERRORS=0 -sGL_POOL_TEMP_BUFFERS=0
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
    -sGL_EXTENSIONS_IN_PREFIXED_FORMAT=0 -sGL_EMULATE_GLES_VERSION_STRING_FORMAT=0
    -sGL_DISABLE_HALF_FLOAT_EXTENSION_IF_BROKEN=0 -sGL_SUPPORT_EXPLICIT_SWAP_CONTROL=0)

add_library(imgui STATIC ${imgui_core} ${imgui_draw} ${imgui}/imgui_tables.cpp
    ${imgui}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui})
target_include_directories(imgui PUBLIC ${CMAKE_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="web/platform/imgui_config.hpp")
target_compile_options(imgui PRIVATE ${compile_flags} -w)

# busy24_wasm(<name> <folder for the output> <source>...): app.js and app.wasm.
set(bridge ${CMAKE_SOURCE_DIR}/web/platform/bridge.js)
function(busy24_wasm name folder)
    add_executable(${name} ${ARGN} ${CMAKE_SOURCE_DIR}/web/main.cpp)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    target_include_directories(${name} SYSTEM PRIVATE ${json_include})
    target_compile_options(${name} PRIVATE ${compile_flags} ${busy24_warnings})
    target_link_libraries(${name} PRIVATE imgui)
    target_link_options(${name} PRIVATE ${link_flags} "SHELL:--js-library ${bridge}")
    # Several files are compiled as one, in a third of the time; the preset dev sees that each stands
    # alone.
    set_target_properties(${name} PROPERTIES OUTPUT_NAME app SUFFIX .js UNITY_BUILD ON
        RUNTIME_OUTPUT_DIRECTORY "${folder}"
        LINK_DEPENDS "${bridge};${CMAKE_SOURCE_DIR}/assets/build/split_app.mjs"
        RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env ${link_environment}")
    # Once more, now that the linker's own pass has shown what is left over: 1 % of the first load.
    add_custom_command(TARGET ${name} POST_BUILD COMMAND ${WASM_OPT} --enable-bulk-memory
        --enable-sign-ext --enable-nontrapping-float-to-int --enable-mutable-globals -Oz
        "${folder}/app.wasm" -g -o "${folder}/app.wasm")
endfunction()

file(GLOB kit CONFIGURE_DEPENDS web/ui/*.cpp web/platform/*.cpp shared/*.cpp)
file(GLOB texts CONFIGURE_DEPENDS web/text/*.cpp)
# Bokmål is part of the program; the other languages are files, for those who want them.
set(compiled_texts ${texts})
list(FILTER compiled_texts EXCLUDE REGEX "/(nn|en)(_[a-z]+)?\\.cpp$")
file(GLOB pages CONFIGURE_DEPENDS web/app/*.cpp web/pages/*.cpp)
list(APPEND pages ${compiled_texts})

# texts-nn.txt and texts-en.txt, by a program of the machine that builds.
find_program(BUILD_CXX NAMES c++ g++ clang++ REQUIRED)
set(texts_file "${CMAKE_BINARY_DIR}/texts_file")
file(GLOB text_headers CONFIGURE_DEPENDS web/text/*.hpp)
add_custom_command(OUTPUT ${texts_file}
    COMMAND ${BUILD_CXX} -std=c++20 -I${CMAKE_SOURCE_DIR} -o ${texts_file}
        ${CMAKE_SOURCE_DIR}/assets/build/texts_file.cpp ${texts}
        ${CMAKE_SOURCE_DIR}/shared/filled_text.cpp ${CMAKE_SOURCE_DIR}/shared/norwegian.cpp
        ${CMAKE_SOURCE_DIR}/shared/time.cpp
    DEPENDS assets/build/texts_file.cpp ${texts} ${text_headers})

# busy24_site(<name> <folder> <more>...): what is served, beside app.js, app.wasm and more that comes
# of linking, each with a .br and a .gz sibling.
set(page_files index.html app.css icon.svg)
set(modules web/host.js web/door.js web/mirror.js web/program.js)
if(NOT EXISTS "${closure}")
    list(APPEND page_files host.js door.js mirror.js program.js)
endif()
function(busy24_site name folder)
    set(files)
    foreach(file ${page_files})
        add_custom_command(OUTPUT ${folder}/${file}
            COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/web/${file} ${folder}/${file}
            DEPENDS ${CMAKE_SOURCE_DIR}/web/${file})
        list(APPEND files ${folder}/${file})
    endforeach()
    if(EXISTS "${closure}")
        # The three modules as one file. The compiler must not find code that it calls useless: it
        # drops it, and then it is a catch that it does not understand.
        list(TRANSFORM modules PREPEND "--js;" OUTPUT_VARIABLE module_flags)
        add_custom_command(OUTPUT ${folder}/host.js
            COMMAND ${closure} ${module_flags} --entry_point web/host.js --dependency_mode PRUNE
                --compilation_level SIMPLE --language_in ECMASCRIPT_NEXT
                --language_out ECMASCRIPT_NEXT --allow_dynamic_import --module_resolution BROWSER
                --rewrite_polyfills false --isolation_mode IIFE --assume_function_wrapper
                --jscomp_error=uselessCode --js_output_file ${folder}/host.js
            WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} DEPENDS ${modules})
        list(APPEND files ${folder}/host.js)
    endif()
    foreach(language nn en)
        set(file ${folder}/texts-${language}.txt)
        add_custom_command(OUTPUT ${file} COMMAND ${texts_file} ${language} > ${file}
            DEPENDS ${texts_file})
        list(APPEND files ${file})
    endforeach()
    foreach(weight Regular SemiBold)
        string(TOLOWER inter-${weight}.otf file)
        add_custom_command(OUTPUT ${folder}/${file}
            COMMAND ${CMAKE_SOURCE_DIR}/assets/fonts/subset.sh ${weight} ${folder}/${file}
            DEPENDS ${CMAKE_SOURCE_DIR}/assets/fonts/subset.sh)
        list(APPEND files ${folder}/${file})
    endforeach()
    # Pictures are squeezed already.
    file(GLOB pictures CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/help/*.png)
    set(copied)
    foreach(picture ${pictures})
        get_filename_component(file ${picture} NAME)
        add_custom_command(OUTPUT ${folder}/help/${file}
            COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}/help
            COMMAND ${CMAKE_COMMAND} -E copy ${picture} ${folder}/help/${file} DEPENDS ${picture})
        list(APPEND copied ${folder}/help/${file})
    endforeach()
    set(squeezed)
    foreach(file ${files} ${folder}/app.js ${folder}/app.wasm ${ARGN})
        set(source ${file})
        if(file MATCHES "/(app\\.(js|wasm)|pages\\.wasm)$")
            set(source ${name}_app)
        endif()
        add_custom_command(OUTPUT ${file}.br ${file}.gz
            COMMAND ${BROTLI} -q 11 -w 24 -f -o ${file}.br ${file}
            COMMAND gzip -9 -n -k -f ${file}
            DEPENDS ${source})
        list(APPEND squeezed ${file}.br ${file}.gz)
    endforeach()
    add_custom_target(${name} ALL DEPENDS ${squeezed} ${copied})
endfunction()

busy24_wasm(web_app ${BUSY24_WEB_OUTPUT} ${kit} ${pages})
add_custom_command(TARGET web_app POST_BUILD
    COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/assets/build/split_app.mjs ${BUSY24_WEB_OUTPUT})
busy24_site(web ${BUSY24_WEB_OUTPUT} ${BUSY24_WEB_OUTPUT}/pages.wasm)

if(BUSY24_GALLERY)
    file(GLOB gallery CONFIGURE_DEPENDS tests/web/gallery/*.cpp)
    busy24_wasm(gallery_app ${BUSY24_WEB_OUTPUT}-gallery ${kit} ${compiled_texts} ${gallery})
    busy24_site(gallery ${BUSY24_WEB_OUTPUT}-gallery)
endif()
