#include "ui/canvas/copies.h"

#include <glib/gi18n.h>

#include "base/json-node.h"
#include "model/clip.h"
#include "scene/bitmap.h"
#include "ui/canvas/arrange.h"
#include "ui/canvas/copies-room.h"

/* Characters of a note. */
#define MOST_TEXT 20000

/* --- taking ------------------------------------------------------------------------------------------ */

/* Frames that have grown stand elsewhere than their `at` says: they are copied as they are seen. What is folded into
 * a collapsed container stands in it where it did. */
static LpPoint
place_of (const LpFold *fold, const LpPlacement *placement, guint component)
{
  guint shown = lp_design_find (fold->shown, lp_design_get_component (fold->whole, component)->id);

  if (shown == LP_NONE)
    {
      LpPoint base = place_of (fold, placement, lp_design_get_parent (fold->whole, component));
      LpPoint at = lp_design_get_component (fold->whole, component)->at;
      return (LpPoint){ base.x + at.x, base.y + at.y };
    }
  LpRect rect = placement->rect[shown];
  return placement->is_frame[shown] ? (LpPoint){ rect.x, rect.y } : placement->origin[shown];
}

/* The size in the document is the least: a frame that has grown to the left or upwards gets another. */
static gboolean
has_other_size (const LpFold *fold, const LpPlacement *placement, guint component)
{
  const LpComponent *record = lp_design_get_component (fold->whole, component);
  guint shown = lp_design_find (fold->shown, record->id);

  return shown != LP_NONE && placement->is_frame[shown] && record->has_size
         && (placement->rect[shown].x != placement->origin[shown].x
             || placement->rect[shown].y != placement->origin[shown].y);
}

/* By component of the whole design. */
static LpClipPlace *
places_of (const LpFold *fold, const LpPlacement *placement)
{
  guint n = lp_design_get_n_components (fold->whole);
  LpClipPlace *places = g_new0 (LpClipPlace, n + 1);

  for (guint i = 0; i < n; i++)
    {
      places[i].at = place_of (fold, placement, i);
      if (!has_other_size (fold, placement, i))
        continue;
      LpRect rect = placement->rect[lp_fold_find (fold, lp_design_get_component (fold->whole, i)->id)];
      places[i].width = rect.w;
      places[i].height = rect.h;
    }
  return places;
}

static LpDesign *
take (LpStage *stage, const char *const *ids)
{
  const LpFold *fold = lp_scene_get_fold (stage->scene);
  g_autofree LpClipPlace *places = places_of (fold, lp_scene_get_placement (stage->scene));
  g_autoptr (LpDesign) clip = lp_clip_take (fold->whole, ids, places);

  return lp_design_get_n_components (clip) > 0 ? g_steal_pointer (&clip) : NULL;
}

LpDesign *
lp_copies_take (LpStage *stage)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), NULL);

  g_auto (GStrv) ids = lp_selection_dup_ids (stage->selection);
  return stage->scene != NULL ? take (stage, (const char *const *) ids) : NULL;
}

/* The same clip with everything in its place. */
static LpDesign *
settle (const LpFold *fold, const LpPlacement *placement)
{
  g_autofree LpClipPlace *places = places_of (fold, placement);
  LpIndices roots = lp_design_get_children (fold->whole, LP_NONE);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < roots.n; i++)
    g_ptr_array_add (ids, lp_design_get_component (fold->whole, roots.items[i])->id);
  g_ptr_array_add (ids, NULL);
  return lp_clip_take (fold->whole, (const char *const *) ids->pdata, places);
}

static void
copies_init (LpCopies *copies, LpStage *stage, LpDesign *clip)
{
  g_autoptr (LpFold) fold = lp_fold_new (clip);
  g_autoptr (LpPlacement) placement = lp_placement_new (fold->shown, stage->catalogue);

  *copies = (LpCopies){ .stage = stage, .clip = settle (fold, placement) };
  copies->roots = lp_design_get_children (copies->clip, LP_NONE);
  copies->containers = g_new (guint, copies->roots.n + 1);
  copies->extents = g_new (LpRect, copies->roots.n + 1);
  for (guint i = 0; i < copies->roots.n; i++)
    {
      guint shown = lp_design_find (fold->shown, lp_copies_get_root (copies, i)->id);
      copies->extents[i] = placement->extent[shown];
      copies->bounds = lp_rect_union (copies->bounds, copies->extents[i]);
      if (i == 0)
        copies->first = (LpPoint){ placement->rect[shown].x, placement->rect[shown].y };
    }
}

