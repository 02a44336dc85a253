#include "ui/scenarios/compare-bar.h"

#include <glib/gi18n.h>

#include "ui/text/wrapping.h"

struct _LpCompareBar
{
  AdwBin parent_instance;
  GtkLabel *title;
  GtkLabel *counts[LP_N_DIFFERENCE_TYPES];
  LpCanvas *canvas;            /* outlives it */
  LpSession *session;          /* of the view, which outlives it */
  LpCanvasPlace place;         /* that was seen before */
  gboolean has_place;          /* else everything was */
  LpComparedWith with;
  LpDifferences *differences;  /* shown by the canvas; or NULL */
};

G_DEFINE_FINAL_TYPE (LpCompareBar, lp_compare_bar, ADW_TYPE_BIN)

static guint changed_signal;

static const char *const sign_classes[LP_N_DIFFERENCE_TYPES] = { "fix-new", "fix-gone", "fix-other" };

static void
let_go (LpCompareBar *self)
{
  if (self->differences == NULL)
    return;
  lp_canvas_show_mend (self->canvas, NULL);
  lp_canvas_light_up (self->canvas, NULL);
  g_clear_pointer (&self->differences, lp_differences_free);
}

void
lp_compare_bar_close (LpCompareBar *self)
{
  g_return_if_fail (LP_IS_COMPARE_BAR (self));

  if (self->differences == NULL)
    return;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  let_go (self);
  if (self->has_place)
    lp_canvas_set_place (self->canvas, &self->place);
  else
    lp_canvas_fit (self->canvas);
  self->with = LP_COMPARED_WITH_NOTHING;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, changed_signal, 0);
}

static void
show_count (LpCompareBar *self, LpDifferenceType type, const char *format)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *text = g_strdup_printf (format, self->differences->n[type]);
#pragma GCC diagnostic pop
  gtk_label_set_label (self->counts[type], text);
}

void
lp_compare_bar_show (LpCompareBar *self, LpComparedWith with, LpDesign *other)
{
  g_return_if_fail (LP_IS_COMPARE_BAR (self));

  g_autoptr (LpDesign) own = lp_document_snapshot (lp_session_get_document (self->session));
  if (self->differences == NULL)
    self->has_place = lp_canvas_get_place (self->canvas, &self->place);
  let_go (self);
  self->with = with;
  self->differences = lp_differences_new (own, other);
  gtk_label_set_label (self->title, with == LP_COMPARED_WITH_LAST ? _("Compared with the last attempt")
                                                                  : _("Compared with the reference design"));
  show_count (self, LP_DIFFERENCE_THERE, _("only there: %u"));
  show_count (self, LP_DIFFERENCE_HERE, _("only here: %u"));
  show_count (self, LP_DIFFERENCE_OTHER, _("not the same: %u"));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  lp_canvas_show_mend (self->canvas, self->differences->preview);
  g_signal_emit (self, changed_signal, 0);
}

LpComparedWith
lp_compare_bar_get_with (LpCompareBar *self)
{
  g_return_val_if_fail (LP_IS_COMPARE_BAR (self), LP_COMPARED_WITH_NOTHING);

  return self->with;
}

const LpDifferences *
lp_compare_bar_get_differences (LpCompareBar *self)
{
  g_return_val_if_fail (LP_IS_COMPARE_BAR (self), NULL);

  return self->differences;
}

void
lp_compare_bar_go_to (LpCompareBar *self, const LpDifference *difference)
{
  g_return_if_fail (LP_IS_COMPARE_BAR (self));

  lp_canvas_show_difference (self->canvas, (const char *const *) difference->ids);
}

/* --- the widget -------------------------------------------------------------------------------------- */

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, LpCompareBar *self)
{
  if (key != GDK_KEY_Escape || self->differences == NULL)
    return GDK_EVENT_PROPAGATE;
  lp_compare_bar_close (self);
  return GDK_EVENT_STOP;
}

static void
listen_for_escape (LpCompareBar *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (widget, keys);
}

static GtkWidget *
new_sign (LpCompareBar *self, LpDifferenceType type)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (lp_difference_sign (type)), *label = gtk_label_new (NULL);

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "fix-sign");
  gtk_widget_add_css_class (mark, sign_classes[type]);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), label);
  self->counts[type] = GTK_LABEL (label);
  return row;
}

static GtkWidget *
new_signs (LpCompareBar *self)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), LP_N_DIFFERENCE_TYPES);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 6);
  for (guint type = 0; type < LP_N_DIFFERENCE_TYPES; type++)
    {
      GtkWidget *sign = new_sign (self, type);
      gtk_flow_box_append (GTK_FLOW_BOX (box), sign);
      gtk_widget_set_focusable (gtk_widget_get_parent (sign), FALSE);
    }
  return box;
}

static GtkWidget *
new_close (LpCompareBar *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "small");
  gtk_widget_set_tooltip_text (close, _("End the comparison (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("End the comparison"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (lp_compare_bar_close), self);
  return close;
}

static void
lp_compare_bar_dispose (GObject *object)
{
  g_clear_pointer (&LP_COMPARE_BAR (object)->differences, lp_differences_free);
  G_OBJECT_CLASS (lp_compare_bar_parent_class)->dispose (object);
}

static void
lp_compare_bar_class_init (LpCompareBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_compare_bar_dispose;
  changed_signal
      = g_signal_new ("changed", LP_TYPE_COMPARE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_compare_bar_init (LpCompareBar *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  lp_label_let_wrap (self->title, PANGO_WRAP_WORD);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (heading), new_close (self));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), new_signs (self));
  gtk_widget_add_css_class (box, "floating");
  gtk_widget_add_css_class (box, "compare-bar");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  listen_for_escape (self, GTK_WIDGET (self));
}

void
lp_compare_bar_add (LpDocumentView *view)
{
  LpCompareBar *self = g_object_new (LP_TYPE_COMPARE_BAR, NULL);

  self->canvas = lp_document_view_get_canvas (view);
  self->session = lp_document_view_get_session (view);
  g_object_set_data (G_OBJECT (view), "lp-compare-bar", self);
  g_signal_connect_object (self->canvas, "fix-wanted", G_CALLBACK (lp_compare_bar_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lp_session_get_document (self->session), "changed", G_CALLBACK (lp_compare_bar_close), self,
                           G_CONNECT_SWAPPED);
  listen_for_escape (self, GTK_WIDGET (self->canvas));
  lp_document_view_add_overlay (view, GTK_WIDGET (self));
}

LpCompareBar *
lp_compare_bar_of (LpDocumentView *view)
{
  return g_object_get_data (G_OBJECT (view), "lp-compare-bar");
}
