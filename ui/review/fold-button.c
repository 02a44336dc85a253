#include "ui/review/fold-button.h"

struct _LpFoldButton
{
  GtkToggleButton parent_instance;
  GtkWidget *arrow;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (LpFoldButton, lp_fold_button, GTK_TYPE_TOGGLE_BUTTON)

static void
on_toggled (LpFoldButton *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

GtkWidget *
lp_fold_button_new (void)
{
  return g_object_new (LP_TYPE_FOLD_BUTTON, NULL);
}

void
lp_fold_button_set_text (LpFoldButton *self, const char *text)
{
  g_return_if_fail (LP_IS_FOLD_BUTTON (self));

  gtk_label_set_label (GTK_LABEL (self->label), text);
}

static void
lp_fold_button_class_init (LpFoldButtonClass *klass)
{
}

static void
lp_fold_button_init (LpFoldButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->arrow = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), self->arrow);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fold");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  g_signal_connect (self, "toggled", G_CALLBACK (on_toggled), NULL);
  on_toggled (self);
}
