#include "app/sim/disk.h"

#include "base/ensure.h"

#include <QFile>
#include <QList>

#include <sqlite3.h>

#include <algorithm>
#include <new>
#include <utility>

namespace sim {

namespace {

/// Every disk of the simulation. Calls to links block, so that one thread is at work at a time.
QList<Disk *> &disks()
{
    static QList<Disk *> all;
    return all;
}

Disk *diskOf(const char *path)
{
    if (!path)
        return nullptr;
    const auto found = std::find_if(disks().cbegin(), disks().cend(),
                                    [path](const Disk *disk) { return disk->holds(path); });
    return found == disks().cend() ? nullptr : *found;
}

sqlite3_vfs *realVfs = nullptr;

struct File
{
    sqlite3_file base; // first: SQLite sees this
    Disk *disk;
    const char *name;   // stays as long as the file is open
    sqlite3_file *real; // behind this struct
};

File &of(sqlite3_file *file)
{
    return *reinterpret_cast<File *>(file);
}
sqlite3_file *realOf(sqlite3_file *file)
{
    return of(file).real;
}
bool isDead(sqlite3_file *file)
{
    return of(file).disk && of(file).disk->isDead();
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}
int readFile(sqlite3_file *file, void *to, int count, sqlite3_int64 at)
{
    return realOf(file)->pMethods->xRead(realOf(file), to, count, at);
}
int writeFile(sqlite3_file *file, const void *from, int count, sqlite3_int64 at)
{
    switch (of(file).disk ? of(file).disk->nextWrite(of(file).name) : Disk::Answer::Write) {
    case Disk::Answer::Full:
        return SQLITE_FULL;
    case Disk::Answer::Dead:
        return SQLITE_IOERR_WRITE;
    case Disk::Answer::Write:
        break;
    }
    return realOf(file)->pMethods->xWrite(realOf(file), from, count, at);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (isDead(file))
        return SQLITE_IOERR_TRUNCATE;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    if (isDead(file))
        return SQLITE_IOERR_FSYNC;
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}
int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file *file, int how)
{
    return realOf(file)->pMethods->xLock(realOf(file), how);
}
int unlockFile(sqlite3_file *file, int how)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), how);
}
int isReserved(sqlite3_file *file, int *answer)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), answer);
}
int controlFile(sqlite3_file *file, int what, void *with)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), what, with);
}
int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int traits(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}
int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **to)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, to);
}
int lockShared(sqlite3_file *file, int first, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), first, count, flags);
}
void barrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}
int unmapShared(sqlite3_file *file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

// Version 2: no memory maps, so every write comes by.
const sqlite3_io_methods methods = {2,           closeFile,   readFile, writeFile,  truncateFile,
                                    syncFile,    sizeOfFile,  lockFile, unlockFile, isReserved,
                                    controlFile, sectorSize,  traits,   mapShared,  lockShared,
                                    barrier,     unmapShared, nullptr,  nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *got)
{
    auto *disk = diskOf(name);
    auto *real = reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(File));
    real->pMethods = nullptr;
    file->pMethods = nullptr;
    if (disk && disk->isDead())
        return SQLITE_CANTOPEN;
    const int opened = realVfs->xOpen(realVfs, name, real, flags, got);
    if (!real->pMethods)
        return opened;
    new (file) File{{&methods}, disk, name, real};
    return opened;
}

int deleteFile(sqlite3_vfs *, const char *name, int sync)
{
    if (const auto *disk = diskOf(name); disk && disk->isDead())
        return SQLITE_IOERR_DELETE;
    return realVfs->xDelete(realVfs, name, sync);
}

/// All else is the system's own.
void install()
{
    static sqlite3_vfs own;
    if (realVfs)
        return;
    sqlite3_initialize();
    realVfs = sqlite3_vfs_find(nullptr);
    base::ensure(realVfs != nullptr, "there is a file system");
    own = *realVfs;
    own.zName = "madoguchi-sim";
    own.szOsFile = int(sizeof(File)) + realVfs->szOsFile;
    own.pNext = nullptr;
    own.xOpen = openFile;
    own.xDelete = deleteFile;
    base::ensure(sqlite3_vfs_register(&own, 1) == SQLITE_OK, "the layer below SQLite");
}

} // namespace

Disk::Disk(const QString &folder)
    : m_prefix(QFile::encodeName(folder) + '/')
{
    install();
    disks().append(this);
}

Disk::~Disk()
{
    disks().removeOne(this);
}

bool Disk::holds(const char *path) const
{
    return qstrncmp(path, m_prefix.constData(), size_t(m_prefix.size())) == 0;
}

void Disk::fillAfter(int writes, int refused)
{
    m_fillsIn = writes;
    m_full = refused;
}

void Disk::revive()
{
    m_dead = false;
    m_diesIn = 0;
    m_fillsIn = 0;
    m_full = 0;
    m_looksIn = 0;
    m_look = {};
}

int Disk::takeRefusals()
{
    return std::exchange(m_refusals, 0);
}

void Disk::lookAt(int write, const char *file, std::function<void()> look)
{
    m_looksAt = QByteArray("/") + file + "-wal";
    m_looksIn = write;
    m_look = std::move(look);
}

Disk::Answer Disk::nextWrite(const char *path)
{
    if (m_diesIn > 0 && --m_diesIn == 0)
        m_dead = true;
    if (m_dead)
        return Answer::Dead;
    if (m_fillsIn > 0)
        --m_fillsIn;
    if (m_fillsIn == 0 && m_full > 0) {
        --m_full;
        ++m_refusals;
        return Answer::Full;
    }
    if (m_looksIn > 0 && QByteArrayView(path).endsWith(m_looksAt) && --m_looksIn == 0)
        std::exchange(m_look, {})();
    ++m_writes;
    return Answer::Write;
}

} // namespace sim
