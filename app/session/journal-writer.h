/* Puts pieces behind each other into a file of its own, on a thread of its own: within milliseconds into the file,
 * where a kill does not reach them, and at most four times a second onto the disk, where a power cut does not.
 *
 * The file is there from the first piece on and locked (flock) for as long as the writer lives. What cannot be
 * written is kept and tried again, and the writer says so. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LpJournalWriter LpJournalWriter;

/* Writes one piece's payload; called in the writer's thread. */
typedef void (*LpJournalFill) (GString *payload, gpointer data);
/* On the thread-default main context of the writer's maker: writing fails, in G_IO_ERROR; NULL: it works again. */
typedef void (*LpJournalNotify) (const GError *problem, gpointer data);

LpJournalWriter *lp_journal_writer_new (const char *path, LpJournalNotify notify, gpointer data);
/* Goes on with a file that is there: `fd` is open for reading and writing, locked, and taken over. What stands
 * behind `size` is cut off. */
LpJournalWriter *lp_journal_writer_adopt (const char *path, int fd, goffset size, LpJournalNotify notify,
                                          gpointer data);
void lp_journal_writer_push (LpJournalWriter *writer, LpJournalFill fill, gpointer data, GDestroyNotify destroy);
/* Waits until everything pushed so far is in the file, and with `sync` on the disk. FALSE where it is not, or not
 * within that time. May be called on any thread. */
gboolean lp_journal_writer_flush (LpJournalWriter *writer, gboolean sync, guint milliseconds);
/* Ends the writer. With `discard` the file goes, else everything pushed is written first. */
void lp_journal_writer_close (LpJournalWriter *writer, gboolean discard);
const char *lp_journal_writer_get_path (LpJournalWriter *writer);

/* Opens and locks a journal that nobody has open: -1 where somebody has, or it cannot be opened (errno). */
int lp_journal_lock (const char *path);

G_END_DECLS
