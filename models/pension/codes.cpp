#include "pension/codes.h"

namespace pension {

QString codeWords(int item, const QString &code, const tables::Table &codes)
{
    const QString number = QString::number(item);
    for (const tables::Row &row : codes.rows()) {
        if (row.text(QStringLiteral("item")) == number && row.text(QStringLiteral("code")) == code)
            return row.text(QStringLiteral("words"));
    }
    return code;
}

} // namespace pension
