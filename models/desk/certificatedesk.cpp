#include "desk/certificatedesk.h"

#include "base/errorname.h"
#include "certificates/content.h"
#include "certificates/individual.h"
#include "certificates/issuenumber.h"
#include "certificates/numbers.h"
#include "desk/counter.h"
#include "desk/openedmove.h"
#include "desk/outboxitems.h"
#include "desk/personfiles.h"
#include "desk/readerof.h"

#include <algorithm>

using base::ErrorCode;
using base::Result;
using certificates::Judgement;
using certificates::Request;

namespace desk {

namespace {

QString writtenForm(certificates::FormKind form)
{
    switch (form) {
    case certificates::FormKind::Individual:
        return QStringLiteral("住民票の写し（個人票）");
    case certificates::FormKind::Removed:
        return QStringLiteral("除票の写し");
    case certificates::FormKind::Household:
        break;
    }
    return QStringLiteral("住民票の写し（世帯連記式）");
}

/// The age of the 抑止 goes by the register's time: a PC clock that was set back would make old
/// data look new.
QDateTime trustedNow(const Counter::Parts &parts)
{
    const auto &trusted = parts.writing.outbox.nowMs;
    return trusted ? QDateTime::fromMSecsSinceEpoch(trusted(), Qt::UTC) : parts.clock.now();
}

/// One by one from the register, which logs each with this reason; into wiped memory.
Result<> fetchNumbers(const Counter &counter, const Request &request,
                      const QList<base::PersonId> &people,
                      QList<residents::SensitiveNumbers> &numbers)
{
    const auto writing = writingOf(counter);
    if (!writing)
        return base::fail(writing);
    const QString reason = QStringLiteral("住民票の写しの交付（") +
                           certificates::articleOf(request.requester, request.form) +
                           QStringLiteral("）");
    for (const base::PersonId person : people) {
        auto one = (*writing)->entries->revealNumber(person, reason);
        if (!one)
            return base::fail(one);
        numbers.append(std::move(*one));
    }
    return {};
}

} // namespace

/// The work of the three procedures, in the reader's thread.
class CertificateDesk::Working
{
public:
    Working(Counter &counter, VisitId visit, QString procedure)
        : m_counter(counter)
        , m_visitId(visit)
        , m_procedure(std::move(procedure))
    {
    }

    Result<CertificatePreview> preview(const Request &request);
    Result<IssuedCertificate> issue(const Request &request, const QString &printer,
                                    const QList<residents::SensitiveNumbers> &numbers = {});
    /// Whose numbers the paper bears; whatever speaks against it is refused first.
    Result<QList<base::PersonId>> numbersFor(const Request &request, const QString &printer);
    /// There is no paper, because the register did not give the numbers.
    Result<> noNumbers(const Request &request, const base::Error &error, int fetched);
    Result<> outcome(const QStringList &numbers, PrintResult result);

private:
    /// Everything a certificate rests on, read and judged.
    struct Prepared
    {
        residents::HouseholdRecord household;
        std::optional<certificates::PersonFile> file; ///< of a paper for one person
        certificates::Terms terms;
        Judgement judgement;
        certificates::Content content;
        bool addressHidden = false;
        QString reason{}; ///< under which a protected record is shown; empty = nothing protects it
    };
    Result<Prepared> prepare(const Request &request);
    /// Prepared, and nothing speaks against printing it.
    Result<Prepared> ready(const Request &request, const QString &printer);
    Result<> mayHaveNumbers(const Request &request);
    Result<QString> reasonToShow(const Prepared &prepared, const Request &request);
    Result<> refuse(const Request &request, const certificates::Finding &finding);
    [[nodiscard]] static QList<residents::Snapshot> statesOf(const Prepared &prepared,
                                                             const Request &request);
    [[nodiscard]] audit::Entry entryFor(const Prepared &prepared, const Request &request) const;
    [[nodiscard]] QString series() const;

