#pragma once

#include "../../models/print/household.h"
#include "../resident/people.h"

#include "certificates/individual.h"
#include "print/press.h"
#include "ui/certificates/certificatepage.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QComboBox>
#include <QTemporaryDir>
#include <QTest>

using base::ErrorCode;
using base::Result;
using certificates::CertificatePage;
using certificates::FormKind;
using certificates::Request;

/// The page before a desk that judges, lays out and prints with the real rules and fonts.
class AtCertificates
{
protected:
    struct Outcome
    {
        QStringList numbers;
        desk::PrintResult result = desk::PrintResult::Printed;
    };
    std::optional<print::Press> m_press;
    std::optional<certificates::Terms> m_terms;
    residents::HouseholdRecord m_record;
    QList<residents::Snapshot> m_former; ///< states of whoever a 個人票 is for
    base::PersonId m_opened{1};
    bool m_numbers = false; ///< Right::RevealNumber
    QTemporaryDir m_folder;
    QString m_target;
    QList<Request> m_previewed;
    QList<Request> m_issued;
    QList<Outcome> m_outcomes;

    [[nodiscard]] desk::HouseholdView householdView() const;
    [[nodiscard]] certificates::Judgement judge(const Request &request) const;
    [[nodiscard]] certificates::Content contentOf(const Request &request) const;
    Result<desk::CertificatePreview> preview(const Request &request);
    Result<desk::IssuedCertificate> issue(const Request &request);
    certificates::Procedures procedures();
    std::unique_ptr<CertificatePage> open(desk::Caller caller = desk::Caller::Self,
                                          QSize size = {1366, 570});
    static void choose(const CertificatePage &page, const QString &box, const QVariant &value);
    static QString message(const CertificatePage &page);
    void load();
    void reset();
};

inline desk::HouseholdView AtCertificates::householdView() const
{
    desk::HouseholdView view;
    view.id = m_record.household.id;
    for (const auto &member : m_record.members) {
        auto line = people::lineOf(member.snapshot.id.person.value,
                                   residents::fullName(member.snapshot.name),
                                   member.snapshot.name.searchKana, member.snapshot.relationship);
        line.kind = member.snapshot.kind;
        view.members.append(line);
    }
    for (const auto &former : m_record.formerMembers) {
        auto line = people::lineOf(former.snapshot.id.person.value,
                                   residents::fullName(former.snapshot.name),
                                   former.snapshot.name.searchKana, former.snapshot.relationship);
        line.state = former.snapshot.state;
        view.formerMembers.append(line);
    }
    return view;
}

inline certificates::Judgement AtCertificates::judge(const Request &request) const
{
    const auto now = QDateTime(household::today(), QTime(9, 0), Qt::UTC);
    return certificates::judge(m_record, request, *m_terms,
                               {.today = household::today(), .now = now, .restrictionsAsOf = now});
}

inline certificates::Content AtCertificates::contentOf(const Request &request) const
{
    if (!certificates::isForOnePerson(request.form))
        return certificates::juminhyo(m_record, request, *m_terms, household::issuing());
    for (const auto &record : m_record.members + m_record.formerMembers) {
        if (record.snapshot.id.person == request.persons.value(0))
            return certificates::individual({record.snapshot, m_former}, request, *m_terms,
                                            household::issuing());
    }
    return {};
}

inline Result<desk::CertificatePreview> AtCertificates::preview(const Request &request)
{
    m_previewed.append(request);
    const auto judgement = judge(request);
    desk::CertificatePreview answer;
    answer.refusals = judgement.refusals;
    answer.warnings = judgement.warnings;
    answer.feeYen = judgement.feeYen;
    for (const auto &finding : judgement.refusals) {
        if (finding.code == ErrorCode::RefusedRestriction ||
            finding.code == ErrorCode::RefusedRemoved)
            return base::fail(finding.code, finding.rule);
    }
    if (request.persons.isEmpty())
        return answer;
    const auto content = contentOf(request);
    if (content.persons.isEmpty())
        return answer;
    answer.problems = m_press->problems(content);
    if (!answer.problems.isEmpty())
        return answer;
    auto pages = m_press->preview(content);
    if (!pages)
        return base::fail(pages);
    answer.pages = std::move(*pages);
    return answer;
}

