#include "rules/fix-all.h"

#include "model/replay.h"
#include "rules/fix-words.h"

/* Fixes that bring each other's findings about come to an end. */
#define MOST_PASSES 16
#define MOST_FIXES 2000

typedef struct
{
  LpPack *pack;
  LpPack *only; /* of the one rule, or the same */
  LpDocument *copy;
  guint index;
  const LpReviewOptions *options;
  GHashTable *seen; /* fingerprints of findings that were tried */
  LpFixTally *tally;
} Mending;

static void
fixed_free (gpointer data)
{
  LpFixed *fixed = data;
  lp_finding_unref (fixed->finding);
  g_free (fixed->title);
  g_ptr_array_unref (fixed->edits);
  g_free (fixed);
}

void
lp_fix_tally_free (LpFixTally *tally)
{
  g_ptr_array_unref (tally->fixed);
  g_ptr_array_unref (tally->asking);
  g_free (tally);
}

static LpPack *
pack_of (LpPack *pack, const char *rule)
{
  LpPack *only = lp_pack_new (NULL);
  const LpRule *found = lp_pack_find (pack, rule);
  if (found != NULL)
    g_ptr_array_add (only->rules, lp_rule_ref ((LpRule *) found));
  return only;
}

static LpReview *
review (const Mending *mending, LpPack *pack)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (mending->copy);
  return lp_review_run (pack, design, mending->options);
}

static guint
count_failures (const Mending *mending, LpPack *pack)
{
  g_autoptr (LpReview) found = review (mending, pack);
  guint n = 0;
  for (guint i = 0; i < found->findings->len; i++)
    n += ((const LpFinding *) found->findings->pdata[i])->outcome == LP_OUTCOME_FAIL;
  return n;
}

static void
add_fixed (GPtrArray *list, LpFinding *finding, const LpFixOffer *offer, GPtrArray *edits)
{
  LpFixed *fixed = g_new0 (LpFixed, 1);
  fixed->finding = lp_finding_ref (finding);
  fixed->title = g_strdup (offer->title);
  fixed->needs_replacement = offer->needs_replacement;
  fixed->edits = edits;
  g_ptr_array_add (list, fixed);
}

/* TRUE where it was made and what it mends is mended. */
static gboolean
try_offer (Mending *mending, LpFinding *finding, const LpFixOffer *offer)
{
  g_autoptr (LpPack) only = pack_of (mending->pack, finding->rule);
  g_autoptr (LpDesign) before = lp_document_snapshot (mending->copy);
  guint n = count_failures (mending, only);

  if (!lp_fix_apply (mending->pack, mending->copy, finding, offer->index, mending->options, NULL))
    return FALSE;
  g_autoptr (LpDesign) after = lp_document_snapshot (mending->copy);
  gboolean mended = count_failures (mending, only) < n;
  if (mended && !offer->asks)
    add_fixed (mending->tally->fixed, finding, offer, lp_fix_describe (before, after));
  else
    lp_document_undo (mending->copy);
  if (mended && offer->asks)
    add_fixed (mending->tally->asking, finding, offer, lp_fix_describe (before, after));
  return mended;
}

static const LpFixOffer *
find_offer (const GPtrArray *offers, guint index)
{
  for (guint i = 0; i < offers->len; i++)
    if (((const LpFixOffer *) offers->pdata[i])->index == index)
      return offers->pdata[i];
  return NULL;
}

/* Those that ask nobody first. */
static gboolean
mend (Mending *mending, LpFinding *finding)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (mending->copy);
  g_autoptr (GPtrArray) offers = lp_fix_list (mending->pack, design, finding, mending->options);
  const LpFixOffer *wanted = find_offer (offers, mending->index);

  if (wanted != NULL && !wanted->asks && try_offer (mending, finding, wanted))
    return TRUE;
  for (guint asks = FALSE; asks <= TRUE; asks++)
    for (guint i = 0; i < offers->len; i++)
      {
        const LpFixOffer *offer = offers->pdata[i];
        if (offer->asks == (gboolean) asks && offer != wanted && try_offer (mending, finding, offer))
          return !offer->asks;
      }
  if (wanted != NULL && wanted->asks)
    try_offer (mending, finding, wanted);
  return FALSE;
}

static gboolean
is_open (const Mending *mending, const LpFinding *finding)
{
  return finding->outcome == LP_OUTCOME_FAIL && finding->waiver == NULL
         && !g_hash_table_contains (mending->seen, finding->fingerprint);
}

/* FALSE where nothing more can be mended. */
static gboolean
pass (Mending *mending)
{
  g_autoptr (LpReview) found = review (mending, mending->only);
  guint before = mending->tally->fixed->len;

  for (guint i = 0; i < found->findings->len && mending->tally->fixed->len < MOST_FIXES; i++)
    if (is_open (mending, found->findings->pdata[i]))
      {
        LpFinding *finding = found->findings->pdata[i];
        g_hash_table_add (mending->seen, g_strdup (finding->fingerprint));
        mend (mending, finding);
      }
  return mending->tally->fixed->len > before;
}

LpFixTally *
lp_fix_make_all (LpPack *pack,
                 LpDocument *document,
                 const char *rule,
                 guint index,
                 const LpReviewOptions *options)
{
  g_autoptr (LpDesign) design = lp_document_snapshot (document);
  g_autoptr (LpDocument) copy = lp_document_new_from_design (design);
  g_autoptr (LpPack) only = rule != NULL ? pack_of (pack, rule) : lp_pack_ref (pack);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LpFixTally *tally = g_new0 (LpFixTally, 1);
  tally->fixed = g_ptr_array_new_with_free_func (fixed_free);
  tally->asking = g_ptr_array_new_with_free_func (fixed_free);
  /* A question is answered, not fixed. */
  LpReviewOptions lenient = options != NULL ? *options : (LpReviewOptions){ 0 };
  lenient.strict = FALSE;
  Mending mending = { pack, only, copy, rule != NULL ? index : G_MAXUINT, &lenient, seen, tally };

  for (guint i = 0; i < MOST_PASSES && pass (&mending); i++)
    ;
  if (tally->fixed->len > 0)
    {
      g_autoptr (LpDesign) mended = lp_document_snapshot (copy);
      lp_document_become (document, mended);
    }
  return tally;
}
