/* The edits of what people say of a design, each inside a transaction that the caller has opened. All refuse with
 * LP_EDIT_ERROR and then leave the transaction as it was before the call: NO_SUCH where what is named is not there,
 * INVALID where a text is empty. */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* Gives the new comment's id; free with g_free(). `pin` NULL: on the document; `author` may be NULL. */
char *lp_edit_add_comment (LpDocument *document, const LpPin *pin, const char *author, const char *text,
                           GError **error);
gboolean lp_edit_reply_to_comment (LpDocument *document, const char *id, const char *author, const char *text,
                                   GError **error);
gboolean lp_edit_set_comment_text (LpDocument *document, const char *id, const char *text, GError **error);
gboolean lp_edit_resolve_comment (LpDocument *document, const char *id, gboolean resolved, GError **error);
gboolean lp_edit_remove_comment (LpDocument *document, const char *id, GError **error);

/* Take over `waiver`, also on failure. */
gboolean lp_edit_add_waiver (LpDocument *document, LpWaiver *waiver, GError **error);
/* In the place of the one that equals `old`. */
gboolean lp_edit_replace_waiver (LpDocument *document, const LpWaiver *old, LpWaiver *waiver, GError **error);
gboolean lp_edit_remove_waiver (LpDocument *document, const LpWaiver *waiver, GError **error);

G_END_DECLS
