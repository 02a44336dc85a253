#include "ui/gallery/card.h"

#include <glib/gi18n.h>

#include "ui/gallery/card-picture.h"
#include "ui/gallery/scenario-mark.h"
#include "ui/gallery/wrap-layout.h"

struct _LpCard
{
  GtkButton parent_instance;
  LpCardPicture *picture;
  GtkLabel *title;
  LpScenarioMark *kind_mark;
  GtkLabel *kind;
  LpScenarioMark *progress_mark;
  GtkLabel *progress;
  const LpScenario *scenario;
};

G_DEFINE_FINAL_TYPE (LpCard, lp_card, GTK_TYPE_BUTTON)

char *
lp_card_describe (const LpScenario *scenario, const LpScenarioProgress *progress)
{
  g_autofree char *kind = g_utf8_strdown (lp_scenario_kind_name (scenario->kind), -1);
  g_autofree char *time
      = g_strdup_printf (ngettext ("%u minute", "%u minutes", scenario->minutes), scenario->minutes);
  g_autofree char *state = lp_gallery_describe_progress (progress);
  g_autofree char *lower = g_utf8_strdown (state, -1);

  /* Translators: title, kind, time, progress of a scenario, for screen readers */
  return g_strdup_printf (_("%s, %s, %s, %s"), lp_text (&scenario->title), kind, time, lower);
}

static void
lp_card_class_init (LpCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LP_TYPE_CARD_PICTURE);
  g_type_ensure (LP_TYPE_SCENARIO_MARK);
  g_type_ensure (LP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/loadpath/Loadpath/ui/gallery/card.ui");
  gtk_widget_class_bind_template_child (widget_class, LpCard, picture);
  gtk_widget_class_bind_template_child (widget_class, LpCard, title);
  gtk_widget_class_bind_template_child (widget_class, LpCard, kind_mark);
  gtk_widget_class_bind_template_child (widget_class, LpCard, kind);
  gtk_widget_class_bind_template_child (widget_class, LpCard, progress_mark);
  gtk_widget_class_bind_template_child (widget_class, LpCard, progress);
}

static void
lp_card_init (LpCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lp_card_new (const LpScenario *scenario)
{
  LpCard *self = g_object_new (LP_TYPE_CARD, NULL);
  /* Translators: the kind of a scenario and the minutes that it takes */
  g_autofree char *kind = g_strdup_printf (_("%s · %u min"), lp_scenario_kind_name (scenario->kind), scenario->minutes);

  self->scenario = scenario;
  gtk_label_set_label (self->title, lp_text (&scenario->title));
  gtk_label_set_label (self->kind, kind);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), lp_text (&scenario->situation));
  lp_scenario_mark_set_kind (self->kind_mark, scenario->kind);
  lp_card_picture_set_scenario (self->picture, scenario);
  lp_card_set_progress (self, &(LpScenarioProgress){ 0 });
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", scenario->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-scenario");
  return GTK_WIDGET (self);
}

const LpScenario *
lp_card_get_scenario (LpCard *self)
{
  g_return_val_if_fail (LP_IS_CARD (self), NULL);

  return self->scenario;
}

void
lp_card_set_progress (LpCard *self, const LpScenarioProgress *progress)
{
  g_return_if_fail (LP_IS_CARD (self));

  g_autofree char *words = lp_gallery_describe_progress (progress);
  g_autofree char *name = lp_card_describe (self->scenario, progress);
  gtk_label_set_label (self->progress, words);
  lp_scenario_mark_set_progress (self->progress_mark, progress);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
lp_card_show_picture (LpCard *self)
{
  g_return_if_fail (LP_IS_CARD (self));

  lp_card_picture_show (self->picture);
}

gboolean
lp_card_has_picture (LpCard *self)
{
  g_return_val_if_fail (LP_IS_CARD (self), FALSE);

  return lp_card_picture_is_drawn (self->picture);
}
