#include "ui/certificates/findingspanel.h"

#include "ui/widgets/parts.h"
#include "ui/words/errorwords.h"

#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QVBoxLayout>

using base::ErrorCode;
using widgets::TextRole;

namespace certificates {

namespace {

/// Not a refusal: the application is not filled in yet.
bool isMissing(ErrorCode code)
{
    return code == ErrorCode::RequesterIncomplete || code == ErrorCode::NobodyChosen;
}

/// The articles under which the one at the counter is identified, all told by one code with those
/// of the requester himself: the clerk is told which of the two is missing.
bool isAboutIdentity(const QString &rule)
{
    static const QStringList articles{QStringLiteral("住民基本台帳法第12条第3項"),
                                      QStringLiteral("住民基本台帳法第12条の2第3項"),
                                      QStringLiteral("住民基本台帳法第12条の3第5項")};
    return articles.contains(rule) ||
           rule.startsWith(QStringLiteral("住民基本台帳法第15条の4第5項"));
}

/// Where on the paper, in the words of the paper.
QString placeWords(const QString &field)
{
    static const QHash<QString, QString> places{
        {QStringLiteral("name"), QStringLiteral("氏名")},
        {QStringLiteral("reading"), QStringLiteral("氏名の振り仮名")},
        {QStringLiteral("former"), QStringLiteral("旧氏・通称")},
        {QStringLiteral("formerReading"), QStringLiteral("旧氏の振り仮名")},
        {QStringLiteral("address"), QStringLiteral("住所")},
        {QStringLiteral("head"), QStringLiteral("世帯主")},
        {QStringLiteral("domicile"), QStringLiteral("本籍")},
        {QStringLiteral("domicileHead"), QStringLiteral("筆頭者・国籍")},
        {QStringLiteral("beforeMoveIn"), QStringLiteral("転入前住所")},
        {QStringLiteral("formerAddress"), QStringLiteral("前住所")},
        {QStringLiteral("planned"), QStringLiteral("転出先（予定）")},
        {QStringLiteral("confirmed"), QStringLiteral("転出先（確定）")},
        {QStringLiteral("remarks"), QStringLiteral("備考")},
        {QStringLiteral("row.address"), QStringLiteral("住所の履歴")}};
    return places.value(field, field);
}

QString missingWords(const Finding &finding)
{
    if (finding.code == ErrorCode::NobodyChosen)
        return FindingsPanel::tr("choose whose certificate it is");
    return isAboutIdentity(finding.rule) ? FindingsPanel::tr("how the requester is identified")
                                         : FindingsPanel::tr("who asks, and what for");
}

} // namespace

FindingsPanel::FindingsPanel(QWidget *parent)
    : QFrame(parent)
    , m_lines(new QVBoxLayout(this))
{
    setProperty("card", true);
    widgets::setMarginsEm(m_lines, {0.9, 0.5, 0.9, 0.5});
    widgets::setSpacingEm(m_lines, 0.25);
    hide();
}

void FindingsPanel::showFindings(const desk::CertificatePreview &preview)
{
    clear();
    for (const Finding &refusal : preview.refusals) {
        if (isMissing(refusal.code))
            add(Weight::Missing, missingWords(refusal), refusal.rule);
        else
            add(Weight::Refused, words::errorWords(refusal.code).happened, refusal.rule);
    }
    for (const print::Problem &problem : preview.problems)
        addProblem(problem);
    for (const Finding &warning : preview.warnings)
        add(Weight::Caution, words::errorWords(warning.code).happened, warning.rule);
    setVisible(!m_texts.isEmpty());
    setAccessibleName(text());
}

void FindingsPanel::addProblem(const print::Problem &problem)
{
    if (problem.character.isEmpty())
        add(Weight::Refused, tr("A text does not fit its place, even in the smallest letters."),
            placeWords(problem.field));
    else
        add(Weight::Refused,
            tr("The character %1 is not in the registered fonts.").arg(problem.character),
            tr("%1, %2").arg(placeWords(problem.field), problem.codePoints));
}

void FindingsPanel::add(Weight weight, const QString &words, const QString &rule)
{
    const bool refused = weight == Weight::Refused;
    const QString said = rule.isEmpty() ? words : tr("%1 (%2)").arg(words, rule);
    QString whole = said;
    if (weight == Weight::Missing)
        whole = tr("Still needed: %1").arg(said);
    else if (refused)
        whole = tr("Cannot be issued: %1").arg(said);
    else
        whole = tr("Please note: %1").arg(said);
    if (m_texts.contains(whole))
        return;
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    widgets::setMarginsEm(line, {0, 0, 0, 0});
    auto *sign = new QLabel(row);
    sign->setPixmap(refused ? widgets::icon(QStringLiteral("error"), widgets::colour::error, 1.2)
                    : weight == Weight::Caution
                        ? widgets::icon(QStringLiteral("warning"), widgets::colour::warning, 1.2)
                        : widgets::icon(QStringLiteral("notice"), widgets::colour::accent, 1.2));
    auto *label = widgets::label(whole, refused ? TextRole::Error : TextRole::Body, row);
    label->setWordWrap(true);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(label, 1);
    m_lines->addWidget(row);
    m_texts.append(whole);
}

void FindingsPanel::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_texts.clear();
    hide();
}

QString FindingsPanel::text() const
{
    return m_texts.join(u'\n');
}

} // namespace certificates
