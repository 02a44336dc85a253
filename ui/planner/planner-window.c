#include "ui/planner/planner-window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/quantity.h"
#include "rules/notes.h"
#include "transfer/words.h"
#include "ui/planner/transfer-plot.h"
#include "ui/text/wrapping.h"

#define MOST_AT_ONCE 100

struct _LpPlannerWindow
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *wish, *ways;
  GtkGrid *table;
  LpTransferPlot *plot;
  GtkLabel *crossings, *note;
  GtkWidget *write_button;

  LpDocument *document; /* or NULL */
  char *id;             /* of a connection, or NULL */
  LpTransferPlan *before, *plan;
  struct
  {
    GtkLabel *time, *verdict, *working;
  } rows[LP_N_TRANSFER_MEANS];
};

G_DEFINE_FINAL_TYPE (LpPlannerWindow, lp_planner_window, ADW_TYPE_WINDOW)

/* --- what comes out ---------------------------------------------------------------------------------- */

static void
show_verdict (LpPlannerWindow *self, guint means, double seconds, gboolean fastest)
{
  GtkWidget *verdict = GTK_WIDGET (self->rows[means].verdict);
  gboolean late = self->plan->deadline > 0 && seconds > self->plan->deadline;
  const char *word = self->plan->deadline <= 0 ? (fastest ? _("fastest") : "")
                     : late                    ? _("✕ too late")
                     : fastest                 ? _("✓ in time, fastest")
                                               : _("✓ in time");

  gtk_label_set_label (GTK_LABEL (verdict), word);
  gtk_widget_remove_css_class (verdict, late ? "success" : "error");
  gtk_widget_add_css_class (verdict, late ? "error" : "success");
}

static void
show_row (LpPlannerWindow *self, guint means)
{
  const LpTransferWay *way = &self->plan->ways[means];
  double seconds = lp_transfer_seconds (way, self->plan->bytes);
  g_autofree char *time = lp_transfer_say_time (seconds), *working = lp_transfer_say_working (way, self->plan->bytes);
  gboolean known = self->plan->bytes > 0;

  gtk_label_set_label (self->rows[means].time, known ? time : "–");
  gtk_label_set_label (self->rows[means].working, known ? working : "");
  gtk_label_set_label (self->rows[means].verdict, "");
  if (known)
    show_verdict (self, means, seconds, lp_transfer_plan_fastest (self->plan, self->plan->bytes) == means);
}

static void
show_crossings (LpPlannerWindow *self)
{
  double from, to;
  g_autoptr (GString) text = g_string_new (NULL);

  lp_transfer_plot_get_range (self->plan, &from, &to);
  g_autoptr (GArray) crossings = lp_transfer_plan_find_crossings (self->plan, from, to);
  g_string_append_printf (text, _("The fastest for little data is: %s."),
                          lp_transfer_means_name (lp_transfer_plan_fastest (self->plan, from)));
  for (guint i = 0; i < crossings->len; i++)
    {
      const LpTransferCrossing *crossing = &g_array_index (crossings, LpTransferCrossing, i);
      g_autofree char *size = lp_transfer_say_size (crossing->bytes);
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("From %s on: %s."), size, lp_transfer_means_name (crossing->after));
    }
  gtk_label_set_label (self->crossings, text->str);
}

static void
show_plan (LpPlannerWindow *self)
{
  for (guint i = 0; i < LP_N_TRANSFER_MEANS; i++)
    show_row (self, i);
  lp_transfer_plot_set_plan (self->plot, self->plan);
  show_crossings (self);
}

