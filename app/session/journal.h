/* What is edited and not saved yet, kept outside the program: every step of a document's history is in a file beside
 * the user's data a moment after it was made, and is played again after a crash (recovery.h).
 *
 * The file comes with the first step, begins with the document as it was then, and goes when everything in it is in
 * the document's own file. */
#pragma once

#include "session/journal-entry.h"
#include "session/journal-writer.h"

G_BEGIN_DECLS

typedef struct _LpJournal LpJournal;

/* $XDG_STATE_HOME/loadpath/journal. Free with g_free(). */
char *lp_journal_dup_folder (void);

/* Follows the document, whose present state is the base. `head` is copied; its revision is filled in. `notify` is
 * told when what is edited cannot be kept. */
LpJournal *lp_journal_new (LpDocument *document, const char *folder, const LpJournalHead *head, LpJournalNotify notify,
                           gpointer data);
/* Goes on with a journal that was played into the document. `fd` is taken over (lp_journal_lock()). */
LpJournal *lp_journal_adopt (LpDocument *document, const char *path, int fd, goffset size, const LpJournalHead *head,
                             LpJournalNotify notify, gpointer data);
LpJournal *lp_journal_ref (LpJournal *journal);
void lp_journal_unref (LpJournal *journal);
/* It follows the document no longer, and tells nobody anything. The file stays, for the next start, or with `discard`
 * goes. */
void lp_journal_end (LpJournal *journal, gboolean discard);

/* Before the file is replaced, on any thread: the journal then tells whether it was, should this be the last that
 * is heard of it. Waits a second at most for a disk that does not answer. */
void lp_journal_saving (LpJournal *journal, guint64 revision, GFile *file, const char *checksum);
/* The file of `head` holds the design, which the document was at head->revision. The journal starts anew, unless the
 * document has changed since. */
void lp_journal_saved (LpJournal *journal, const LpJournalHead *head, LpDesign *design);

/* Whether everything is in the file (and on the disk), in that time. */
gboolean lp_journal_flush (LpJournal *journal, guint milliseconds);
/* Of its file; NULL while there is none. */
const char *lp_journal_get_path (LpJournal *journal);

G_END_DECLS
