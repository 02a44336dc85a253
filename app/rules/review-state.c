#include "rules/document-checks.h"
#include "rules/review-state-private.h"
#include "rules/survey-private.h"
#include "rules/waivers.h"

/* The keeper is tidied once it holds so much more than it must. */
#define KEEPER_SLACK (8u << 20)
#define KEEPER_MOST (1u << 30)

LpReviewState *
lp_review_state_new (void)
{
  return g_new0 (LpReviewState, 1);
}

static void
free_checks (GPtrArray **checks, guint n)
{
  for (guint i = 0; checks != NULL && i < n; i++)
    g_clear_pointer (&checks[i], g_ptr_array_unref);
  g_free (checks);
}

static void
forget (LpReviewState *state)
{
  if (state->survey == NULL)
    return;
  const LpDesign *design = state->survey->design;
  for (guint i = 0; i < state->n_ledgers; i++)
    lp_ledger_clear (state, &state->ledgers[i]);
  g_clear_pointer (&state->ledgers, g_free);
  free_checks (g_steal_pointer (&state->component_checks), lp_design_get_n_components (design));
  free_checks (g_steal_pointer (&state->connection_checks), lp_design_get_n_connections (design));
  g_clear_pointer (&state->requirement_checks, g_ptr_array_unref);
  g_clear_pointer (&state->by_kind, g_hash_table_unref);
  g_clear_pointer (&state->everywhere, g_array_unref);
  g_clear_pointer (&state->rank, g_free);
  g_clear_pointer (&state->by_macro, g_hash_table_unref);
  g_clear_pointer (&state->recollections, g_ptr_array_unref);
  state->last_macro = NULL;
  g_clear_pointer (&state->book, lp_sight_book_free);
  g_clear_pointer (&state->asking, lp_expr_run_free);
  g_clear_pointer (&state->keeper, lp_expr_run_free);
  g_clear_pointer (&state->survey, lp_survey_free);
  g_clear_pointer (&state->facts, lp_facts_unref);
  g_clear_pointer (&state->configuration, lp_configuration_unref);
  g_clear_pointer (&state->pack, lp_pack_unref);
}

void
lp_review_state_free (LpReviewState *state)
{
  if (state == NULL)
    return;
  forget (state);
  g_free (state);
}

const LpReviewWork *
lp_review_state_get_work (const LpReviewState *state)
{
  return &state->work;
}

/* --- from the beginning ------------------------------------------------------------------------------ */

static LpExprRun *
new_keeper (LpReviewState *state)
{
  LpExprRun *keeper = lp_expr_run_new (lp_survey_schema (), state->survey);
  lp_expr_run_set_limits (keeper, G_MAXINT64, KEEPER_MOST);
  return keeper;
}

static void
note_kinds (LpReviewState *state, const LpLedger *ledger)
{
  GStrv kinds = lp_ledger_rule (ledger)->kinds;

  if (kinds[0] == NULL && !lp_ledger_rule (ledger)->whole)
    g_array_append_val (state->everywhere, ledger->number);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GArray *list = g_hash_table_lookup (state->by_kind, kinds[i]);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (state->by_kind, kinds[i], list);
        }
      g_array_append_val (list, ledger->number);
    }
}

static void
fill_ledgers (LpReviewState *state)
{
  state->n_ledgers = state->pack->rules->len;
  state->ledgers = g_new0 (LpLedger, state->n_ledgers + 1);
  state->by_kind = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  state->everywhere = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < state->n_ledgers; i++)
    {
      LpLedger *ledger = &state->ledgers[i];
      ledger->number = i;
      const LpRule *rule = state->pack->rules->pdata[i];
      ledger->off = lp_configuration_is_off (state->configuration, rule->id, rule->topic);
      ledger->maker = (LpFindingMaker){ rule, state->survey, state->strict };
      lp_ledger_fill (state, ledger);
      if (!ledger->off)
        note_kinds (state, ledger);
    }
}

static void
check_document (LpReviewState *state)
{
  const LpDesign *design = state->survey->design;
  guint n = lp_design_get_n_components (design), m = lp_design_get_n_connections (design);

  state->component_checks = g_new0 (GPtrArray *, n + 1);
  state->connection_checks = g_new0 (GPtrArray *, m + 1);
  state->requirement_checks = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  lp_document_checks_run_requirements (state->survey, state->requirement_checks);
  for (guint i = 0; i < n; i++)
    lp_review_state_check (state, i, LP_NONE);
  for (guint i = 0; i < m; i++)
    lp_review_state_check (state, LP_NONE, i);
}

static void
begin (LpReviewState *state, LpPack *pack, LpDesign *design, const LpReviewOptions *options)
{
  forget (state);
  state->pack = lp_pack_ref (pack);
  state->facts = options->facts != NULL ? lp_facts_ref (options->facts) : NULL;
  state->strict = options->strict;
  state->language = lp_language ();
  if (options->configuration != NULL)
    state->configuration = lp_configuration_ref ((LpConfiguration *) options->configuration);
  LpFacts *facts = options->facts != NULL ? options->facts : lp_configuration_get_facts (options->configuration);
  state->survey = lp_survey_new (design, facts, options->today);
  state->asking = lp_expr_run_new (lp_survey_schema (), state->survey);
  lp_survey_bind (state->survey, state->asking);
  state->keeper = new_keeper (state);
  state->keeper_size = 0;
  state->book = lp_sight_book_new (lp_design_get_n_components (design));
  state->recollections = g_ptr_array_new_with_free_func (lp_recollection_free);
  state->by_macro = g_hash_table_new (NULL, NULL);
  lp_review_state_rank (state);
  fill_ledgers (state);
  lp_review_state_attach (state);
  check_document (state);
}

