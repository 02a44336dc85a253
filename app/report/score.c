#include "report/score.h"

#include "rules/topic.h"

guint
lp_score_points (LpSeverity severity)
{
  static const guint points[LP_N_SEVERITIES] = { 5, 3, 1 };
  return points[severity];
}

int
lp_score_percent (guint held, guint points)
{
  return points > 0 ? (int) (held * 100 / points) : -1;
}

static void
topic_free (gpointer data)
{
  LpTopicScore *topic = data;
  g_array_unref (topic->failed);
  g_ptr_array_unref (topic->asking);
  g_ptr_array_unref (topic->waived);
  g_free (topic);
}

static LpTopicScore *
find_topic (LpScore *score, const char *name)
{
  for (guint i = 0; i < score->topics->len; i++)
    if (g_str_equal (((LpTopicScore *) score->topics->pdata[i])->topic, name))
      return score->topics->pdata[i];
  LpTopicScore *topic = g_new0 (LpTopicScore, 1);
  topic->topic = name;
  topic->failed = g_array_new (FALSE, FALSE, sizeof (LpLostPoints));
  topic->asking = g_ptr_array_new ();
  topic->waived = g_ptr_array_new ();
  g_ptr_array_add (score->topics, topic);
  return topic;
}

/* --- one rule ---------------------------------------------------------------------------------------- */

/* What the findings of a rule come to. */
typedef struct
{
  gboolean fails, asks;
  LpSeverity worst; /* of those that fail */
} Result;

/* Rule -> Result of its findings that are not waived. */
static GHashTable *
gather_results (const LpReview *review)
{
  GHashTable *results = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      Result *result = g_hash_table_lookup (results, finding->rule);
      if (finding->waiver != NULL)
        continue;
      if (result == NULL)
        {
          result = g_new (Result, 1);
          *result = (Result){ FALSE, FALSE, LP_SEVERITY_INFO };
          g_hash_table_insert (results, finding->rule, result);
        }
      if (finding->outcome != LP_OUTCOME_FAIL)
        result->asks = TRUE;
      else
        *result = (Result){ TRUE, result->asks, MIN (result->worst, finding->severity) };
    }
  return results;
}

static void
add_points (LpScore *score, LpTopicScore *topic, LpSeverity severity, gboolean holds)
{
  guint points = lp_score_points (severity);

  topic->points += points;
  score->points += points;
  if (!holds)
    return;
  topic->held += points;
  score->held += points;
}

static void
add_rule (LpScore *score, const LpRule *rule, const LpTally *tally, const Result *result)
{
  LpTopicScore *topic = find_topic (score, rule->topic);

  if (result != NULL && result->fails)
    {
      LpLostPoints lost = { rule, lp_score_points (result->worst) };
      g_array_append_val (topic->failed, lost);
      add_points (score, topic, result->worst, FALSE);
    }
  else if (result != NULL)
    g_ptr_array_add (topic->asking, (gpointer) rule);
  else if (tally->of[LP_OUTCOME_FAIL] > 0)
    g_ptr_array_add (topic->waived, (gpointer) rule);
  else
    add_points (score, topic, rule->severity, TRUE);
}

/* --- all --------------------------------------------------------------------------------------------- */

static int
dearest_first (gconstpointer a, gconstpointer b)
{
  const LpLostPoints *x = a, *y = b;
  return x->points != y->points ? (int) y->points - (int) x->points : strcmp (x->rule->id, y->rule->id);
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  const LpTopicScore *x = *(const LpTopicScore *const *) a, *y = *(const LpTopicScore *const *) b;
  return g_utf8_collate (lp_topic_get_name (x->topic), lp_topic_get_name (y->topic));
}

LpScore *
lp_score_new (const LpPack *pack, const LpReview *review)
{
  LpScore *score = g_new0 (LpScore, 1);
  g_autoptr (GHashTable) results = gather_results (review);

  score->topics = g_ptr_array_new_with_free_func (topic_free);
  for (guint i = 0; i < review->tallies->len; i++)
    {
      const LpTally *tally = &g_array_index (review->tallies, LpTally, i);
      const LpRule *rule = lp_pack_find (pack, tally->rule);
      if (rule != NULL
          && tally->of[LP_OUTCOME_PASS] + tally->of[LP_OUTCOME_FAIL] + tally->of[LP_OUTCOME_QUESTION] > 0)
        add_rule (score, rule, tally, g_hash_table_lookup (results, rule->id));
    }
  for (guint i = 0; i < score->topics->len; i++)
    g_array_sort (((LpTopicScore *) score->topics->pdata[i])->failed, dearest_first);
  g_ptr_array_sort (score->topics, by_name);
  return score;
}

void
lp_score_free (LpScore *score)
{
  g_ptr_array_unref (score->topics);
  g_free (score);
}
