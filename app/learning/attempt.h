/* Where the documents lie that a person works on for a scenario: $XDG_DATA_HOME/loadpath/attempts/ID.loadpath, the
 * attempt before it as ID.last.loadpath; and the answers of the exam that is being sat, in loadpath/exam/. They save
 * themselves (session.h), so that there is nothing to lose. */
#pragma once

#include <gio/gio.h>

#include "model/design.h"

G_BEGIN_DECLS

/* An id that can be a name of a file: letters, digits, hyphens, underscores and dots, neither "" nor beginning with a
 * dot. Everything below refuses others with G_IO_ERROR_INVALID_FILENAME, or is as if there was nothing. */
gboolean lp_attempt_id_is_good (const char *id);

/* The caller's own; they need not be there. NULL where the id is not good. */
GFile *lp_attempt_get_file (const char *id);
GFile *lp_attempt_get_last_file (const char *id);
/* Of an answer in the exam that is being sat. */
GFile *lp_attempt_get_exam_file (const char *id);
/* The folder of these answers. Free with g_free(). */
char *lp_attempt_dup_exam_folder (void);

gboolean lp_attempt_exists (const char *id);
gboolean lp_attempt_has_last (const char *id);
/* Whether it is a document that saves itself: an attempt (not the one before it) or an answer of an exam. */
gboolean lp_attempt_is_attempt (GFile *file);
gboolean lp_attempt_is_exam_answer (GFile *file);
/* The id of the scenario that the file is an attempt for, or NULL. Free with g_free(). */
char *lp_attempt_dup_id (GFile *file);

/* Writes `start` as the attempt. What was there is the attempt before it from now on, unless nothing was done in it.
 * Refuses as lp_file_replace() does; then what was there is still there. */
gboolean lp_attempt_begin (const char *id, LpDesign *start, GError **error);
/* The same in the exam's folder, where there is no attempt before it: an answer that is there stays. */
gboolean lp_attempt_begin_exam (const char *id, LpDesign *start, GError **error);
/* What is there of it; the caller's own. NULL: there is none, or it cannot be read. */
LpDesign *lp_attempt_read (GFile *file, GError **error);
/* For a reset: removes the attempt and the one before it. Never fails. */
void lp_attempt_forget (const char *id);
/* Removes the answers of the exam. Never fails. */
void lp_attempt_forget_exam (void);

G_END_DECLS
