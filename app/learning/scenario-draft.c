#include "learning/scenario-draft.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/json-write.h"
#include "base/text.h"
#include "io/native.h"
#include "learning/attempt.h"
#include "learning/own-scenarios.h"
#include "learning/scenario-check.h"
#include "learning/scenario-private.h"
#include "rules/pack.h"
#include "rules/review.h"

#define USUAL_MINUTES 15
#define MAX_ID 60

static void
goal_free (gpointer data)
{
  g_free (((LpDraftGoal *) data)->rule);
  g_free (((LpDraftGoal *) data)->text);
  g_free (data);
}

/* --- what the two designs offer ---------------------------------------------------------------------- */

static LpOutcome
outcome_of (LpReview *review, guint rule)
{
  LpOutcomes outcomes = { 0 };
  memcpy (outcomes.of, g_array_index (review->tallies, LpTally, rule).of, sizeof outcomes.of);
  return lp_outcomes_get_whole (&outcomes);
}

static void
add_goals (LpScenarioDraft *draft, LpReview *start, LpReview *reference, gboolean mended)
{
  const LpPack *pack = lp_pack_get_default ();
  for (guint i = 0; i < pack->rules->len; i++)
    {
      const LpRule *rule = pack->rules->pdata[i];
      if (outcome_of (reference, i) != LP_OUTCOME_PASS || (outcome_of (start, i) != LP_OUTCOME_PASS) != mended)
        continue;
      LpDraftGoal *goal = g_new (LpDraftGoal, 1);
      *goal = (LpDraftGoal){ g_strdup (rule->id), g_strdup_printf (_("Settled: %s"), lp_text (&rule->title)), mended,
                             mended };
      g_ptr_array_add (draft->goals, goal);
    }
}

LpScenarioDraft *
lp_scenario_draft_new (LpDesign *start, LpDesign *reference)
{
  LpScenarioDraft *draft = g_new0 (LpScenarioDraft, 1);
  g_autoptr (LpReview) before = lp_review_run (lp_pack_get_default (), start, NULL);
  g_autoptr (LpReview) after = lp_review_run (lp_pack_get_default (), reference, NULL);

  draft->title = g_strdup ("");
  draft->situation = g_strdup ("");
  draft->lesson = g_strdup ("");
  draft->hints = g_new0 (char *, 1);
  draft->minutes = USUAL_MINUTES;
  draft->goals = g_ptr_array_new_with_free_func (goal_free);
  draft->start = lp_scenario_untie (start);
  draft->reference = lp_scenario_untie (reference);
  add_goals (draft, before, after, TRUE);
  add_goals (draft, before, after, FALSE);
  return draft;
}

void
lp_scenario_draft_free (LpScenarioDraft *draft)
{
  g_free (draft->title);
  g_free (draft->situation);
  g_free (draft->lesson);
  g_strfreev (draft->hints);
  g_ptr_array_unref (draft->goals);
  lp_design_unref (draft->start);
  lp_design_unref (draft->reference);
  g_free (draft);
}

/* --- the file ---------------------------------------------------------------------------------------- */

/* An attempt at one that was deleted does not become the attempt at another. */
static gboolean
is_taken (const char *id)
{
  g_autoptr (GPtrArray) own = lp_own_scenarios_list ();
  for (guint i = 0; i < own->len; i++)
    if (g_str_equal (((LpScenario *) own->pdata[i])->id, id))
      return TRUE;
  return lp_scenarios_find (id) != NULL || lp_attempt_exists (id);
}

char *
lp_scenario_draft_make_id (const LpScenarioDraft *draft)
{
  g_autoptr (GString) stem = g_string_new (LP_SCENARIO_OWN_TOPIC);
  gboolean gap = TRUE;
  g_autofree char *ascii = g_str_to_ascii (draft->title, "C");

  for (const char *c = ascii; *c != '\0' && stem->len < MAX_ID; c++)
    {
      if (g_ascii_isalnum (*c) && gap)
        g_string_append_c (stem, '-');
      if (g_ascii_isalnum (*c))
        g_string_append_c (stem, g_ascii_tolower (*c));
      gap = !g_ascii_isalnum (*c);
    }
  char *id = g_strdup (stem->str);
  for (guint n = 2; is_taken (id) || g_str_equal (id, LP_SCENARIO_OWN_TOPIC); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem->str, n);
    }
  return id;
}

