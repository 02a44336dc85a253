#include "ui/exam/exam-windows.h"

#include <glib/gi18n.h>

#include "ui/window/window.h"

static LpWindow *
find_window (GtkApplication *application, gboolean exam)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (LP_IS_WINDOW (l->data) && lp_window_is_exam (l->data) == exam)
      return l->data;
  return NULL;
}

void
lp_exam_open_scenario (GtkApplication *application, const char *id)
{
  LpWindow *window = find_window (application, FALSE);

  if (window == NULL)
    window = lp_window_new (ADW_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-scenario", "s", id);
}

void
lp_exam_sit (GtkApplication *application, LpExam *exam)
{
  LpWindow *window = lp_window_new (ADW_APPLICATION (application));

  lp_window_sit_exam (window, exam);
  gtk_window_present (GTK_WINDOW (window));
}

/* --- actions ----------------------------------------------------------------------------------------- */

static void
go_on (GtkApplication *application, LpExam *exam)
{
  if (lp_exam_is_finished (exam))
    lp_exam_result_window_present (application, exam, lp_exam_grade (exam));
  else
    lp_exam_sit (application, exam);
}

/* The one that is being sat, the one that was left, or a new one. */
static void
on_exam (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LpWindow *sitting = find_window (data, TRUE);

  if (sitting != NULL)
    {
      gtk_window_present (GTK_WINDOW (sitting));
      return;
    }
  g_autoptr (LpExam) exam = lp_exam_load ();
  if (exam != NULL && !lp_exam_is_finished (exam))
    go_on (data, exam);
  else
    lp_exam_begin_window_present (data, gtk_application_get_active_window (data));
}

static void
on_exam_result (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (LpExam) exam = lp_exam_load ();

  if (exam != NULL)
    go_on (data, exam);
}

static void
on_schedule (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lp_schedule_window_present (data, gtk_application_get_active_window (data));
}

static const GActionEntry actions[] = {
  { .name = "exam", .activate = on_exam },
  { .name = "exam-result", .activate = on_exam_result },
  { .name = "schedule", .activate = on_schedule },
};

void
lp_exam_add_actions (GtkApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}
