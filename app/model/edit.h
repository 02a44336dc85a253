/* The edits that people make, each inside a transaction that the caller has opened. All refuse with
 * LP_EDIT_ERROR and then leave the transaction as it was before the call. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* Adds a component of `kind` into `container` (NULL: top level) at `at` (NULL: left to the layout). Gives the
 * new id, made from the kind ("ec2-instance-2"); free with g_free(). */
char *lp_edit_add_component (LpDocument *document, const char *kind, const char *container, const LpPoint *at,
                             GError **error);
char *lp_edit_connect (LpDocument *document, const char *kind, const char *from, const char *to, GError **error);
gboolean lp_edit_set_at (LpDocument *document, const char *id, LpPoint at, GError **error);
gboolean lp_edit_set_size (LpDocument *document, const char *id, double width, double height, GError **error);
/* A container without a size is as large as what stands in it needs. */
gboolean lp_edit_unset_size (LpDocument *document, const char *id, GError **error);
/* Another container (NULL: top level), keeping `at` as given in the new container's coordinates. */
gboolean lp_edit_move_into (LpDocument *document, const char *id, const char *container, LpPoint at,
                            GError **error);
/* What it reaches into without standing in it: ids, NULL-terminated. NO_SUCH, and INVALID for itself. */
gboolean lp_edit_set_spans (LpDocument *document, const char *id, const char *const *containers, GError **error);
gboolean lp_edit_set_collapsed (LpDocument *document, const char *id, gboolean collapsed, GError **error);
gboolean lp_edit_set_locked (LpDocument *document, const char *id, gboolean locked, GError **error);
/* Other ends; where one is another component than before, the line finds its own way again. */
gboolean lp_edit_set_ends (LpDocument *document, const char *id, const char *from, const char *to, GError **error);
/* Where the line is laid by hand (LpConnection.via); `n` 0: it finds its own way. */
gboolean lp_edit_set_via (LpDocument *document, const char *id, const LpPoint *points, guint n, GError **error);
/* NULL or "" unsets the label. For a component or a connection, whichever has the id. */
gboolean lp_edit_set_label (LpDocument *document, const char *id, const char *label, GError **error);
gboolean lp_edit_set_kind (LpDocument *document, const char *id, const char *kind, GError **error);
/* `value` is taken over; NULL makes it unknown. */
gboolean lp_edit_set_property (LpDocument *document, const char *id, const char *name, JsonNode *value,
                               GError **error);
void lp_edit_set_requirement (LpDocument *document, const char *name, JsonNode *value);
void lp_edit_set_title (LpDocument *document, const char *title);
/* Removes components and connections by id, with what hangs on them; ids that went with another are fine. */
gboolean lp_edit_delete (LpDocument *document, const char *const *ids, GError **error);

G_END_DECLS
