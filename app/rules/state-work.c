/* Working out again what is stale, and noting what that rests on. */
#include "rules/review-state-private.h"

/* --- definitions that are read ----------------------------------------------------------------------- */

static guint
lasting_number (const LpLedger *ledger, guint definition)
{
  return ledger->number << 8 | MIN (definition, 255);
}

/* Lists of the schema, and what the rule defined once. */
static void
on_read (LpExprRun *run, guint slot)
{
  const LpReviewState *state = ((LpSurvey *) lp_expr_run_get_host (run))->state;
  guint first = lp_expr_run_get_local_slot (run, LP_LOCAL_DEFINED);
  const GArray *definitions = lp_ledger_rule (state->now)->definitions;
  /* A definition sees those above it; behind them are the names that it gives itself. */
  guint n = MIN (definitions->len, state->now_definition);

  if (slot < 2)
    lp_see_wide (LP_SEEN_LIST, 0);
  else if (slot >= first && slot - first < n
           && g_array_index (definitions, LpDefinition, slot - first).once)
    lp_see_wide (LP_SEEN_LASTING, lasting_number (state->now, slot - first));
}

/* --- items of macros --------------------------------------------------------------------------------- */

void
lp_recollection_free (gpointer data)
{
  LpRecollection *self = data;
  g_free (self->known);
  g_free (self->notes);
  g_free (self);
}

static LpRecollection *
recollection_of (LpReviewState *state, gconstpointer macro, LpValue item)
{
  if (state->last_macro == macro)
    return state->last;
  LpRecollection *self = g_hash_table_lookup (state->by_macro, macro);
  if (self == NULL)
    {
      const LpDesign *design = state->survey->design;
      self = g_new0 (LpRecollection, 1);
      self->number = state->recollections->len;
      self->ledger = state->now->number;
      self->definition = state->now_definition;
      self->of_connections = item.object_class == LP_CLASS_CONNECTION;
      LpSights *paused = lp_sights_pause ();
      self->n = self->of_connections ? lp_design_get_n_connections (design) : lp_design_get_n_components (design);
      lp_sights_resume (paused);
      self->known = g_new0 (guint8, self->n + 1);
      g_ptr_array_add (state->recollections, self);
      g_hash_table_insert (state->by_macro, (gpointer) macro, self);
    }
  state->last_macro = macro;
  state->last = self;
  return self;
}

static gboolean
recall (LpExprRun *run, gconstpointer macro, LpValue item, LpValue *value)
{
  LpReviewState *state = ((LpSurvey *) lp_expr_run_get_host (run))->state;
  const LpRecollection *self = recollection_of (state, macro, item);

  if (self->known[item.index] != 0)
    {
      *value = lp_value_bool (self->known[item.index] - 1);
      return TRUE;
    }
  lp_sights_begin (&state->item_sights[run == state->asking], self->of_connections ? LP_NONE : item.index);
  return FALSE;
}

/* What is not known, or went wrong, is worked out each time. */
static void
tell (LpExprRun *run, gconstpointer macro, LpValue item, LpValue value)
{
  LpReviewState *state = ((LpSurvey *) lp_expr_run_get_host (run))->state;
  LpRecollection *self = recollection_of (state, macro, item);
  LpSights *sights = &state->item_sights[run == state->asking];
  gboolean any = sights->n > 0 || sights->n_wide > 0 || sights->parts_of_any != 0 || sights->all;

  lp_sights_end (sights);
  if (value.kind != LP_VALUE_BOOL)
    {
      lp_sights_repeat (sights);
      return;
    }
  self->known[item.index] = 1 + (value.boolean != FALSE);
  if (any && self->notes == NULL)
    self->notes = g_new0 (LpNote, self->n + 1);
  if (self->notes != NULL)
    self->notes[item.index] = lp_sight_book_write (state->book, self->notes[item.index], LP_NOTE_ITEM, self->number,
                                                   item.index, sights);
}

/* --- what is worked out once ------------------------------------------------------------------------- */

static gboolean
is_same (LpValue a, LpValue b)
{
  return a.kind < LP_VALUE_UNKNOWN && b.kind < LP_VALUE_UNKNOWN && a.kind == b.kind && lp_value_equal (a, b);
}

