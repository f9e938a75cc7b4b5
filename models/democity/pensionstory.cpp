#include "democity/pensionstory.h"

#include "democity/pensiontelling.h"

namespace democity {

bool PensionStory::fits(PensionCase which, const Life &life) const
{
    const int age = life.ageOn(m_today);
    const bool here = !life.left.isValid() && age >= 0;
    const bool first = here && life.insuredFirst && life.work != Work::Student;
    switch (which) {
    case PensionCase::Any:
        return age >= 20;
    case PensionCase::Gap:
        return first && age >= 26 && age < 55 && !life.foreign;
    case PensionCase::Exempt:
        return first && age >= 27 && age < 50 && !life.assisted;
    case PensionCase::Overlap:
        return first && age >= 30 && age < 59;
    case PensionCase::Maternity:
        return first && life.female && age >= 25 && age < 42;
    case PensionCase::Student:
        return here && life.insuredFirst && life.work == Work::Student;
    case PensionCase::Legal:
        return first && age >= 24 && age < 58;
    case PensionCase::Claims:
        return here && age >= 66 && age < 80;
    case PensionCase::Count:
        break;
    }
    return false;
}

std::optional<pension::PensionRecord> PensionStory::tell(const Life &life, PensionCase which,
                                                         Random &random) const
{
    if (!fits(PensionCase::Any, life))
        return std::nullopt;
    return PensionTelling(life, m_today, random).tell(which);
}

} // namespace democity
