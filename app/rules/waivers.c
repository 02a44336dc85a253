#include "rules/waivers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "expr/suggest.h"
#include "rules/basis.h"
#include "rules/document-checks.h"

/* --- what a waiver is about -------------------------------------------------------------------------- */

/* NULL where no rule has the id. */
static const char *
topic_of (const LpPack *pack, const char *id)
{
  const LpRule *rule = lp_pack_find (pack, id);
  if (rule != NULL)
    return rule->topic;
  return lp_document_check_find (id) != NULL ? LP_TOPIC_DOCUMENT : NULL;
}

static gboolean
is_within (const LpDesign *design, const char *id, guint root)
{
  guint component = id != NULL ? lp_design_find (design, id) : LP_NONE;
  return component != LP_NONE && lp_design_is_within (design, component, root);
}

/* A finding about a connection has no component, and the connection first among what is related. */
static gboolean
is_connection_within (const LpDesign *design, const LpFinding *finding, guint root)
{
  guint line = finding->component == NULL && finding->related[0] != NULL
                   ? lp_design_find_connection (design, finding->related[0])
                   : LP_NONE;
  return line != LP_NONE && lp_design_is_within (design, lp_design_get_source (design, line), root)
         && lp_design_is_within (design, lp_design_get_target (design, line), root);
}

/* A group is about each of its members. */
static gboolean
is_at (const LpPin *pin, const LpDesign *design, const LpFinding *finding)
{
  if (pin->connection != NULL)
    return g_strv_contains ((const char *const *) finding->related, pin->connection);
  if (pin->component == NULL)
    return TRUE;
  guint root = lp_design_find (design, pin->component);
  if (root == LP_NONE)
    return FALSE;
  for (guint i = 0; finding->members != NULL && finding->members[i] != NULL; i++)
    if (is_within (design, finding->members[i], root))
      return TRUE;
  return is_within (design, finding->component, root) || is_connection_within (design, finding, root);
}

gboolean
lp_waiver_is_about (const LpWaiver *waiver, const LpPack *pack, const LpDesign *design, const LpFinding *finding)
{
  return (g_str_equal (waiver->rule, finding->rule)
          || g_strcmp0 (waiver->rule, topic_of (pack, finding->rule)) == 0)
         && is_at (&waiver->pin, design, finding);
}

/* --- whether it holds -------------------------------------------------------------------------------- */

typedef struct
{
  const LpPack *pack;
  const LpConfiguration *configuration;
  const LpDesign *design;
  const char *today;
  LpBases *bases;
  GHashTable *by_rule; /* what waivers name -> GArray of their numbers */
  guint8 *used;        /* by waiver: there is a finding that it is or was about */
} Waiving;

/* What came of the basis nearest to what it is now. */
static LpBasisChange
compare_bases (const LpWaiver *waiver, const char *now)
{
  LpBasisChange nearest = LP_BASIS_OTHER;
  for (guint i = 0; waiver->bases[i] != NULL; i++)
    nearest = MIN (nearest, lp_basis_compare (waiver->bases[i], now));
  /* Of several findings none is meant in particular. */
  return nearest == LP_BASIS_STRUCTURE && waiver->bases[1] != NULL ? LP_BASIS_OTHER : nearest;
}

static char *
lapsed_by_change (const LpWaiver *waiver, LpBasisChange change)
{
  switch (change)
    {
    case LP_BASIS_VALUES:
      return g_strdup_printf (_("It was waived (“%s”); since then a property that it rests on has changed."),
                              waiver->reason);
    case LP_BASIS_STRUCTURE:
      return g_strdup_printf (_("It was waived (“%s”); since then other components, containers or connections are part of it."),
                              waiver->reason);
    case LP_BASIS_CONDITIONS:
      return g_strdup_printf (_("It was waived (“%s”); since then the conditions of the rule have changed."),
                              waiver->reason);
    default:
      return g_strdup_printf (_("A waiver (“%s”) was given for other facts than these."), waiver->reason);
    }
}

/* NULL where the waiver holds for the finding; else why it lapsed. */
static char *
find_lapse (Waiving *waiving, const LpWaiver *waiver, const LpFinding *finding)
{
  if (waiver->until != NULL && strcmp (waiving->today, waiver->until) > 0)
    return g_strdup_printf (_("It was waived until %s (“%s”)."), waiver->until, waiver->reason);
  if (waiver->bases == NULL)
    return NULL;
  g_autofree char *now = lp_bases_of (waiving->bases, finding);
  LpBasisChange change = compare_bases (waiver, now);
  return change != LP_BASIS_SAME ? lapsed_by_change (waiver, change) : NULL;
}

