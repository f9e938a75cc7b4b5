// madoguchi-bench: the figures of design.md 6, all through the real parts.
#include "bench/central.h"
#include "bench/counter.h"
#include "bench/figures.h"
#include "bench/moves.h"
#include "bench/program.h"
#include "bench/replica.h"
#include "bench/twin.h"

#include <QGuiApplication>

#include <cstdio>

using base::Result;
using bench::tell;

namespace {

const char usage[] = R"(usage: madoguchi-bench [NAME...] [--residents N] [--seed S]

Prints a JSON line a figure: name, n, p50, p95, unit, rows, machine. Nothing fails on time.
N is 350000 unless said otherwise. Without a NAME all of them:
  first-load   register into a fresh encrypted file (always done for those that read the cache)
  search       the three searches, straight from the cache
  open         opening the file; record, household and history, straight from the cache
  files        assessments, ledger and pension record of a person, straight from the cache
  twin         first load and search, encrypted and plain, in the same run
  changes      5,000 changes of residents, and of tax and ledger, after a break; searches while
               changes are being applied
  program      the real madoguchi, offscreen: memory, start, sign-in to search page
  desk         search and record through the desk, log rows on disk
  certificate  a household of four, ready to print
  central-load a register on a PostgreSQL server: first load over TLS beside the embedded one, 5,000
               changes after a break, signing in while eight stations load
  central-feed 100 connected stations and 50 writers: from commit to applied row
  moves        a family of four comes: filing and 本登録 through the desk, on both registers
  log          one row on disk; verifying the chain, and an exported log, of 200,000 rows
)";

struct Order
{
    QStringList names;
    int residents = 350'000;
    quint64 seed = 1;

    [[nodiscard]] bool asks(std::initializer_list<const char *> any) const
    {
        for (const char *name : any)
            if (names.isEmpty() || names.contains(QLatin1String(name)))
                return true;
        return false;
    }
};

constexpr std::initializer_list<const char *> known = {
    "first-load", "search",      "open", "files",        "twin",         "changes", "program",
    "desk",       "certificate", "log",  "central-load", "central-feed", "moves"};

std::optional<Order> readOrder(QStringList arguments)
{
    Order order;
    while (!arguments.isEmpty()) {
        const QString word = arguments.takeFirst();
        const bool isName = std::any_of(known.begin(), known.end(), [&word](const char *name) {
            return word == QLatin1String(name);
        });
        bool sound = isName;
        if (isName)
            order.names.append(word);
        else if (word == u"--residents" && !arguments.isEmpty())
            order.residents = arguments.takeFirst().toInt(&sound);
        else if (word == u"--seed" && !arguments.isEmpty())
            order.seed = arguments.takeFirst().toULongLong(&sound);
        if (!sound || order.residents < 1)
            return std::nullopt;
    }
    return order;
}

Result<> replicaFigures(const Order &order)
{
    QElapsedTimer timer;
    timer.start();
    const auto place = bench::Place::make(order.residents, order.seed);
    if (!place)
        return base::fail(place);
    tell(QStringLiteral("city.make"), double(timer.elapsed()), QStringLiteral("ms"),
         order.residents);
    if (const auto done = bench::firstLoad(**place); !done)
        return done;
    using Job = Result<> (*)(bench::Place &);
    for (const auto &[name, job] : {std::pair<const char *, Job>{"search", bench::search},
                                    {"open", bench::openRecords},
                                    {"files", bench::openFiles},
                                    {"twin", bench::twins},
                                    {"changes", bench::changes}}) {
        if (!order.asks({name}))
            continue;
        if (const auto done = job(**place); !done)
            return done;
    }
    return {};
}

Result<> placeFigures(const Order &order)
{
    const support::TrainingPlace place(order.residents, order.seed);
    if (order.asks({"program"})) {
        if (const auto done = bench::program(place, order.residents); !done)
            return done;
    }
    if (!order.asks({"desk", "certificate", "log"}))
        return {};
    return bench::counter(place, {.desk = order.asks({"desk"}),
                                  .log = order.asks({"log"}),
                                  .certificates = order.asks({"certificate"})});
}

Result<> run(const Order &order)
{
    if (order.asks({"first-load", "search", "open", "files", "twin", "changes"})) {
        if (const auto done = replicaFigures(order); !done)
            return done;
    }
    if (order.asks({"program", "desk", "certificate", "log"})) {
        if (const auto done = placeFigures(order); !done)
            return done;
    }
    if (order.asks({"central-load"})) {
        if (const auto done = bench::centralLoad(order.residents, order.seed); !done)
            return done;
    }
    if (order.asks({"central-feed"})) {
        if (const auto done = bench::centralFeed(); !done)
            return done;
    }
    if (order.asks({"moves"}))
        return bench::moves(order.residents, order.seed);
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments().mid(1);
    if (arguments.contains(QStringLiteral("--help"))) {
        std::fputs(usage, stdout);
        return 0;
    }
    if (arguments.value(0) == u"--loading-station")
        return bench::loadingStation(arguments.mid(1));
    const auto order = readOrder(arguments);
    if (!order) {
        std::fputs(usage, stderr);
        return 2;
    }
    const auto done = run(*order);
    if (!done)
        std::fprintf(stderr, "failed: code %d %s\n", int(done.error().code),
                     qPrintable(done.error().detail));
    return done ? 0 : 1;
}
