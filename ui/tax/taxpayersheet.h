#pragma once

#include "desk/taxviews.h"

#include <QWidget>

class QLabel;

namespace widgets {
class Card;
class FormGrid;
} // namespace widgets

namespace taxui {

class Sheet;

/// What is known of a taxpayer beside his 期別: where to send, account (its last four digits only),
/// pledge and plan, negotiations, property.
class TaxpayerSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit TaxpayerSheet(QWidget *parent = nullptr);
    void showFile(const desk::LedgerView &view);

private:
    void fillFile(const desk::LedgerView &view);
    void fillPlan(const tax::TaxpayerFile &file);
    void fillNegotiations(const tax::TaxpayerFile &file);
    void fillProperties(const tax::TaxpayerFile &file);

    widgets::FormGrid *m_file;
    widgets::Card *m_planCard;
    Sheet *m_plan;
    QLabel *m_noNegotiations;
    Sheet *m_negotiations;
    widgets::Card *m_propertyCard;
    Sheet *m_properties;
};

} // namespace taxui
