#include "ui/scenarios/situation-view.h"

#include <glib/gi18n.h>

#include "rules/topic.h"
#include "ui/scenarios/pieces.h"

struct _LpSituationView
{
  AdwBin parent_instance;
  GtkWidget *title;
  GtkWidget *about;
  GtkWidget *expander;
  GtkWidget *situation;
  GtkWidget *question;
};

G_DEFINE_FINAL_TYPE (LpSituationView, lp_situation_view, ADW_TYPE_BIN)

void
lp_situation_view_set (LpSituationView *self, const LpScenario *scenario)
{
  g_return_if_fail (LP_IS_SITUATION_VIEW (self));

  g_autofree char *about = g_strdup_printf (_("%s · %s · %u min"), lp_topic_get_name (scenario->topic),
                                            lp_scenario_kind_name (scenario->kind), scenario->minutes);
  lp_piece_set_text (self->title, lp_text (&scenario->title));
  lp_piece_set_text (self->about, about);
  lp_piece_set_text (self->situation, lp_text (&scenario->situation));
  lp_piece_set_text (self->question, lp_text (&scenario->question));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
}

static void
lp_situation_view_class_init (LpSituationViewClass *klass)
{
}

static void
lp_situation_view_init (LpSituationView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = lp_piece_text (NULL, "title-4");
  self->about = lp_piece_text (NULL, "dim-label");
  gtk_widget_add_css_class (self->about, "caption");
  self->situation = lp_piece_text (NULL, "situation");
  self->question = lp_piece_text (NULL, "heading");
  self->expander = gtk_expander_new (_("The situation"));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->situation);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_box_append (GTK_BOX (box), self->expander);
  gtk_box_append (GTK_BOX (box), self->question);
  adw_bin_set_child (ADW_BIN (self), box);
}
