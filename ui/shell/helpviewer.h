#pragma once

#include <QDialog>

class QTextBrowser;

namespace shell {

/// resources/help/ja/<name>.md, readable beside the work.
class HelpViewer final : public QDialog
{
    Q_OBJECT

public:
    explicit HelpViewer(QWidget *parent);
    void showPage(const QString &name);
    [[nodiscard]] QString text() const;

private:
    QTextBrowser *m_browser;
};

} // namespace shell
