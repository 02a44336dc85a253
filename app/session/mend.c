#include "session/mend.h"

#include "scene/settle.h"

gboolean
lp_mend_inside (LpDocument *document,
                LpPack *pack,
                const LpFinding *finding,
                guint index,
                const LpReviewOptions *options,
                GError **error)
{
  g_autoptr (LpDesign) before = lp_document_snapshot (document);
  return lp_fix_make (pack, document, finding, index, options, error)
         && lp_settle (document, before, lp_catalogue_get_default (), error);
}

gboolean
lp_mend (LpDocument *document,
         LpPack *pack,
         const LpFinding *finding,
         guint index,
         const char *label,
         const LpReviewOptions *options,
         GError **error)
{
  lp_document_begin (document, label);
  if (lp_mend_inside (document, pack, finding, index, options, error))
    return lp_document_commit (document);
  lp_document_rollback (document);
  return FALSE;
}

LpFixTally *
lp_mend_all (LpDocument *document,
             LpPack *pack,
             const char *rule,
             guint index,
             const char *label,
             const LpReviewOptions *options)
{
  g_autoptr (LpDesign) before = lp_document_snapshot (document);

  lp_document_begin (document, label);
  LpFixTally *tally = lp_fix_make_all (pack, document, rule, index, options);
  /* Room is a matter of looks: what could not be made is left as it is. */
  if (tally->fixed->len > 0)
    lp_settle (document, before, lp_catalogue_get_default (), NULL);
  lp_document_commit (document);
  return tally;
}
