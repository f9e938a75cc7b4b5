#include "app/discretion.h"

#include <sys/resource.h>
#include <sys/stat.h>

namespace app {

void keepToOneself()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    umask(S_IRWXG | S_IRWXO);
}

} // namespace app