static void work_out_lasting (LpReviewState *state, LpLedger *ledger, guint number);

/* Those above it that it may read. */
static void
work_out_read (LpReviewState *state, LpLedger *ledger, guint number)
{
  const GArray *definitions = lp_ledger_rule (ledger)->definitions;
  const LpExpr *expr = g_array_index (definitions, LpDefinition, number).expr;

  for (guint i = 0; i < number; i++)
    if (g_array_index (definitions, LpDefinition, i).once && ledger->lasting_stale[i]
        && lp_expr_reads_local (expr, LP_LOCAL_DEFINED + i))
      work_out_lasting (state, ledger, i);
}

static void
work_out_lasting (LpReviewState *state, LpLedger *ledger, guint number)
{
  LpExprRun *run = state->asking;
  const GArray *definitions = lp_ledger_rule (ledger)->definitions;
  guint outer = state->now_definition;
  LpSights sights;

  work_out_read (state, ledger, number);
  ledger->lasting_stale[number] = FALSE;
  state->now_definition = number;
  lp_expr_run_reset (run);
  for (guint i = 0; i < number; i++)
    lp_expr_run_set_local (run, LP_LOCAL_DEFINED + i, ledger->lasting[i]);
  lp_sights_begin (&sights, LP_NONE);
  LpValue value = lp_expr_eval (g_array_index (definitions, LpDefinition, number).expr, run);
  lp_sights_end (&sights);
  state->now_definition = outer;
  ledger->lasting_notes[number] = lp_sight_book_write (state->book, ledger->lasting_notes[number], LP_NOTE_LASTING,
                                                       ledger->number, number, &sights);
  state->work.n_lasting++;
  if (is_same (ledger->lasting[number], value))
    return;
  value = lp_expr_run_keep (state->keeper, run, value, NULL, NULL);
  ledger->lasting[number] = value;
  if (value.kind == LP_VALUE_LIST && value.object_class == LP_CLASS_COMPONENT)
    lp_flow_keep (state->survey->flow, (LpIndices){ value.indices, value.length });
  lp_sight_book_touch_wide (state->book, LP_SEEN_LASTING, lasting_number (ledger, number), lp_review_state_mark, state);
}

/* --- one verdict ------------------------------------------------------------------------------------- */

static LpPiece *
new_piece (LpLedger *ledger, const LpVerdict *verdict, gboolean must_say)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (verdict->outcome == LP_OUTCOME_PASS || verdict->outcome == LP_OUTCOME_SKIP)
    return NULL;
  LpPiece *piece = g_new0 (LpPiece, 1);
  piece->finding = lp_finding_begin (&ledger->maker, verdict, &ids);
  if (verdict->outcome == LP_OUTCOME_QUESTION)
    {
      g_autofree char *key = lp_finding_question_key (piece->finding);
      piece->question = g_ref_string_new_intern (key);
      piece->ids = g_ptr_array_ref (ids);
      if (!g_hash_table_add (ledger->asked, piece->question) && !must_say)
        g_clear_pointer (&piece->finding, lp_finding_unref);
    }
  if (piece->finding != NULL)
    lp_finding_complete (&ledger->maker, verdict, piece->finding, ids);
  return piece;
}

static LpMembers *
copy_members (LpIndices list)
{
  LpMembers *members = g_malloc (sizeof *members + list.n * sizeof (guint));
  members->n = list.n;
  if (list.n > 0)
    memcpy (members->components, list.items, list.n * sizeof (guint));
  return members;
}

/* The group that the component leads; FALSE where that is not known. */
static gboolean
find_group (LpReviewState *state, LpLedger *ledger, guint slot, LpValue self, LpValue *group)
{
  LpExprRun *run = state->survey->run;

  g_clear_pointer (&ledger->members[slot], g_free);
  lp_expr_run_set_local (run, LP_LOCAL_SELF, self);
  *group = lp_expr_eval (lp_ledger_rule (ledger)->group, run);
  if (group->kind == LP_VALUE_UNKNOWN || group->kind == LP_VALUE_ERROR)
    return FALSE;
  ledger->members[slot] = copy_members (lp_survey_components (run, *group));
  return TRUE;
}

