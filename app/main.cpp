// madoguchi: the clerk's program.
#include "app/credentials.h"
#include "app/discretion.h"
#include "app/frontroom.h"
#include "app/tour.h"
#include "ui/printing/press.h"
#include "ui/shell/mainwindow.h"
#include "ui/signin/dayendpage.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QVBoxLayout>

#include <cstdio>

namespace {

struct CommandLine
{
    QString settings;
    QString credentials;
    QString card;
    QString tour;
    QString script;
};

CommandLine readCommandLine(const QApplication &application)
{
    QCommandLineParser parser;
    parser.addVersionOption();
    parser.addHelpOption();
    const QCommandLineOption settings(
        QStringLiteral("settings"), QStringLiteral("This PC's settings file."),
        QStringLiteral("FILE"), QStringLiteral("/etc/madoguchi/madoguchi.conf"));
    const QCommandLineOption credentials(QStringLiteral("credentials"),
                                         QStringLiteral("Training register only: who signs in."),
                                         QStringLiteral("FILE"));
    const QCommandLineOption card(QStringLiteral("card"),
                                  QStringLiteral("Training: whose card is in the reader."),
                                  QStringLiteral("USER"));
    const QCommandLineOption tour(QStringLiteral("tour"),
                                  QStringLiteral("Guided tour; pictures and papers go to DIR."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption script(
        QStringLiteral("script"),
        QStringLiteral(
            "Another tour: a file, or a shipped one (main, supervisor, tax, ledger, pension, "
            "entries, queue)."),
        QStringLiteral("NAME"));
    parser.addOptions({settings, credentials, card, tour, script});
    parser.process(application);
    return {.settings = parser.value(settings),
            .credentials = parser.value(credentials),
            .card = parser.value(card),
            .tour = parser.value(tour),
            .script = parser.value(script)};
}

/// What keeps the program from starting, in the house's own words; nothing is opened.
int refuseToStart(QApplication &application, const base::Error &error, bool unattended)
{
    std::fprintf(stderr, "madoguchi cannot start: code %d %s\n", int(error.code),
                 qPrintable(error.detail));
    if (unattended)
        return 1;
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *message = new widgets::MessageBar(&window);
    layout->addWidget(message);
    layout->addStretch(1);
    message->showError(error);
    window.resize(widgets::em(44), widgets::em(14));
    window.show();
    QApplication::exec();
    Q_UNUSED(application)
    return 1;
}

/// The day-end sheet holds nothing personal: count and head of the log (design.md 4).
void printDayEnd(app::FrontRoom &room, const signin::DayEnd &end)
{
    const auto document = room.press().dayEnd({.count = end.rows,
                                               .hash = end.head,
                                               .day = room.clock().today(),
                                               .station = end.station,
                                               .municipality = room.settings().municipality});
    if (!document) {
        std::fprintf(stderr, "day-end sheet: code %d\n", int(document.error().code));
        return;
    }
    const QString printer = printing::printerFor(room.settings().printer);
    if (const auto printed = printing::print(**document, printer); !printed)
        std::fprintf(stderr, "day-end sheet: code %d\n", int(printed.error().code));
}

/// A shipped tour by its name ("supervisor"), or any file; without a name the main one.
QStringList scriptLines(const QString &file)
{
    const QString shipped =
        QStringLiteral(":/tour/%1.tour").arg(file.isEmpty() ? QStringLiteral("main") : file);
    QFile script(QFile::exists(shipped) ? shipped : file);
    if (!script.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(script.readAll()).split(QLatin1Char('\n'));
}

/// The tour types what the credentials file says; only a training register lets it in.
void startTour(shell::MainWindow &window, app::FrontRoom &room, const CommandLine &command,
               const app::Credentials &credentials)
{
    app::Tour::Order order{.folder = QDir(command.tour).absolutePath(),
                           .script = scriptLines(command.script),
                           .secrets = {}};
    for (auto user = credentials.users.begin(); user != credentials.users.end(); ++user) {
        order.secrets.insert(user.key() + QStringLiteral(".password"), user->password);
        order.secrets.insert(user.key() + QStringLiteral(".pin"), user->pin);
    }
    for (auto number = credentials.specimens.begin(); number != credentials.specimens.end();
         ++number)
        order.secrets.insert(QStringLiteral("specimen.") + number.key(), number.value());
    auto *tour = new app::Tour(window, order, &window);
    QObject::connect(tour, &app::Tour::scaleWanted, &window, &shell::MainWindow::setTextPercent);
    QObject::connect(tour, &app::Tour::paperWanted, &window,
                     [&room](const QString &file) { room.settings().printer = file; });
    QObject::connect(tour, &app::Tour::finished, &window, [](bool well, const QString &why) {
        if (!well)
            std::fprintf(stderr, "the tour stopped: %s\n", qPrintable(why));
        QCoreApplication::exit(well ? 0 : 1);
    });
    tour->start();
}

} // namespace

int main(int argc, char *argv[])
{
    app::keepToOneself();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("madoguchi"));
    QApplication::setApplicationVersion(QStringLiteral(MADOGUCHI_VERSION));
    words::speak(application, QStringLiteral("ja"));
    const CommandLine command = readCommandLine(application);
    const bool unattended = !command.tour.isEmpty();
    widgets::applyTheme(100);

    app::Credentials credentials;
    if (!command.credentials.isEmpty()) {
        const auto read = app::readCredentials(command.credentials);
        if (!read)
            return refuseToStart(application, read.error(), unattended);
        credentials = *read;
    }
    auto room = app::FrontRoom::open(
        {.settingsFile = command.settings,
         .card = command.card.isEmpty() ? QString() : QStringLiteral("tokens/") + command.card,
         // A tour takes pictures and papers of what it sees: of a training register only.
         .answeredByFile = unattended || !command.credentials.isEmpty()});
    if (!room)
        return refuseToStart(application, room.error(), unattended);
    shell::MainWindow window((*room)->door(), (*room)->clock(),
                             [&room] { return (*room)->settings().printer; });
    window.setTextPercent((*room)->settings().textPercent);
    QObject::connect(&window, &shell::MainWindow::textPercentChanged, &window,
                     [&room](int percent) {
                         (*room)->settings().textPercent = percent;
                         // A text size that cannot be kept is no reason to disturb anybody.
                         (void)app::writeScreenSettings((*room)->settings());
                     });
    QObject::connect(&window, &shell::MainWindow::dayEndPrintAsked, &window,
                     [&room](const signin::DayEnd &end) { printDayEnd(**room, end); });
    window.show();
    if (unattended)
        startTour(window, **room, command, credentials);
    return QApplication::exec();
}
