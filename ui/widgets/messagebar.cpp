#include "ui/widgets/messagebar.h"

#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"
#include "ui/words/errorwords.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace widgets {

namespace {

struct Look
{
    QString name;
    QString icon;
    QRgb ink;
    QRgb ground;
};

Look lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Success:
        return {MessageBar::tr("Done"), QStringLiteral("success"), colour::success,
                colour::successGround};
    case Severity::Warning:
        return {MessageBar::tr("Caution"), QStringLiteral("warning"), colour::warning,
                colour::warningGround};
    case Severity::Error:
        return {MessageBar::tr("Error"), QStringLiteral("error"), colour::error,
                colour::errorGround};
    case Severity::Notice:
        break;
    }
    return {MessageBar::tr("Notice"), QStringLiteral("notice"), colour::accent,
            colour::noticeGround};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_happened(label({}, TextRole::Body, this))
    , m_rest(label({}, TextRole::Body, this))
    , m_offer(button({}, ButtonRole::Ordinary, this))
{
    auto *row = new QHBoxLayout(this);
    setMarginsEm(row, {0.9, 0.6, 0.9, 0.6});
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    setSpacingEm(texts, 0.15);
    texts->addWidget(m_happened);
    texts->addWidget(m_rest);
    row->addLayout(texts, 1);
    row->addWidget(m_offer, 0, Qt::AlignVCenter);
    for (QLabel *words : {m_happened, m_rest})
        words->setWordWrap(true);
    connect(m_offer, &QPushButton::clicked, this, &MessageBar::offerTaken);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    hide();
}

void MessageBar::showError(const base::Error &error, const QString &added)
{
    const auto said = words::errorWords(error);
    say(Severity::Error, added.isEmpty() ? said.happened : said.happened + u' ' + added, said.means,
        said.todo);
    setToolTip(words::errorName(error.code));
}

void MessageBar::say(Severity severity, const QString &happened, const QString &means,
                     const QString &todo)
{
    const Look look = lookOf(severity);
    m_icon->setPixmap(icon(look.icon, look.ink, 1.5));
    m_icon->setAccessibleName(look.name);
    m_happened->setText(happened);
    QStringList rest{means, todo};
    rest.removeAll(QString());
    m_rest->setText(rest.join(u'\n'));
    m_rest->setVisible(!rest.isEmpty());
    setToolTip({});
    m_offer->hide();
    setStyleSheet(QStringLiteral("widgets--MessageBar { background: %1; border: 1px solid %2;"
                                 " border-left: 5px solid %2; border-radius: 4px; }")
                      .arg(inkOf(look.ground).name(), inkOf(look.ink).name()));
    QFont bold = font();
    bold.setBold(true);
    m_happened->setFont(bold);
    setAccessibleName(look.name + u' ' + text());
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::offer(const QString &words)
{
    m_offer->setText(words);
    m_offer->show();
}

void MessageBar::clear()
{
    m_happened->clear();
    m_rest->clear();
    hide();
}

QString MessageBar::text() const
{
    return m_rest->text().isEmpty() ? m_happened->text()
                                    : m_happened->text() + u'\n' + m_rest->text();
}

} // namespace widgets
