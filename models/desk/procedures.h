#pragma once

#include "desk/certificatedesk.h"
#include "desk/checkdesk.h"
#include "desk/findpeople.h"
#include "desk/movedesk.h"
#include "desk/numberdesk.h"
#include "desk/outboxdesk.h"
#include "desk/passworddesk.h"
#include "desk/viewrecords.h"
#include "desk/viewtax.h"
#include "desk/visits.h"
#include "desk/writeentries.h"

namespace desk {

/// One small object for each group of things a clerk does. The counter outlives them.
class Procedures
{
public:
    explicit Procedures(Counter &counter)
        : m_visits(counter)
        , m_findPeople(counter)
        , m_viewRecords(counter)
        , m_viewTax(counter)
        , m_certificates(counter)
        , m_writeEntries(counter)
        , m_outbox(counter)
        , m_moves(counter)
        , m_checks(counter)
        , m_numbers(counter)
        , m_passwords(counter)
    {
    }

    [[nodiscard]] Visits &visits() { return m_visits; }
    [[nodiscard]] FindPeople &findPeople() { return m_findPeople; }
    [[nodiscard]] ViewRecords &viewRecords() { return m_viewRecords; }
    [[nodiscard]] ViewTax &viewTax() { return m_viewTax; }
    [[nodiscard]] CertificateDesk &certificates() { return m_certificates; }
    [[nodiscard]] WriteEntries &writeEntries() { return m_writeEntries; }
    [[nodiscard]] OutboxDesk &outbox() { return m_outbox; }
    [[nodiscard]] MoveDesk &moves() { return m_moves; }
    [[nodiscard]] CheckDesk &checks() { return m_checks; }
    [[nodiscard]] NumberDesk &numbers() { return m_numbers; }
    [[nodiscard]] PasswordDesk &passwords() { return m_passwords; }

private:
    Visits m_visits;
    FindPeople m_findPeople;
    ViewRecords m_viewRecords;
    ViewTax m_viewTax;
    CertificateDesk m_certificates;
    WriteEntries m_writeEntries;
    OutboxDesk m_outbox;
    MoveDesk m_moves;
    CheckDesk m_checks;
    NumberDesk m_numbers;
    PasswordDesk m_passwords;
};

} // namespace desk
