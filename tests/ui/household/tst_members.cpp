#include "../resident/people.h"

#include "ui/household/householdtab.h"
#include "ui/household/membermodel.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTest>

using household::MemberModel;

class TestMembers : public QObject
{
    Q_OBJECT

private:
    static QString cell(const MemberModel &model, int row, MemberModel::Column column)
    {
        return model.index(row, int(column)).data().toString();
    }
    static household::HouseholdTab *tabOf(const base::Result<desk::HouseholdView> &answer)
    {
        auto *tab = new household::HouseholdTab(
            [answer](base::HouseholdId) { return people::now(answer); });
        tab->resize(1366, 520);
        tab->show();
        tab->showHousehold(base::HouseholdId{1000016});
        return tab;
    }

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }

    void modelHoldsWhatAModelMust()
    {
        MemberModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(people::household().members);
        QCOMPARE(model.rowCount(), 4);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void datesFollowTheKindOfResident()
    {
        MemberModel model;
        model.setRows(people::household().members);
        QCOMPARE(cell(model, 0, MemberModel::Column::Born), QStringLiteral("昭和40年11月30日"));
        QCOMPARE(cell(model, 3, MemberModel::Column::Born), QStringLiteral("1990年8月9日"));
        QCOMPARE(cell(model, 3, MemberModel::Column::Age), QString()); // not certain: not shown
        model.setRows(people::household().formerMembers);
        QCOMPARE(cell(model, 0, MemberModel::Column::Born), QStringLiteral("昭和5年　月日不詳"));
        QCOMPARE(cell(model, 0, MemberModel::Column::LeftOn), QStringLiteral("令和3年2月14日"));
    }

    void marksAreThere()
    {
        auto rows = people::household().members;
        rows[0].isProtected = true;
        rows[0].restricted = true;
        MemberModel model;
        model.setRows(rows);
        const auto badges = [&model](int row) {
            return model.index(row, int(MemberModel::Column::State))
                .data(widgets::BadgesRole)
                .value<QList<widgets::BadgeKind>>();
        };
        using widgets::BadgeKind;
        QCOMPARE(badges(0), QList<BadgeKind>{BadgeKind::Protected});
        QCOMPARE(badges(1), QList<BadgeKind>{});
        QCOMPARE(badges(2), QList<BadgeKind>{BadgeKind::MoveOutPlanned});
        QCOMPARE(badges(3), QList<BadgeKind>{BadgeKind::Foreign});
    }

    void aHiddenAddressIsNotShown()
    {
        auto view = people::household();
        view.addressHidden = true;
        const std::unique_ptr<household::HouseholdTab> tab(tabOf(view));
        QTRY_VERIFY(tab->isFilled());
        const auto *address = tab->findChild<QLabel *>(QStringLiteral("householdAddress"));
        QVERIFY(!address->text().contains(people::home().town));
    }

    void anEmptyHouseholdSaysSo()
    {
        auto view = people::household();
        view.members.clear();
        const std::unique_ptr<household::HouseholdTab> tab(tabOf(view));
        QTRY_VERIFY(tab->isFilled());
        QVERIFY(!tab->findChild<QWidget *>(QStringLiteral("memberTable"))->isVisible());
        QVERIFY(tab->findChild<QWidget *>(QStringLiteral("formerMemberTable"))->isVisible());
    }

    void anErrorIsSaidAndAskedForAgainLater()
    {
        const std::unique_ptr<household::HouseholdTab> tab(
            tabOf(base::fail(base::ErrorCode::LogNotWritten)));
        QTRY_VERIFY(tab->findChild<widgets::MessageBar *>()->isVisible());
        QVERIFY(!tab->isFilled());
    }
};

QTEST_MAIN(TestMembers)
#include "tst_members.moc"
