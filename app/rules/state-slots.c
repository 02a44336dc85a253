/* Which components each rule looks at, and the verdict on each. */
#include "rules/review-state-private.h"

void
lp_piece_free (LpPiece *piece)
{
  if (piece == NULL)
    return;
  g_clear_pointer (&piece->finding, lp_finding_unref);
  g_clear_pointer (&piece->question, g_ref_string_release);
  g_clear_pointer (&piece->ids, g_ptr_array_unref);
  g_free (piece);
}

void
lp_review_state_rank (LpReviewState *state)
{
  const LpDesign *design = state->survey->design;
  guint n = lp_design_get_n_components (design);

  state->rank = g_renew (guint, state->rank, n + 1);
  for (guint i = 0; i < n; i++)
    state->rank[i] = LP_NONE;
  for (guint i = 0; i < n; i++)
    {
      if (state->rank[i] != LP_NONE)
        continue;
      LpIndices list = lp_survey_of_kind (state->survey, state->survey->traits[i].id);
      for (guint j = 0; j < list.n; j++)
        state->rank[list.items[j]] = j;
    }
}

/* The components that it looks at, in this order. */
static void
list_subjects (const LpReviewState *state, LpLedger *ledger)
{
  LpSurvey *survey = state->survey;
  GStrv kinds = lp_ledger_rule (ledger)->kinds;
  guint n_kinds = g_strv_length (kinds), n = 0;

  g_free (ledger->first_slot);
  g_free (ledger->subjects);
  ledger->first_slot = g_new0 (guint, n_kinds + 1);
  for (guint k = 0; k < n_kinds; k++)
    {
      ledger->first_slot[k] = n;
      n += lp_survey_of_kind (survey, kinds[k]).n;
    }
  if (ledger->off)
    n = n_kinds = 0;
  else if (lp_ledger_rule (ledger)->whole)
    n = 1;
  else if (n_kinds == 0)
    n = lp_design_get_n_components (survey->design);
  ledger->subjects = g_new (guint, n + 1);
  ledger->subjects[0] = LP_NONE;
  for (guint k = 0; k < n_kinds; k++)
    {
      LpIndices list = lp_survey_of_kind (survey, kinds[k]);
      if (list.n > 0)
        memcpy (ledger->subjects + ledger->first_slot[k], list.items, list.n * sizeof (guint));
    }
  for (guint i = 0; n_kinds == 0 && !ledger->off && !lp_ledger_rule (ledger)->whole && i < n; i++)
    ledger->subjects[i] = i;
  ledger->n = n;
}

void
lp_ledger_mark (LpLedger *ledger, guint slot)
{
  ledger->busy = TRUE;
  if (ledger->slots[slot].stale)
    return;
  ledger->slots[slot].stale = TRUE;
  g_array_append_val (ledger->stale, slot);
}

static void
new_slots (LpLedger *ledger)
{
  ledger->slots = g_new0 (LpSlot, ledger->n + 1);
  ledger->members = lp_ledger_rule (ledger)->group != NULL ? g_new0 (LpMembers *, ledger->n + 1) : NULL;
  for (guint i = 0; i < ledger->n; i++)
    ledger->slots[i].outcome = LP_NO_VERDICT;
}

void
lp_ledger_fill (LpReviewState *state, LpLedger *ledger)
{
  guint n = lp_ledger_rule (ledger)->definitions->len;

  ledger->lasting = g_new0 (LpValue, n + 1);
  ledger->lasting_notes = g_new0 (LpNote, n + 1);
  ledger->lasting_stale = g_new0 (guint8, n + 1);
  ledger->stale = g_array_new (FALSE, FALSE, sizeof (guint));
  ledger->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  ledger->tally.rule = g_intern_string (lp_ledger_rule (ledger)->id);
  for (guint i = 0; i < n; i++)
    {
      ledger->lasting_stale[i] = g_array_index (lp_ledger_rule (ledger)->definitions, LpDefinition, i).once;
      ledger->lasting[i] = lp_expr_unset ();
    }
  list_subjects (state, ledger);
  new_slots (ledger);
  for (guint i = 0; i < ledger->n; i++)
    lp_ledger_mark (ledger, i);
  ledger->busy = TRUE;
}

static void
slot_clear (LpReviewState *state, LpLedger *ledger, LpSlot *slots, LpMembers **members, guint slot)
{
  lp_sight_book_drop (state->book, slots[slot].note);
  lp_piece_free (slots[slot].piece);
  slots[slot] = (LpSlot){ .outcome = LP_NO_VERDICT };
  if (members != NULL)
    g_clear_pointer (&members[slot], g_free);
}

static guint
new_number (const guint *numbers, guint before)
{
  return before == LP_NONE || numbers == NULL ? before : numbers[before];
}

/* Both lists are in the same order, so they are walked along together. */
void
lp_ledger_refill (LpReviewState *state, LpLedger *ledger, const guint *numbers)
{
  g_autofree LpSlot *slots = g_steal_pointer (&ledger->slots);
  g_autofree guint *subjects = g_steal_pointer (&ledger->subjects);
  g_autofree LpMembers **members = g_steal_pointer (&ledger->members);
  guint n = ledger->n, old = 0;

  list_subjects (state, ledger);
  new_slots (ledger);
  g_array_set_size (ledger->stale, 0);
  for (guint i = 0; i < ledger->n; i++)
    {
      while (old < n && new_number (numbers, subjects[old]) == LP_NONE && ledger->subjects[i] != LP_NONE)
        slot_clear (state, ledger, slots, members, old++);
      gboolean was_there = old < n && new_number (numbers, subjects[old]) == ledger->subjects[i];
      if (was_there)
        {
          ledger->slots[i] = slots[old];
          if (members != NULL)
            ledger->members[i] = members[old];
          old++;
        }
      if (!was_there || ledger->slots[i].stale)
        {
          ledger->slots[i].stale = FALSE;
          lp_ledger_mark (ledger, i);
        }
    }
  /* What was told of somebody who is gone goes too. */
  if (ledger->n != n)
    ledger->busy = ledger->regroup = TRUE;
  for (; old < n; old++)
    slot_clear (state, ledger, slots, members, old);
}

void
lp_ledger_clear (LpReviewState *state, LpLedger *ledger)
{
  for (guint i = 0; i < ledger->n; i++)
    slot_clear (state, ledger, ledger->slots, ledger->members, i);
  g_free (ledger->slots);
  g_free (ledger->subjects);
  g_free (ledger->first_slot);
  g_free (ledger->members);
  g_free (ledger->lasting);
  g_free (ledger->lasting_notes);
  g_free (ledger->lasting_stale);
  g_array_unref (ledger->stale);
  g_ptr_array_unref (ledger->findings);
}

guint
lp_ledger_find (const LpReviewState *state, const LpLedger *ledger, guint component)
{
  const LpRule *rule = lp_ledger_rule (ledger);

  if (ledger->off)
    return LP_NONE;
  if (rule->whole)
    return 0;
  if (rule->kinds[0] == NULL)
    return component;
  const char *kind = state->survey->traits[component].id;
  for (guint k = 0; rule->kinds[k] != NULL; k++)
    if (g_str_equal (rule->kinds[k], kind))
      return ledger->first_slot[k] + state->rank[component];
  return LP_NONE;
}