static void
write_text (GString *out, const char *key, const char *text)
{
  g_string_append_printf (out, "\"%s\": {\"%s\": ", key, lp_language_code (lp_language ()));
  lp_json_write_string (out, *text != '\0' ? text : "–");
  g_string_append_c (out, '}');
}

static void
write_goals (GString *out, const LpScenarioDraft *draft)
{
  const char *before = "";
  g_string_append (out, "  \"goals\": [\n");
  for (guint i = 0; i < draft->goals->len; i++)
    {
      const LpDraftGoal *goal = draft->goals->pdata[i];
      if (!goal->chosen)
        continue;
      g_string_append_printf (out, "%s    {\"rule\": \"%s\", ", before, goal->rule);
      write_text (out, "text", goal->text);
      g_string_append_c (out, '}');
      before = ",\n";
    }
  g_string_append (out, "\n  ],\n");
}

static void
write_hints (GString *out, const LpScenarioDraft *draft)
{
  static const char *const none[] = { "", NULL };
  const char *const *hints = draft->hints[0] != NULL ? (const char *const *) draft->hints : none;
  g_string_append (out, "  \"hints\": [\n");
  for (; *hints != NULL; hints++)
    {
      g_string_append (out, "    {");
      write_text (out, "text", *hints);
      g_string_append (out, hints[1] != NULL ? "},\n" : "}\n");
    }
  g_string_append (out, "  ],\n");
}

static void
write_document (GString *out, const char *key, LpDesign *design)
{
  g_autoptr (GBytes) bytes = lp_native_write (design);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  while (size > 0 && data[size - 1] == '\n')
    size--;
  g_string_append_printf (out, "  \"%s\": ", key);
  g_string_append_len (out, data, (gssize) size);
}

GBytes *
lp_scenario_draft_write (const LpScenarioDraft *draft, const char *id)
{
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "{\n  \"id\": \"%s\", \"topic\": \"%s\", \"kind\": \"%s\", \"minutes\": %u,\n  ", id, LP_SCENARIO_OWN_TOPIC,
                          draft->build ? "build" : "repair", draft->minutes);
  write_text (out, "title", draft->title);
  g_string_append (out, ",\n  ");
  write_text (out, "situation", draft->situation);
  g_string_append (out, ",\n");
  write_goals (out, draft);
  write_hints (out, draft);
  g_string_append (out, "  \"lesson\": [{");
  write_text (out, "notes", _("What it teaches"));
  g_string_append (out, ", ");
  write_text (out, "today", draft->lesson);
  g_string_append (out, "}],\n");
  write_document (out, "start", draft->start);
  g_string_append (out, ",\n");
  write_document (out, "reference", draft->reference);
  g_string_append (out, "\n}\n");
  return g_string_free_to_bytes (out);
}

/* --- what is missing --------------------------------------------------------------------------------- */

static guint
count_chosen (const LpScenarioDraft *draft)
{
  guint n = 0;
  for (guint i = 0; i < draft->goals->len; i++)
    n += ((LpDraftGoal *) draft->goals->pdata[i])->chosen;
  return n;
}

static void
check_words (const LpScenarioDraft *draft, GPtrArray *wrong)
{
  if (*draft->title == '\0')
    g_ptr_array_add (wrong, g_strdup (_("It has no title.")));
  if (*draft->situation == '\0')
    g_ptr_array_add (wrong, g_strdup (_("Nothing says what the customer needs.")));
  if (*draft->lesson == '\0')
    g_ptr_array_add (wrong, g_strdup (_("There is no lesson.")));
  if (draft->hints[0] == NULL)
    g_ptr_array_add (wrong, g_strdup (_("There is no hint.")));
  if (count_chosen (draft) == 0)
    g_ptr_array_add (wrong, g_strdup (draft->goals->len > 0
                                          ? _("No goal is chosen.")
                                          : _("The reference passes no rule: there is nothing to reach.")));
}

GPtrArray *
lp_scenario_draft_check (const LpScenarioDraft *draft)
{
  GPtrArray *wrong = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  check_words (draft, wrong);
  if (wrong->len > 0)
    return wrong;
  g_autoptr (GBytes) bytes = lp_scenario_draft_write (draft, "draft");
  g_autoptr (LpScenario) scenario = lp_scenario_read (bytes, "draft", &error);
  if (scenario == NULL)
    {
      g_ptr_array_add (wrong, g_strdup (error->message));
      return wrong;
    }
  g_ptr_array_unref (wrong);
  return lp_scenario_check (scenario, FALSE);
}
