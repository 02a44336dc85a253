#include "session/mend.h"

#include <glib/gi18n.h>

#include "model/replay.h"
#include "rules/fix-words.h"
#include "session/session-rules.h"

typedef struct
{
  LpMendPreview *preview;
  GPtrArray *components, *connections; /* of `shown` */
  GPtrArray *added, *changed, *removed;
} Comparing;

static void
note (GPtrArray *ids, const char *id)
{
  g_ptr_array_add (ids, g_strdup (id));
}

/* Not an id that a document may have, so that nothing has it. */
static char *
ghost_id (const char *id)
{
  return g_strconcat ("~", id, NULL);
}

/* --- components -------------------------------------------------------------------------------------- */

/* Where it was: without what it held, which is drawn where it is. */
static void
add_moved (Comparing *comparing, const LpComponent *old)
{
  if (!old->has_at || (old->in != NULL && lp_design_find (comparing->preview->after, old->in) == LP_NONE))
    return;
  g_autofree char *id = ghost_id (old->id);
  LpComponent *ghost = lp_component_new (id, old->kind);
  lp_component_set_in (ghost, old->in);
  lp_component_set_label (ghost, lp_component_get_name (old));
  lp_component_set_at (ghost, old->at);
  if (old->has_size)
    lp_component_set_size (ghost, old->width, old->height);
  g_ptr_array_add (comparing->components, ghost);
  note (comparing->removed, id);
}

/* What only stands elsewhere in its container was pushed aside: nothing that a person must look at. */
static gboolean
is_changed (const LpComponent *old, const LpComponent *new)
{
  g_autoptr (LpComponent) there = lp_component_copy (old);
  there->has_at = new->has_at;
  there->at = new->at;
  return !lp_component_equal (there, new);
}

static void
compare_components (Comparing *comparing)
{
  const LpDesign *before = comparing->preview->before, *after = comparing->preview->after;

  for (guint i = 0; i < lp_design_get_n_components (after); i++)
    {
      LpComponent *new = (LpComponent *) lp_design_get_component (after, i);
      guint was = lp_design_find (before, new->id);
      const LpComponent *old = was != LP_NONE ? lp_design_get_component (before, was) : NULL;
      g_ptr_array_add (comparing->components, lp_component_ref (new));
      if (old == NULL)
        note (comparing->added, new->id);
      else if (old != new && is_changed (old, new))
        note (comparing->changed, new->id);
      if (old != NULL && g_strcmp0 (old->in, new->in) != 0)
        add_moved (comparing, old);
    }
  for (guint i = 0; i < lp_design_get_n_components (before); i++)
    {
      LpComponent *old = (LpComponent *) lp_design_get_component (before, i);
      if (lp_design_find (after, old->id) != LP_NONE)
        continue;
      g_ptr_array_add (comparing->components, lp_component_ref (old));
      note (comparing->removed, old->id);
    }
}

/* --- connections ------------------------------------------------------------------------------------- */

static gboolean
joins_the_same (const LpConnection *a, const LpConnection *b)
{
  return g_str_equal (a->from, b->from) && g_str_equal (a->to, b->to);
}

static void
add_led (Comparing *comparing, const LpConnection *old)
{
  g_autofree char *id = ghost_id (old->id);
  g_ptr_array_add (comparing->connections, lp_connection_new (id, old->kind, old->from, old->to));
  note (comparing->removed, id);
}

static void
compare_connections (Comparing *comparing)
{
  const LpDesign *before = comparing->preview->before, *after = comparing->preview->after;

  for (guint i = 0; i < lp_design_get_n_connections (after); i++)
    {
      LpConnection *new = (LpConnection *) lp_design_get_connection (after, i);
      guint was = lp_design_find_connection (before, new->id);
      const LpConnection *old = was != LP_NONE ? lp_design_get_connection (before, was) : NULL;
      g_ptr_array_add (comparing->connections, lp_connection_ref (new));
      if (old == NULL)
        note (comparing->added, new->id);
      else if (!lp_connection_equal (old, new))
        note (comparing->changed, new->id);
      if (old != NULL && !joins_the_same (old, new))
        add_led (comparing, old);
    }
  for (guint i = 0; i < lp_design_get_n_connections (before); i++)
    {
      LpConnection *old = (LpConnection *) lp_design_get_connection (before, i);
      if (lp_design_find_connection (after, old->id) != LP_NONE)
        continue;
      g_ptr_array_add (comparing->connections, lp_connection_ref (old));
      note (comparing->removed, old->id);
    }
}

