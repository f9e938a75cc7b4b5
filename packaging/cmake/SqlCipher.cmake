# Pinned SQLCipher amalgamation, fetched through the npm client; nothing of the package is executed.
#   SQLCIPHER_TGZ         an already fetched tarball, for builds without a network
#   MADOGUCHI_DOWNLOADS   (option or environment) a folder outside the build where the tarball is kept,
#                         so that a fresh build directory fetches nothing
# Target: sqlcipher (static and hidden unless BUILD_SHARED_LIBS, optimised in every build type; the drop-in replacement of Qt's
# SQLite plug-in wrote plaintext in three ordinary accidents and is never used).
set(SQLCIPHER_NPM "@journeyapps/sqlcipher@6.0.0")
set(SQLCIPHER_FILE "journeyapps-sqlcipher-6.0.0.tgz")
set(SQLCIPHER_SHA512 626592408478727bfee4bdfc9582684bf74817ff9b11905a0020136de4f2ab85ca8cc1dcc5d22516712504b888a9af6bc2c78e222988623b9d80e382a2fb9ddd)
set(SQLCIPHER_C_SHA256 2ba87bbc92caf02c0ac640198c537c24bdda899a18bbba289f3d3f44d56795e4)

set(MADOGUCHI_DOWNLOADS "$ENV{MADOGUCHI_DOWNLOADS}" CACHE PATH "Folder that keeps fetched archives")
set(SQLCIPHER_TGZ "" CACHE FILEPATH "Already fetched SQLCipher tarball (offline builds)")

set(sqlcipher_work "${CMAKE_BINARY_DIR}/_sqlcipher")
set(sqlcipher_tgz "${SQLCIPHER_TGZ}")
if(NOT sqlcipher_tgz)
  set(sqlcipher_downloads "${sqlcipher_work}")
  if(MADOGUCHI_DOWNLOADS)
    set(sqlcipher_downloads "${MADOGUCHI_DOWNLOADS}")
  endif()
  set(sqlcipher_tgz "${sqlcipher_downloads}/${SQLCIPHER_FILE}")
  if(NOT EXISTS "${sqlcipher_tgz}")
    find_program(NPM NAMES npm.cmd npm REQUIRED)
    # Packed beside its place and renamed, so that an interrupted fetch leaves no half a tarball.
    string(RANDOM LENGTH 8 sqlcipher_part)
    set(sqlcipher_part "${sqlcipher_downloads}/fetch-${sqlcipher_part}")
    file(MAKE_DIRECTORY "${sqlcipher_part}")
    execute_process(
      COMMAND "${NPM}" pack --silent --ignore-scripts --pack-destination "${sqlcipher_part}"
              "${SQLCIPHER_NPM}"
      WORKING_DIRECTORY "${sqlcipher_part}"
      RESULT_VARIABLE sqlcipher_failed OUTPUT_QUIET ERROR_VARIABLE sqlcipher_why)
    if(sqlcipher_failed)
      file(REMOVE_RECURSE "${sqlcipher_part}")
      message(FATAL_ERROR "SQLCipher could not be fetched (set SQLCIPHER_TGZ to build without a "
                          "network): ${sqlcipher_why}")
    endif()
    file(RENAME "${sqlcipher_part}/${SQLCIPHER_FILE}" "${sqlcipher_tgz}")
    file(REMOVE_RECURSE "${sqlcipher_part}")
  endif()
endif()

file(SHA512 "${sqlcipher_tgz}" sqlcipher_got)
if(NOT sqlcipher_got STREQUAL SQLCIPHER_SHA512)
  message(FATAL_ERROR "SQLCipher tarball is not the pinned one: ${sqlcipher_tgz}: ${sqlcipher_got}")
endif()
set(sqlcipher_source "${sqlcipher_work}/package/deps/sqlcipher-amalgamation")
if(NOT EXISTS "${sqlcipher_source}/sqlite3.c")
  file(ARCHIVE_EXTRACT INPUT "${sqlcipher_tgz}" DESTINATION "${sqlcipher_work}"
    PATTERNS "package/deps/sqlcipher-amalgamation/*" "package/LICENSE")
endif()
file(SHA256 "${sqlcipher_source}/sqlite3.c" sqlcipher_got)
if(NOT sqlcipher_got STREQUAL SQLCIPHER_C_SHA256)
  message(FATAL_ERROR "sqlite3.c is not the pinned one: ${sqlcipher_got}")
endif()

add_library(sqlcipher "${sqlcipher_source}/sqlite3.c")
target_include_directories(sqlcipher SYSTEM PUBLIC "${sqlcipher_source}")
target_compile_definitions(sqlcipher PUBLIC SQLITE_HAS_CODEC SQLITE_OMIT_DEPRECATED
  SQLITE_OMIT_LOAD_EXTENSION SQLITE_OMIT_SHARED_CACHE
  PRIVATE SQLCIPHER_CRYPTO_OPENSSL SQLITE_EXTRA_INIT=sqlcipher_extra_init
  SQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown SQLITE_TEMP_STORE=2 SQLITE_THREADSAFE=1
  HAVE_STDINT_H=1 $<$<NOT:$<PLATFORM_ID:Windows>>:HAVE_USLEEP=1> SQLITE_ENABLE_FTS5
  SQLITE_ENABLE_COLUMN_METADATA SQLITE_ENABLE_DBSTAT_VTAB SQLITE_SECURE_DELETE SQLITE_DQS=0
  SQLITE_DEFAULT_FOREIGN_KEYS=1 NDEBUG)
set_target_properties(sqlcipher PROPERTIES POSITION_INDEPENDENT_CODE ON AUTOMOC OFF AUTORCC OFF)
if(NOT BUILD_SHARED_LIBS)
  set_target_properties(sqlcipher PROPERTIES C_VISIBILITY_PRESET hidden)
endif()
target_compile_options(sqlcipher PRIVATE
  $<$<NOT:$<C_COMPILER_ID:MSVC>>:-O2;-w>
  $<$<BOOL:${MADOGUCHI_SANITIZE}>:-fno-sanitize=all>)
target_link_libraries(sqlcipher PUBLIC OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS}
  $<$<PLATFORM_ID:Linux>:m>)
