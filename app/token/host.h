#pragma once

#include <stdint.h>

// What madoguchi-token asks of the operating system. One file per system.
namespace host {

/// Takes the pipe from standard input and output, closes every other file, forbids memory dumps and
/// ends with the workstation. Called first.
void settle();
/// Keeps a piece of memory out of the swap file, where the system allows it.
void lock(void *memory, uint32_t size);
void wipe(void *memory, uint32_t size);
/// False at the end of the pipe.
bool readAll(void *into, uint32_t size);
bool writeAll(const void *from, uint32_t size);
/// The address of a function in a module that is loaded by path; null when it cannot be.
void *load(const char *path, const char *function);
/// Ends the program. A module that will not let go has two seconds.
void limitFarewell();
[[noreturn]] void leave(int code);

} // namespace host
