/* An open document: where it came from, saving it, and the review that runs beside the editing. */
#pragma once

#include <gio/gio.h>

#include "catalogue/catalogue.h"
#include "learning/scenario.h"
#include "model/document.h"
#include "model/finding.h"

G_BEGIN_DECLS

#define LP_TYPE_SESSION (lp_session_get_type ())
G_DECLARE_FINAL_TYPE (LpSession, lp_session, LP, SESSION, GObject)

/* Signal "reviewed" (): after a review of the present revision has arrived, on the main context.
 * Properties: "file" (GFile, NULL while it has none), "title" (string), "modified" (boolean),
 * "restored" (boolean): lp_session_is_restored(), "journal-problem" (string, or NULL): lp_session_dup_journal_problem(). */

/* Takes the document by reference. `file` may be NULL. The first review starts at once. */
LpSession *lp_session_new (LpDocument *document, GFile *file);
/* Opens any format that app/io reads. An imported file is a new document without a file of its own. */
void lp_session_open_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
LpSession *lp_session_open_finish (GAsyncResult *result, GError **error);

/* The parts of what was opened, where there are several (the pages of a draw.io file), by name; else empty. The
 * session holds the first one. */
const char *const *lp_session_get_part_names (LpSession *session);
/* Another of them, as a session of its own. */
LpSession *lp_session_open_part (LpSession *session, guint index);

LpDocument *lp_session_get_document (LpSession *session);
GFile *lp_session_get_file (LpSession *session);
/* The title of the document, else the name of its file, else "Untitled"; free with g_free(). */
char *lp_session_dup_title (LpSession *session);
/* A name for a file of it, without an ending: what a save dialog begins with. Free with g_free(). */
char *lp_session_dup_wanted_name (LpSession *session);
/* What the import did not understand: lines for a person to read, never NULL. */
const char *const *lp_session_get_notes (LpSession *session);
/* The latest review, as far as it is shown (lp_session_hide_for()), and the revision it is of; NULL before the first.
 * Borrowed until the next "reviewed". */
LpReview *lp_session_get_review (LpSession *session);
/* The same with what is kept from view. */
LpReview *lp_session_get_whole_review (LpSession *session);
guint64 lp_session_get_reviewed_revision (LpSession *session);

/* What the rules find that the scenario (nullable, kept) hides is kept from view from now on, until NULL is set: it is
 * neither in the review that is shown nor among the rules of session-rules.h. */
void lp_session_hide_for (LpSession *session, const LpScenario *scenario);
gboolean lp_session_hides (LpSession *session, const char *rule);

/* TRUE while a review of the present state is still to come. */
gboolean lp_session_is_reviewing (LpSession *session);

/* Writes atomically. Refuses with G_IO_ERROR_WRONG_ETAG where the file changed on disk since it was read or
 * written here, unless `force`. The session then has `file`. */
void lp_session_save_async (LpSession *session, GFile *file, gboolean force, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
gboolean lp_session_save_finish (LpSession *session, GAsyncResult *result, GError **error);

/* Whether it saves itself, shortly after each step: an attempt at a scenario (attempt.h). Saved elsewhere it no longer
 * does. */
gboolean lp_session_saves_itself (LpSession *session);
/* Writes what such a session has not written yet, before it returns. FALSE where that fails, as saving does; what was
 * changed then counts as not saved, and it is tried again by itself. */
gboolean lp_session_save_itself (LpSession *session, GError **error);

/* --- never losing work ------------------------------------------------------------------------------- */

/* Where sessions that begin from now on keep what is not saved yet (lp_journal_dup_folder() is the place for a
 * program that people use); NULL, as at the start: nowhere. */
void lp_session_set_journal_folder (const char *folder);
/* Words for a person where what is edited now cannot be kept, what is safe and what to do; else NULL. */
char *lp_session_dup_journal_problem (LpSession *session);
/* Whether everything is on the disk, in that time. */
gboolean lp_session_flush_journal (LpSession *session, guint milliseconds);
/* The person has given up what is not saved: it will not come back. Call it before the session goes. */
void lp_session_forget_changes (LpSession *session);

typedef void (*LpSessionRestored) (LpSession *session, gpointer data);
/* What earlier runs of the program left unsaved when they ended, as sessions that are restored. Each keeps its journal.
 * `restored` (or NULL) is called with each of them as soon as it is there, while the others are still being read. What
 * was not read when it is cancelled stays for the next time. */
void lp_session_recover_async (const char *folder, GCancellable *cancellable, LpSessionRestored restored,
                               GAsyncReadyCallback callback, gpointer data);
/* An array of LpSession references: all of them. `kept`: where journals are of which nothing could be read; free with
 * g_strfreev(). Never fails. */
GPtrArray *lp_session_recover_finish (GAsyncResult *result, GStrv *kept);

/* From a journal, and neither saved nor refused since. Where the file is no longer what it was, the session has no
 * file: it is a document of its own. */
gboolean lp_session_is_restored (LpSession *session);
/* One or two sentences that say what was restored and what became of the file; free with g_free(). */
char *lp_session_dup_restored_words (LpSession *session);
/* Refuses it. TRUE: the document is what its file holds, as one step that can be undone. FALSE: there is no file
 * to go back to, and nothing was done: to refuse it is to close it without saving (lp_session_forget_changes()). */
gboolean lp_session_refuse_restored (LpSession *session);

/* Takes what the file holds now: one step that can be undone, so that nothing is lost. Refuses as opening does, and
 * with G_IO_ERROR_BUSY while a gesture is under way. Needs a file. */
void lp_session_reload_async (LpSession *session, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data);
gboolean lp_session_reload_finish (LpSession *session, GAsyncResult *result, GError **error);

/* Of the file as it was last read or written here; NULL: not known. Borrowed. */
const char *lp_session_get_etag (LpSession *session);
/* The file holds something else now, as `etag` says, and the person keeps what is open: it counts as not saved, and
 * saving may overwrite that file. */
void lp_session_keep (LpSession *session, const char *etag);

G_END_DECLS
