# How every part of the project is built: language, warnings, hardening, sanitizers, precompiled headers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
# moc reads headers only: it need not wait for the libraries a folder links.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
set(CMAKE_AUTORCC ON)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
endif()

# Shared in the builds that carry the tests: two hundred programs with everything in each of them took
# 20 GB, and a changed line linked them all again. What an office runs is static, one file a program.
option(BUILD_SHARED_LIBS "Every folder a shared library (dev, asan, mutants)" OFF)
set(CMAKE_LINK_DEPENDS_NO_SHARED ON)
if(NOT WIN32 AND NOT APPLE)
  # A folder names the folders it needs.
  add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,SHARED_LIBRARY>:-Wl,--no-undefined>)
endif()

add_library(madoguchi_rules INTERFACE)
target_include_directories(madoguchi_rules INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/models")
target_compile_definitions(madoguchi_rules INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS
  QT_FORCE_ASSERTS _GLIBCXX_ASSERTIONS MADOGUCHI_VERSION="${PROJECT_VERSION}")
target_compile_options(madoguchi_rules INTERFACE
  -Wall -Wextra -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -fstack-protector-strong
  $<$<BOOL:${CCACHE}>:-fpch-preprocess>
  $<$<BOOL:${MADOGUCHI_WERROR}>:-Werror>
  $<$<AND:$<CONFIG:Release>,$<NOT:$<BOOL:${MADOGUCHI_SANITIZE}>>>:-D_FORTIFY_SOURCE=2>
  $<$<CONFIG:Release>:-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=>
  $<$<CONFIG:Debug>:-g1>)
if(MADOGUCHI_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()

# The headers nearly every file reads, compiled once for all folders and tests. Nothing is in the library
# but them; a definition that one folder has more than it must not be read by these headers.
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/headers.cpp" "")
function(madoguchi_precompile name)
  add_library(${name} STATIC "${CMAKE_CURRENT_BINARY_DIR}/headers.cpp")
  set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_compile_options(${name} PRIVATE ${ARGN})
  target_link_libraries(${name} PRIVATE madoguchi_rules Qt6::Core tl::expected)
  target_precompile_headers(${name} PRIVATE
    <QByteArray> <QDate> <QDateTime> <QHash> <QList> <QString> <QStringList> <QVariant>
    <functional> <memory> <optional> <tl/expected.hpp>)
endfunction()
madoguchi_precompile(madoguchi_headers)
if(MADOGUCHI_SANITIZE)
  # With -O1 the sanitizers cost two thirds of the time: where the tests spend theirs.
  madoguchi_precompile(madoguchi_headers_o1 -O1)
endif()

# madoguchi_library(NAME base text ...): the sources of this folder as library madoguchi_NAME.
# Sources are taken by name pattern, so a new file needs no edit here.
function(madoguchi_library name)
  file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
  if(NOT sources)
    add_library(madoguchi_${name} INTERFACE)
    foreach(part IN LISTS ARGN)
      target_link_libraries(madoguchi_${name} INTERFACE ${part})
    endforeach()
    return()
  endif()
  add_library(madoguchi_${name} ${sources})
  set_target_properties(madoguchi_${name} PROPERTIES LINKER_LANGUAGE CXX)
  # CMake 3.25 with Ninja does not run moc again for a header that was added: start it anew.
  set(known "${CMAKE_CURRENT_BINARY_DIR}/madoguchi_${name}_sources.txt")
  set(before "")
  if(EXISTS "${known}")
    file(READ "${known}" before)
  endif()
  if(NOT before STREQUAL "${sources}")
    file(REMOVE "${CMAKE_CURRENT_BINARY_DIR}/madoguchi_${name}_autogen/timestamp")
    file(WRITE "${known}" "${sources}")
  endif()
  target_link_libraries(madoguchi_${name} PUBLIC madoguchi_rules Qt6::Core ${ARGN})
  set(headers madoguchi_headers)
  if(MADOGUCHI_SANITIZE AND "${CMAKE_CURRENT_SOURCE_DIR}" MATCHES "^${PROJECT_SOURCE_DIR}/models/")
    target_compile_options(madoguchi_${name} PRIVATE -O1)
    set(headers madoguchi_headers_o1)
  endif()
  target_precompile_headers(madoguchi_${name} REUSE_FROM ${headers})
endfunction()
