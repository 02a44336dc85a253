#include "learning/hiding.h"

LpReview *
lp_hiding_review (LpReview *review, const LpScenario *scenario)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_finding_unref);
  GArray *tallies = g_array_new (FALSE, FALSE, sizeof (LpTally));

  for (guint i = 0; i < review->findings->len; i++)
    {
      LpFinding *finding = review->findings->pdata[i];
      if (!lp_scenario_hides (scenario, finding->rule))
        g_ptr_array_add (findings, lp_finding_ref (finding));
    }
  for (guint i = 0; i < review->tallies->len; i++)
    {
      const LpTally *tally = &g_array_index (review->tallies, LpTally, i);
      if (!lp_scenario_hides (scenario, tally->rule))
        g_array_append_val (tallies, *tally);
    }
  return lp_review_new (findings, tallies);
}

static gboolean
is_left (const char *rule, gconstpointer scenario)
{
  return !lp_scenario_hides (scenario, rule);
}

LpPack *
lp_hiding_pack (const LpPack *pack, const LpScenario *scenario)
{
  return lp_pack_filter (pack, is_left, scenario);
}
