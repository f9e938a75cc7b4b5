#pragma once

#include "ui/entries/doors.h"

#include <QWidget>

class QVBoxLayout;

namespace entries {

/// The notes of a person, newest first; earlier versions open below, those taken back stand last in
/// grey and struck through.
class NotesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesPanel(const Doors &doors, QWidget *parent = nullptr);
    void showNotes(const QList<desk::NoteView> &notes);

Q_SIGNALS:
    void writeWanted();
    void changeWanted(const residents::Note &note);
    void takeBackWanted(const residents::Note &note);

private:
    void add(const desk::NoteView &view);
    void addEarlier(const desk::NoteView &view, QVBoxLayout *column, QWidget *block);

    bool m_mayWrite;
    QVBoxLayout *m_list;
};

} // namespace entries
