# Makes the table of kanji that mean the same character for a search from the package unicode-data
# (Unicode licence): kCompatibilityVariant, the targets of kJinmeiyoKanji and kJoyoKanji, and the twelve
# unified ideographs of the compatibility block.
#   cmake -DUNIHAN=DIR -DBZIP2=PROGRAM -DOUTPUT=FILE -P KanjiFold.cmake
set(pairs "")

function(collect file pattern)
  if(EXISTS "${UNIHAN}/${file}.bz2")
    execute_process(COMMAND "${BZIP2}" -dc "${UNIHAN}/${file}.bz2" OUTPUT_FILE "${OUTPUT}.${file}"
      RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "cannot unpack ${UNIHAN}/${file}.bz2")
    endif()
    set(source "${OUTPUT}.${file}")
  elseif(EXISTS "${UNIHAN}/${file}")
    set(source "${UNIHAN}/${file}")
  else()
    message(FATAL_ERROR "${UNIHAN}/${file}: not there; install the package unicode-data")
  endif()
  file(STRINGS "${source}" lines REGEX "${pattern}")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^U\\+([0-9A-F]+)\t[A-Za-z]+\t.*U\\+([0-9A-F]+)" found "${line}")
    if(found)
      list(APPEND pairs "{0x${CMAKE_MATCH_1}, 0x${CMAKE_MATCH_2}}")
    endif()
  endforeach()
  if(NOT source STREQUAL "${UNIHAN}/${file}")
    file(REMOVE "${source}")
  endif()
  set(pairs "${pairs}" PARENT_SCOPE)
endfunction()

collect(Unihan_IRGSources.txt "kCompatibilityVariant\t")
collect(Unihan_OtherMappings.txt "(kJinmeiyoKanji|kJoyoKanji)\t.*U\\+")
list(LENGTH pairs count)
if(count LESS 1200)
  message(FATAL_ERROR "only ${count} kanji pairs found: ${UNIHAN} is not what was expected")
endif()
list(JOIN pairs ",\n    " body)
string(SHA256 digest "${body}")
string(SUBSTRING "${digest}" 0 16 digest)
file(WRITE "${OUTPUT}.new" "// Made by packaging/cmake/KanjiFold.cmake from the package unicode-data.\n\
#pragma once\n\nnamespace text::unihan {\n\nstruct Pair\n{\n    char32_t from;\n    char32_t to;\n};\n\
inline constexpr char version[] = \"${digest}\";\n\
inline constexpr Pair pairs[] = {\n    ${body},\n};\n\n} // namespace text::unihan\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
