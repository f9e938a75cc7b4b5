// madoguchi-token: the one process that loads a card maker's PKCS#11 module. It links the C library
// and nothing else, so that no module meets another copy of what it brings, and a module that hangs
// or dies takes nothing with it. Requests come on standard input (models/token/wire.h).

#include "token/card.h"
#include "token/frame.h"
#include "token/host.h"
#include "token/wire.h"

using namespace token;

namespace {

unsigned char requestMemory[wire::maxFrame];
unsigned char answerMemory[4 + wire::maxFrame];
constexpr uint32_t answerHead = 4 + 1 + 4; // length, operation, CK_RV
constexpr int malformed = 2;

CK_RV serve(Card &card, wire::Operation operation, Reader &request, Writer &answer)
{
    switch (operation) {
    case wire::Operation::Load:
        return card.load(request);
    case wire::Operation::Slots:
        return card.slots(answer);
    case wire::Operation::Select:
        return card.select(request);
    case wire::Operation::Certificates:
        return card.certificates(answer);
    case wire::Operation::Login:
        return card.login(request, answer);
    case wire::Operation::Logout:
        return card.logout();
    case wire::Operation::Derive:
        return card.derive(request, answer);
    case wire::Operation::Sign:
        return card.sign(request, answer);
    case wire::Operation::Poll:
        return card.poll(answer);
    case wire::Operation::InitToken:
        return card.initToken(request, answer);
    case wire::Operation::MakeKeys:
        return card.makeKeys(request, answer);
    case wire::Operation::StoreCertificate:
        return card.storeCertificate(request);
    }
    host::leave(malformed);
}

/// False when the pipe has ended.
bool serveOne(Card &card)
{
    unsigned char head[4];
    if (!host::readAll(head, sizeof head))
        return false;
    const uint32_t length = Reader(Span{head, sizeof head}).number(4);
    if (length == 0 || length > wire::maxFrame)
        host::leave(malformed);
    if (!host::readAll(requestMemory, length))
        return false;

    Reader request(Span{requestMemory, length});
    const auto operation = static_cast<wire::Operation>(request.number(1));
    Writer answer(Span{answerMemory + answerHead, wire::maxFrame - answerHead});
    CK_RV rv = serve(card, operation, request, answer);
    if (request.broken() || !request.atEnd())
        host::leave(malformed);
    if (answer.full()) {
        answer.shrinkTo(0);
        rv = wire::rvTooLong;
    }
    host::wipe(requestMemory, length);

    Writer front(Span{answerMemory, answerHead});
    front.number(1 + 4 + answer.size(), 4);
    front.number(static_cast<uint32_t>(operation), 1);
    front.number(static_cast<uint32_t>(rv), 4);
    const bool said = host::writeAll(answerMemory, answerHead + answer.size());
    host::wipe(answerMemory, sizeof answerMemory);
    return said;
}

} // namespace

int main()
{
    host::settle();
    host::lock(requestMemory, sizeof requestMemory);
    host::lock(answerMemory, sizeof answerMemory);
    {
        Card card;
        while (serveOne(card)) {
        }
        host::limitFarewell();
    }
    host::leave(0);
}
