#pragma once

#include "desk/taxviews.h"

// Made-up pension records for the tests of the tab.
namespace pensions {

using pension::ExemptionKind;
using pension::Month;
using pension::ResultState;

inline QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

/// Every one of the 66 items holds something.
inline pension::PensionRecord everything()
{
    pension::PensionRecord all;
    all.person = {2000019};
    all.numberTail = text(u"9018");
    all.municipality = text(u"109991");
    all.insured = true;
    all.operatorId = text(u"nenkin1");
    all.periods = {{.category = pension::Category::First,
                    .acquiredOn = {1988, 2, 2},
                    .acquiredNotifiedOn = {1988, 2, 10},
                    .acquiredFor = text(u"1"),
                    .acquiredReason = text(u"学生"),
                    .lostOn = {1990, 4, 1},
                    .lostNotifiedOn = {1990, 4, 9},
                    .lostFor = text(u"4"),
                    .lostReason = text(u"就職"),
                    .changedOn = {1990, 4, 1}},
                   {.category = pension::Category::First,
                    .acquiredOn = {2019, 10, 1},
                    .acquiredNotifiedOn = {2019, 10, 8},
                    .acquiredFor = text(u"2"),
                    .acquiredReason = text(u"自営業"),
                    .lostOn = {},
                    .lostNotifiedOn = {},
                    .lostFor = {},
                    .lostReason = {},
                    .changedOn = {}}};
    all.exemptions = {{.kind = ExemptionKind::Half,
                       .applied = {{2020, 7}, {2021, 6}},
                       .appliedOn = {2020, 8, 3},
                       .result = ResultState::Approved,
                       .resultCode = text(u"31"),
                       .exempt = {{2020, 7}, {2021, 3}},
                       .approved = {{2020, 7}, {2021, 3}},
                       .rejected = {{2021, 4}, {2021, 4}},
                       .cancelled = {{2021, 5}, {2021, 6}}}};
    all.legal = {{.reason = text(u"2"),
                  .endReason = text(u"2"),
                  .from = {2021, 9, 1},
                  .endedOn = {2022, 3, 31},
                  .cancelledOn = {2022, 4, 15},
                  .months = {{2021, 8}, {2022, 3}}}};
    all.maternities = {{.birthOn = {2023, 5, 20},
                        .born = true,
                        .multiple = true,
                        .months = {{2023, 2}, {2023, 7}}}};
    all.additional = {{.appliedOn = {2024, 1, 15},
                       .reason = text(u"1"),
                       .from = {2024, 1, 15},
                       .declinedOn = {2025, 2, 3},
                       .endReason = text(u"1"),
                       .endedOn = {2025, 1, 1},
                       .result = ResultState::Approved}};
    all.benefits = {{.claimant = text(u"渡辺　和子"),
                     .code = text(u"1350"),
                     .result = ResultState::Approved,
                     .number = text(u"0123-456")}};
    all.supports = {{.kind = text(u"3"),
                     .paid = {{2024, 10}, {2025, 9}},
                     .result = ResultState::Approved,
                     .claimYear = 2024}};
    all.reports = {{.onMedium = true,
                    .reportable = true,
                    .reportedOn = {2024, 1, 22},
                    .form = text(u"9"),
                    .message = text(u"申出書の原本は１月２２日の便で送付。")}};
    all.notes = {{.on = {2024, 1, 15},
                  .special = text(u"連絡は午前中を希望。"),
                  .consulted = text(u"付加保険料を納めた場合の年金額について相談。年金事務所での"
                                    u"見込額の確認を案内した。"),
                  .remarks = text(u"口座振替は利用しない。")}};
    all.reissues = {{.appliedOn = {2025, 6, 2}, .reason = text(u"1")}};
    return all;
}

/// A life with nearly every state, two gaps, an overlap and a late notice; spans as a clerk would
/// write them down by hand.
inline pension::Timeline everyState()
{
    using enum pension::MonthState;
    using Kind = pension::Irregularity::Kind;
    pension::Timeline line;
    line.spans = {{{{1988, 2}, {1990, 3}}, Student},    {{{1990, 4}, {1999, 8}}, Second},
                  {{{1999, 9}, {2000, 1}}, Gap},        {{{2000, 2}, {2007, 6}}, Third},
                  {{{2007, 7}, {2009, 6}}, First},      {{{2009, 7}, {2011, 6}}, FullExempt},
                  {{{2011, 7}, {2013, 6}}, PartExempt}, {{{2013, 7}, {2014, 6}}, Deferred},
                  {{{2014, 7}, {2014, 10}}, Maternity}, {{{2014, 11}, {2020, 3}}, First, true},
                  {{{2020, 4}, {2020, 4}}, Gap},        {{{2020, 5}, {2026, 11}}, First}};
    line.irregularities = {{Kind::Gap, {{1999, 9}, {2000, 1}}},
                           {Kind::Overlap, {{2007, 4}, {2007, 6}}},
                           {Kind::Gap, {{2020, 4}, {2020, 4}}},
                           {Kind::LateNotice, {{2020, 5}, {2020, 5}}, 93}};
    line.monthsFirst = 168;
    line.monthsExempt = 48;
    line.monthsDeferred = 38;
    line.monthsMissing = 6;
    return line;
}

inline desk::PensionView viewOf(const pension::PensionRecord &record,
                                const pension::Timeline &timeline)
{
    return {.person = record.person, .record = record, .timeline = timeline, .logRow = 1};
}

} // namespace pensions
