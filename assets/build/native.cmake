# The native half: one static library per folder, the programs, one test program per tests folder.
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(EXPAT REQUIRED)
find_package(ZLIB REQUIRED)
find_package(CURL REQUIRED)
find_package(Threads REQUIRED)

if(BUSY24_SANITIZE)
    add_compile_options(-fsanitize=${BUSY24_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${BUSY24_SANITIZE})
endif()

# cpp-httplib's class layout depends on these, so every file that includes it sees the same ones.
# A status line is read by std::regex, which uses up the stack on a long one: at the default of
# 32 KiB it ended the program.
add_library(httplib INTERFACE)
target_include_directories(httplib SYSTEM INTERFACE ${BUSY24_THIRD_PARTY}/cpp-httplib)
target_compile_definitions(httplib INTERFACE CPPHTTPLIB_OPENSSL_SUPPORT CPPHTTPLIB_ZLIB_SUPPORT
    CPPHTTPLIB_TCP_NODELAY=true CPPHTTPLIB_LISTEN_BACKLOG=256 CPPHTTPLIB_MAX_LINE_LENGTH=8192)
target_link_libraries(httplib INTERFACE OpenSSL::SSL OpenSSL::Crypto ZLIB::ZLIB Threads::Threads)

add_library(imgui STATIC
    ${BUSY24_THIRD_PARTY}/imgui/imgui.cpp ${BUSY24_THIRD_PARTY}/imgui/imgui_draw.cpp
    ${BUSY24_THIRD_PARTY}/imgui/imgui_tables.cpp ${BUSY24_THIRD_PARTY}/imgui/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${BUSY24_THIRD_PARTY}/imgui)
target_include_directories(imgui PUBLIC ${CMAKE_SOURCE_DIR})
if(BUSY24_SANITIZE MATCHES undefined)
    # Dear ImGui floors the far-off position of a pointer that is nowhere, which wraps an int.
    target_compile_options(imgui PUBLIC -fno-sanitize=signed-integer-overflow)
endif()
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="web/platform/imgui_config.hpp")

