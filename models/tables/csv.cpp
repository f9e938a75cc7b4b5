#include "tables/csv.h"

#include <QStringDecoder>

namespace tables {

namespace {

using base::ErrorCode;
using base::fail;

class Reader final
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {
    }

    base::Result<QList<CsvLine>> read()
    {
        while (m_at < m_text.size()) {
            CsvLine line{.line = m_line, .fields = {}};
            if (m_text.at(m_at) == u'#') {
                skipComment();
                continue;
            }
            if (const auto got = readLine(&line.fields); !got)
                return fail(got);
            if (line.fields.size() > 1 || !line.fields.first().isEmpty())
                m_lines.append(line);
        }
        return m_lines;
    }

private:
    void skipComment()
    {
        while (m_at < m_text.size() && m_text.at(m_at) != u'\n')
            ++m_at;
        ++m_at;
        ++m_line;
    }

    base::Result<> readLine(QStringList *fields)
    {
        for (;;) {
            const bool quoted = m_at < m_text.size() && m_text.at(m_at) == u'"';
            auto field = quoted ? readQuoted() : readBare();
            if (!field)
                return fail(field);
            fields->append(*field);
            if (m_at < m_text.size() && m_text.at(m_at) == u',') {
                ++m_at;
                continue;
            }
            if (m_at < m_text.size() && m_text.at(m_at) == u'\r')
                ++m_at;
            if (m_at < m_text.size() && m_text.at(m_at) != u'\n')
                return wrong(QStringLiteral("text after a closing quote or a bare CR"));
            ++m_at;
            ++m_line;
            return {};
        }
    }

    base::Result<QString> readBare()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c == u',' || c == u'\n' || c == u'\r')
                break;
            if (c == u'"')
                return wrong(QStringLiteral("quote inside a bare field"));
            ++m_at;
        }
        return m_text.mid(start, m_at - start);
    }

    base::Result<QString> readQuoted()
    {
        const int began = m_line;
        QString field;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'"') {
                if (m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'"') {
                    ++m_at;
                } else {
                    ++m_at;
                    return field;
                }
            }
            if (c == u'\n')
                ++m_line;
            field.append(c);
        }
        m_line = began;
        return wrong(QStringLiteral("quoted field without an end"));
    }

    [[nodiscard]] tl::unexpected<base::Error> wrong(const QString &what) const
    {
        return fail(ErrorCode::TableUnreadable,
                    QStringLiteral("line %1: %2").arg(m_line).arg(what));
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QList<CsvLine> m_lines;
};

} // namespace

base::Result<QList<CsvLine>> readCsv(const QByteArray &bytes)
{
    // One line at a time, so that the error can name the line of a bad byte.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text;
    int line = 1;
    for (qsizetype from = 0; from < bytes.size(); ++line) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype next = end < 0 ? bytes.size() : end + 1;
        text += decoder.decode(QByteArrayView(bytes).sliced(from, next - from));
        if (decoder.hasError()) {
            return fail(ErrorCode::TableUnreadable, QStringLiteral("line %1: not UTF-8").arg(line));
        }
        from = next;
    }
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    return Reader(text).read();
}

} // namespace tables