static void
copies_clear (LpCopies *copies)
{
  g_clear_pointer (&copies->extents, g_free);
  g_clear_pointer (&copies->clip, lp_design_unref);
  g_clear_pointer (&copies->containers, g_free);
}

/* --- putting ----------------------------------------------------------------------------------------- */

static gboolean
is_one_container (const LpCopies *copies)
{
  for (guint i = 1; i < copies->roots.n; i++)
    if (copies->containers[i] != copies->containers[0])
      return FALSE;
  return TRUE;
}

static LpClipTarget *
targets_of (const LpCopies *copies, LpPoint offset)
{
  LpClipTarget *targets = g_new0 (LpClipTarget, copies->roots.n);

  for (guint i = 0; i < copies->roots.n; i++)
    {
      targets[i].container = lp_stage_get_id (copies->stage, copies->containers[i]);
      targets[i].offset = offset;
      if (copies->containers[i] == LP_NONE)
        continue;
      LpRect frame = lp_scene_get_placement (copies->stage->scene)->rect[copies->containers[i]];
      targets[i].origin = (LpPoint){ frame.x, frame.y };
    }
  return targets;
}

static gboolean
hold_all (const LpCopies *copies, LpPoint offset, GError **error)
{
  for (guint i = 0; i < copies->roots.n; i++)
    if (!lp_arrange_hold (copies->stage, copies->containers[i],
                          lp_copies_get_extent (copies, i, offset), error))
      return FALSE;
  return TRUE;
}

/* `source`: what to join the copies to as their originals are joined; NULL: nothing. */
static gboolean
put (const LpCopies *copies, LpPoint offset, const LpDesign *source, GPtrArray *order, GError **error)
{
  LpDocument *document = copies->stage->document;
  g_autofree LpClipTarget *targets = targets_of (copies, offset);

  if (!lp_arrange_pin (copies->stage, error))
    return FALSE;
  g_autoptr (GHashTable) table = lp_clip_put (document, copies->clip, targets,
                                              is_one_container (copies) ? 1 : copies->roots.n, order, error);
  return table != NULL && (source == NULL || lp_clip_join (document, source, table, error))
         && hold_all (copies, offset, error);
}

void
lp_copies_select (LpStage *stage, GPtrArray *made)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_copy (made, NULL, NULL);

  g_ptr_array_set_free_func (ids, NULL);
  g_ptr_array_add (ids, NULL);
  lp_selection_set_all (stage->selection, (const char *const *) ids->pdata);
}

static gboolean
put_in_one_step (const LpCopies *copies, LpPoint offset, const LpDesign *source, const char *label)
{
  LpStage *stage = copies->stage;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);

  lp_document_begin (stage->document, label);
  put (copies, lp_copies_keep_inside (copies, offset), source, order, &error);
  if (!lp_stage_finish (stage, error))
    return FALSE;
  lp_copies_select (stage, order);
  return TRUE;
}

/* Into the containers of the originals. */
static void
put_each_home (LpCopies *copies)
{
  const LpDesign *design = lp_stage_get_design (copies->stage);

  for (guint i = 0; i < copies->roots.n; i++)
    {
      guint original = lp_design_find (design, lp_copies_get_root (copies, i)->id);
      copies->containers[i] = original != LP_NONE ? lp_design_get_parent (design, original) : LP_NONE;
    }
}

/* --- pasting ----------------------------------------------------------------------------------------- */

/* The container of the original where it is still there, else the one at the same place. */
static guint
find_home (const LpCopies *copies)
{
  const LpDesign *design = lp_stage_get_design (copies->stage);
  guint original = lp_design_find (design, lp_copies_get_root (copies, 0)->id);
  guint home = original != LP_NONE ? lp_design_get_parent (design, original)
                                   : lp_scene_container_at (copies->stage->scene, lp_rect_centre (copies->bounds), LP_NONE);

  return lp_copies_find_holder (copies, home);
}

static LpPoint
find_place (LpCopies *copies, const LpPoint *at)
{
  guint selected = lp_copies_find_selected_holder (copies);
  const LpPlacement *placement = lp_scene_get_placement (copies->stage->scene);
  gboolean pointed = at != NULL && (selected == LP_NONE || lp_rect_contains (placement->rect[selected], *at));

  if (selected != LP_NONE)
    lp_copies_put_all_into (copies, selected);
  else if (pointed)
    lp_copies_put_all_into (copies, lp_copies_find_holder (copies, lp_scene_container_at (copies->stage->scene, *at, LP_NONE)));
  else
    lp_copies_put_all_into (copies, find_home (copies));
  if (pointed)
    return lp_copies_find_near (copies, lp_copies_centre_at (copies, *at));
  if (selected != LP_NONE)
    return lp_copies_find_in (copies, selected);
  return lp_copies_is_free (copies, (LpPoint){ 0, 0 }) ? (LpPoint){ 0, 0 } : lp_copies_find_beside (copies);
}

