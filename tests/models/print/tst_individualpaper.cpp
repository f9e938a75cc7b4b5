// links: Qt6::PrintSupport
#include "models/print/household.h"
#include "models/print/wordsofpdf.h"

#include "certificates/individual.h"
#include "print/press.h"

#include <QPageSize>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorCode;
using certificates::FormKind;
using certificates::Item;
using residents::MovementReason;

namespace {

const auto number = QStringLiteral("20261120 みどり野市 本庁1 プリンタ001 011");
const auto allItems =
    Item::Relationship | Item::Domicile | Item::ForeignItems | Item::FormerFamily | Item::History;

/// Lived at so many places before; each earlier one is "N番".
certificates::PersonFile lives(residents::Snapshot person, int moves)
{
    certificates::PersonFile file;
    for (int i = 0; i < moves; ++i) {
        residents::Snapshot state = person;
        state.id.version = i + 1;
        state.address.town = QStringLiteral("旧町");
        state.address.lot = QStringLiteral("%1番").arg(i + 1);
        state.address.building.clear();
        const QDate day = QDate(1990, 4, 1).addMonths(i);
        state.addressSettled = {calendar::PartialDate::on(day), day.addDays(5)};
        state.addressReason = i == 0 ? MovementReason::MoveIn : MovementReason::MoveWithin;
        state.movement.reason = state.addressReason;
        file.former.append(state);
    }
    person.id.version = moves + 1;
    if (moves > 0)
        person.formerAddress = file.former.last().address;
    file.person = person;
    return file;
}

residents::Snapshot removed(residents::Snapshot person)
{
    person.state = residents::State::MovedOut;
    person.removal = residents::Removal{
        calendar::PartialDate::on({2026, 3, 31}), {2026, 3, 20}, MovementReason::MoveOut};
    person.movement.reason = MovementReason::MoveOut;
    person.movement.happenedOn = person.removal->on;
    residents::Address away = household::address();
    away.municipality = QStringLiteral("とおい県はるか市");
    away.town = QStringLiteral("遠町");
    person.plannedDestination = residents::Destination{away, {2026, 3, 31}};
    away.lot = QStringLiteral("９９番地");
    person.confirmedDestination = residents::Destination{away, {2026, 4, 1}};
    person.remarks = QStringLiteral("令和８年３月３１日とおい県はるか市へ転出");
    return person;
}

certificates::Content contentOf(const certificates::PersonFile &file, FormKind form,
                                certificates::Items items)
{
    certificates::Request request;
    request.form = form;
    request.persons = {file.person.id.person};
    request.items = items;
    const auto terms = certificates::Terms::load(household::today());
    return certificates::individual(file, request, *terms, household::issuing());
}

} // namespace

/// 個人票 and 除票 on real paper: where the words stand, how the table goes on, what is never cut.
class TestIndividualPaper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wordsStandWhereTheFormSays();
    void aRemovedRecordSaysSo();
    void theTableGoesOnAsNeeded_data();
    void theTableGoesOnAsNeeded();
    void nothingStandsOutsideTheFrame_data();
    void nothingStandsOutsideTheFrame();
    void whatCannotBePrintedIsReported();

private:
    [[nodiscard]] pdf::Pages printed(const certificates::Content &content, const QString &name);
    std::unique_ptr<print::Press> m_press;
    QTemporaryDir m_folder;
};

void TestIndividualPaper::initTestCase()
{
    QVERIFY(m_folder.isValid());
    auto press = print::Press::open();
    QVERIFY2(press.has_value(), press ? "" : qPrintable(press.error().detail));
    m_press = std::make_unique<print::Press>(std::move(*press));
}

pdf::Pages TestIndividualPaper::printed(const certificates::Content &content, const QString &name)
{
    const auto document = m_press->certificate(content, {number}, print::Register::Live);
    if (!document) {
        QTest::qFail(qPrintable(document.error().detail), __FILE__, __LINE__);
        return {};
    }
    const QString path = m_folder.filePath(name + QStringLiteral(".pdf"));
    {
        QPdfWriter writer(path);
        writer.setResolution(1200);
        writer.setPageSize(QPageSize(QPageSize::A4));
        if (!(*document)->printOn(writer))
            return {};
    }
    pdf::picture(path, name);
    return pdf::wordsOf(path);
}