static LpFinding *
mark (const LpFinding *finding, LpWaiver *waiver, char *lapse)
{
  LpFinding *copy = lp_finding_copy (finding);
  if (lapse == NULL)
    {
      lp_finding_take_text (&copy->waiver, g_strdup (waiver->reason));
      copy->waived_by = lp_waiver_ref (waiver);
      return copy;
    }
  lp_finding_take_text (&copy->lapse, lapse);
  copy->lapsed = lp_waiver_ref (waiver);
  return copy;
}

static void
try_waivers (Waiving *waiving, const GArray *numbers, const LpFinding *finding, LpWaiver **waived, LpWaiver **lapsed,
             char **lapse)
{
  const GPtrArray *waivers = lp_design_get_header (waiving->design)->waivers;
  for (guint i = 0; numbers != NULL && *waived == NULL && i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      LpWaiver *waiver = waivers->pdata[number];
      if (!is_at (&waiver->pin, waiving->design, finding))
        continue;
      char *why = find_lapse (waiving, waiver, finding);
      waiving->used[number] = TRUE;
      if (why == NULL)
        *waived = waiver;
      else if (*lapse == NULL)
        {
          *lapsed = waiver;
          *lapse = why;
        }
      else
        g_free (why);
    }
}

/* The finding as it is with the waivers, or NULL where they have nothing to do with it. */
static LpFinding *
apply (Waiving *waiving, const LpFinding *finding)
{
  const char *topic = topic_of (waiving->pack, finding->rule);
  LpWaiver *waived = NULL, *lapsed = NULL;
  g_autofree char *lapse = NULL;

  try_waivers (waiving, g_hash_table_lookup (waiving->by_rule, finding->rule), finding, &waived, &lapsed, &lapse);
  if (topic != NULL)
    try_waivers (waiving, g_hash_table_lookup (waiving->by_rule, topic), finding, &waived, &lapsed, &lapse);
  if (waived != NULL)
    return mark (finding, waived, NULL);
  return lapsed != NULL ? mark (finding, lapsed, g_steal_pointer (&lapse)) : NULL;
}

static void
apply_from (Waiving *waiving, GPtrArray *findings, guint first)
{
  for (guint i = first; i < findings->len; i++)
    {
      LpFinding *marked = apply (waiving, findings->pdata[i]);
      if (marked == NULL)
        continue;
      lp_finding_unref (findings->pdata[i]);
      findings->pdata[i] = marked;
    }
}

/* --- waivers that cover nothing ---------------------------------------------------------------------- */

static gboolean
is_topic (const LpPack *pack, const char *name)
{
  for (guint i = 0; i < pack->rules->len; i++)
    if (g_str_equal (((const LpRule *) pack->rules->pdata[i])->topic, name))
      return TRUE;
  return g_str_equal (name, LP_TOPIC_DOCUMENT);
}

static char *
no_such_rule (const LpPack *pack, const char *wanted)
{
  g_autofree char *id = g_ascii_strup (wanted, -1);
  LpSuggestion near = LP_SUGGESTION_INIT (id);

  if (topic_of (pack, wanted) != NULL || is_topic (pack, wanted))
    return NULL;
  for (guint i = 0; i < pack->rules->len; i++)
    lp_suggestion_try (&near, ((const LpRule *) pack->rules->pdata[i])->id);
  if (near.name != NULL)
    return g_strdup_printf (_("A waiver names the rule “%s”, which there is not; did you mean “%s”?"), wanted, near.name);
  return g_strdup_printf (_("A waiver names the rule “%s”, which there is not."), wanted);
}

