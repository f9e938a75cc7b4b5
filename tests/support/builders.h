#pragma once

#include "residents/household.h"
#include "residents/person.h"
#include "residents/restriction.h"

#include <QList>
#include <QString>

namespace support {

/// A person for a test: what is not said is ordinary. `aPerson(7).named(u"渡邉", u"花子")`.
class PersonBuilder final
{
public:
    explicit PersonBuilder(qint64 id)
    {
        m_state.id = {.person = {id}, .version = 1};
        m_state.household = {id};
        m_state.relationship = QStringLiteral("世帯主");
        m_state.sex = residents::Sex::Female;
        m_state.bornOn = calendar::PartialDate::on(QDate(1970, 1, 1));
        m_state.movement.processedOn = QDate(2020, 4, 1);
        m_state.address = {.code = QStringLiteral("98201001001"),
                           .postalCode = QStringLiteral("9990001"),
                           .municipality = QStringLiteral("あさぎり県みどり野市"),
                           .town = QStringLiteral("本町三丁目"),
                           .lot = QStringLiteral("%1番地").arg(id),
                           .building = {}};
    }
    PersonBuilder &named(QStringView family, QStringView given)
    {
        m_state.name.family = family.toString();
        m_state.name.given = given.toString();
        return *this;
    }
    PersonBuilder &read(QStringView family, QStringView given)
    {
        m_state.name.familyReading = {family.toString(), residents::ReadingState::Notified};
        m_state.name.givenReading = {given.toString(), residents::ReadingState::Notified};
        return *this;
    }
    PersonBuilder &searchKana(QStringView kana)
    {
        m_state.name.searchKana = kana.toString();
        return *this;
    }
    PersonBuilder &formerFamily(QStringView family, QStringView kana)
    {
        m_state.name.formerFamily = family.toString();
        m_state.name.formerFamilyReading = {kana.toString(), residents::ReadingState::Notified};
        return *this;
    }
    PersonBuilder &foreign(QStringView latin, QStringView alias = {}, QStringView aliasKana = {})
    {
        m_state.kind = residents::Kind::Foreign;
        m_state.foreign = residents::ForeignItems{};
        m_state.name.latin = latin.toString();
        m_state.name.alias = alias.toString();
        m_state.name.aliasKana = aliasKana.toString();
        return *this;
    }
    PersonBuilder &bornOn(int year, int month, int day)
    {
        return bornOn(calendar::PartialDate::on(QDate(year, month, day)));
    }
    PersonBuilder &bornOn(const calendar::PartialDate &date)
    {
        m_state.bornOn = date;
        return *this;
    }
    PersonBuilder &inHousehold(qint64 household)
    {
        m_state.household = {household};
        return *this;
    }
    PersonBuilder &as(QStringView relationship)
    {
        m_state.relationship = relationship.toString();
        return *this;
    }
    PersonBuilder &livingAt(QStringView town, QStringView lot, QStringView building = {})
    {
        m_state.address.town = town.toString();
        m_state.address.lot = lot.toString();
        m_state.address.building = building.toString();
        return *this;
    }
    PersonBuilder &headed(QStringView head)
    {
        m_state.headName = head.toString();
        return *this;
    }
    PersonBuilder &telephone(QStringView number)
    {
        m_state.telephone = number.toString();
        return *this;
    }
    PersonBuilder &sex(residents::Sex sex)
    {
        m_state.sex = sex;
        return *this;
    }
    PersonBuilder &state(residents::State state)
    {
        m_state.state = state;
        return *this;
    }
    PersonBuilder &version(int version)
    {
        m_state.id.version = version;
        return *this;
    }
    operator residents::Snapshot() const { return m_state; } // NOLINT: reads as the person
    [[nodiscard]] residents::Snapshot snapshot() const { return m_state; }

private:
    residents::Snapshot m_state;
};

[[nodiscard]] inline PersonBuilder aPerson(qint64 id)
{
    return PersonBuilder(id);
}

[[nodiscard]] inline residents::Household aHousehold(qint64 id, qint64 head)
{
    return {.id = {id}, .version = 1, .head = {head}, .address = {}};
}

/// 支援措置 on a person from a day on.
[[nodiscard]] inline residents::Restriction aProtection(qint64 id, qint64 person,
                                                        QDate from = QDate(2026, 1, 5))
{
    residents::Restriction restriction;
    restriction.id = id;
    restriction.person = {person};
    restriction.from = from;
    restriction.until = from.addYears(1).addDays(-1);
    return restriction;
}

} // namespace support