void TestIndividualPaper::wordsStandWhereTheFormSays()
{
    const auto file = lives(household::ofSize(1).members.first().snapshot, 2);
    const auto pages =
        printed(contentOf(file, FormKind::Individual, allItems), QStringLiteral("individual"));
    QCOMPARE(pages.size(), 1);
    // Measured on the form: 氏名 in the second row of the frame at 12, 24 mm; labels 27 mm wide.
    const QList<QPair<QString, QRectF>> expected{
        {QStringLiteral("渡邉"), QRectF(39, 30.5, 65, 13)},
        {QStringLiteral("昭和４３年２月３日"), QRectF(135, 43.5, 63, 6.5)},
        {QStringLiteral("あさぎり県みどり野市本町三丁目１２番地の３"), QRectF(39, 56.5, 159, 10)},
        {QStringLiteral("令和６年１２月２５日"), QRectF(39, 66.5, 65, 6.5)},
        {QStringLiteral("令和７年１月６日"), QRectF(135, 66.5, 63, 6.5)},
        {QStringLiteral("世帯主"), QRectF(135, 73, 63, 6.5)},
        {QStringLiteral("かすみ県あおば市朝日町一丁目５番６号"), QRectF(39, 94, 159, 8)},
        {QStringLiteral("あさぎり県みどり野市旧町2番"), QRectF(39, 102, 159, 8)},
        {QStringLiteral("あさぎり県みどり野市旧町2番"), QRectF(21, 148, 87, 8)},
        {QStringLiteral("平成２年５月１日"), QRectF(108, 148, 35, 8)},
        {QStringLiteral("平成２年５月６日"), QRectF(143, 148, 35, 8)},
        {QStringLiteral("転居"), QRectF(178, 148, 20, 8)},
        {QStringLiteral("あさぎり県みどり野市旧町1番"), QRectF(21, 156, 87, 8)},
        {QStringLiteral("転入"), QRectF(178, 156, 20, 8)},
        {QStringLiteral("以下余白"), QRectF(21, 164, 87, 8)},
        {QStringLiteral("この写しは、住民票の原本と相違ないことを証明する。"),
         QRectF(12, 254.2, 150, 12)},
        {QStringLiteral("令和８年１１月２０日"), QRectF(12, 262, 150, 12)},
    };
    for (const auto &[text, cell] : expected)
        QVERIFY2(pdf::standsIn(pages.first(), text, cell), qPrintable(text));
}

void TestIndividualPaper::aRemovedRecordSaysSo()
{
    const auto file = lives(removed(household::ofSize(1).members.first().snapshot), 0);
    const auto pages = printed(contentOf(file, FormKind::Removed, {}), QStringLiteral("removed"));
    QCOMPARE(pages.size(), 1);
    const QList<QPair<QString, QRectF>> expected{
        {QStringLiteral("令和８年３月３１日"), QRectF(39, 123, 65, 6.5)},
        {QStringLiteral("転出"), QRectF(135, 123, 63, 6.5)},
        {QStringLiteral("令和８年３月２０日"), QRectF(135, 129.5, 63, 6.5)},
        {QStringLiteral("とおい県はるか市遠町１２番地の３"), QRectF(39, 136, 101, 8)},
        {QStringLiteral("とおい県はるか市遠町９９番地"), QRectF(39, 144, 101, 8)},
        {QStringLiteral("令和８年４月１日"), QRectF(158, 144, 40, 8)},
        {QStringLiteral("令和８年３月３１日とおい県はるか市へ転出"), QRectF(39, 152, 159, 11)},
        {QStringLiteral("【省略】"), QRectF(21, 177, 87, 8)},
        {QStringLiteral("以下余白"), QRectF(21, 185, 87, 8)},
        {QStringLiteral("この写しは、除票の原本と相違ないことを証明する。"),
         QRectF(12, 254.2, 150, 12)},
    };
    for (const auto &[text, cell] : expected)
        QVERIFY2(pdf::standsIn(pages.first(), text, cell), qPrintable(text));
}

void TestIndividualPaper::theTableGoesOnAsNeeded_data()
{
    QTest::addColumn<int>("moves");
    QTest::addColumn<int>("sheets");
    // Twelve rows on the first sheet, 25 on each other.
    for (const auto &[moves, sheets] :
         {std::pair(0, 1), {1, 1}, {12, 1}, {13, 2}, {37, 2}, {38, 3}, {62, 3}})
        QTest::addRow("%d", moves) << moves << sheets;
}

