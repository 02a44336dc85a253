#include "report/explanation.h"

#include <glib/gi18n.h>

typedef struct
{
  const LpExample *example;
  LpDesign *design;
  LpReview *review; /* what this rule alone finds */
} Shown;

static void
shown_clear (Shown *shown)
{
  g_clear_pointer (&shown->design, lp_design_unref);
  g_clear_pointer (&shown->review, lp_review_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static gboolean
show (Shown *shown, const LpRule *rule, const LpExample *example, LpReadDesign read, GError **error)
{
  g_autoptr (GBytes) bytes = lp_example_get_bytes (example);
  g_autoptr (LpPack) alone = lp_pack_new (NULL);

  shown->example = example;
  shown->design = read (bytes, rule->file, error);
  if (shown->design == NULL)
    return FALSE;
  g_ptr_array_add (alone->rules, lp_rule_ref ((LpRule *) rule));
  shown->review = lp_review_run (alone, shown->design, NULL);
  return TRUE;
}

/* --- which examples ---------------------------------------------------------------------------------- */

static const LpExample *
first_of (const LpRule *rule, LpOutcome outcome)
{
  for (guint i = 0; i < rule->examples->len; i++)
    if (((LpExample *) rule->examples->pdata[i])->outcome == outcome)
      return rule->examples->pdata[i];
  return NULL;
}

/* Grows with the components that both have, and falls with those that only one of them has. */
static int
likeness (const LpDesign *one, const LpDesign *other)
{
  int common = 0, all = (int) (lp_design_get_n_components (one) + lp_design_get_n_components (other));

  for (guint i = 0; i < lp_design_get_n_components (one); i++)
    common += lp_design_find (other, lp_design_get_component (one, i)->id) != LP_NONE;
  return 4 * common - all;
}

static gboolean
show_sound (Shown *sound, const Shown *found, const LpRule *rule, LpReadDesign read, GError **error)
{
  for (guint i = 0; i < rule->examples->len; i++)
    {
      const LpExample *example = rule->examples->pdata[i];
      g_auto (Shown) candidate = { 0 };
      if (example->outcome != LP_OUTCOME_PASS)
        continue;
      if (!show (&candidate, rule, example, read, error))
        return FALSE;
      if (sound->design != NULL && likeness (candidate.design, found->design) <= likeness (sound->design, found->design))
        continue;
      shown_clear (sound);
      *sound = candidate;
      candidate = (Shown){ 0 };
    }
  return TRUE;
}

/* --- what it says ------------------------------------------------------------------------------------ */

char *
lp_explanation_message (const LpRule *rule, LpReadDesign read)
{
  g_auto (Shown) found = { 0 };

  if (show (&found, rule, first_of (rule, LP_OUTCOME_FAIL), read, NULL) && found.review->findings->len > 0)
    return g_strdup (((LpFinding *) found.review->findings->pdata[0])->message);
  return g_strdup (lp_template_get_text (rule->message[lp_language ()]));
}

static LpScene *
draw (const Shown *shown)
{
  return lp_scene_new (shown->design, lp_catalogue_get_default (), shown->review, (LpSceneOptions){ .annotate = TRUE });
}

LpExplanation *
lp_explanation_new (const LpRule *rule, LpReadDesign read, GError **error)
{
  g_auto (Shown) found = { 0 }, sound = { 0 };

  if (!show (&found, rule, first_of (rule, LP_OUTCOME_FAIL), read, error)
      || !show_sound (&sound, &found, rule, read, error))
    return NULL;
  LpExplanation *explanation = g_new (LpExplanation, 1);
  explanation->found_caption = g_strdup_printf (_("Found: %s"), lp_text (&found.example->title));
  explanation->sound_caption = g_strdup_printf (_("Sound: %s"), lp_text (&sound.example->title));
  explanation->found = draw (&found);
  explanation->sound = draw (&sound);
  return explanation;
}

void
lp_explanation_free (LpExplanation *explanation)
{
  g_free (explanation->found_caption);
  g_free (explanation->sound_caption);
  lp_scene_unref (explanation->found);
  lp_scene_unref (explanation->sound);
  g_free (explanation);
}

LpComparison *
lp_explanation_draw (const LpRule *rule, LpReadDesign read, GError **error)
{
  g_autoptr (LpExplanation) explanation = lp_explanation_new (rule, read, error);
  if (explanation == NULL)
    return NULL;
  g_autofree char *title = g_strdup_printf ("%s: %s", rule->id, lp_text (&rule->title));
  g_autofree char *message = lp_explanation_message (rule, read);
  const LpCompared compared[] = { { explanation->found_caption, LP_COLOUR_ERROR, explanation->found },
                                  { explanation->sound_caption, LP_COLOUR_SUBNET_PUBLIC_INK, explanation->sound } };
  const char *below[]
      = { message, lp_text (&rule->why), lp_template_get_text (rule->remedy[lp_language ()]), NULL };

  return lp_comparison_new (title, compared, G_N_ELEMENTS (compared), below);
}
