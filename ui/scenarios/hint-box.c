#include "ui/scenarios/hint-box.h"

#include <glib/gi18n.h>

#include "ui/scenarios/pieces.h"

struct _LpHintBox
{
  AdwBin parent_instance;
  GtkBox *hints;
  GtkWidget *button;
  const LpScenario *scenario; /* or NULL */
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (LpHintBox, lp_hint_box, ADW_TYPE_BIN)

static void
add_hint (LpHintBox *self, guint hint)
{
  g_autofree char *text = g_strdup_printf ("%u. %s", hint + 1, lp_text (&self->scenario->hints[hint]));

  GtkWidget *label = lp_piece_text (text, "hint");

  gtk_widget_set_margin_bottom (label, 8);
  gtk_box_append (self->hints, label);
}

void
lp_hint_box_set (LpHintBox *self, const LpScenario *scenario, guint n_taken)
{
  g_return_if_fail (LP_IS_HINT_BOX (self));

  if (self->scenario != scenario || n_taken < self->n_shown)
    {
      lp_piece_clear (self->hints);
      self->n_shown = 0;
    }
  self->scenario = scenario;
  while (self->n_shown < n_taken)
    add_hint (self, self->n_shown++);
  g_autofree char *label = g_strdup_printf (_("Show a Hint (%u of %u)"), self->n_shown + 1, scenario->n_hints);
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  lp_piece_let_wrap (GTK_BUTTON (self->button));
  gtk_widget_set_visible (self->button, self->n_shown < scenario->n_hints);
}

static void
lp_hint_box_class_init (LpHintBoxClass *klass)
{
}

static void
lp_hint_box_init (LpHintBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  /* Always visible, also with nothing in it: what comes up when it is filled is laid out with the height from before. */
  self->hints = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->button = lp_piece_button ("", "win.take-hint");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hints));
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
}
