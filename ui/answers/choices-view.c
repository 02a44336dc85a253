#include "ui/answers/choices-view.h"

#include <glib/gi18n.h>

#include "learning/answer.h"
#include "ui/answers/choice-card.h"
#include "ui/answers/columns-layout.h"

#define MOST_WIDTH 1200
#define QUIZ_WIDTH 720
#define SPACING 12
#define MOST_KEYS 9

struct _LpChoicesView
{
  LpAnswerView parent_instance;
  GPtrArray *cards; /* of LpChoiceCard */
  GtkWidget *rule;  /* how to answer; gone once it is graded */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LpChoicesView, lp_choices_view, LP_TYPE_ANSWER_VIEW)

/* --- the answer -------------------------------------------------------------------------------------- */

static void
write_answer (LpChoicesView *self)
{
  LpDocument *document = lp_answer_view_get_document (LP_ANSWER_VIEW (self));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->cards->len; i++)
    if (lp_choice_card_get_active (self->cards->pdata[i]))
      g_strv_builder_add (builder, lp_choice_card_get_choice (self->cards->pdata[i])->id);
  g_auto (GStrv) chosen = g_strv_builder_end (builder);
  self->updating = TRUE;
  lp_document_begin (document, _("Choose"));
  lp_document_set_choices (document, (const char *const *) chosen);
  lp_document_commit (document);
  self->updating = FALSE;
}

/* Of a group, one lets go before the other is chosen: the answer is what stands at the end of both. */
static void
on_chosen (LpChoicesView *self, LpChoiceCard *card)
{
  if (lp_choice_card_get_active (card) || lp_scenario_has_several_right (lp_answer_view_get_scenario (LP_ANSWER_VIEW (self))))
    write_answer (self);
}

static void
lp_choices_view_show (LpAnswerView *view, gboolean graded)
{
  LpChoicesView *self = LP_CHOICES_VIEW (view);
  g_autoptr (LpAnswer) answer = lp_answer_of_document (lp_answer_view_get_document (view));

  if (!self->updating)
    for (guint i = 0; i < self->cards->len; i++)
      {
        LpChoiceCard *card = self->cards->pdata[i];
        lp_choice_card_set_active (card, lp_answer_has_chosen (answer, lp_choice_card_get_choice (card)->id));
      }
  gtk_widget_set_visible (self->rule, !graded);
  for (guint i = 0; i < self->cards->len; i++)
    {
      lp_choice_card_set_graded (self->cards->pdata[i], graded);
      lp_choice_card_set_can_open (self->cards->pdata[i], !lp_answer_view_is_exam (LP_ANSWER_VIEW (self)));
    }
}

static void
on_open (LpChoicesView *self, LpChoiceCard *card)
{
  lp_answer_view_open (LP_ANSWER_VIEW (self), lp_choice_card_get_choice (card)->document);
}

/* --- keys -------------------------------------------------------------------------------------------- */

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, LpChoicesView *self)
{
  guint number = key >= GDK_KEY_1 && key < GDK_KEY_1 + MOST_KEYS         ? key - GDK_KEY_1
                 : key >= GDK_KEY_KP_1 && key < GDK_KEY_KP_1 + MOST_KEYS ? key - GDK_KEY_KP_1
                                                                         : G_MAXUINT;

  if (number >= self->cards->len || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  lp_choice_card_choose (self->cards->pdata[number]);
  return GDK_EVENT_STOP;
}

static gboolean
lp_choices_view_grab_focus (GtkWidget *widget)
{
  LpChoicesView *self = LP_CHOICES_VIEW (widget);

  for (guint i = 0; i < self->cards->len; i++)
    if (lp_choice_card_get_active (self->cards->pdata[i]))
      return gtk_widget_child_focus (self->cards->pdata[i], GTK_DIR_TAB_FORWARD);
  return self->cards->len > 0 && gtk_widget_child_focus (self->cards->pdata[0], GTK_DIR_TAB_FORWARD);
}

/* --- the view ---------------------------------------------------------------------------------------- */

static GtkWidget *
new_cards (LpChoicesView *self, const LpScenario *scenario)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean several = lp_scenario_has_several_right (scenario);

  gtk_widget_set_layout_manager (box, lp_columns_layout_new (scenario->kind == LP_SCENARIO_CHOOSE ? 2 : 1, SPACING));
  for (guint i = 0; i < scenario->n_choices; i++)
    {
      LpChoiceCard *group = i > 0 && !several ? self->cards->pdata[0] : NULL;
      LpChoiceCard *card = lp_choice_card_new (scenario, &scenario->choices[i], i + 1, group);
      g_ptr_array_add (self->cards, card);
      g_signal_connect_swapped (card, "chosen", G_CALLBACK (on_chosen), self);
      g_signal_connect_swapped (card, "open", G_CALLBACK (on_open), self);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (card));
    }
  return box;
}

GtkWidget *
lp_choices_view_new (const LpScenario *scenario)
{
  LpChoicesView *self = g_object_new (LP_TYPE_CHOICES_VIEW, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *rule = lp_scenario_has_several_right (scenario) ? _("Choose all that are right; a number key chooses, too.")
                                                              : _("Choose one; a number key chooses, too.");

  gtk_box_append (GTK_BOX (box), lp_answer_view_new_text (lp_text (&scenario->question), "title-3"));
  self->rule = lp_answer_view_new_text (rule, "dim-label");
  gtk_box_append (GTK_BOX (box), self->rule);
  gtk_box_append (GTK_BOX (box), new_cards (self, scenario));
  gtk_widget_add_css_class (box, "answer");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), scenario->kind == LP_SCENARIO_CHOOSE ? MOST_WIDTH : QUIZ_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), adw_clamp_get_maximum_size (ADW_CLAMP (clamp)));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}

static void
lp_choices_view_finalize (GObject *object)
{
  g_ptr_array_unref (LP_CHOICES_VIEW (object)->cards);
  G_OBJECT_CLASS (lp_choices_view_parent_class)->finalize (object);
}

static void
lp_choices_view_class_init (LpChoicesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_choices_view_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = lp_choices_view_grab_focus;
  LP_ANSWER_VIEW_CLASS (klass)->show = lp_choices_view_show;
}

static void
lp_choices_view_init (LpChoicesView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cards = g_ptr_array_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
