#include "pension/codec.h"

#include "residents/cborreader.h"
#include "residents/cborwriter.h"
#include "residents/recordparts.h"

#include <algorithm>
#include <concepts>
#include <type_traits>

namespace pension {
namespace {

constexpr int personKey = 0; // no item of the file: whose record it is
constexpr int bornKey = 67;  // beside item 36: 出産日, not 予定日
constexpr int lastYear = 9999;
constexpr int monthsAYear = 12;
constexpr int tailDigits = 4;

bool isTail(const QString &text)
{
    return text.size() == tailDigits && std::all_of(text.begin(), text.end(), [](QChar digit) {
               return digit >= u'0' && digit <= u'9';
           });
}

/// Greatest value that is stored. All begin at 1 but ResultState, whose 0 is never written.
constexpr int lastOf(Category)
{
    return static_cast<int>(Category::VoluntarySpecial);
}
constexpr int lastOf(ExemptionKind)
{
    return static_cast<int>(ExemptionKind::Childcare);
}
constexpr int lastOf(ResultState)
{
    return static_cast<int>(ResultState::Cancelled);
}

template <typename T, typename Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;

// Each group names its items once, in rising order; the same list writes and reads.
void eachItem(auto &visit, Is<InsuredPeriod> auto &period)
{
    visit(6, period.category);
    visit(7, period.acquiredNotifiedOn);
    visit(8, period.acquiredOn);
    visit(9, period.acquiredFor);
    visit(10, period.acquiredReason);
    visit(11, period.lostNotifiedOn);
    visit(12, period.lostOn);
    visit(13, period.lostFor);
    visit(14, period.lostReason);
    visit(15, period.changedOn);
}

void eachItem(auto &visit, Is<Exemption> auto &exemption)
{
    visit(16, exemption.applied);
    visit(17, exemption.result);
    visit(18, exemption.kind);
    visit(19, exemption.appliedOn);
    visit(20, exemption.resultCode);
    visit(21, exemption.exempt.from);
    visit(22, exemption.exempt.to);
    visit(23, exemption.approved.from);
    visit(24, exemption.approved.to);
    visit(25, exemption.rejected.from);
    visit(26, exemption.rejected.to);
    visit(27, exemption.cancelled.from);
    visit(28, exemption.cancelled.to);
}

void eachItem(auto &visit, Is<LegalExemption> auto &legal)
{
    visit(29, legal.reason);
    visit(30, legal.endReason);
    visit(31, legal.from);
    visit(32, legal.endedOn);
    visit(33, legal.cancelledOn);
    visit(34, legal.months.from);
    visit(35, legal.months.to);
}

void eachItem(auto &visit, Is<Maternity> auto &maternity)
{
    visit(36, maternity.birthOn);
    visit(37, maternity.multiple);
    visit(38, maternity.months.from);
    visit(39, maternity.months.to);
    visit(bornKey, maternity.born);
}

void eachItem(auto &visit, Is<Additional> auto &additional)
{
    visit(40, additional.appliedOn);
    visit(41, additional.reason);
    visit(42, additional.from);
    visit(43, additional.declinedOn);
    visit(44, additional.endReason);
    visit(45, additional.endedOn);
    visit(46, additional.result);
}

void eachItem(auto &visit, Is<Benefit> auto &benefit)
{
    visit(47, benefit.claimant);
    visit(48, benefit.code);
    visit(49, benefit.result);
    visit(50, benefit.number);
}

void eachItem(auto &visit, Is<Support> auto &support)
{
    visit(51, support.kind);
    visit(52, support.paid.from);
    visit(53, support.paid.to);
    visit(54, support.result);
    visit(55, support.claimYear);
}

void eachItem(auto &visit, Is<Report> auto &report)
{
    visit(56, report.onMedium);
    visit.unlessTrue(57, report.reportable);
    visit(58, report.reportedOn);
    visit(59, report.form);
    visit(60, report.message);
}

void eachItem(auto &visit, Is<Note> auto &note)
{
    visit(61, note.on);
    visit(62, note.special);
    visit(63, note.consulted);
    visit(64, note.remarks);
}

void eachItem(auto &visit, Is<Reissue> auto &reissue)
{
    visit(65, reissue.appliedOn);
    visit(66, reissue.reason);
}

/// The whole record: a repeated group stands under its first item as a list of maps.
void eachItem(auto &visit, Is<PensionRecord> auto &record)
{
    visit(personKey, record.person);
    visit.tail(1, record.numberTail);
    visit(2, record.municipality);
    visit.unlessTrue(3, record.latest);
    visit(4, record.insured);
    visit(5, record.operatorId);
    visit(6, record.periods);
    visit(16, record.exemptions);
    visit(29, record.legal);
    visit(36, record.maternities);
    visit(40, record.additional);
    visit(47, record.benefits);
    visit(51, record.supports);
    visit(56, record.reports);
    visit(61, record.notes);
    visit(65, record.reissues);
}

/// Writes what is there; what is empty has no key, so that one record has one form.
class Writing final
{
public:
    explicit Writing(residents::CborWriter &writer)
        : m_writer(writer)
        , m_map(writer)
    {
    }
    void operator()(int key, base::PersonId person) { m_map.integer(key, person.value); }
    void operator()(int key, const QString &text) { m_map.text(key, text); }
    void operator()(int key, QDate day) { m_map.day(key, day); }
    void operator()(int key, bool value) { m_map.integer(key, value ? 1 : 0); }
    void operator()(int key, int value) { m_map.integer(key, value); }
    void operator()(int key, Month month)
    {
        if (month.isValid())
            m_map.key(key).integer(month.index());
    }
    void operator()(int key, const MonthSpan &span)
    {
        if (!span.from.isValid() && !span.to.isValid())
            return;
        m_map.key(key).array(2);
        m_writer.integer(span.from.isValid() ? span.from.index() : 0);
        m_writer.integer(span.to.isValid() ? span.to.index() : 0);
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(int key, Enum value) { m_map.integer(key, static_cast<int>(value)); }
    template <typename Group>
    void operator()(int key, const QList<Group> &groups)
    {
        if (groups.isEmpty())
            return;
        m_map.key(key).array(static_cast<int>(groups.size()));
        for (const Group &group : groups) {
            Writing each(m_writer);
            eachItem(each, group);
            each.end();
        }
    }
    void unlessTrue(int key, bool value)
    {
        if (!value)
            m_map.key(key).integer(0);
    }
    /// A number that is not just the last four digits does not leave this program.
    void tail(int key, const QString &digits)
    {
        if (isTail(digits))
            m_map.text(key, digits);
    }
    void end() { m_map.end(); }

private:
    residents::CborWriter &m_writer;
    residents::MapWriter m_map;
};

/// Reads the value of the key that was met. What `Writing` would have left out is refused.
class Reading final
{
public:
    explicit Reading(residents::CborReader &reader)
        : m_reader(reader)
    {
    }
    template <typename Group>
    void read(Group &group)
    {
        residents::readMap(m_reader, [&](qint64 number) {
            m_number = number;
            m_found = false;
            eachItem(*this, group);
            return m_found;
        });
    }
    void operator()(int key, base::PersonId &person)
    {
        if (met(key))
            person.value = m_reader.integer();
    }
    void operator()(int key, QString &text)
    {
        if (met(key)) {
            text = m_reader.text();
            refuse(text.isEmpty());
        }
    }
    void operator()(int key, QDate &day)
    {
        if (met(key)) {
            day = m_reader.day();
            refuse(!day.isValid());
        }
    }
    void operator()(int key, bool &value)
    {
        if (met(key)) {
            value = m_reader.index(1) == 1;
            refuse(!value);
        }
    }
    void operator()(int key, int &year)
    {
        if (met(key)) {
            year = m_reader.index(lastYear);
            refuse(year == 0);
        }
    }
    void operator()(int key, Month &month)
    {
        if (met(key)) {
            month = readMonth();
            refuse(!month.isValid());
        }
    }
    void operator()(int key, MonthSpan &span)
    {
        if (met(key)) {
            m_reader.array(2);
            span.from = readMonth();
            span.to = readMonth();
            refuse(!span.from.isValid() && !span.to.isValid());
        }
    }
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void operator()(int key, Enum &value)
    {
        if (met(key)) {
            value = Enum(m_reader.index(lastOf(Enum{})));
            refuse(static_cast<int>(value) < 1);
        }
    }
    template <typename Group>
    void operator()(int key, QList<Group> &groups)
    {
        if (!met(key))
            return;
        const int count = m_reader.array();
        refuse(count == 0);
        for (int left = count; left > 0 && !m_reader.failed(); --left) {
            Reading each(m_reader);
            each.read(groups.emplaceBack());
        }
    }
    void unlessTrue(int key, bool &value)
    {
        if (met(key)) {
            value = m_reader.index(1) == 1;
            refuse(value);
        }
    }
    void tail(int key, QString &digits)
    {
        if (met(key)) {
            digits = m_reader.text();
            refuse(!isTail(digits));
        }
    }

private:
    bool met(int key)
    {
        m_found = m_found || m_number == key;
        return m_number == key;
    }
    void refuse(bool wrong)
    {
        if (wrong)
            m_reader.fail();
    }
    Month readMonth()
    {
        const int index = m_reader.index(lastYear * monthsAYear + monthsAYear - 1);
        return {.year = index / monthsAYear,
                .month = index / monthsAYear > 0 ? index % monthsAYear + 1 : 0};
    }

    residents::CborReader &m_reader;
    qint64 m_number = -1;
    bool m_found = false;
};

} // namespace

QByteArray encode(const PensionRecord &record)
{
    residents::CborWriter writer;
    Writing writing(writer);
    eachItem(writing, record);
    writing.end();
    return writer.take();
}

base::Result<PensionRecord> decode(QByteArrayView bytes)
{
    residents::CborReader reader(bytes);
    PensionRecord record;
    Reading(reader).read(record);
    if (reader.failed() || !reader.atEnd() || record.person.value <= 0)
        return base::fail(base::ErrorCode::RegisterDamaged,
                          QStringLiteral("a pension record cannot be decoded"));
    return record;
}

} // namespace pension
