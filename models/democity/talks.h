#pragma once

#include "democity/random.h"
#include "tax/ledger.h"

#include <QDate>
#include <QString>

// What officers wrote down. Nobody is named: not the taxpayer, his family, an employer or a bank.
namespace democity {

enum class Plight { NewlyLate, Pledged, Broken, Seized, Stopped, Unreachable, Gone, Heirs };

/// One entry of 折衝経過 that fits the plight; `step` counts from the oldest.
[[nodiscard]] tax::Negotiation talkOn(QDate day, Plight plight, int step, Random &random);
/// Who works on a case: users that every training city has.
[[nodiscard]] QString officer(Random &random);
/// 特記, 相談内容 of a pension file.
[[nodiscard]] QString pensionTalk(Random &random);

} // namespace democity