static GtkLabel *
new_cell (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

/* Two lines each: the way, its time and whether that is in time; below, the sum. */
static void
add_row (LpPlannerWindow *self, guint means)
{
  GtkLabel *name = new_cell (NULL);
  int top = (int) means * 2;

  gtk_label_set_label (name, lp_transfer_means_name ((LpTransferMeans) means));
  self->rows[means].time = new_cell ("numeric");
  self->rows[means].verdict = new_cell (NULL);
  self->rows[means].working = new_cell ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->rows[means].working), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->rows[means].working), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->rows[means].verdict), TRUE);
  gtk_grid_attach (self->table, lp_transfer_sample_new ((LpTransferMeans) means), 0, top, 1, 1);
  gtk_grid_attach (self->table, GTK_WIDGET (name), 1, top, 1, 1);
  gtk_grid_attach (self->table, GTK_WIDGET (self->rows[means].time), 2, top, 1, 1);
  gtk_grid_attach (self->table, GTK_WIDGET (self->rows[means].verdict), 3, top, 1, 1);
  gtk_grid_attach (self->table, GTK_WIDGET (self->rows[means].working), 1, top + 1, 3, 1);
}

/* --- what goes in ------------------------------------------------------------------------------------ */

/* An entry for one number of the plan. */
typedef struct
{
  LpPlannerWindow *window;
  double *value;
  LpUnit unit;
  double scale;   /* of what is written to what the plan holds */
  gboolean optional;
} Entry;

static gboolean
parse_entry (const Entry *entry, const char *text, double *amount)
{
  if (*text == '\0' && entry->optional)
    {
      *amount = 0;
      return TRUE;
    }
  return lp_quantity_parse (text, entry->unit, amount) && (*amount > 0 || entry->optional)
         && (entry->unit != LP_UNIT_PERCENT || *amount <= 100);
}

static void
on_entry_changed (GtkEditable *editable, Entry *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  double amount;

  if (!parse_entry (entry, text, &amount))
    {
      gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (editable), lp_unit_describe (entry->unit));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (editable), NULL);
  *entry->value = amount * entry->scale;
  show_plan (entry->window);
}

static void
on_count_changed (GtkSpinButton *spin, LpPlannerWindow *self)
{
  self->plan->ways[LP_TRANSFER_DEVICES].at_once = (guint) gtk_spin_button_get_value_as_int (spin);
  show_plan (self);
}

static GtkWidget *
new_count (LpPlannerWindow *self)
{
  GtkWidget *row = adw_action_row_new (), *spin = gtk_spin_button_new_with_range (1, MOST_AT_ONCE, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Devices under way together"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), self->plan->ways[LP_TRANSFER_DEVICES].at_once);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_signal_connect (spin, "value-changed", G_CALLBACK (on_count_changed), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  return row;
}

static GtkWidget *
new_entry (LpPlannerWindow *self, const char *title, double *value, LpUnit unit, double scale, gboolean optional)
{
  GtkWidget *row = adw_entry_row_new ();
  Entry *entry = g_new (Entry, 1);
  double shown = *value / scale;
  g_autofree char *text = lp_quantity_format (shown, unit);

  *entry = (Entry){ self, value, unit, scale, optional };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), shown > 0 ? text : "");
  g_signal_connect_data (row, "changed", G_CALLBACK (on_entry_changed), entry, (GClosureNotify) (void (*) (void)) g_free, 0);
  return row;
}

static void
add_way (LpPlannerWindow *self, guint means)
{
  LpTransferWay *way = &self->plan->ways[means];
  GtkWidget *expander = adw_expander_row_new ();
  AdwExpanderRow *rows = ADW_EXPANDER_ROW (expander);
  gboolean devices = way->capacity > 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), lp_transfer_means_name ((LpTransferMeans) means));
  if (self->plan->drawn[means] != NULL)
    {
      g_autofree char *subtitle = g_markup_printf_escaped (_("As drawn: %s"), self->plan->drawn[means]);
      adw_expander_row_set_subtitle (rows, subtitle);
    }
  adw_expander_row_add_row (rows, new_entry (self, devices ? _("Copied onto a device at") : _("Bandwidth"), &way->bandwidth,
                                             LP_UNIT_BIT_PER_SECOND, 1, FALSE));
  if (!devices)
    adw_expander_row_add_row (
        rows, new_entry (self, _("Share that the transfer gets"), &way->share, LP_UNIT_PERCENT, 0.01, FALSE));
  adw_expander_row_add_row (rows, new_entry (self, devices ? _("From order to cloud, each round") : _("Time until it is there"),
                                             &way->lead, LP_UNIT_SECOND, 1, TRUE));
  if (devices)
    {
      adw_expander_row_add_row (rows, new_entry (self, _("Capacity of a device"), &way->capacity, LP_UNIT_BYTE, 1, FALSE));
      adw_expander_row_add_row (rows, new_count (self));
    }
  adw_preferences_group_add (self->ways, expander);
}