static LpVerdict
judge (LpReviewState *state, LpLedger *ledger, guint slot)
{
  const LpRule *rule = lp_ledger_rule (ledger);
  LpExprRun *run = state->survey->run;
  guint subject = ledger->subjects[slot];
  LpValue self = subject != LP_NONE ? lp_value_object (LP_CLASS_COMPONENT, subject) : lp_value_null ();
  LpValue group = lp_value_null ();
  LpVerdict verdict;

  lp_expr_run_reset (run);
  if (rule->group != NULL && !find_group (state, ledger, slot, self, &group))
    {
      verdict = (LpVerdict){ group.kind == LP_VALUE_UNKNOWN ? LP_OUTCOME_QUESTION : LP_OUTCOME_BROKEN, group };
      group = lp_value_null ();
    }
  else
    {
      lp_rule_bind (rule, run, ledger->lasting, self, group);
      verdict = lp_rule_judge (rule, run);
    }
  verdict.self = subject;
  verdict.group = group;
  return verdict;
}

static void
work_out (LpReviewState *state, LpLedger *ledger, guint number, gboolean must_say)
{
  LpSlot *slot = &ledger->slots[number];
  LpSights sights;

  slot->stale = FALSE;
  lp_piece_free (slot->piece);
  lp_sights_begin (&sights, ledger->subjects[number]);
  LpVerdict verdict = judge (state, ledger, number);
  slot->outcome = (guint8) verdict.outcome;
  slot->piece = new_piece (ledger, &verdict, must_say);
  lp_sights_end (&sights);
  slot->note = lp_sight_book_write (state->book, slot->note, LP_NOTE_VERDICT, ledger->number,
                                    ledger->subjects[number], &sights);
  state->work.n_verdicts++;
}

/* --- all verdicts of a rule -------------------------------------------------------------------------- */

static void
empty_slot (LpReviewState *state, LpLedger *ledger, guint number)
{
  LpSlot *slot = &ledger->slots[number];

  slot->stale = FALSE;
  if (slot->outcome == LP_NO_VERDICT)
    return;
  slot->outcome = LP_NO_VERDICT;
  g_clear_pointer (&slot->piece, lp_piece_free);
  lp_sight_book_drop (state->book, slot->note);
  slot->note = 0;
  g_clear_pointer (&ledger->members[number], g_free);
}

