/* Which scenarios an exam asks. */
#include <string.h>

#include "learning/exam.h"
#include "rules/topic.h"

static int
compare_topics (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (lp_topic_get_name (*(const char *const *) a), lp_topic_get_name (*(const char *const *) b));
}

const char **
lp_exam_list_topics (void)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  g_autoptr (GHashTable) topics = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;

  for (guint i = 0; i < scenarios->len; i++)
    g_hash_table_add (topics, ((LpScenario *) scenarios->pdata[i])->topic);
  const char **list = (const char **) g_hash_table_get_keys_as_array (topics, &n);
  qsort (list, n, sizeof *list, compare_topics);
  return list;
}

static gboolean
is_wanted (const LpScenario *scenario, const char *const *topics)
{
  return topics == NULL || g_strv_contains (topics, scenario->topic);
}

guint
lp_exam_count (const char *const *topics)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  guint n = 0;

  for (guint i = 0; i < scenarios->len; i++)
    n += is_wanted (scenarios->pdata[i], topics);
  return n;
}

guint
lp_exam_sum_minutes (const char *const *ids)
{
  guint sum = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const LpScenario *scenario = lp_scenarios_find (ids[i]);
      sum += scenario != NULL ? scenario->minutes : 0;
    }
  return sum;
}

typedef struct
{
  const LpScenario *scenario;
  guint turn; /* what it has waited for: lower comes first */
} Candidate;

static guint
turn_of (LpProgress *progress, const char *id, LpDay today)
{
  const LpScenarioProgress *one = lp_progress_get (progress, id);

  if (lp_schedule_is_due (one->repetition, today))
    return 0;
  switch (one->state)
    {
    case LP_PROGRESS_NEW:
    case LP_PROGRESS_BEGUN:
      return 1;
    case LP_PROGRESS_TRIED:
      return 3;
    default:
      return 5;
    }
}

static void
shuffle (gpointer *items, guint n, GRand *random)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer item = items[i - 1];
      items[i - 1] = items[j];
      items[j] = item;
    }
}

/* Topics before kinds, of which there are few. */
static guint
weigh_likeness (const GPtrArray *chosen, const LpScenario *scenario)
{
  guint topics = 0, kinds = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      const LpScenario *other = chosen->pdata[i];
      topics += g_str_equal (other->topic, scenario->topic);
      kinds += other->kind == scenario->kind;
    }
  return 8 * topics + MIN (kinds, 3);
}

/* Each of the same topic among the chosen weighs as much as having been tried before. */
static guint
find_next (const GPtrArray *candidates, const GPtrArray *chosen)
{
  guint best = 0, best_weight = G_MAXUINT;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = candidates->pdata[i];
      guint weight = 4 * candidate->turn + weigh_likeness (chosen, candidate->scenario);
      if (weight < best_weight)
        {
          best = i;
          best_weight = weight;
        }
    }
  return best;
}

GStrv
lp_exam_choose (LpProgress *progress, const char *const *topics, guint n, guint32 seed, LpDay today)
{
  const GPtrArray *scenarios = lp_scenarios_get ();
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_free), chosen = g_ptr_array_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < scenarios->len; i++)
    if (is_wanted (scenarios->pdata[i], topics))
      {
        Candidate *candidate = g_new (Candidate, 1);
        candidate->scenario = scenarios->pdata[i];
        candidate->turn = turn_of (progress, candidate->scenario->id, today);
        g_ptr_array_add (candidates, candidate);
      }
  shuffle (candidates->pdata, candidates->len, random);
  while (chosen->len < n && candidates->len > 0)
    {
      guint next = find_next (candidates, chosen);
      g_ptr_array_add (chosen, (gpointer) ((Candidate *) candidates->pdata[next])->scenario);
      g_ptr_array_remove_index (candidates, next);
    }
  shuffle (chosen->pdata, chosen->len, random);
  for (guint i = 0; i < chosen->len; i++)
    g_strv_builder_add (ids, ((LpScenario *) chosen->pdata[i])->id);
  return g_strv_builder_end (ids);
}
