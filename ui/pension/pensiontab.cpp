#include "ui/pension/pensiontab.h"

#include "ui/pension/itemblock.h"
#include "ui/pension/monthwords.h"
#include "ui/pension/pensionitems.h"
#include "ui/pension/timelinechart.h"
#include "ui/pension/timelinedrawing.h"
#include "ui/printing/onpaper.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include "ui/words/pensionwords.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace pensionui {

using pension::Irregularity;
using widgets::TextRole;

namespace {

/// "2 months" of a span, nothing for one that has no end.
QString lengthWords(const pension::MonthSpan &months)
{
    const int count = monthCount(months);
    return count > 0 ? PensionTab::tr("(%n month(s))", nullptr, count) : QString();
}

QString whenWords(const Irregularity &one)
{
    if (one.kind == Irregularity::Kind::LateNotice)
        return PensionTab::tr("%1, %n day(s) over the term of 14 days", nullptr, one.days)
            .arg(monthWords(one.months.from));
    return spanWords(one.months) + lengthWords(one.months);
}

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QLabel *wrapped(const QString &words, QWidget *parent)
{
    QLabel *label = widgets::label(words, TextRole::Warning, parent);
    label->setWordWrap(true);
    return label;
}

QWidget *irregularityRow(const Irregularity &one, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *both = new QHBoxLayout(row);
    widgets::setMarginsEm(both, {0, 0.1, 0, 0.2});
    auto *icon = new QLabel(row);
    icon->setPixmap(widgets::icon(QStringLiteral("warning"), widgets::colour::warning));
    both->addWidget(icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    widgets::setSpacingEm(column, 0);
    auto *what = widgets::label(words::of(one.kind) + QChar(0x3000) + whenWords(one),
                                TextRole::Warning, row);
    what->setObjectName(QStringLiteral("irregularity"));
    what->setWordWrap(true);
    column->addWidget(what);
    auto *todo = widgets::label(words::remedy(one.kind), TextRole::Body, row);
    todo->setWordWrap(true);
    column->addWidget(todo);
    both->addLayout(column, 1);
    return row;
}

} // namespace

PensionTab::PensionTab(ExemptionAidPanel::Outlook outlook, QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_chart(new TimelineChart(this))
    , m_irregularities(new QVBoxLayout)
    , m_sums(widgets::label({}, TextRole::Body, this))
    , m_aid(new ExemptionAidPanel(std::move(outlook), this))
{
    m_chart->setObjectName(QStringLiteral("pensionChart"));
    m_aid->setObjectName(QStringLiteral("exemptionAid"));
    m_area->setObjectName(QStringLiteral("pensionArea"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    // The seven parts are always longer than the window.
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->setAccessibleName(tr("National pension"));
    auto *content = new QWidget(m_area);
    auto *column = new QVBoxLayout(content);
    widgets::setMarginsEm(column, {0, 0, 0.5, 0.4});
    widgets::setSpacingEm(column, 0.6);
    makePart(Line, tr("Qualification and time line"), column);
    makePart(Periods, tr("Insured periods"), column);
    makePart(Exemptions, tr("Exemption, deferral, students"), column);
    makePart(Legal, tr("Legal and maternity exemption"), column);
    makePart(Benefits, tr("Additional contributions, benefits"), column);
    makePart(Reports, tr("Reports, notes, reissue"), column);
    makePart(Aid, tr("Exemption aid"), column);
    column->addStretch(1);
    m_area->setWidget(content);
    // The form fills the room of a small screen: its answer is brought into view once laid out.
    connect(m_aid, &ExemptionAidPanel::answered, this, [this](QWidget *answer) {
        QTimer::singleShot(0, answer,
                           [this, answer] { m_area->ensureWidgetVisible(answer, 0, 0); });
    });

    auto *jumps = new QWidget(this);
    auto *row = new widgets::FlowLayout(jumps, {0, 0.2, 0, 0.3}, 0.3);
    const QStringList names{
        tr("Time line"), tr("Periods"), tr("Exemptions"), tr("Legal, maternity"),
        tr("Benefits"),  tr("Reports"), tr("Aid")};
    for (int part = 0; part < Count; ++part) {
        auto *jump = widgets::button(QStringLiteral("%1 %2").arg(part + 1).arg(names.at(part)),
                                     widgets::ButtonRole::Quiet, jumps);
        jump->setFocusPolicy(Qt::NoFocus);
        connect(jump, &QPushButton::clicked, this, [this, part] { goTo(Part(part)); });
        row->addWidget(jump);
    }
    auto *whole = new QVBoxLayout(this);
    widgets::setMarginsEm(whole, {0, 0, 0, 0});
    widgets::setSpacingEm(whole, 0);
    whole->addWidget(jumps);
    whole->addWidget(m_area, 1);
}

void PensionTab::makePart(Part part, const QString &heading, QVBoxLayout *column)
{
    auto *card = new widgets::Card(heading);
    card->setObjectName(QStringLiteral("pensionPart-%1").arg(int(part) + 1));
    auto *content = new QVBoxLayout;
    widgets::setSpacingEm(content, 0.2);
    card->body()->addLayout(content);
    if (part == Line) {
        card->body()->addWidget(m_chart);
        widgets::setSpacingEm(m_irregularities, 0.1);
        card->body()->addLayout(m_irregularities);
        m_sums->setWordWrap(true);
        card->body()->addWidget(m_sums);
    } else if (part == Aid) {
        card->body()->addWidget(m_aid);
    }
    column->addWidget(card);
    m_cards.append(card);
    m_contents.append(content);
}

void PensionTab::clearPart(Part part)
{
    clearLayout(m_contents.at(part));
}

void PensionTab::fill(Part part, const QList<Block> &blocks)
{
    clearPart(part);
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (i > 0)
            m_contents.at(part)->addWidget(widgets::line(m_cards.at(part)));
        m_contents.at(part)->addWidget(new ItemBlock(blocks.at(i), m_cards.at(part)));
    }
    if (blocks.isEmpty())
        m_contents.at(part)->addWidget(
            widgets::label(tr("Nothing is held."), TextRole::Muted, m_cards.at(part)));
}

void PensionTab::showPension(const desk::PensionView &view, QDate bornOn)
{
    m_filled = true;
    fill(Line, {qualificationBlock(view.record)});
    clearLayout(m_irregularities);
    const QString noLine = whyNoLine(view, bornOn);
    if (noLine.isEmpty())
        showIrregularities(view.timeline.irregularities);
    else
        m_irregularities->addWidget(wrapped(noLine, m_cards.at(Line)));
    m_chart->setTimeline(view.timeline);
    m_chart->setVisible(!view.timeline.spans.isEmpty());
    showSums(view.timeline);
    m_sums->setVisible(noLine.isEmpty());
    fill(Periods, periodBlocks(view.record));
    fill(Exemptions, exemptionBlocks(view.record));
    fill(Legal, legalBlocks(view.record));
    fill(Benefits, benefitBlocks(view.record));
    fill(Reports, reportBlocks(view.record));
    m_aid->start(bornOn, m_today);
    m_area->verticalScrollBar()->setValue(0);
}

/// What nobody looked at must not be called free of gaps.
QString PensionTab::whyNoLine(const desk::PensionView &view, QDate bornOn)
{
    if (!view.held)
        return tr("The city holds no pension record of this person. That is no gap: the Japan "
                  "Pension Service knows whether he is insured.");
    if (!bornOn.isValid())
        return tr("The day of birth is not known: gaps and overlaps were not looked for.");
    if (view.timeline.spans.isEmpty())
        return tr("Below the age of 20: gaps and overlaps were not looked for.");
    return {};
}

void PensionTab::showIrregularities(const QList<Irregularity> &found)
{
    QWidget *card = m_cards.at(Line);
    QVBoxLayout *content = m_irregularities;
    if (found.isEmpty())
        content->addWidget(widgets::label(tr("Nothing in the periods contradicts itself."),
                                          TextRole::Success, card));
    for (const Irregularity &one : found)
        content->addWidget(irregularityRow(one, card));
}

void PensionTab::showSums(const pension::Timeline &timeline)
{
    QStringList sums{tr("First category and voluntary: %n month(s)", nullptr, timeline.monthsFirst),
                     tr("exempt: %n month(s)", nullptr, timeline.monthsExempt),
                     tr("deferred: %n month(s)", nullptr, timeline.monthsDeferred),
                     tr("gaps: %n month(s)", nullptr, timeline.monthsMissing)};
    m_sums->setText(sums.join(QChar(0x3000)) + u'\n' +
                    tr("As far as the record of the city tells. What was paid the Japan Pension "
                       "Service knows."));
}

void PensionTab::clearView()
{
    m_filled = false;
    for (int part = 0; part < Count; ++part)
        clearPart(Part(part));
    clearLayout(m_irregularities);
    m_chart->setTimeline({});
    m_sums->clear();
    m_aid->start({}, {});
}

QList<widgets::KeyHint> PensionTab::keys() const
{
    return {{.key = Qt::Key_F4, .words = tr("Exemption aid"), .enabled = m_filled}};
}

void PensionTab::press(int key)
{
    if (key == Qt::Key_F4 && m_filled)
        goTo(Aid);
}

bool PensionTab::stepBack()
{
    const QWidget *focused = QApplication::focusWidget();
    if (!focused || !m_aid->isAncestorOf(focused))
        return false;
    goTo(Line);
    return true;
}

void PensionTab::takeFocus()
{
    m_area->setFocus();
}

void PensionTab::goTo(Part part)
{
    m_area->verticalScrollBar()->setValue(m_cards.at(part)->y());
    if (part == Aid)
        m_aid->takeFocus();
    else
        m_area->setFocus();
}

void PensionTab::keyPressEvent(QKeyEvent *event)
{
    const int part = event->key() - Qt::Key_1;
    // In the aid a number is typed, not gone to.
    if (m_area->hasFocus() && part >= 0 && part < Count &&
        !event->modifiers().testFlag(Qt::ControlModifier))
        goTo(Part(part));
    else
        QWidget::keyPressEvent(event);
}

print::Drawing PensionTab::chart() const
{
    const pension::Timeline timeline = m_chart->timeline();
    if (!m_filled || timeline.spans.isEmpty())
        return {};
    return printing::onPaper(
        [timeline](QPainter &painter, const QFont &font, QSizeF size) {
            TimelineDrawing(timeline, font, size.width()).paint(painter);
        },
        [timeline](const QFont &font, double width) {
            return TimelineDrawing(timeline, font, width).height();
        });
}

} // namespace pensionui