    Counter &m_counter;
    VisitId m_visitId;
    QString m_procedure;
    Visit m_visit;
};

Result<CertificateDesk::Working::Prepared> CertificateDesk::Working::prepare(const Request &request)
{
    const auto visit = m_counter.admit(m_visitId, Right::IssueCertificate, m_procedure);
    if (!visit)
        return base::fail(visit);
    m_visit = *visit;
    const Counter::Parts &parts = m_counter.parts();
    auto terms = certificates::Terms::from(parts.tables.wording, parts.tables.fees,
                                           parts.tables.identity, m_counter.today());
    if (!terms)
        return base::fail(terms);
    if (request.items.testFlag(certificates::Item::History)) {
        // Earlier addresses are history, on paper as on the screen.
        if (const auto may = m_counter.admit(m_visitId, Right::History, m_procedure); !may)
            return base::fail(may);
    }
    if (const auto may = mayHaveNumbers(request); !may)
        return base::fail(may);
    const auto reader = readerOf(m_counter);
    if (!reader)
        return base::fail(reader);
    auto read = readForCertificate(**reader, request, m_counter.today());
    if (!read)
        return base::fail(read);
    QList<residents::Snapshot> members;
    for (const residents::PersonRecord &member : std::as_const(read->household.members))
        members.append(member.snapshot);
    const auto waits = moveWaitsOn(m_counter, **reader, members);
    if (!waits)
        return base::fail(waits);
    const certificates::Circumstances circumstances{.today = m_counter.today(),
                                                    .now = trustedNow(parts),
                                                    .restrictionsAsOf = parts.dataAsOf(),
                                                    .restrictionsMaxAgeMinutes =
                                                        parts.restrictionsMaxAgeMinutes,
                                                    .placeWithheld = read->placeWithheld,
                                                    .moveWaits = *waits};
    Prepared prepared{.household = std::move(read->household),
                      .file = std::move(read->file),
                      .terms = std::move(*terms),
                      .judgement = {},
                      .content = {},
                      .addressHidden = read->addressHidden};
    prepared.judgement =
        certificates::judge(prepared.household, request, prepared.terms, circumstances);
    const certificates::Issuing issuing{.day = m_counter.today(),
                                        .municipality = parts.clerk.municipality};
    if (!certificates::isForOnePerson(request.form))
        prepared.content =
            certificates::juminhyo(prepared.household, request, prepared.terms, issuing);
    else if (prepared.file)
        prepared.content =
            certificates::individual(*prepared.file, request, prepared.terms, issuing);
    return prepared;
}

/// The numbers need their own right, on paper as on the screen, and nobody on the telephone.
Result<> CertificateDesk::Working::mayHaveNumbers(const Request &request)
{
    if (!certificates::asksNumbers(request.items))
        return {};
    if (const auto may = m_counter.admit(m_visitId, Right::RevealNumber, m_procedure); !may)
        return base::fail(may);
    if (m_visit.opening.caller == Caller::Telephone)
        return refuse(request, {ErrorCode::CallerUnknown, QStringLiteral("CallerUnknown"), {}});
    return {};
}

/// What a record shows only with the right and a reason (municipal-facts.md 4.12), no paper and no
/// preview shows without them, whatever the level of the restriction for certificates.
Result<QString> CertificateDesk::Working::reasonToShow(const Prepared &prepared,
                                                       const Request &request)
{
    QString reason;
    const auto &household = prepared.household;
    for (const residents::PersonRecord &member : household.members + household.formerMembers) {
        const base::PersonId person = member.snapshot.id.person;
        const bool stopped =
            prepared.addressHidden ||
            residents::inquiryLevel(member.restrictions) == residents::RestrictionLevel::Stop;
        if (!stopped || !request.persons.contains(person))
            continue;
        if (!m_counter.parts().clerk.rights.testFlag(Right::OpenRestricted))
            return base::fail(refuse(
                request, {ErrorCode::RestrictedRecord, QStringLiteral("RestrictedRecord"), {}}));
        reason = m_counter.reasonFor(m_visit, person, {});
        if (reason.isEmpty())
            return base::fail(ErrorCode::ReasonMissing);
    }
    return reason;
}

/// Whatever of the register stands on the paper: each is a subject of the log row.
QList<residents::Snapshot> CertificateDesk::Working::statesOf(const Prepared &prepared,
                                                              const Request &request)
{
    QList<residents::Snapshot> states;
    if (prepared.file) {
        states = QList<residents::Snapshot>{prepared.file->person} + prepared.file->former;
        if (prepared.file->notice && !states.contains(*prepared.file->notice))
            states.append(*prepared.file->notice);
        return states;
    }
    for (const residents::PersonRecord &member : prepared.household.members) {
        if (request.persons.contains(member.snapshot.id.person))
            states.append(member.snapshot);
    }
    return states;
}

audit::Entry CertificateDesk::Working::entryFor(const Prepared &prepared,
                                                const Request &request) const
{
    audit::Entry entry = Counter::residentEntry(m_procedure);
    entry.tablesVersion = prepared.terms.version();
    for (const residents::Snapshot &state : statesOf(prepared, request)) {
        entry.subjects.append(state.id);
        entry.details.people.append(Counter::fourItems(state));
    }
    entry.count = int(entry.subjects.size());
    entry.copies = request.copies;
    entry.reason = certificates::articleOf(request.requester, request.form);
    entry.details.reason = prepared.reason;
    entry.details.conditions.append({QStringLiteral("様式"), writtenForm(request.form)});
    if (!request.requesterName.isEmpty())
        entry.details.conditions.append({QStringLiteral("請求者"), request.requesterName});
    if (!request.useOf.isEmpty())
        entry.details.conditions.append({QStringLiteral("利用目的"), request.useOf});
    entry.details.conditions.append(
        {QStringLiteral("本人確認"), request.identification.questioned
                                         ? QStringLiteral("口頭質問")
                                         : request.identification.documents.join(u'、')});
    return entry;
}

/// A refusal is a row of its own, with the rule that refused (municipal-facts.md 4.12, 5.1).
Result<> CertificateDesk::Working::refuse(const Request &request,
                                          const certificates::Finding &finding)
{
    audit::Entry entry = Counter::residentEntry(m_procedure);
    entry.outcome = audit::Outcome::Refused;
    entry.reason = finding.rule;
    for (const base::PersonId person : request.persons)
        entry.subjects.append({person, 0});
    if (const auto row = m_counter.log(&m_visit, entry); !row)
        return base::fail(row);
    return base::fail(finding.code, finding.rule);
}

Result<CertificatePreview> CertificateDesk::Working::preview(const Request &request)
{
    auto prepared = prepare(request);
    if (!prepared)
        return base::fail(prepared);
    CertificatePreview preview;
    preview.refusals = prepared->judgement.refusals;
    preview.warnings = prepared->judgement.warnings;
    preview.feeYen = prepared->judgement.feeYen;
    for (const certificates::Finding &finding : std::as_const(preview.refusals)) {
        const bool nothingToShow = finding.code == ErrorCode::RefusedRestriction ||
                                   finding.code == ErrorCode::RefusedRemoved;
        if (nothingToShow)
            return base::fail(refuse(request, finding));
    }
    if (prepared->content.persons.isEmpty())
        return preview; // nobody chosen yet: nothing is shown, nothing is logged
    const auto reason = reasonToShow(*prepared, request);
    if (!reason)
        return base::fail(reason);
    prepared->reason = *reason;
    preview.problems = m_counter.parts().press.problems(prepared->content);
    if (preview.problems.isEmpty()) {
        auto pages = m_counter.parts().press.preview(prepared->content);
        if (!pages)
            return base::fail(pages);
        preview.pages = std::move(*pages);
    }
    const auto row = m_counter.log(&m_visit, entryFor(*prepared, request));
    if (!row)
        return base::fail(row);
    preview.logRow = *row;
    return preview;
}

QString CertificateDesk::Working::series() const
{
    const Counter::Parts &parts = m_counter.parts();
    return certificates::IssueNumber{.day = m_counter.today(),
                                     .municipality = parts.clerk.municipality,
                                     .station = parts.clerk.station,
                                     .printer = parts.printerNumber,
                                     .serial = 0}
        .series();
}

Result<CertificateDesk::Working::Prepared> CertificateDesk::Working::ready(const Request &request,
                                                                           const QString &printer)
{
    auto prepared = prepare(request);
    if (!prepared)
        return prepared;
    if (!prepared->judgement.isAllowed())
        return base::fail(refuse(request, prepared->judgement.refusals.first()));
    if (prepared->content.persons.isEmpty())
        return base::fail(ErrorCode::ResidentUnknown); // the record changed while it was read
    const auto reason = reasonToShow(*prepared, request);
    if (!reason)
        return base::fail(reason);
    prepared->reason = *reason;
    const Counter::Parts &parts = m_counter.parts();
    // A file can be printed as often as one likes: an original goes on paper only.
    if (!parts.clerk.training && printer.endsWith(QLatin1String(".pdf")))
        return base::fail(
            refuse(request, {ErrorCode::PrinterMissing, QStringLiteral("PaperOnly"), {}}));
    const QList<print::Problem> problems = parts.press.problems(prepared->content);
    if (!problems.isEmpty())
        return base::fail(refuse(request, {problems.first().code, QStringLiteral("文字超過リスト"),
                                           problems.first().person}));
    return prepared;
}

Result<QList<base::PersonId>> CertificateDesk::Working::numbersFor(const Request &request,
                                                                   const QString &printer)
{
    const auto prepared = ready(request, printer);
    if (!prepared)
        return base::fail(prepared);
    QList<base::PersonId> people;
    for (const certificates::PersonBlock &block : prepared->content.persons)
        people.append(block.person);
    return people;
}

Result<> CertificateDesk::Working::noNumbers(const Request &request, const base::Error &error,
                                             int fetched)
{
    audit::Entry entry = Counter::residentEntry(m_procedure);
    entry.outcome = audit::Outcome::Failed;
    entry.reason = base::errorName(error.code);
    entry.individualNumberAccessed = fetched > 0;
    for (const base::PersonId person : request.persons)
        entry.subjects.append({person, 0});
    const auto visit = m_counter.openVisit(m_visitId);
    if (const auto row = m_counter.log(visit ? &*visit : nullptr, entry); !row)
        return base::fail(row);
    return base::fail(error.code, error.detail);
}

Result<IssuedCertificate>
CertificateDesk::Working::issue(const Request &request, const QString &printer,
                                const QList<residents::SensitiveNumbers> &numbers)
{
    auto prepared = ready(request, printer);
    if (!prepared)
        return base::fail(prepared);
    const Counter::Parts &parts = m_counter.parts();
    if (const auto entered = certificates::enterNumbers(prepared->content, request.items, numbers);
        !entered)
        return base::fail(noNumbers(request, entered.error(), int(numbers.size())));
    audit::Entry entry = entryFor(*prepared, request);
    entry.operation = audit::Operation::Print;
    entry.printer = printer;
    entry.individualNumberAccessed = certificates::asksNumbers(request.items);
    const auto issued = parts.recorder.issue(m_counter.actorFor(&m_visit), entry,
                                             {.series = series(), .copies = request.copies});
    if (!issued) {
        certificates::wipeNumbers(prepared->content);
        return base::fail(issued);
    }
    const auto document = parts.press.certificate(prepared->content, issued->numbers,
                                                  parts.clerk.training ? print::Register::Training
                                                                       : print::Register::Live);
    certificates::wipeNumbers(prepared->content);
    if (!document) {
        // The numbers are taken and there will be no paper: the log says so.
        m_procedure = QStringLiteral("PrintOutcome");
        if (const auto noted = outcome(issued->numbers, PrintResult::Failed); !noted)
            return base::fail(noted);
        return base::fail(document);
    }
    return IssuedCertificate{.document = *document,
                             .numbers = issued->numbers,
                             .feeYen = prepared->judgement.feeYen,
                             .logRow = issued->row};
}

Result<> CertificateDesk::Working::outcome(const QStringList &numbers, PrintResult result)
{
    const auto visit = m_counter.openVisit(m_visitId);
    audit::Entry entry;
    entry.procedure = m_procedure;
    entry.operation = audit::Operation::Print;
    entry.outcome = result == PrintResult::Printed ? audit::Outcome::Done : audit::Outcome::Failed;
    entry.issueNumbers = numbers;
    entry.copies = int(numbers.size());
    // Paper may come out after the visit has ended or the screen was locked: it is noted all the
    // same.
    const auto row = m_counter.parts().recorder.settle(
        m_counter.actorFor(visit ? &*visit : nullptr), entry, result);
    if (!row)
        return base::fail(row);
    return {};
}

CertificateDesk::CertificateDesk(Counter &counter)
    : m_counter(counter)
{
}

QList<IdentityDocument> CertificateDesk::identityDocuments() const
{
    QList<IdentityDocument> documents;
    for (const tables::Row &row : m_counter.parts().tables.identity.rowsOn(m_counter.today()))
        documents.append({row.text(QStringLiteral("code")), row.text(QStringLiteral("words")),
                          row.number(QStringLiteral("class"))});
    return documents;
}

Answer<CertificatePreview> CertificateDesk::preview(VisitId visit, const Request &request)
{
    return m_counter.parts().reading.run([this, visit, request] {
        return Working(m_counter, visit, QStringLiteral("PreviewCertificate")).preview(request);
    });
}

Answer<IssuedCertificate> CertificateDesk::issue(VisitId visit, const Request &request,
                                                 const QString &printer)
{
    const QString procedure = QStringLiteral("IssueCertificate");
    if (!certificates::asksNumbers(request.items))
        return m_counter.parts().reading.run([this, visit, request, printer, procedure] {
            return Working(m_counter, visit, procedure).issue(request, printer);
        });
    return m_counter.parts().writing.sending->run([this, visit, request, printer,
                                                   procedure]() -> Result<IssuedCertificate> {
        base::Worker &reading = m_counter.parts().reading;
        Working working(m_counter, visit, procedure);
        const auto people =
            reading.runAndWait([&] { return working.numbersFor(request, printer); });
        if (!people)
            return base::fail(people);
        QList<residents::SensitiveNumbers> numbers;
        const auto fetched = fetchNumbers(m_counter, request, *people, numbers);
        return reading.runAndWait([&]() -> Result<IssuedCertificate> {
            if (!fetched)
                return base::fail(working.noNumbers(request, fetched.error(), int(numbers.size())));
            return working.issue(request, printer, numbers);
        });
    });
}

Answer<> CertificateDesk::outcome(VisitId visit, const QStringList &numbers, PrintResult result)
{
    return m_counter.parts().reading.run([this, visit, numbers, result] {
        return Working(m_counter, visit, QStringLiteral("PrintOutcome")).outcome(numbers, result);
    });
}

} // namespace desk
