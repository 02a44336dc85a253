#include "ui/application/preferences.h"

#include "ui/application/rules-page.h"
#include "ui/application/settings.h"

struct _LpPreferences
{
  AdwPreferencesWindow parent_instance;
  GtkWidget *style;
  GtkWidget *snap_to_grid;
  GtkWidget *restore_open;
  GtkWidget *author;
};

G_DEFINE_FINAL_TYPE (LpPreferences, lp_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows' choices. */
static const char *const styles[] = { "system", "light", "dark" };

static gboolean
style_to_selected (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (g_value_get_string (from), styles[i]) == 0)
      {
        g_value_set_uint (to, i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
selected_to_style (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  guint selected = g_value_get_uint (from);

  if (selected >= G_N_ELEMENTS (styles))
    return FALSE;
  g_value_set_static_string (to, styles[selected]);
  return TRUE;
}

static void
lp_preferences_class_init (LpPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LP_TYPE_RULES_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/application/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, LpPreferences, snap_to_grid);
  gtk_widget_class_bind_template_child (widget_class, LpPreferences, restore_open);
  gtk_widget_class_bind_template_child (widget_class, LpPreferences, author);
}

static void
lp_preferences_init (LpPreferences *self)
{
  LpSettings *settings = lp_settings_get_default ();
  GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property_full (settings, "style", self->style, "selected", both, style_to_selected, selected_to_style,
                               NULL, NULL);
  g_object_bind_property (settings, "snap-to-grid", self->snap_to_grid, "active", both);
  g_object_bind_property (settings, "restore-open", self->restore_open, "active", both);
  g_object_bind_property (settings, "author", self->author, "text", both);
}

LpPreferences *
lp_preferences_new (GtkWindow *parent)
{
  return g_object_new (LP_TYPE_PREFERENCES, "transient-for", parent, "modal", parent != NULL, NULL);
}