inline Result<desk::IssuedCertificate> AtCertificates::issue(const Request &request)
{
    m_issued.append(request);
    const auto judgement = judge(request);
    if (!judgement.isAllowed())
        return base::fail(judgement.outcome());
    desk::IssuedCertificate issued;
    for (int copy = 1; copy <= request.copies; ++copy)
        issued.numbers.append(QStringLiteral("20261120 みどり野市 本庁1 プリンタ001 %1")
                                  .arg(copy, 3, 10, QLatin1Char('0')));
    issued.feeYen = judgement.feeYen;
    const auto document =
        m_press->certificate(contentOf(request), issued.numbers, print::Register::Training);
    if (!document)
        return base::fail(document);
    issued.document = *document;
    return issued;
}

inline certificates::Procedures AtCertificates::procedures()
{
    return {.documents = {{QStringLiteral("mynumber-card"), QStringLiteral("個人番号カード"), 1},
                          {QStringLiteral("driving-licence"), QStringLiteral("運転免許証"), 1},
                          {QStringLiteral("health-qualification"), QStringLiteral("資格確認書"), 2},
                          {QStringLiteral("pension-book"),
                           QStringLiteral("年金手帳・基礎年金番号通知書"), 2}},
            .numbers = m_numbers,
            .household =
                [this](base::HouseholdId) {
                    return people::now(Result<desk::HouseholdView>(householdView()));
                },
            .preview = [this](const Request &request) { return people::now(preview(request)); },
            .issue = [this](const Request &request,
                            const QString &) { return people::now(issue(request)); },
            .outcome =
                [this](const QStringList &numbers, desk::PrintResult result) {
                    m_outcomes.append({numbers, result});
                    return people::now(Result<>());
                }};
}

inline std::unique_ptr<CertificatePage> AtCertificates::open(desk::Caller caller, QSize size)
{
    auto page = std::make_unique<CertificatePage>(
        procedures(),
        CertificatePage::Subject{
            .visit = {}, .household = {7}, .person = m_opened, .caller = caller},
        certificates::PaperTarget{[this] { return m_target; }});
    page->resize(size);
    page->show();
    page->activateWindow();
    if (!QTest::qWaitFor([&page] { return page->subject().has_value(); }))
        QTest::qFail("the household did not come", __FILE__, __LINE__);
    return page;
}

inline void AtCertificates::choose(const CertificatePage &page, const QString &name,
                                   const QVariant &value)
{
    auto *box = page.findChild<QComboBox *>(name);
    QVERIFY(box && box->findData(value) >= 0);
    box->setCurrentIndex(box->findData(value));
}

inline QString AtCertificates::message(const CertificatePage &page)
{
    const auto *bar = page.findChild<widgets::MessageBar *>(QStringLiteral("certificateMessage"));
    return bar->isVisible() ? bar->text() : QString();
}

inline void AtCertificates::load()
{
    words::speak(*qApp, QStringLiteral("ja"));
    widgets::applyTheme(100);
    auto press = print::Press::open();
    QVERIFY(press.has_value());
    m_press = std::move(*press);
    auto terms = certificates::Terms::load(household::today());
    QVERIFY(terms.has_value());
    m_terms = std::move(*terms);
}

inline void AtCertificates::reset()
{
    widgets::applyTheme(100);
    m_record = household::ofSize(3);
    m_record.members.append(household::foreigner(4));
    m_target = m_folder.filePath(QStringLiteral("paper.pdf"));
    QFile::remove(m_target);
    m_former.clear();
    m_opened = {1};
    m_numbers = false;
    m_previewed.clear();
    m_issued.clear();
    m_outcomes.clear();
}
