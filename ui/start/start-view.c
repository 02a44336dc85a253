#include "ui/start/start-view.h"

#include "session/scenario.h"
#include "ui/window/recent-popover.h"

#define MAX_RECENT 4

struct _LpStartView
{
  AdwBin parent_instance;
  GtkListBox *scenarios;
  GtkListBox *recent;
  GtkWidget *recent_box;
};

G_DEFINE_FINAL_TYPE (LpStartView, lp_start_view, ADW_TYPE_BIN)

static void
add_scenario (LpStartView *self, const LpScenario *scenario)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (lp_text (&scenario->title), -1);
  g_autofree char *situation = g_markup_escape_text (lp_text (&scenario->situation), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), situation);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-scenario");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", scenario->id);
  gtk_list_box_append (self->scenarios, row);
}

static void
on_map (LpStartView *self)
{
  gtk_widget_set_visible (self->recent_box, lp_recent_fill (self->recent, MAX_RECENT) > 0);
}

static void
lp_start_view_class_init (LpStartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/start/start-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LpStartView, scenarios);
  gtk_widget_class_bind_template_child (widget_class, LpStartView, recent);
  gtk_widget_class_bind_template_child (widget_class, LpStartView, recent_box);
}

static void
lp_start_view_init (LpStartView *self)
{
  const GPtrArray *scenarios = lp_scenarios_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < scenarios->len; i++)
    add_scenario (self, g_ptr_array_index (scenarios, i));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->scenarios)), scenarios->len > 0);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}
