#include "ui/application/progress-notes.h"

#include <glib/gi18n.h>

#include "learning/progress.h"
#include "ui/window/window.h"

static void
say (GtkApplication *application, const char *heading, const char *words)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data))
      {
        lp_window_complain (l->data, heading, words);
        return;
      }
}

static void
on_problem (LpProgress *progress, GParamSpec *pspec, gpointer application)
{
  g_autofree char *problem = lp_progress_dup_problem (progress);

  if (problem != NULL)
    say (application, _("Your progress cannot be recorded"), problem);
}

void
lp_progress_notes_start (GtkApplication *application)
{
  LpProgress *progress = lp_progress_get_default ();
  g_autofree char *notice = lp_progress_take_notice (progress);

  if (notice != NULL)
    say (application, _("About your progress"), notice);
  on_problem (progress, NULL, application);
  g_signal_connect_object (progress, "notify::problem", G_CALLBACK (on_problem), application, 0);
}
