#include "app/adminsignin.h"

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace app {

base::Secret askHidden(const char *prompt)
{
    base::Secret typed;
    termios before{};
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return typed;
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    std::fputs(prompt, stderr);
    typed.reserve(256); // no copies left behind by growing
    unsigned char byte = 0;
    while (typed.size() < 256 && read(STDIN_FILENO, &byte, 1) == 1 && byte != '\n')
        typed.push_back(byte);
    byte = 0;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::fputc('\n', stderr);
    return typed;
}

} // namespace app
