/* The findings of the open document, worst first. */
#pragma once

#include <adwaita.h>

#include "session/session.h"

G_BEGIN_DECLS

#define LP_TYPE_REVIEW_PAGE (lp_review_page_get_type ())
G_DECLARE_FINAL_TYPE (LpReviewPage, lp_review_page, LP, REVIEW_PAGE, AdwBin)

/* Signal "finding-selected" (string): the id of the component that the chosen finding is about.
 *        "asked" (string element, string property): a question whose answer is told on another page; element NULL
 *        means the requirements. */

/* NULL: none. */
void lp_review_page_set_session (LpReviewPage *page, LpSession *session);
/* Selects the finding (its number in the review), as a click on its mark does. */
void lp_review_page_select (LpReviewPage *page, guint finding);
/* Unfolds the comments and scrolls to the one with this id, which is marked as the chosen one. */
void lp_review_page_show_comment (LpReviewPage *page, const char *id);
/* The next or the previous one, round and round. FALSE where there are none. */
gboolean lp_review_page_step (LpReviewPage *page, int by);
/* Highlights the first finding about the component, or none: the drawing is where it was chosen. */
void lp_review_page_follow (LpReviewPage *page, const char *id);
/* The number of the selected finding, or G_MAXUINT. */
guint lp_review_page_get_selected (LpReviewPage *page);

G_END_DECLS
