#include "rules/review.h"

#include "base/parallel.h"
#include "rules/document-checks.h"
#include "rules/verdict-finding.h"
#include "rules/waivers.h"

/* Below so many components a second survey costs more than it saves. */
#define PARALLEL_FROM 1000

/* What is put together of one rule's verdicts. */
typedef struct
{
  LpFindingMaker maker;
  GPtrArray *findings;   /* of LpFinding */
  LpFinding *broken;     /* once it broke; borrowed */
  GHashTable *questions; /* what is not known -> LpFinding, borrowed */
  LpTally tally;
} Collecting;

static void
take_verdict (const LpVerdict *verdict, gpointer data)
{
  Collecting *self = data;

  self->tally.of[verdict->outcome]++;
  if (verdict->outcome == LP_OUTCOME_PASS || verdict->outcome == LP_OUTCOME_SKIP
      || (verdict->outcome == LP_OUTCOME_BROKEN && self->broken != NULL))
    return;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (LpFinding) finding = lp_finding_begin (&self->maker, verdict, &ids);
  if (verdict->outcome == LP_OUTCOME_QUESTION)
    {
      char *key = lp_finding_question_key (finding);
      LpFinding *asked = g_hash_table_lookup (self->questions, key);
      if (asked != NULL)
        {
          lp_finding_merge_related (asked, ids);
          g_free (key);
          return;
        }
      g_hash_table_insert (self->questions, key, finding);
    }
  if (verdict->outcome == LP_OUTCOME_BROKEN)
    self->broken = finding;
  lp_finding_complete (&self->maker, verdict, finding, ids);
  g_ptr_array_add (self->findings, g_steal_pointer (&finding));
}

/* --- all rules --------------------------------------------------------------------------------------- */

typedef struct
{
  const LpPack *pack;
  LpDesign *design;
  const LpReviewOptions *options;
  LpFacts *facts;
  GDateTime *today;
  LpSurvey **surveys;   /* by thread; NULL until it needs one */
  GPtrArray **findings; /* by rule, and behind them of the document's own checks; NULL where it was cancelled */
  LpTally *tallies;     /* by rule */
} Reviewing;

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
}

static GPtrArray *
review_rule (const Reviewing *self, const LpRule *rule, LpSurvey *survey, LpTally *tally)
{
  if (lp_configuration_is_off (self->options->configuration, rule->id, rule->topic))
    {
      tally->rule = g_intern_string (rule->id);
      return new_findings ();
    }

  g_autoptr (GHashTable) questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) findings = new_findings ();
  Collecting collecting = { { rule, survey, self->options->strict }, findings, NULL, questions, { 0 } };
  gboolean whole = lp_rule_evaluate (rule, survey, self->options->cancellable, take_verdict, &collecting);

  *tally = collecting.tally;
  tally->rule = g_intern_string (rule->id);
  return whole ? g_steal_pointer (&findings) : NULL;
}

static void
review_part (guint i, guint thread, gpointer data)
{
  const Reviewing *self = data;

  if (g_cancellable_is_cancelled (self->options->cancellable))
    return;
  if (self->surveys[thread] == NULL)
    self->surveys[thread] = lp_survey_new (self->design, self->facts, self->today);
  if (i < self->pack->rules->len)
    {
      self->findings[i] = review_rule (self, self->pack->rules->pdata[i], self->surveys[thread], &self->tallies[i]);
      return;
    }
  self->findings[i] = new_findings ();
  lp_document_checks_run (self->surveys[thread], self->findings[i]);
}

/* In the pack's order; NULL where one of them is missing. */
static LpReview *
put_together (const Reviewing *self, guint n)
{
  g_autoptr (GPtrArray) all = new_findings ();
  g_autofree char *today = g_date_time_format (self->today, "%Y-%m-%d");
  GArray *tallies = g_array_new (FALSE, FALSE, sizeof (LpTally));

  g_array_append_vals (tallies, self->tallies, n - 1);
  for (guint i = 0; i < n && all != NULL; i++)
    if (self->findings[i] != NULL)
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&self->findings[i]));
    else
      g_clear_pointer (&all, g_ptr_array_unref);
  if (all == NULL)
    {
      g_array_unref (tallies);
      return NULL;
    }
  lp_waivers_apply (self->pack, self->options->configuration, self->design, today, all);
  lp_configuration_apply (self->options->configuration, self->pack, all);
  return lp_review_new (g_steal_pointer (&all), tallies);
}

LpReview *
lp_review_run (LpPack *pack, LpDesign *design, const LpReviewOptions *options)
{
  static const LpReviewOptions defaults;
  if (options == NULL)
    options = &defaults;
  guint n = pack->rules->len + 1, n_threads = lp_parallel_threads (n);
  gboolean parallel = options->parallel && lp_design_get_n_components (design) >= PARALLEL_FROM;
  g_autoptr (GDateTime) today = options->today != NULL ? g_date_time_ref (options->today) : g_date_time_new_now_utc ();
  g_autofree LpSurvey **surveys = g_new0 (LpSurvey *, n_threads);
  g_autofree GPtrArray **findings = g_new0 (GPtrArray *, n);
  g_autofree LpTally *tallies = g_new0 (LpTally, n);
  LpFacts *facts = options->facts != NULL ? options->facts : lp_configuration_get_facts (options->configuration);
  Reviewing reviewing = { pack, design, options, facts, today, surveys, findings, tallies };

  if (parallel)
    lp_parallel_each (n, review_part, &reviewing);
  for (guint i = 0; i < n && !parallel; i++)
    review_part (i, 0, &reviewing);
  LpReview *review = put_together (&reviewing, n);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&findings[i], g_ptr_array_unref);
  for (guint i = 0; i < n_threads; i++)
    g_clear_pointer (&surveys[i], lp_survey_free);
  return review;
}
