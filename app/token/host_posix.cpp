#include "host.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace host {
namespace {

int pipeIn = -1;
int pipeOut = -1;

} // namespace

void settle()
{
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    signal(SIGPIPE, SIG_IGN);

    // A module that prints must not print into our frames.
    close_range(3, ~0U, 0);
    pipeIn = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    pipeOut = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (pipeIn < 0 || pipeOut < 0 || nowhere < 0)
        leave(3);
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; ++file)
        dup2(nowhere, file);
    close(nowhere);
}

void lock(void *memory, uint32_t size)
{
    mlock(memory, size);
    madvise(memory, size, MADV_DONTDUMP);
}

void wipe(void *memory, uint32_t size)
{
    explicit_bzero(memory, size);
}

bool readAll(void *into, uint32_t size)
{
    auto *place = static_cast<unsigned char *>(into);
    while (size > 0) {
        const ssize_t count = read(pipeIn, place, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        place += count;
        size -= static_cast<uint32_t>(count);
    }
    return true;
}

bool writeAll(const void *from, uint32_t size)
{
    const auto *place = static_cast<const unsigned char *>(from);
    while (size > 0) {
        const ssize_t count = write(pipeOut, place, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        place += count;
        size -= static_cast<uint32_t>(count);
    }
    return true;
}

void *load(const char *path, const char *function)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    return library ? dlsym(library, function) : nullptr;
}

void limitFarewell()
{
    signal(SIGALRM, SIG_DFL);
    alarm(2);
}

void leave(int code)
{
    _exit(code);
}

} // namespace host
