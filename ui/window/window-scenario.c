/* Working on the scenario of the selected tab: grading, hints, comparing, trying again. */
#include <glib/gi18n.h>

#include "ui/scenarios/compare-bar.h"
#include "ui/window/window-private.h"

typedef void (*ScenarioAction) (LpWindow *window, LpWorking *working);

static LpWorking *
get_working (LpWindow *self)
{
  return lp_scenario_page_get_working (self->scenario_page);
}

static void
show_page (LpWindow *self)
{
  if (!self->showing)
    adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  gtk_stack_set_visible_child_name (self->panel, "scenario");
}

/* In a narrow window the panel lies over the drawing. */
static void
show_drawing (LpWindow *self)
{
  if (adw_flap_get_folded (self->panel_flap))
    adw_flap_set_reveal_flap (self->panel_flap, FALSE);
}

/* --- what each does ---------------------------------------------------------------------------------- */

static void
do_show (LpWindow *self, LpWorking *working)
{
  show_page (self);
}

/* The same key keeps what is written on the drawing. */
static gboolean
keep_writing (LpWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->canvas)))
    return FALSE;
  lp_canvas_keep_writing (self->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return TRUE;
}

static void
do_submit (LpWindow *self, LpWorking *working)
{
  if (keep_writing (self))
    return;
  lp_working_submit (working);
  show_page (self);
  lp_scenario_page_show_result (self->scenario_page);
}

static void
do_hint (LpWindow *self, LpWorking *working)
{
  show_page (self);
  lp_working_take_hint (working);
  lp_scenario_page_show_hint (self->scenario_page);
}

static void
do_try_again (LpWindow *self, LpWorking *working)
{
  g_autoptr (GError) error = NULL;

  lp_canvas_keep_writing (self->canvas);
  lp_compare_bar_close (lp_compare_bar_of (self->view));
  if (!lp_working_try_again (working, &error))
    {
      g_autofree char *body
          = g_strdup_printf (_("This attempt could not be kept, so nothing was changed: %s"), error->message);
      lp_window_complain (self, _("It cannot be tried again"), body);
      return;
    }
  lp_canvas_fit (self->canvas);
  /* Drawings are compared, choices are not; and one in which nothing was done is not kept. */
  lp_window_toast (self, self->answering || !lp_working_has_last (working)
                             ? _("Begun anew")
                             : _("Begun anew. The attempt before is kept, to compare with"));
}

static void
compare (LpWindow *self, LpComparedWith with, LpDesign *other)
{
  LpCompareBar *bar = lp_compare_bar_of (self->view);

  lp_canvas_keep_writing (self->canvas);
  if (lp_compare_bar_get_with (bar) == with)
    {
      lp_compare_bar_close (bar);
      return;
    }
  lp_compare_bar_show (bar, with, other);
  gtk_stack_set_visible_child_name (self->panel, "scenario");
  lp_scenario_page_show_comparison (self->scenario_page);
  show_drawing (self);
}

static void
do_compare_reference (LpWindow *self, LpWorking *working)
{
  compare (self, LP_COMPARED_WITH_REFERENCE, lp_working_get_scenario (working)->reference);
}

static void
do_compare_last (LpWindow *self, LpWorking *working)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) last = lp_working_read_last (working, &error);

  if (last != NULL)
    compare (self, LP_COMPARED_WITH_LAST, last);
  else
    lp_window_complain (self, _("The last attempt cannot be read"), error->message);
}

static void
do_open_reference (LpWindow *self, LpWorking *working)
{
  lp_window_open_reference (self);
}

/* --- the table --------------------------------------------------------------------------------------- */

typedef enum
{
  ALWAYS,
  HINTS_LEFT,
  GRADED,
  GRADED_AND_DRAWN,
  AFTER_ANOTHER, /* there was an attempt before this one */
} When;

static const struct
{
  const char *name;
  ScenarioAction run;
  When when;
} actions[] = {
  { "win.show-scenario", do_show, ALWAYS },
  { "win.submit", do_submit, ALWAYS },
  { "win.take-hint", do_hint, HINTS_LEFT },
  { "win.try-again", do_try_again, GRADED },
  { "win.compare-reference", do_compare_reference, GRADED_AND_DRAWN },
  { "win.compare-last", do_compare_last, AFTER_ANOTHER },
  { "win.open-reference", do_open_reference, GRADED },
};

static gboolean
may_be (LpWorking *working, When when)
{
  const LpScenario *scenario = working != NULL ? lp_working_get_scenario (working) : NULL;

  if (scenario == NULL)
    return FALSE;
  switch (when)
    {
    case HINTS_LEFT:
      return lp_working_get_n_hints (working) < scenario->n_hints;
    case GRADED:
      return lp_working_get_grade (working) != NULL;
    case GRADED_AND_DRAWN:
      return !lp_scenario_is_chosen (scenario) && lp_working_get_grade (working) != NULL;
    case AFTER_ANOTHER:
      return !lp_scenario_is_chosen (scenario) && lp_working_has_last (working);
    default:
      return TRUE;
    }
}

static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LpWindow *self = LP_WINDOW (widget);
  LpWorking *working = get_working (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name) && may_be (working, actions[i].when))
      actions[i].run (self, working);
}

void
lp_window_class_add_scenario_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, run_action);
}

void
lp_window_update_scenario_actions (LpWindow *self)
{
  LpWorking *working = get_working (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, may_be (working, actions[i].when));
}

/* --- the selected tab -------------------------------------------------------------------------------- */

static void
update_time (LpWindow *self)
{
  LpWorking *working = get_working (self);

  if (working != NULL)
    lp_working_set_in_front (working, gtk_window_is_active (GTK_WINDOW (self)));
}

static void
on_show (LpWindow *self, char **elements)
{
  if (self->canvas == NULL || elements[0] == NULL)
    return;
  lp_compare_bar_close (lp_compare_bar_of (self->view));
  self->updating = TRUE;
  lp_canvas_show_element (self->canvas, elements[0]);
  self->updating = FALSE;
  lp_canvas_light_up (self->canvas, (const char *const *) elements);
  show_drawing (self);
}

/* The flap puts itself away where it finds, in its first frame, that the window is narrow. */
static gboolean
reveal (GtkWidget *flap, GdkFrameClock *clock, gpointer frames)
{
  if (++*(guint *) frames < 3)
    return G_SOURCE_CONTINUE;
  adw_flap_set_reveal_flap (ADW_FLAP (flap), TRUE);
  return G_SOURCE_REMOVE;
}

void
lp_window_show_situation (LpWindow *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->panel_flap), reveal, g_new0 (guint, 1), g_free);
}

gboolean
lp_window_enter_scenario (LpWindow *self)
{
  gboolean there = lp_scenario_page_set_view (self->scenario_page, self->view);

  gtk_stack_page_set_visible (self->scenario_stack_page, there);
  if (!there)
    return FALSE;
  g_signal_connect_swapped (get_working (self), "changed", G_CALLBACK (lp_window_update_scenario_actions), self);
  update_time (self);
  return TRUE;
}

void
lp_window_leave_scenario (LpWindow *self)
{
  LpWorking *working = get_working (self);

  if (working != NULL)
    {
      g_signal_handlers_disconnect_by_data (working, self);
      lp_working_set_in_front (working, FALSE);
    }
  lp_scenario_page_set_view (self->scenario_page, NULL);
}

void
lp_window_init_scenario (LpWindow *self)
{
  g_signal_connect_swapped (self->scenario_page, "show-elements", G_CALLBACK (on_show), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (update_time), NULL);
}