/* The first to be filled in has the focus. */
static void
add_wish (LpPlannerWindow *self)
{
  GtkWidget *size = new_entry (self, _("Size of the data"), &self->plan->bytes, LP_UNIT_BYTE, 1, TRUE);

  adw_preferences_group_add (self->wish, size);
  gtk_widget_grab_focus (size);
  adw_preferences_group_add (self->wish,
                             new_entry (self, _("Deadline"), &self->plan->deadline, LP_UNIT_SECOND, 1, TRUE));
}

/* --- into the drawing -------------------------------------------------------------------------------- */

static void
on_write (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LpPlannerWindow *self = LP_PLANNER_WINDOW (widget);

  lp_transfer_plan_write (self->before, self->plan, self->document, self->id);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the window -------------------------------------------------------------------------------------- */

static void
show_note (LpPlannerWindow *self)
{
  const LpNote *note = lp_note_find ("snow-family");

  if (note == NULL)
    return;
  g_autofree char *text = g_strdup_printf (_("Shipped devices: %s"), lp_text (&note->now));
  gtk_label_set_label (self->note, text);
}

LpPlannerWindow *
lp_planner_window_new (GtkWindow *parent, LpDocument *document, const char *id, LpFacts *facts)
{
  LpPlannerWindow *self = g_object_new (LP_TYPE_PLANNER_WINDOW, "transient-for", parent, NULL);
  g_autoptr (LpDesign) design = document != NULL ? lp_document_snapshot (document)
                                                 : lp_design_new (lp_header_new (), g_ptr_array_new (), g_ptr_array_new ());

  g_set_object (&self->document, document);
  self->id = g_strdup (id);
  self->before = lp_transfer_plan_new (design, id, facts);
  self->plan = lp_transfer_plan_copy (self->before);
  gtk_widget_set_visible (self->write_button, document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "planner.write", document != NULL);
  add_wish (self);
  for (guint i = 0; i < LP_N_TRANSFER_MEANS; i++)
    {
      add_row (self, i);
      add_way (self, i);
    }
  show_note (self);
  show_plan (self);
  return self;
}

static void
lp_planner_window_finalize (GObject *object)
{
  LpPlannerWindow *self = LP_PLANNER_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->before, lp_transfer_plan_free);
  g_clear_pointer (&self->plan, lp_transfer_plan_free);
  g_free (self->id);
  G_OBJECT_CLASS (lp_planner_window_parent_class)->finalize (object);
}

static void
lp_planner_window_class_init (LpPlannerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lp_planner_window_finalize;
  g_type_ensure (LP_TYPE_TRANSFER_PLOT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/loadpath/Loadpath/ui/planner/planner-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LpPlannerWindow, wish);
  gtk_widget_class_bind_template_child (widget_class, LpPlannerWindow, ways);
  gtk_widget_class_bind_template_child (widget_class, LpPlannerWindow, table);
  gtk_widget_class_bind_template_child (widget_class, LpPlannerWindow, plot);
  gtk_widget_class_bind_template_child (widget_class, LpPlannerWindow, crossings);
  gtk_widget_class_bind_template_child (widget_class, LpPlannerWindow, note);
  gtk_widget_class_bind_template_child (widget_class, LpPlannerWindow, write_button);
  gtk_widget_class_install_action (widget_class, "planner.write", NULL, on_write);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "planner.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
lp_planner_window_init (LpPlannerWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