/* --- going on ---------------------------------------------------------------------------------------- */

static gboolean
is_same_day (const LpReviewState *state, GDateTime *today)
{
  g_autoptr (GDateTime) now = today == NULL ? g_date_time_new_now_utc () : NULL;
  const char *format = "%Y-%m-%d";

  if (today != NULL)
    return g_date_time_equal (today, state->survey->today);
  g_autofree char *a = g_date_time_format (now, format), *b = g_date_time_format (state->survey->today, format);
  return g_str_equal (a, b);
}

static gboolean
may_go_on (const LpReviewState *state, const LpPack *pack, const LpReviewOptions *options)
{
  return state->survey != NULL && state->pack == pack && state->facts == options->facts
         && state->configuration == options->configuration
         && state->strict == options->strict && state->language == lp_language ()
         && is_same_day (state, options->today);
}

/* Copies what is still needed, and lets go of the rest. */
static void
tidy (LpReviewState *state)
{
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (LpIndices));
  LpIndices users = lp_flow_get_users (state->survey->flow), internet = lp_flow_get_internet (state->survey->flow);
  LpExprRun *keeper = new_keeper (state);

  g_array_append_val (lists, users);
  g_array_append_val (lists, internet);
  for (guint i = 0; i < state->n_ledgers; i++)
    for (guint j = 0; j < lp_ledger_rule (&state->ledgers[i])->definitions->len; j++)
      {
        LpValue *value = &state->ledgers[i].lasting[j];
        *value = lp_expr_run_keep (keeper, state->survey->run, *value, NULL, NULL);
        LpIndices list = { value->indices, value->length };
        if (value->kind == LP_VALUE_LIST && value->object_class == LP_CLASS_COMPONENT)
          g_array_append_val (lists, list);
      }
  lp_expr_run_free (state->keeper);
  state->keeper = keeper;
  state->keeper_size = lp_expr_run_get_size (keeper);
  lp_review_state_keep_lists (state);
  lp_flow_tidy (state->survey->flow, (const LpIndices *) lists->data, lists->len);
}

static gboolean
work_on_all (LpReviewState *state, GCancellable *cancellable)
{
  for (guint i = 0; i < state->n_ledgers; i++)
    if (state->ledgers[i].busy && !lp_ledger_work (state, &state->ledgers[i], cancellable))
      return FALSE;
  return TRUE;
}

static void
add_all (GPtrArray *findings, const GPtrArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    g_ptr_array_add (findings, lp_finding_ref (more->pdata[i]));
}

static LpReview *
put_together (const LpReviewState *state)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  GArray *tallies = g_array_new (FALSE, FALSE, sizeof (LpTally));
  LpDesign *design = state->survey->design;
  g_autofree char *today = g_date_time_format (state->survey->today, "%Y-%m-%d");

  for (guint i = 0; i < state->n_ledgers; i++)
    {
      add_all (findings, state->ledgers[i].findings);
      g_array_append_val (tallies, state->ledgers[i].tally);
    }
  add_all (findings, state->requirement_checks);
  for (guint i = 0; i < lp_design_get_n_components (design); i++)
    add_all (findings, state->component_checks[i]);
  for (guint i = 0; i < lp_design_get_n_connections (design); i++)
    add_all (findings, state->connection_checks[i]);
  lp_waivers_apply (state->pack, state->configuration, design, today, findings);
  lp_configuration_apply (state->configuration, state->pack, findings);
  return lp_review_new (findings, tallies);
}

/* Findings and their texts are those of the review, and not counted. */
static gsize
get_size (const LpReviewState *state)
{
  gsize size = lp_sight_book_get_size (state->book) + lp_expr_run_get_size (state->keeper)
               + lp_flow_get_size (state->survey->flow);

  for (guint i = 0; i < state->n_ledgers; i++)
    size += state->ledgers[i].n * (sizeof (LpSlot) + sizeof (guint));
  for (guint i = 0; i < state->recollections->len; i++)
    {
      const LpRecollection *recollection = state->recollections->pdata[i];
      size += recollection->n * (1 + (recollection->notes != NULL ? sizeof (LpNote) : 0));
    }
  return size;
}

static gboolean
go_on (LpReviewState *state, LpDesign *design)
{
  g_autoptr (LpDesignChange) change = lp_design_change_new (state->survey->design, design);

  if (change->comparable)
    lp_review_state_change (state, change);
  return change->comparable;
}

LpReview *
lp_review_run_after (LpReviewState *state, LpPack *pack, LpDesign *design, const LpReviewOptions *options)
{
  static const LpReviewOptions defaults;
  LpReview *review = NULL;

  if (options == NULL)
    options = &defaults;
  state->work = (LpReviewWork){ 0 };
  lp_sights_watch (TRUE);
  if (!may_go_on (state, pack, options) || !go_on (state, design))
    {
      begin (state, pack, design, options);
      state->work.whole = TRUE;
    }
  if (work_on_all (state, state->work.whole ? options->cancellable : NULL))
    review = put_together (state);
  else
    forget (state);
  if (review != NULL && lp_expr_run_get_size (state->keeper) > state->keeper_size + KEEPER_SLACK)
    tidy (state);
  if (review != NULL)
    state->work.n_bytes = get_size (state);
  lp_sights_watch (FALSE);
  return review;
}
