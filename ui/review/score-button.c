#include "ui/review/score-button.h"

#include <glib/gi18n.h>

#include "report/parts.h"
#include "report/score.h"
#include "rules/topic.h"
#include "ui/text/wrapping.h"

struct _LpScoreButton
{
  GtkWidget parent_instance;
  GtkWidget *button;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (LpScoreButton, lp_score_button, GTK_TYPE_WIDGET)

/* --- the arithmetic ---------------------------------------------------------------------------------- */

static void
attach (LpScoreButton *self, const char *text, float align, const char *css_class, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_wrap (GTK_LABEL (label), column == 3);
  /* A wrapping label that could be narrower would ask for the height that it has then. */
  gtk_label_set_width_chars (GTK_LABEL (label), column == 3 ? 28 : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

static void
attach_row (LpScoreButton *self, int row, const char *name, guint held, guint points, const char *failed, const char *css_class)
{
  g_autofree char *sum = points > 0 ? g_strdup_printf ("%u / %u", held, points) : g_strdup ("–");
  g_autofree char *percent = points > 0 ? g_strdup_printf ("%d", lp_score_percent (held, points)) : g_strdup ("–");

  attach (self, name, 0, css_class, 0, row);
  attach (self, sum, 1, css_class, 1, row);
  attach (self, percent, 1, css_class, 2, row);
  attach (self, failed, 0, "dim-label", 3, row);
}

static void
fill (LpScoreButton *self, const LpScore *score)
{
  GtkWidget *child;
  int row = 1;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  attach (self, _("Topic"), 0, "heading", 0, 0);
  attach (self, _("Points"), 1, "heading", 1, 0);
  attach (self, _("Score"), 1, "heading", 2, 0);
  attach (self, _("Fails"), 0, "heading", 3, 0);
  for (guint i = 0; i < score->topics->len; i++)
    {
      const LpTopicScore *topic = score->topics->pdata[i];
      g_autofree char *failed = lp_report_lost_points (topic->failed);
      attach_row (self, row++, lp_topic_get_name (topic->topic), topic->held, topic->points, failed, NULL);
    }
  attach_row (self, row, _("Overall"), score->held, score->points, "", "heading");
}

void
lp_score_button_set_review (LpScoreButton *self, LpReview *review)
{
  g_return_if_fail (LP_IS_SCORE_BUTTON (self));

  g_autoptr (LpScore) score = review != NULL ? lp_score_new (lp_pack_get_default (), review) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), score != NULL && score->points > 0);
  if (score == NULL || score->points == 0)
    return;
  g_autofree char *label = g_strdup_printf (_("Score %d of 100"), lp_score_percent (score->held, score->points));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  fill (self, score);
}

/* --- the widget -------------------------------------------------------------------------------------- */

static GtkWidget *
new_popover (LpScoreButton *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *about = gtk_label_new (_("A rule that applies is worth 5 points as an error, 3 as a warning, 1 as information. "
                                      "Questions and waived findings are left out."));

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  lp_label_let_wrap (GTK_LABEL (about), PANGO_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (about), 52);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_widget_add_css_class (about, "dim-label");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 460);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), about);
  gtk_widget_add_css_class (box, "score");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
lp_score_button_dispose (GObject *object)
{
  g_clear_pointer (&LP_SCORE_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (lp_score_button_parent_class)->dispose (object);
}

static void
lp_score_button_class_init (LpScoreButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lp_score_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lp_score_button_init (LpScoreButton *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), new_popover (self));
  gtk_widget_set_tooltip_text (self->button, _("How the score comes about"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