void TestIndividualPaper::theTableGoesOnAsNeeded()
{
    QFETCH(int, moves);
    QFETCH(int, sheets);
    const auto file = lives(household::ofSize(1).members.first().snapshot, moves);
    const auto pages = printed(contentOf(file, FormKind::Individual, allItems),
                               QStringLiteral("moves%1").arg(moves));
    QCOMPARE(pages.size(), sheets);
    int rows = 0;
    for (int index = 0; index < sheets; ++index) {
        const auto &page = pages.at(index);
        const bool last = index + 1 == sheets;
        QCOMPARE(pdf::has(page, QStringLiteral("%1/%2").arg(index + 1).arg(sheets)), true);
        QCOMPARE(pdf::has(page, QStringLiteral("次葉に続く")), !last);
        QCOMPARE(
            pdf::has(page, QStringLiteral("この写しは、住民票の原本と相違ないことを証明する。")),
            last);
        // Whose sheet it is stands on each.
        QVERIFY(pdf::has(page, QStringLiteral("太郎")));
        QVERIFY(pdf::has(page, QStringLiteral("昭和４３年２月３日")));
        const double top = index == 0 ? 148 : 48;
        for (const auto &word : page)
            rows += word.place.top() > top && word.text.contains(QStringLiteral("旧町")) ? 1 : 0;
    }
    QCOMPARE(rows, moves);
}

void TestIndividualPaper::nothingStandsOutsideTheFrame_data()
{
    QTest::addColumn<FormKind>("form");
    QTest::addColumn<bool>("foreign");
    QTest::newRow("individual") << FormKind::Individual << false;
    QTest::newRow("foreign") << FormKind::Individual << true;
    QTest::newRow("removed") << FormKind::Removed << false;
    QTest::newRow("removed foreign") << FormKind::Removed << true;
}

void TestIndividualPaper::nothingStandsOutsideTheFrame()
{
    QFETCH(FormKind, form);
    QFETCH(bool, foreign);
    residents::Snapshot person =
        foreign ? household::foreigner(1).snapshot : household::ofSize(1).members.first().snapshot;
    person.remarks = QStringLiteral("令和６年４月１日　氏の変更により職権修正");
    if (form == FormKind::Removed)
        person = removed(person);
    const auto pages = printed(contentOf(lives(person, 30), form, allItems),
                               QStringLiteral("frame-%1-%2").arg(int(form)).arg(foreign));
    QCOMPARE(pages.size(), 2);
    const QRectF frame(12, 4, 186, 290);
    for (const auto &page : pages) {
        QVERIFY(page.size() > 40);
        for (const auto &word : page)
            QVERIFY2(frame.contains(word.place), qPrintable(word.text));
    }
    if (foreign) {
        QVERIFY(pdf::has(pages.first(), QStringLiteral("日本人の配偶者等")));
        QVERIFY(pdf::has(pages.first(), QStringLiteral("２０２８年３月３１日")));
        QVERIFY(pdf::has(pages.first(), QStringLiteral("中長期在留者")));
    }
}

/// 文字超過リスト (JS1 5.8): also of an earlier address on a further sheet.
void TestIndividualPaper::whatCannotBePrintedIsReported()
{
    auto file = lives(household::ofSize(1).members.first().snapshot, 20);
    const char32_t unregistered = 0x31350;
    file.former[0].address.building = QString::fromUcs4(&unregistered, 1) + QStringLiteral("荘");
    file.former[1].address.building = QString(400, QChar(u'荘'));
    const auto content = contentOf(file, FormKind::Individual, allItems);
    const auto problems = m_press->problems(content);
    QCOMPARE(problems.size(), 2);
    for (const auto &problem : problems) {
        QCOMPARE(problem.field, QStringLiteral("row.address"));
        QCOMPARE(problem.person, file.person.id.person);
    }
    QCOMPARE(int(problems.at(0).code), int(ErrorCode::TextOverflows));
    QCOMPARE(int(problems.at(1).code), int(ErrorCode::GlyphMissing));
    QVERIFY(!m_press->certificate(content, {number}, print::Register::Live).has_value());
}

QTEST_MAIN(TestIndividualPaper)
#include "tst_individualpaper.moc"
