#include "rules/fix-check.h"

#include <glib/gi18n.h>

#include "rules/fix.h"

typedef struct
{
  const LpRule *rule;
  LpPack *pack;
  LpReadDesign read;
  LpWriteDesign write;
  GPtrArray *wrong;
  const LpExample *example;
  guint8 *offered; /* by fix */
} Check;

static void complain (Check *check, const char *title, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
complain (Check *check, const char *title, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (check->wrong, g_strdup_printf (_("fix “%s” of “%s”: %s"), title,
                                                  lp_text (&check->example->title), what));
}

/* --- what the review says ---------------------------------------------------------------------------- */

static guint
count_of_rule (const LpReview *review, const char *rule)
{
  guint n = 0;
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      n += finding->outcome == LP_OUTCOME_FAIL && g_str_equal (finding->rule, rule);
    }
  return n;
}

static gboolean
is_bad (const LpFinding *finding)
{
  return finding->outcome == LP_OUTCOME_BROKEN
         || (finding->outcome == LP_OUTCOME_FAIL && finding->severity == LP_SEVERITY_ERROR);
}

/* How many errors each rule has: groups that a fix changes have other fingerprints. */
static GHashTable *
count_errors (const LpReview *review)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      if (is_bad (finding))
        g_hash_table_insert (counts, finding->rule,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, finding->rule)) + 1));
    }
  return counts;
}

static void
compare (Check *check, const char *title, const LpReview *before, const LpReview *after)
{
  g_autoptr (GHashTable) had = count_errors (before), has = count_errors (after);
  GHashTableIter iter;
  gpointer rule, n;

  if (count_of_rule (after, check->rule->id) >= count_of_rule (before, check->rule->id))
    complain (check, title, _("the finding is there after it"));
  g_hash_table_iter_init (&iter, has);
  while (g_hash_table_iter_next (&iter, &rule, &n))
    if (GPOINTER_TO_UINT (n) > GPOINTER_TO_UINT (g_hash_table_lookup (had, rule))
        && !g_str_equal (rule, check->rule->id))
      for (guint i = 0; i < after->findings->len; i++)
        {
          const LpFinding *finding = after->findings->pdata[i];
          if (is_bad (finding) && g_str_equal (finding->rule, rule))
            complain (check, title, _("%s is new after it: %s"), finding->rule, finding->message);
        }
}

/* --- one fix ----------------------------------------------------------------------------------------- */

static void
check_bytes (Check *check, const char *title, LpDesign *design)
{
  g_autoptr (GBytes) written = check->write (design);
  g_autoptr (GError) error = NULL;
  g_autoptr (LpDesign) again = check->read (written, "fixed.loadpath", &error);
  if (again == NULL)
    {
      complain (check, title, _("the result cannot be read back: %s"), error->message);
      return;
    }
  g_autoptr (GBytes) rewritten = check->write (again);
  if (!g_bytes_equal (written, rewritten))
    complain (check, title, _("the result reads back as another document"));
}

static void
check_undo (Check *check, const char *title, LpDocument *document, GBytes *before)
{
  lp_document_undo (document);
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (GBytes) undone = check->write (design);
  if (!g_bytes_equal (before, undone))
    complain (check, title, _("undoing it does not give the document from before"));
}

static void
check_offer (
    Check *check, LpDesign *design, const LpReview *review, const LpFinding *finding, const LpFixOffer *offer)
{
  g_autoptr (LpDocument) document = lp_document_new_from_design (design);
  g_autoptr (GBytes) before = check->write (design);
  g_autoptr (GError) error = NULL;

  check->offered[offer->index] = TRUE;
  if (!lp_fix_apply (check->pack, document, finding, offer->index, NULL, &error))
    {
      complain (check, offer->title, "%s", error->message);
      return;
    }
  g_autoptr (LpDesign) fixed = lp_document_snapshot (document);
  g_autoptr (LpReview) after = lp_review_run (check->pack, fixed, NULL);
  compare (check, offer->title, review, after);
  check_bytes (check, offer->title, fixed);
  check_undo (check, offer->title, document, before);
}

static void
check_example (Check *check)
{
  g_autoptr (GBytes) bytes = lp_example_get_bytes (check->example);
  g_autoptr (LpDesign) design = check->read (bytes, check->rule->file, NULL);
  if (design == NULL)
    return; /* the examples' own test says so */
  g_autoptr (LpReview) review = lp_review_run (check->pack, design, NULL);

  for (guint i = 0; i < review->findings->len; i++)
    {
      const LpFinding *finding = review->findings->pdata[i];
      if (finding->outcome != LP_OUTCOME_FAIL || !g_str_equal (finding->rule, check->rule->id))
        continue;
      g_autoptr (GPtrArray) offers = lp_fix_list (check->pack, design, finding, NULL);
      for (guint j = 0; j < offers->len; j++)
        check_offer (check, design, review, finding, offers->pdata[j]);
    }
}

GPtrArray *
lp_rule_check_fixes (const LpRule *rule, LpPack *pack, LpReadDesign read, LpWriteDesign write)
{
  g_autofree guint8 *offered = g_new0 (guint8, rule->fixes->len + 1);
  Check check = { rule, pack, read, write, g_ptr_array_new_with_free_func (g_free), NULL, offered };

  for (guint i = 0; i < rule->examples->len && rule->fixes->len > 0; i++)
    {
      check.example = rule->examples->pdata[i];
      if (check.example->outcome == LP_OUTCOME_FAIL)
        check_example (&check);
    }
  for (guint i = 0; i < rule->fixes->len; i++)
    if (!offered[i])
      g_ptr_array_add (check.wrong,
                       g_strdup_printf (_("fix “%s” is one for no failing example"),
                                        lp_template_get_text (
                                            ((const LpFix *) rule->fixes->pdata[i])->title[lp_language ()])));
  return check.wrong;
}
