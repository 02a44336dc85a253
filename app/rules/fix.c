#include "rules/fix.h"

#include <glib/gi18n.h>

#include "rules/fix-plan.h"
#include "rules/fix-work.h"

GQuark
lp_fix_error_quark (void)
{
  return g_quark_from_static_string ("lp-fix-error");
}

static LpSurvey *
new_survey (LpDesign *design, const LpReviewOptions *options)
{
  LpFacts *set = options != NULL ? lp_configuration_get_facts (options->configuration) : NULL;

  return lp_survey_new (design, options != NULL && options->facts != NULL ? options->facts : set,
                        options != NULL ? options->today : NULL);
}

/* --- the finding in the drawing ---------------------------------------------------------------------- */

typedef struct
{
  const LpRule *rule;
  LpSurvey *survey;
  const LpFinding *finding;
  void (*found) (const LpVerdict *verdict, gpointer data);
  gpointer data;
  gboolean done;
} Search;

static gboolean
may_be_it (const Search *search, const LpVerdict *verdict)
{
  if (search->done || verdict->outcome != LP_OUTCOME_FAIL)
    return FALSE;
  if (verdict->self == LP_NONE || search->rule->group != NULL || search->finding->component == NULL)
    return TRUE;
  return g_str_equal (lp_design_get_component (search->survey->design, verdict->self)->id,
                      search->finding->component);
}

static void
look_at (const LpVerdict *verdict, gpointer data)
{
  Search *search = data;

  if (!may_be_it (search, verdict))
    return;
  g_autofree char *fingerprint = lp_verdict_dup_fingerprint (search->rule, search->survey, verdict);
  if (!g_str_equal (fingerprint, search->finding->fingerprint))
    return;
  search->done = TRUE;
  search->found (verdict, search->data);
}

/* Calls `found` with the verdict that gave the finding. FALSE where there is none. */
static gboolean
find_verdict (const LpRule *rule,
              LpSurvey *survey,
              const LpFinding *finding,
              void (*found) (const LpVerdict *verdict, gpointer data),
              gpointer data)
{
  Search search = { rule, survey, finding, found, data, FALSE };
  lp_rule_evaluate (rule, survey, NULL, look_at, &search);
  return search.done;
}

/* --- what there is ----------------------------------------------------------------------------------- */

static void
offer_free (gpointer data)
{
  LpFixOffer *offer = data;
  g_free (offer->title);
  g_free (offer);
}

typedef struct
{
  const LpRule *rule;
  LpSurvey *survey;
  GPtrArray *offers;
} Listing;

static void
list_fixes (const LpVerdict *verdict, gpointer data)
{
  Listing *listing = data;

  for (guint i = 0; i < listing->rule->fixes->len; i++)
    {
      const LpFix *fix = listing->rule->fixes->pdata[i];
      if (!lp_fix_is_for (fix, listing->survey))
        continue;
      LpFixOffer *offer = g_new0 (LpFixOffer, 1);
      offer->index = i;
      offer->title = lp_fix_dup_title (fix, listing->survey);
      offer->needs_replacement = fix->needs_replacement;
      offer->asks = lp_fix_asks (fix);
      g_ptr_array_add (listing->offers, offer);
    }
}

gboolean
lp_fix_may_be (const LpPack *pack, const LpFinding *finding)
{
  const LpRule *rule = lp_pack_find (pack, finding->rule);
  return finding->outcome == LP_OUTCOME_FAIL && rule != NULL && rule->fixes->len > 0;
}

GPtrArray *
lp_fix_list (LpPack *pack, LpDesign *design, const LpFinding *finding, const LpReviewOptions *options)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);

  if (!lp_fix_may_be (pack, finding))
    return offers;
  g_autoptr (LpSurvey) survey = new_survey (design, options);
  Listing listing = { lp_pack_find (pack, finding->rule), survey, offers };
  find_verdict (listing.rule, survey, finding, list_fixes, &listing);
  return offers;
}

