#include <glib/gi18n.h>

#include "learning/attempt.h"
#include "learning/progress.h"
#include "learning/scenario.h"
#include "ui/window/window-private.h"

/* While the gallery is shown in front of drawings, the window is as if nothing was open: what the menu and the keys do
 * must not happen to a drawing that is not seen. */

static LpDocumentView *
hidden_view (LpWindow *self)
{
  AdwTabPage *page = self->view == NULL ? adw_tab_view_get_selected_page (self->tab_view) : NULL;

  return page != NULL ? LP_DOCUMENT_VIEW (adw_tab_page_get_child (page)) : NULL;
}

void
lp_window_update_gallery (LpWindow *self)
{
  gboolean in_front = hidden_view (self) != NULL;

  gtk_widget_set_visible (self->back_button, in_front);
  gtk_widget_set_visible (self->tab_bar, !in_front && self->sitting == NULL);
}

void
lp_window_show_gallery (LpWindow *self)
{
  if (self->view != NULL)
    lp_window_follow (self, NULL);
}

gboolean
lp_window_leave_gallery (LpWindow *self)
{
  LpDocumentView *view = hidden_view (self);

  if (view == NULL)
    return FALSE;
  lp_window_follow (self, view);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return TRUE;
}

/* --- attempts ---------------------------------------------------------------------------------------- */

/* What comes back today is answered anew, unless it is being answered. */
static gboolean
is_anew (LpWindow *self, const char *id, GFile *file)
{
  const LpScenarioProgress *progress = lp_progress_get (lp_progress_get_default (), id);

  if (!lp_attempt_exists (id))
    return TRUE;
  return !progress->running && lp_schedule_is_due (progress->repetition, lp_day_today ())
         && lp_window_find_file (self, file) == NULL;
}

void
lp_window_open_scenario (LpWindow *self, const char *id)
{
  const LpScenario *scenario = lp_scenarios_find (id);
  g_autoptr (GFile) file = lp_attempt_get_file (id);
  g_autoptr (GError) error = NULL;

  if (scenario == NULL || file == NULL)
    return;
  if (is_anew (self, id, file))
    {
      if (!lp_attempt_begin (id, scenario->start, &error))
        {
          lp_window_complain (self, _("The scenario cannot be begun"), error->message);
          return;
        }
      lp_progress_try_again (lp_progress_get_default (), id);
    }
  lp_window_open_file (self, file);
}
