#include "ui/fixes/fix-choice.h"

#include <glib/gi18n.h>

#include "ui/text/wrapping.h"

struct _LpFixChoice
{
  AdwBin parent_instance;
  GtkWidget *rows;
  GtkWidget *all;      /* of this kind */
  GPtrArray *offers;   /* or NULL */
  GPtrArray *buttons;  /* of GtkCheckButton, one for each */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LpFixChoice, lp_fix_choice, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
lp_fix_choice_new (void)
{
  return g_object_new (LP_TYPE_FIX_CHOICE, NULL);
}

/* Of two buttons one is let go when the other is chosen: that is one change. */
static void
on_toggled (LpFixChoice *self, GtkCheckButton *button)
{
  if (!self->updating && (gtk_check_button_get_active (button) || GTK_WIDGET (button) == self->all))
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  lp_label_let_wrap (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
new_words (const LpFixOffer *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *title = gtk_label_new (offer->title);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  lp_label_let_wrap (GTK_LABEL (title), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  if (offer->needs_replacement)
    gtk_box_append (GTK_BOX (box), new_note (_("In reality, the service has to be made anew for it")));
  if (offer->asks)
    gtk_box_append (GTK_BOX (box), new_note (_("You decide: look at the value that it proposes")));
  return box;
}

static void
add_offer (LpFixChoice *self, const LpFixOffer *offer)
{
  GtkWidget *button = gtk_check_button_new (), *box = new_words (offer);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, offer->title, -1);
  if (self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons->pdata[0]);
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (self->rows), button);
}

void
lp_fix_choice_set (LpFixChoice *self, GPtrArray *offers, guint n_alike)
{
  g_return_if_fail (LP_IS_FIX_CHOICE (self));

  GtkWidget *row;
  self->updating = TRUE;
  g_ptr_array_set_size (self->buttons, 0);
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = g_ptr_array_ref (offers);
  if (offers->len == 1)
    gtk_box_append (GTK_BOX (self->rows), new_words (offers->pdata[0]));
  for (guint i = 0; offers->len > 1 && i < offers->len; i++)
    add_offer (self, offers->pdata[i]);
  g_autofree char *all = g_strdup_printf (ngettext ("All %u finding of this kind", "All %u findings of this kind", n_alike),
                                          n_alike);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->all), all);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all), FALSE);
  gtk_widget_set_visible (self->all, n_alike > 1 && offers->len > 0);
  self->updating = FALSE;
}

static guint
find_chosen (LpFixChoice *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      return i;
  return 0;
}

const LpFixOffer *
lp_fix_choice_get (LpFixChoice *self)
{
  return self->offers != NULL && self->offers->len > 0 ? self->offers->pdata[find_chosen (self)] : NULL;
}

gboolean
lp_fix_choice_is_for_all (LpFixChoice *self)
{
  return gtk_widget_get_visible (self->all) && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all));
}

void
lp_fix_choice_step (LpFixChoice *self, int by)
{
  g_return_if_fail (LP_IS_FIX_CHOICE (self));

  guint n = self->buttons->len;
  if (n > 1)
    gtk_check_button_set_active (self->buttons->pdata[(find_chosen (self) + n + by) % n], TRUE);
}

static void
lp_fix_choice_finalize (GObject *object)
{
  LpFixChoice *self = LP_FIX_CHOICE (object);

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_ptr_array_unref (self->buttons);
  G_OBJECT_CLASS (lp_fix_choice_parent_class)->finalize (object);
}

static void
lp_fix_choice_class_init (LpFixChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_fix_choice_finalize;
  signals[CHANGED] = g_signal_new ("changed", LP_TYPE_FIX_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lp_fix_choice_init (LpFixChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->buttons = g_ptr_array_new ();
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->all = gtk_check_button_new ();
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), self->all);
  adw_bin_set_child (ADW_BIN (self), box);
}