/* Each group is looked at with the first of its members, in their order; the others are told with it. */
static gboolean
work_on_groups (LpReviewState *state, LpLedger *ledger, GCancellable *cancellable)
{
  g_autofree guint8 *seen = g_new0 (guint8, lp_design_get_n_components (state->survey->design) + 1);

  for (guint i = 0; i < ledger->n; i++)
    {
      if (i % 64 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (seen[ledger->subjects[i]])
        {
          empty_slot (state, ledger, i);
          continue;
        }
      if (ledger->slots[i].stale || ledger->slots[i].outcome == LP_NO_VERDICT)
        work_out (state, ledger, i, FALSE);
      const LpMembers *members = ledger->members[i];
      if (members == NULL)
        continue;
      for (guint m = 0; m < members->n; m++)
        seen[members->components[m]] = TRUE;
      seen[ledger->subjects[i]] = TRUE;
    }
  return TRUE;
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  return (x > y) - (x < y);
}

static gboolean
work_on_each (LpReviewState *state, LpLedger *ledger, GCancellable *cancellable)
{
  g_array_sort (ledger->stale, by_number);
  for (guint i = 0; i < ledger->stale->len; i++)
    {
      guint slot = g_array_index (ledger->stale, guint, i);
      if (i % 64 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (ledger->slots[slot].stale)
        work_out (state, ledger, slot, FALSE);
    }
  return TRUE;
}

/* --- putting them together --------------------------------------------------------------------------- */

typedef struct
{
  GHashTable *questions; /* -> number + 1 among the findings */
  GHashTable *copied;    /* findings that are ours to change */
  gboolean broken;
} Together;

static void
ask_about_more (LpLedger *ledger, Together *together, guint at, const GPtrArray *ids)
{
  LpFinding *finding = ledger->findings->pdata[at];
  if (!g_hash_table_contains (together->copied, finding))
    {
      LpFinding *copy = lp_finding_copy (finding);
      lp_finding_unref (finding);
      ledger->findings->pdata[at] = finding = copy;
      g_hash_table_add (together->copied, finding);
    }
  lp_finding_merge_related (finding, ids);
}

static void
add_piece (LpReviewState *state, LpLedger *ledger, guint slot, Together *together)
{
  if (ledger->slots[slot].outcome == LP_OUTCOME_BROKEN)
    {
      if (together->broken)
        return;
      together->broken = TRUE;
    }
  LpPiece *piece = ledger->slots[slot].piece;
  if (piece->question != NULL)
    {
      guint asked = GPOINTER_TO_UINT (g_hash_table_lookup (together->questions, piece->question));
      if (asked != 0)
        {
          ask_about_more (ledger, together, asked - 1, piece->ids);
          return;
        }
      if (piece->finding == NULL)
        {
          work_out (state, ledger, slot, TRUE);
          piece = ledger->slots[slot].piece;
        }
      g_hash_table_insert (together->questions, piece->question, GUINT_TO_POINTER (ledger->findings->len + 1));
    }
  g_ptr_array_add (ledger->findings, lp_finding_ref (piece->finding));
}

static void
put_together (LpReviewState *state, LpLedger *ledger)
{
  g_autoptr (GHashTable) questions = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) copied = g_hash_table_new (NULL, NULL);
  Together together = { questions, copied, FALSE };

  g_ptr_array_set_size (ledger->findings, 0);
  memset (ledger->tally.of, 0, sizeof ledger->tally.of);
  for (guint i = 0; i < ledger->n; i++)
    {
      if (ledger->slots[i].outcome == LP_NO_VERDICT)
        continue;
      ledger->tally.of[ledger->slots[i].outcome]++;
      if (ledger->slots[i].piece != NULL)
        add_piece (state, ledger, i, &together);
    }
}

/* What others rest on must be known now; what nobody asked for may wait. */
static void
work_out_read_lasting (LpReviewState *state, LpLedger *ledger)
{
  for (guint i = 0; i < lp_ledger_rule (ledger)->definitions->len; i++)
    if (ledger->lasting_stale[i] && !lp_expr_is_unset (ledger->lasting[i]))
      {
        if (lp_sight_book_is_read (state->book, LP_SEEN_LASTING, lasting_number (ledger, i)))
          work_out_lasting (state, ledger, i);
        else
          ledger->lasting[i] = lp_expr_unset ();
      }
}

static void
define_lasting (LpSurvey *survey, guint definition)
{
  LpReviewState *state = survey->state;

  if (state->now->lasting_stale[definition])
    work_out_lasting (state, state->now, definition);
}

gboolean
lp_ledger_work (LpReviewState *state, LpLedger *ledger, GCancellable *cancellable)
{
  g_autoptr (GHashTable) asked = g_hash_table_new (NULL, NULL);
  LpExprRun *run = state->survey->run;
  gboolean whole_design = lp_ledger_rule (ledger)->whole, done = TRUE;

  state->now = ledger;
  if (ledger->n > 0)
    work_out_read_lasting (state, ledger);
  state->now_definition = LP_NONE;
  ledger->asked = asked;
  lp_expr_run_set_memory (run, whole_design ? recall : NULL, whole_design ? tell : NULL);
  if (ledger->stale->len > 0 || ledger->regroup)
    {
      done = lp_ledger_rule (ledger)->group != NULL ? work_on_groups (state, ledger, cancellable)
                                                    : work_on_each (state, ledger, cancellable);
      if (done)
        put_together (state, ledger);
    }
  lp_expr_run_set_memory (run, NULL, NULL);
  ledger->asked = NULL;
  if (!done)
    return FALSE;
  g_array_set_size (ledger->stale, 0);
  ledger->busy = ledger->regroup = FALSE;
  return TRUE;
}

void
lp_review_state_attach (LpReviewState *state)
{
  state->survey->state = state;
  state->survey->define_lasting = define_lasting;
  lp_expr_run_set_read (state->survey->run, on_read);
  lp_expr_run_set_read (state->asking, on_read);
  lp_expr_run_set_memory (state->asking, recall, tell);
}