gboolean
lp_copies_paste (LpStage *stage, LpDesign *clip, const LpPoint *at)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), FALSE);
  g_return_val_if_fail (stage->scene != NULL, FALSE);

  if (lp_design_get_n_components (clip) == 0)
    {
      lp_stage_message (stage, _("There is nothing to paste"));
      return FALSE;
    }
  LpCopies copies;
  copies_init (&copies, stage, clip);
  gboolean done = put_in_one_step (&copies, find_place (&copies, at), NULL, _("Paste"));
  copies_clear (&copies);
  return done;
}

static LpDesign *
clip_of_one (LpComponent *component)
{
  GPtrArray *components = g_ptr_array_new ();

  g_ptr_array_add (components, component);
  return lp_design_new (lp_header_new (), components, g_ptr_array_new ());
}

gboolean
lp_copies_paste_note (LpStage *stage, const char *text, const LpPoint *at)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), FALSE);

  g_autofree char *label = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_regex_split_simple ("\\r\\n?", label, 0, 0);
  g_free (label);
  label = g_strjoinv ("\n", lines);
  if (g_utf8_strlen (label, -1) > MOST_TEXT)
    {
      g_autofree char *message
          = g_strdup_printf (_("The text is too long for a note, which holds up to %d characters"), MOST_TEXT);
      lp_stage_message (stage, message);
      return FALSE;
    }
  g_strchomp (label);
  if (*label == '\0')
    {
      lp_stage_message (stage, _("There is nothing to paste"));
      return FALSE;
    }
  LpComponent *note = lp_component_new ("note", "note");
  lp_component_set_label (note, label);
  g_autoptr (LpDesign) clip = clip_of_one (note);
  return lp_copies_paste (stage, clip, at);
}

gboolean
lp_copies_paste_image (LpStage *stage, GBytes *png, const LpPoint *at)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), FALSE);

  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  guint width, height;
  if (!lp_bitmap_check (data, size, &width, &height))
    {
      g_autofree char *amount = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *most = g_format_size_full (LP_BITMAP_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *message = g_strdup_printf (
          _("The picture takes %s, and a document holds pictures of up to %s; make it smaller"), amount, most);
      lp_stage_message (stage, message);
      return FALSE;
    }
  LpComponent *image = lp_component_new ("image", "image");
  g_autofree char *base64 = g_base64_encode (data, size);
  lp_component_set_property (image, "data", lp_json_node_string (base64));
  g_autoptr (LpDesign) clip = clip_of_one (image);
  return lp_copies_paste (stage, clip, at);
}

/* --- duplicating ------------------------------------------------------------------------------------- */

/* Takes over the clip, which may be NULL. */
static gboolean
begin_duplicate (LpCopies *copies, LpStage *stage, LpDesign *taken)
{
  g_autoptr (LpDesign) clip = taken;

  if (clip == NULL)
    return FALSE;
  copies_init (copies, stage, clip);
  put_each_home (copies);
  return TRUE;
}

gboolean
lp_copies_duplicate (LpStage *stage)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), FALSE);

  LpCopies copies;
  if (!begin_duplicate (&copies, stage, lp_copies_take (stage)))
    return FALSE;
  g_autoptr (LpDesign) source = lp_document_snapshot (stage->document);
  gboolean done = put_in_one_step (&copies, lp_copies_find_beside (&copies), source, _("Duplicate"));
  copies_clear (&copies);
  return done;
}

gboolean
lp_copies_drop (LpStage *stage, const GArray *roots, LpPoint offset, guint grabbed, guint container, GPtrArray *made,
                GError **error)
{
  g_return_val_if_fail (LP_IS_STAGE (stage), FALSE);

  const LpDesign *design = lp_stage_get_design (stage);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < roots->len; i++)
    g_ptr_array_add (ids, lp_design_get_component (design, g_array_index (roots, guint, i))->id);
  g_ptr_array_add (ids, NULL);
  LpCopies copies;
  if (!begin_duplicate (&copies, stage, take (stage, (const char *const *) ids->pdata)))
    return FALSE;
  g_autoptr (LpDesign) source = lp_document_snapshot (stage->document);
  if (lp_design_get_parent (design, grabbed) != container)
    lp_copies_put_all_into (&copies, container);
  gboolean done = put (&copies, lp_copies_keep_inside (&copies, offset), source, made, error);
  copies_clear (&copies);
  return done;
}
