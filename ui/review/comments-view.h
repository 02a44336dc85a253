/* What people said of the drawing, below what the review says: a list that folds away. */
#pragma once

#include <adwaita.h>

#include "session/session.h"

G_BEGIN_DECLS

#define LP_TYPE_COMMENTS_VIEW (lp_comments_view_get_type ())
G_DECLARE_FINAL_TYPE (LpCommentsView, lp_comments_view, LP, COMMENTS_VIEW, AdwBin)

/* Signal "chosen" (string): the id of the component that a comment is pinned to. */

/* NULL: none. */
void lp_comments_view_set_session (LpCommentsView *view, LpSession *session);
/* Unfolds the list and scrolls to the comment with this id, whose row is then the selected one. */
void lp_comments_view_show (LpCommentsView *view, const char *id);

G_END_DECLS
