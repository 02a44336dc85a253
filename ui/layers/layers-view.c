#include "ui/layers/layers-view.h"

#include <glib/gi18n.h>

#include "catalogue/catalogue.h"

struct _LpLayersView
{
  AdwBin parent_instance;
  GPtrArray *ticks;   /* GtkCheckButton, by layer; borrowed */
  guint32 hidden;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LpLayersView, lp_layers_view, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_ticks (LpLayersView *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->ticks->len; i++)
    gtk_check_button_set_active (self->ticks->pdata[i], (self->hidden >> i & 1) == 0);
  self->updating = FALSE;
}

static void
set_hidden (LpLayersView *self, guint32 hidden)
{
  self->hidden = hidden;
  show_ticks (self);
  g_signal_emit (self, signals[CHANGED], 0, hidden);
}

static void
on_tick (LpLayersView *self)
{
  guint32 hidden = 0;

  if (self->updating)
    return;
  for (guint i = 0; i < self->ticks->len; i++)
    if (!gtk_check_button_get_active (self->ticks->pdata[i]))
      hidden |= 1u << i;
  set_hidden (self, hidden);
}

static guint32
every_layer (LpLayersView *self)
{
  return self->ticks->len == LP_MAX_LAYERS ? G_MAXUINT32 : (1u << self->ticks->len) - 1;
}

static void
on_only (GtkButton *button, LpLayersView *self)
{
  guint layer = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "layer"));

  set_hidden (self, every_layer (self) & ~(1u << layer));
}

static void
on_all (LpLayersView *self)
{
  set_hidden (self, 0);
}

static GtkWidget *
new_row (LpLayersView *self, guint index)
{
  const LpLayer *layer = lp_catalogue_get_layer (lp_catalogue_get_default (), index);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *tick = gtk_check_button_new_with_label (lp_text (&layer->name));
  GtkWidget *only = gtk_button_new_with_label (_("Only"));
  g_autofree char *tip = g_strdup_printf (_("Show this layer alone: %s"), lp_text (&layer->name));

  gtk_widget_set_hexpand (tick, TRUE);
  gtk_widget_add_css_class (only, "flat");
  gtk_widget_add_css_class (only, "only");
  gtk_widget_set_tooltip_text (only, tip);
  g_object_set_data (G_OBJECT (only), "layer", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (tick, "toggled", G_CALLBACK (on_tick), self);
  g_signal_connect (only, "clicked", G_CALLBACK (on_only), self);
  g_ptr_array_add (self->ticks, tick);
  gtk_box_append (GTK_BOX (row), tick);
  gtk_box_append (GTK_BOX (row), only);
  return row;
}

static GtkWidget *
new_heading (LpLayersView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (_("Layers"));
  GtkWidget *all = gtk_button_new_with_label (_("Show All"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (all, "flat");
  g_signal_connect_swapped (all, "clicked", G_CALLBACK (on_all), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), all);
  return row;
}

static gboolean
lp_layers_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LP_LAYERS_VIEW (widget)->ticks->pdata[0]);
}

static void
lp_layers_view_finalize (GObject *object)
{
  g_ptr_array_unref (LP_LAYERS_VIEW (object)->ticks);
  G_OBJECT_CLASS (lp_layers_view_parent_class)->finalize (object);
}

static void
lp_layers_view_class_init (LpLayersViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_layers_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = lp_layers_view_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", LP_TYPE_LAYERS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_UINT);
}

static void
lp_layers_view_init (LpLayersView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->ticks = g_ptr_array_new ();
  gtk_box_append (GTK_BOX (box), new_heading (self));
  for (guint i = 0; i < lp_catalogue_get_n_layers (lp_catalogue_get_default ()); i++)
    gtk_box_append (GTK_BOX (box), new_row (self, i));
  gtk_widget_set_size_request (box, 240, -1);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lp_layers_view_new (guint32 hidden)
{
  LpLayersView *self = g_object_new (LP_TYPE_LAYERS_VIEW, NULL);

  self->hidden = hidden;
  show_ticks (self);
  return GTK_WIDGET (self);
}
