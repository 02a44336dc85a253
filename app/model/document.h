/* A document that is being edited.
 *
 * Every change is made inside a transaction and recorded as the record before and the record after, by id.
 * A committed transaction is one step of the history and one "changed" signal; a rolled-back one leaves
 * nothing. Undo and redo have no limit. The document always holds: ids are unique among components and among
 * connections, every container and both ends of every connection exist, and nothing contains itself. */
#pragma once

#include <gio/gio.h>

#include "model/design.h"
#include "model/step.h"

G_BEGIN_DECLS

#define LP_EDIT_ERROR (lp_edit_error_quark ())

typedef enum
{
  LP_EDIT_ERROR_NO_SUCH = 1, /* an id that names nothing */
  LP_EDIT_ERROR_CYCLE,       /* would contain itself */
  LP_EDIT_ERROR_INVALID,     /* not a valid id or value */
} LpEditErrorCode;

GQuark lp_edit_error_quark (void);

#define LP_TYPE_DOCUMENT (lp_document_get_type ())
G_DECLARE_FINAL_TYPE (LpDocument, lp_document, LP, DOCUMENT, GObject)

/* Signal "changed" (guint64 revision): after a commit, an undo or a redo. Property "modified".
 * Signal "stepped" (const LpStep *step, guint fate): before it, and after a join, which changes nothing else: what
 * happened to which step, an LpStepFate. */

LpDocument *lp_document_new (void);
/* A document that holds what the design holds; its history is empty and it counts as saved. */
LpDocument *lp_document_new_from_design (LpDesign *design);

/* The present state, immutable and cached until the next change; also inside an open transaction. Free with
 * lp_design_unref(). */
LpDesign *lp_document_snapshot (LpDocument *document);
/* Borrowed until the next change; NULL where the id names nothing. */
const LpComponent *lp_document_get_component (LpDocument *document, const char *id);
const LpConnection *lp_document_get_connection (LpDocument *document, const char *id);
const LpHeader *lp_document_get_header (LpDocument *document);

/* An id that is free among components and connections: `wish` itself, or with -2, -3 ... behind it. */
char *lp_document_unique_id (LpDocument *document, const char *wish);

/* --- transactions ------------------------------------------------------------------------------------ */

/* `label` is what the history shows ("Move"), translated. Transactions do not nest. */
void lp_document_begin (LpDocument *document, const char *label);
/* Ends it. FALSE where nothing was changed: then there is no history step and no signal. */
gboolean lp_document_commit (LpDocument *document);
/* Takes back everything since lp_document_begin(). */
void lp_document_rollback (LpDocument *document);
gboolean lp_document_in_transaction (LpDocument *document);

/* The primitives, inside a transaction only. Records are taken over (transfer full), also on failure.
 * put: adds it at the end, or replaces the one with its id in its place. Refuses NO_SUCH (container or end),
 * CYCLE, INVALID (id). */
gboolean lp_document_put_component (LpDocument *document, LpComponent *component, GError **error);
gboolean lp_document_put_connection (LpDocument *document, LpConnection *connection, GError **error);
void lp_document_put_header (LpDocument *document, LpHeader *header);
/* Puts the component before another one in the document's order (NULL: at the end), which is the order in which
 * siblings are painted. NO_SUCH. */
gboolean lp_document_place_component (LpDocument *document, const char *id, const char *before, GError **error);
/* Removes the component with all that it contains, all connections that end at any of it, and the comments and waivers
 * pinned to any of that. NO_SUCH. */
gboolean lp_document_remove_component (LpDocument *document, const char *id, GError **error);
gboolean lp_document_remove_connection (LpDocument *document, const char *id, GError **error);

/* --- history ----------------------------------------------------------------------------------------- */

gboolean lp_document_can_undo (LpDocument *document);
gboolean lp_document_can_redo (LpDocument *document);
/* The label of the step, borrowed, or NULL. */
const char *lp_document_get_undo_label (LpDocument *document);
const char *lp_document_get_redo_label (LpDocument *document);
void lp_document_undo (LpDocument *document);
void lp_document_redo (LpDocument *document);

/* Makes one step of the last two, under the label of the first. FALSE, with nothing done, where there are not two
 * in force, something can be redone, or the state between them is the saved one. */
gboolean lp_document_join (LpDocument *document);

/* The number of the present state: the same number is the same content, also after undo and redo. */
guint64 lp_document_get_revision (LpDocument *document);
/* The present state is what the file holds. */
void lp_document_mark_saved (LpDocument *document);
/* What was the present state at `revision` is what the file holds: for a save that took a while. */
void lp_document_mark_saved_as_of (LpDocument *document, guint64 revision);
/* No state of it is what the file holds: somebody else has changed or removed it. */
void lp_document_mark_unsaved (LpDocument *document);
gboolean lp_document_is_modified (LpDocument *document);

G_END_DECLS
