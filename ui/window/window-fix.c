/* Mending what the review found. */

#include <glib/gi18n.h>

#include "session/mend-preview.h"
#include "ui/window/window-private.h"

void
lp_window_fix (LpWindow *self, guint finding)
{
  if (self->canvas != NULL)
    lp_canvas_fix (self->canvas, finding);
}

void
lp_window_fix_all (LpWindow *self)
{
  lp_canvas_fix (self->canvas, G_MAXUINT);
}

/* The selected one, else another about the same component. */
static guint
find_fixable (LpWindow *self, const LpReview *review)
{
  guint selected = lp_review_page_get_selected (self->review_page);

  if (selected >= review->findings->len)
    return G_MAXUINT;
  const LpFinding *finding = review->findings->pdata[selected];
  if (lp_mend_may_be (self->session, finding))
    return selected;
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *other = review->findings->pdata[i];
      if (finding->component != NULL && g_strcmp0 (other->component, finding->component) == 0 && lp_mend_may_be (self->session, other))
        return i;
    }
  return G_MAXUINT;
}

void
lp_window_fix_selected (LpWindow *self)
{
  const LpReview *review = lp_session_get_review (self->session);
  guint finding = review != NULL ? find_fixable (self, review) : G_MAXUINT;

  if (finding != G_MAXUINT)
    lp_window_fix (self, finding);
  else if (review != NULL && lp_review_page_get_selected (self->review_page) < review->findings->len)
    lp_window_toast (self, _("There is no fix for this finding; it says what to do"));
  else
    lp_window_toast (self, _("Go to a finding first (F8)"));
}
