#pragma once

#include <botan/secmem.h>

#include <cstdint>

namespace base {

/// Key material, passwords, PINs: memory that is locked where the system allows it and wiped when
/// freed.
using Secret = Botan::secure_vector<std::uint8_t>;

} // namespace base
