/* An open document: where it came from, saving it, and the review that runs beside the editing. */
#pragma once

#include <gio/gio.h>

#include "catalogue/catalogue.h"
#include "model/document.h"
#include "model/finding.h"

G_BEGIN_DECLS

#define LP_TYPE_SESSION (lp_session_get_type ())
G_DECLARE_FINAL_TYPE (LpSession, lp_session, LP, SESSION, GObject)

/* Signal "reviewed" (): after a review of the present revision has arrived, on the main context.
 * Properties: "file" (GFile, NULL while it has none), "title" (string), "modified" (boolean). */

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
/* The latest review, and the revision it is of; NULL before the first. Borrowed. */
LpReview *lp_session_get_review (LpSession *session);
guint64 lp_session_get_reviewed_revision (LpSession *session);

/* TRUE while a review of the present state is still to come. */
gboolean lp_session_is_reviewing (LpSession *session);

/* Writes atomically. Refuses with G_IO_ERROR_WRONG_ETAG where the file changed on disk since it was read or
 * written here, unless `force`. The session then has `file`. */
void lp_session_save_async (LpSession *session, GFile *file, gboolean force, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
gboolean lp_session_save_finish (LpSession *session, GAsyncResult *result, GError **error);

G_END_DECLS