/* --- making it --------------------------------------------------------------------------------------- */

static GStrv
to_strv (GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  return (GStrv) g_ptr_array_free (ids, FALSE);
}

static void
compare (LpMendPreview *preview)
{
  Comparing comparing = { .preview = preview,
                          .components = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_component_unref),
                          .connections = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_connection_unref),
                          .added = g_ptr_array_new (),
                          .changed = g_ptr_array_new (),
                          .removed = g_ptr_array_new () };

  compare_components (&comparing);
  compare_connections (&comparing);
  preview->shown = lp_design_new (lp_header_ref ((LpHeader *) lp_design_get_header (preview->after)),
                                  comparing.components, comparing.connections);
  preview->added = to_strv (comparing.added);
  preview->changed = to_strv (comparing.changed);
  preview->removed = to_strv (comparing.removed);
  preview->words = lp_fix_describe (preview->before, preview->after);
}

static LpMendPreview *
new_preview (LpDesign *before, LpDocument *copy, const char *label)
{
  LpMendPreview *preview = g_new0 (LpMendPreview, 1);
  preview->before = lp_design_ref (before);
  preview->after = lp_document_snapshot (copy);
  preview->label = g_strdup (label);
  compare (preview);
  return preview;
}

LpMendPreview *
lp_mend_preview_new (LpDesign *design,
                     LpPack *pack,
                     const LpFinding *finding,
                     const LpFixOffer *offer,
                     const LpReviewOptions *options,
                     GError **error)
{
  g_autoptr (LpDocument) copy = lp_document_new_from_design (design);

  if (!lp_mend (copy, pack, finding, offer->index, offer->title, options, error))
    return NULL;
  LpMendPreview *preview = new_preview (design, copy, offer->title);
  preview->needs_replacement = offer->needs_replacement;
  preview->n_fixed = offer->asks ? 0 : 1;
  preview->n_asking = offer->asks ? 1 : 0;
  return preview;
}

LpMendPreview *
lp_mend_preview_new_all (LpDesign *design,
                         LpPack *pack,
                         const char *rule,
                         guint index,
                         const char *label,
                         const LpReviewOptions *options,
                         GError **error)
{
  g_autoptr (LpDocument) copy = lp_document_new_from_design (design);
  g_autoptr (LpFixTally) tally = lp_mend_all (copy, pack, rule, index, label, options);

  if (tally->fixed->len == 0)
    {
      g_set_error_literal (error, LP_FIX_ERROR, LP_FIX_ERROR_NOTHING,
                           tally->asking->len > 0 ? _("A person decides here: fix them one by one")
                                                  : _("There is nothing that a fix could mend"));
      return NULL;
    }
  LpMendPreview *preview = new_preview (design, copy, label);
  preview->n_fixed = tally->fixed->len;
  preview->n_asking = tally->asking->len;
  for (guint i = 0; i < tally->fixed->len; i++)
    preview->needs_replacement |= ((const LpFixed *) tally->fixed->pdata[i])->needs_replacement;
  return preview;
}

void
lp_mend_preview_free (LpMendPreview *preview)
{
  lp_design_unref (preview->before);
  lp_design_unref (preview->after);
  lp_design_unref (preview->shown);
  g_strfreev (preview->added);
  g_strfreev (preview->changed);
  g_strfreev (preview->removed);
  g_ptr_array_unref (preview->words);
  g_free (preview->label);
  g_free (preview);
}

gboolean
lp_mend_may_be (LpSession *session, const LpFinding *finding)
{
  return finding->waiver == NULL && lp_fix_may_be (lp_session_get_pack (session), finding);
}

void
lp_mend_preview_apply (const LpMendPreview *preview, LpDocument *document)
{
  lp_document_begin (document, preview->label);
  lp_document_become (document, preview->after);
  lp_document_commit (document);
}