/* --- making one -------------------------------------------------------------------------------------- */

typedef struct
{
  const LpRule *rule;
  LpSurvey *survey;
  guint index;
  LpFixPlan *plan;
  GError *error;
} Planning;

static void
make_plan (const LpVerdict *verdict, gpointer data)
{
  Planning *planning = data;
  const LpFix *fix = planning->rule->fixes->pdata[planning->index];

  if (lp_fix_is_for (fix, planning->survey))
    planning->plan = lp_fix_plan_new (planning->rule, fix, planning->survey, verdict, &planning->error);
  else
    g_set_error_literal (&planning->error, LP_FIX_ERROR, LP_FIX_ERROR_NO_FIX,
                         _("this fix does not mend this finding"));
}

static LpFixPlan *
find_plan (LpPack *pack,
           LpDocument *document,
           const LpFinding *finding,
           guint index,
           const LpReviewOptions *options,
           GError **error)
{
  const LpRule *rule = lp_pack_find (pack, finding->rule);

  if (rule == NULL || index >= rule->fixes->len)
    {
      g_set_error (error, LP_FIX_ERROR, LP_FIX_ERROR_NO_FIX, _("the rule %s has no such fix"), finding->rule);
      return NULL;
    }
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpSurvey) survey = new_survey (design, options);
  Planning planning = { rule, survey, index, NULL, NULL };
  if (!find_verdict (rule, survey, finding, make_plan, &planning))
    g_set_error_literal (&planning.error, LP_FIX_ERROR, LP_FIX_ERROR_GONE,
                         _("there is nothing to mend any more: the drawing has changed"));
  if (planning.plan == NULL)
    g_propagate_error (error, planning.error);
  return planning.plan;
}

static gboolean
is_same (const LpDesign *a, const LpDesign *b)
{
  guint n = lp_design_get_n_components (a), m = lp_design_get_n_connections (a);

  if (n != lp_design_get_n_components (b) || m != lp_design_get_n_connections (b)
      || !lp_properties_equal (lp_design_get_header (a)->requirements, lp_design_get_header (b)->requirements))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!lp_component_equal (lp_design_get_component (a, i), lp_design_get_component (b, i)))
      return FALSE;
  for (guint i = 0; i < m; i++)
    if (!lp_connection_equal (lp_design_get_connection (a, i), lp_design_get_connection (b, i)))
      return FALSE;
  return TRUE;
}

/* Edits that come to nothing are a refusal too. */
static gboolean
work (const LpFixPlan *plan, LpDocument *document, GError **error)
{
  g_autoptr (LpDesign) before = lp_document_snapshot (document);
  if (!lp_fix_work (plan, document, error))
    return FALSE;
  g_autoptr (LpDesign) after = lp_document_snapshot (document);
  if (!is_same (before, after))
    return TRUE;
  g_set_error_literal (error, LP_FIX_ERROR, LP_FIX_ERROR_NOTHING, _("the fix would change nothing"));
  return FALSE;
}

gboolean
lp_fix_make (LpPack *pack,
             LpDocument *document,
             const LpFinding *finding,
             guint index,
             const LpReviewOptions *options,
             GError **error)
{
  g_return_val_if_fail (lp_document_in_transaction (document), FALSE);

  g_autoptr (LpFixPlan) plan = find_plan (pack, document, finding, index, options, error);
  return plan != NULL && work (plan, document, error);
}

gboolean
lp_fix_apply (LpPack *pack,
              LpDocument *document,
              const LpFinding *finding,
              guint index,
              const LpReviewOptions *options,
              GError **error)
{
  g_autoptr (LpFixPlan) plan = find_plan (pack, document, finding, index, options, error);
  if (plan == NULL)
    return FALSE;
  lp_document_begin (document, plan->title);
  if (!work (plan, document, error))
    {
      lp_document_rollback (document);
      return FALSE;
    }
  lp_document_commit (document);
  return TRUE;
}