# With BUSY24_UNITY several files are compiled as one, in less than half the time; the preset dev sees
# that each stands alone. These few name the same thing as a neighbour, or hide a type in a class of
# their header.
file(GLOB alone CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/text/*.cpp
    ${CMAKE_SOURCE_DIR}/proxy/mail/text/*.cpp)
set_source_files_properties(${alone} ${CMAKE_SOURCE_DIR}/proxy/http/server.cpp
    ${CMAKE_SOURCE_DIR}/proxy/erp/soap_codec.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
# Runs once, at the start, and is mostly lists of JSON: optimised, it takes five times as long to compile.
set_source_files_properties(${CMAKE_SOURCE_DIR}/proxy/http/openapi.cpp PROPERTIES
    SKIP_UNITY_BUILD_INCLUSION ON COMPILE_OPTIONS -O0)

# busy24_library(<name> <folder>... LINK <library>...): every .cpp directly in the folders.
function(busy24_library name)
    cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
    set(sources)
    foreach(folder ${arg_UNPARSED_ARGUMENTS})
        file(GLOB found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
        list(FILTER found EXCLUDE REGEX "/main\\.cpp$|/browser\\.cpp$|/gl\\.cpp$|proxy/log\\.cpp$")
        list(APPEND sources ${found})
    endforeach()
    if(sources)
        add_library(${name} STATIC ${sources})
        set(scope PUBLIC)
        target_compile_options(${name} PRIVATE ${busy24_warnings})
        set_target_properties(${name} PROPERTIES UNITY_BUILD "${BUSY24_UNITY}")
    else()
        add_library(${name} INTERFACE)
        set(scope INTERFACE)
    endif()
    target_include_directories(${name} ${scope} ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} ${scope} ${arg_LINK})
endfunction()

busy24_library(busy24_shared shared)
busy24_library(busy24_doors proxy/doors LINK busy24_shared httplib OpenSSL::Crypto CURL::libcurl)
busy24_library(busy24_security proxy/security LINK busy24_doors OpenSSL::Crypto)
busy24_library(busy24_store proxy/store LINK busy24_security SQLite::SQLite3)
busy24_library(busy24_xml proxy/xml)
busy24_library(busy24_erp proxy/erp LINK busy24_doors busy24_xml EXPAT::EXPAT)
busy24_library(busy24_domain proxy/domain LINK busy24_shared)
busy24_library(busy24_workspace proxy/workspace LINK busy24_domain busy24_store)
# The worker knows nothing of what it works on; the mirror hands it that.
busy24_library(busy24_jobs proxy/jobs LINK busy24_doors Threads::Threads)
busy24_library(busy24_sync proxy/sync proxy/sync/entities
    LINK busy24_workspace busy24_erp busy24_domain busy24_jobs)
# The log stands alone, since everything above the doors may write lines.
add_library(busy24_log STATIC ${CMAKE_SOURCE_DIR}/proxy/log.cpp)
target_compile_options(busy24_log PRIVATE ${busy24_warnings})
target_link_libraries(busy24_log PUBLIC busy24_doors)
busy24_library(busy24_http proxy/http LINK busy24_log busy24_security busy24_store httplib)
busy24_library(busy24_mail proxy/mail proxy/mail/text
    LINK busy24_log busy24_store busy24_domain busy24_jobs busy24_xml)
busy24_library(busy24_people proxy/people LINK busy24_http busy24_workspace busy24_mail)
busy24_library(busy24_onboarding proxy/onboarding
    LINK busy24_people busy24_http busy24_workspace busy24_erp busy24_sync busy24_security)
busy24_library(busy24_records proxy/records LINK busy24_http busy24_workspace)
busy24_library(busy24_control proxy/control LINK busy24_http busy24_sync)
busy24_library(busy24_connection proxy/connection LINK busy24_onboarding)
busy24_library(busy24_setup proxy/setup LINK busy24_people busy24_http busy24_workspace busy24_jobs)
busy24_library(busy24_help proxy/help LINK busy24_http)
busy24_library(busy24_app proxy LINK busy24_connection busy24_onboarding busy24_people busy24_records busy24_control busy24_http busy24_jobs busy24_setup busy24_help)
busy24_library(busy24_ui web/ui LINK busy24_shared imgui)
busy24_library(busy24_web web/app web/pages web/text LINK busy24_ui)
busy24_library(busy24_simulator tests/simulator LINK httplib EXPAT::EXPAT)
if(BUSY24_SANITIZE)
    # Simulated days and pages run through these by the hundred; unoptimised, the sanitizers cost four
    # times as much.
    foreach(hot shared security store xml erp http domain workspace sync ui simulator)
        target_compile_options(busy24_${hot} PRIVATE -O1)
    endforeach()
    target_compile_options(imgui PRIVATE -O1)
endif()
if(BUSY24_SANITIZE MATCHES address)
    # What reads hostile input tells the fuzz targets where it has been.
    foreach(reader shared security xml erp http)
        target_compile_options(busy24_${reader} PRIVATE -fsanitize=fuzzer-no-link)
    endforeach()
endif()

function(busy24_program name main)
    if(NOT EXISTS ${CMAKE_SOURCE_DIR}/${main})
        return()
    endif()
    add_executable(${name} ${CMAKE_SOURCE_DIR}/${main})
    target_compile_options(${name} PRIVATE ${busy24_warnings})
    target_link_libraries(${name} PRIVATE ${ARGN})
endfunction()

busy24_program(busy24-proxy proxy/main.cpp busy24_app)
busy24_program(busy24-simulator tests/simulator/main.cpp busy24_simulator)

# busy24_test(<name> <folder> <library>...): one doctest program from all of a tests folder.
enable_testing()
add_custom_target(tests)
# doctest itself, compiled once for all of them.
add_library(busy24_test_main OBJECT EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/main.cpp)
function(busy24_test name folder)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
    if(NOT sources)
        return()
    endif()
    add_executable(${name} EXCLUDE_FROM_ALL ${sources})
    target_compile_options(${name} PRIVATE ${busy24_warnings})
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    target_compile_definitions(${name} PRIVATE BUSY24_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE busy24_test_main ${ARGN})
    set_target_properties(${name} PROPERTIES UNITY_BUILD "${BUSY24_UNITY}" UNITY_BUILD_BATCH_SIZE 5)
    add_dependencies(tests ${name})
    add_test(NAME ${name} COMMAND ${name})
endfunction()

busy24_test(shared_test tests/shared busy24_shared)
busy24_test(security_test tests/security busy24_security)
busy24_test(store_test tests/store busy24_store)
busy24_test(erp_test tests/erp busy24_erp busy24_simulator)
busy24_test(sync_test tests/sync busy24_sync busy24_jobs busy24_simulator)
busy24_test(threads_test tests/threads busy24_sync busy24_jobs busy24_simulator)
busy24_test(http_test tests/http busy24_http busy24_domain)
busy24_test(app_test tests/app busy24_app busy24_simulator)
busy24_test(web_test tests/web busy24_web)
busy24_test(simulator_test tests/simulator_tests busy24_simulator)
busy24_test(tidy_test tests/tidy)
# Benchmarks print figures and assert none.
file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/bench/*_bench.cpp)
foreach(source ${benches})
    get_filename_component(name ${source} NAME_WE)
    busy24_program(${name} tests/bench/${name}.cpp busy24_app busy24_simulator)
    set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
endforeach()

if(BUSY24_SANITIZE MATCHES address)
    add_custom_target(fuzz_targets)
    file(GLOB targets CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
    foreach(source ${targets})
        get_filename_component(name ${source} NAME_WE)
        busy24_program(${name} tests/fuzz/${name}.cpp busy24_http busy24_erp)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
        add_dependencies(fuzz_targets ${name})
    endforeach()
endif()