static char *
covers_nothing (const Waiving *waiving, const LpWaiver *waiver)
{
  const LpDesign *design = waiving->design;
  const char *id = waiver->pin.component != NULL ? waiver->pin.component : waiver->pin.connection;
  guint component = waiver->pin.component != NULL ? lp_design_find (design, id) : LP_NONE;
  char *unknown = no_such_rule (waiving->pack, waiver->rule);

  if (unknown != NULL)
    return unknown;
  if (waiver->pin.component != NULL && component == LP_NONE)
    return g_strdup_printf (_("A waiver of %s names the component “%s”, which there is not."), waiver->rule, id);
  if (waiver->pin.connection != NULL && lp_design_find_connection (design, id) == LP_NONE)
    return g_strdup_printf (_("A waiver of %s names the connection “%s”, which there is not."), waiver->rule, id);
  if (id == NULL)
    return g_strdup_printf (_("The waiver of %s (“%s”) covers nothing any more."), waiver->rule, waiver->reason);
  const char *name
      = component != LP_NONE ? lp_component_get_name (lp_design_get_component (design, component)) : id;
  return g_strdup_printf (_("The waiver of %s for %s (“%s”) covers nothing any more."), waiver->rule, name,
                          waiver->reason);
}

/* Those of DOC-005 itself, or of its topic, are told when the others are known: `of_itself`. */
static void
tell_idle (Waiving *waiving, GPtrArray *findings, gboolean of_itself)
{
  const GPtrArray *waivers = lp_design_get_header (waiving->design)->waivers;
  for (guint i = 0; i < waivers->len; i++)
    {
      const LpWaiver *waiver = waivers->pdata[i];
      gboolean itself = g_str_equal (waiver->rule, LP_CHECK_IDLE_WAIVER) || g_str_equal (waiver->rule, LP_TOPIC_DOCUMENT);
      const char *pinned = waiver->pin.component != NULL ? waiver->pin.component : waiver->pin.connection;
      if (waiving->used[i] || itself != of_itself
          || lp_configuration_is_off (waiving->configuration, waiver->rule, topic_of (waiving->pack, waiver->rule)))
        continue;
      g_autofree char *message = covers_nothing (waiving, waiver);
      g_ptr_array_add (findings, lp_document_check_idle_waiver (waiving->design, waiver->rule, pinned, message));
    }
}

/* --- all of them ------------------------------------------------------------------------------------- */

static GHashTable *
index_waivers (const GPtrArray *waivers)
{
  GHashTable *by_rule = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < waivers->len; i++)
    {
      char *rule = ((LpWaiver *) waivers->pdata[i])->rule;
      GArray *numbers = g_hash_table_lookup (by_rule, rule);
      if (numbers == NULL)
        g_hash_table_insert (by_rule, rule, numbers = g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val (numbers, i);
    }
  return by_rule;
}

void
lp_waivers_apply (const LpPack *pack, const LpConfiguration *configuration, const LpDesign *design,
                  const char *today, GPtrArray *findings)
{
  const GPtrArray *waivers = lp_design_get_header (design)->waivers;
  if (waivers->len == 0)
    return;
  g_autoptr (LpBases) bases = lp_bases_new (pack, design);
  g_autoptr (GHashTable) by_rule = index_waivers (waivers);
  g_autofree guint8 *used = g_new0 (guint8, waivers->len);
  Waiving waiving = { pack, configuration, design, today, bases, by_rule, used };

  apply_from (&waiving, findings, 0);
  guint n = findings->len;
  tell_idle (&waiving, findings, FALSE);
  apply_from (&waiving, findings, n);
  tell_idle (&waiving, findings, TRUE);
}

LpWaiver *
lp_waiver_for (const LpPack *pack, const LpDesign *design, const LpReview *review, const LpFinding *finding,
               const LpPin *pin, const char *reason)
{
  LpWaiver *waiver = lp_waiver_new (finding->rule, reason);
  g_autoptr (LpBases) bases = lp_bases_new (pack, design);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (pin != NULL)
    {
      lp_remark_set (&waiver->pin.component, pin->component);
      lp_remark_set (&waiver->pin.connection, pin->connection);
    }
  for (guint i = 0; i < review->findings->len; i++)
    if (lp_waiver_is_about (waiver, pack, design, review->findings->pdata[i]))
      {
        char *basis = lp_bases_of (bases, review->findings->pdata[i]);
        if (g_ptr_array_find_with_equal_func (list, basis, g_str_equal, NULL))
          g_free (basis);
        else
          g_ptr_array_add (list, basis);
      }
  g_ptr_array_add (list, NULL);
  waiver->bases = (GStrv) g_ptr_array_free (g_steal_pointer (&list), FALSE);
  return waiver;
}
