#pragma once

#include "desk/moveviews.h"
#include "residents/move.h"

#include <QDate>
#include <QFrame>
#include <QTimer>

#include <optional>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace widgets {
class EraDateField;
class FormGrid;
class TextField;
} // namespace widgets

namespace moves {

class KnownList;
class RelationshipField;

/// One person who comes, as the 転出証明書 names him, under a new 宛名番号 or, if he was here
/// before, his old one (JS1 4.1.1.2).
class NewcomerForm final : public QFrame
{
    Q_OBJECT

public:
    /// `number`: of `Move::movers`; a new one until somebody known is taken for him.
    explicit NewcomerForm(base::PersonId number, QWidget *parent = nullptr);
    ~NewcomerForm() override;
    Q_DISABLE_COPY_MOVE(NewcomerForm)
    /// Candidates from who was entered before: 氏, 本籍, 筆頭者. What is typed replaces them.
    void propose(const NewcomerForm &before);
    /// Of a draft. `asked`: his 続柄 was.
    void fill(const residents::Snapshot &newcomer, const residents::MemberChange &change,
              bool asked);
    /// Answers `numberWanted`.
    void setDrawn(base::PersonId number);
    /// His place among those who come, from 1.
    void setPlace(int place);
    /// Whether his 続柄 is asked for; else he leads. `proposed` stands there until one is typed.
    void ask(bool relationship, const QString &proposed);
    /// Answers `knownWanted`; nothing once something else is typed.
    void showKnown(const residents::Snapshot &asked, const QList<desk::KnownPerson> &people);
    void notLookedUp(); ///< it could not be looked: it is asked again with the next key

    /// As `residents::identityOf` leaves him.
    [[nodiscard]] residents::Snapshot newcomer() const;
    [[nodiscard]] residents::MemberChange change() const;
    [[nodiscard]] QList<QWidget *> fields() const;
    /// The field that a rule is about; null when it is none of these, or nothing is wrong with it.
    [[nodiscard]] QWidget *fieldOf(const QString &rule) const;
    /// A field that holds what cannot be read, or where nothing was chosen; it says so.
    [[nodiscard]] QWidget *firstUnreadable() const;

Q_SIGNALS:
    void changed(); ///< by the clerk
    /// 氏名, 生年月日 and 性別 are there: who is known with them?
    void knownWanted(const residents::Snapshot &newcomer);
    void numberChanged(); ///< another record is concerned, or none any more
    void numberWanted();  ///< a new one after all: none was given out for him yet
    void fieldsChanged();

private:
    struct Field
    {
        QString name;
        QWidget *input;
        int span = 1;
    };
    void makeFields();
    void fillLists();
    void join();
    void layOut();
    void touched();
    void fillJapanese(const residents::Snapshot &newcomer);
    void fillForeign(const residents::Snapshot &newcomer);
    void askKnown();
    void become(const base::SnapshotId &known);
    [[nodiscard]] bool isForeign() const;
    [[nodiscard]] residents::PersonName name() const;
    [[nodiscard]] residents::ForeignItems stay() const;
    [[nodiscard]] QList<Field> shown() const;
    [[nodiscard]] QList<QWidget *> all() const;

    base::PersonId m_drawn;                 ///< the number that was given out for him; 0 = none yet
    base::PersonId m_number;                ///< the one he is entered under
    int m_version = 0;                      ///< 0 while it is the new one
    qint64 m_taken = 0;                     ///< the three items with which it was taken
    bool m_filling = false;                 ///< from a draft
    bool m_asked = true;                    ///< 続柄
    bool m_typed = false;                   ///< 続柄, by a clerk
    QString m_word;                         ///< as typed
    std::optional<QString> m_proposed = {}; ///< 続柄, last
    residents::Snapshot m_looked;           ///< for whom it was asked who is known
    QList<desk::KnownPerson> m_people;
    QTimer m_pause;
    QLabel *m_heading;
    widgets::FormGrid *m_grid = nullptr;
    QVBoxLayout *m_place;
    KnownList *m_known;
    QComboBox *m_kind;
    widgets::TextField *m_family;
    widgets::TextField *m_given;
    widgets::TextField *m_familyKana;
    widgets::TextField *m_givenKana;
    QComboBox *m_familyState; ///< of the reading: public, and how
    QComboBox *m_givenState;
    widgets::TextField *m_formerFamily;
    widgets::TextField *m_formerKana;
    QComboBox *m_formerState;
    widgets::TextField *m_latin;
    widgets::TextField *m_kanji;
    widgets::TextField *m_searchKana;
    widgets::TextField *m_alias;
    widgets::TextField *m_aliasKana;
    widgets::EraDateField *m_bornOn;
    QComboBox *m_sex;
    RelationshipField *m_relationship;
    widgets::TextField *m_domicile;
    widgets::TextField *m_domicileHead;
    widgets::TextField *m_nationality;
    QComboBox *m_class;
    widgets::TextField *m_status;
    widgets::TextField *m_period;
    widgets::EraDateField *m_expiresOn;
    widgets::EraDateField *m_sinceOn;
};

} // namespace moves
