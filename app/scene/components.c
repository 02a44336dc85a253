#include "scene/annotation-shape.h"
#include "scene/label.h"
#include "scene/metrics.h"
#include "scene/scene-parts.h"

#include <glib/gi18n.h>

#define TILE_RADIUS 9.0
#define FRAME_RADIUS 6.0
#define FRAME_BASELINE 17.0
#define GLYPH_SHARE (2.0 / 3.0) /* of the tile's side */
#define FOLD_INSET 4.5
#define FOLD_GLYPH_SHARE (28.0 / 48.0)
#define BADGE_SIZE 10.0
#define BADGE_HEIGHT 16.0

static const LpTextStyle name_style = { LP_NAME_SIZE, LP_WEIGHT_SEMIBOLD, LP_ALIGN_MIDDLE, LP_COLOUR_TEXT };
static const LpTextStyle kind_style
    = { LP_KIND_SIZE, LP_WEIGHT_REGULAR, LP_ALIGN_MIDDLE, LP_COLOUR_TEXT_DIM };

LpColour
lp_scene_tile_colour (const LpCatalogue *catalogue, const LpKind *kind)
{
  const LpKindGroup *group = lp_catalogue_find_group (catalogue, kind->group);
  return group != NULL ? lp_palette_find (group->colour) : LP_COLOUR_GENERIC;
}

static void
begin_component (LpSceneBuilder *scene, guint index, LpPart part, const LpKind *kind)
{
  const LpComponent *component = lp_design_get_component (scene->design, index);
  guint n_held = lp_fold_get_n_held (scene->fold, index);
  const char *alt = lp_kind_is_annotation (kind) ? lp_properties_lookup_string (component->set, "alt") : NULL;
  g_autofree char *desc
      = n_held == 0
            ? g_strdup (alt != NULL ? alt : lp_text (&kind->name))
            : g_strdup_printf (ngettext ("%s, collapsed: %u component in it",
                                         "%s, collapsed: %u components in it", n_held),
                               lp_text (&kind->name), n_held);
  lp_draw_begin (scene->out, &(LpDrawGroup){
                                 .part = part,
                                 .index = index,
                                 .type = part == LP_PART_FRAME ? "frame" : "component",
                                 .id = component->id,
                                 .of = component->kind,
                                 .title = lp_label_text (component, kind),
                                 .desc = desc,
                             });
}

static gboolean
is_folded (const LpSceneBuilder *scene, guint component, const LpKind *kind)
{
  return lp_design_get_component (scene->design, component)->collapsed
         && (kind->is_container || lp_fold_get_n_held (scene->fold, component) > 0);
}

LpRect
lp_scene_fold_badge (LpRect tile, guint n_held)
{
  g_autofree char *count = g_strdup_printf ("%u", n_held);
  double width = MAX (BADGE_HEIGHT, ceil (lp_text_width (count, BADGE_SIZE, LP_WEIGHT_BOLD)) + 8);
  return (LpRect){ tile.x + tile.w + 4 - width, tile.y + tile.h + 4 - BADGE_HEIGHT, width, BADGE_HEIGHT };
}

/* --- frames ------------------------------------------------------------------------------------------ */

typedef struct
{
  LpStroke stroke;
  LpColour ink;
  gboolean centred;
} LpFrameStyle;

/* Tile colours that are too light for a border, and the ink that goes with a border. */
static LpColour
border_colour (const char *name)
{
  if (g_str_equal (name, "compute"))
    return LP_COLOUR_SCALING;
  if (g_str_equal (name, "security"))
    return LP_COLOUR_GUARD;
  return lp_palette_find (name);
}

static LpColour
ink_of (LpColour border)
{
  g_autofree char *ink = g_strconcat (lp_palette_name (border), "-ink", NULL);
  LpColour colour = lp_palette_find (ink);
  return colour != LP_COLOUR_GENERIC ? colour : LP_COLOUR_FRAME_INK;
}

static LpFrameStyle
frame_style (const LpKind *kind)
{
  LpFrameStyle style = { .stroke = LP_LINE (LP_COLOUR_FRAME, 1.5f), .ink = LP_COLOUR_FRAME_INK };
  if (kind->frame.colour == NULL)
    return style;
  style.stroke.stroke = border_colour (kind->frame.colour);
  style.stroke.width = kind->frame.width > 0 ? (float) kind->frame.width : 1.5f;
  lp_scene_set_dash (&style.stroke, kind->frame.dash);
  if (kind->frame.fill != NULL)
    style.stroke.fill = lp_palette_find (kind->frame.fill);
  style.ink = ink_of (style.stroke.stroke);
  style.centred = kind->frame.centred;
  return style;
}

LpStroke
lp_scene_frame_stroke (const LpKind *kind, LpColour *ink)
{
  LpFrameStyle style = frame_style (kind);
  *ink = style.ink;
  return style.stroke;
}

/* A subnet is green where it is public, blue where it is not, and without a fill where nobody said. */
static void
style_subnet (LpFrameStyle *style, const LpComponent *component)
{
  JsonNode *node = lp_properties_lookup (component->set, "public");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    style->stroke.fill = LP_COLOUR_NONE;
  else if (json_node_get_boolean (node))
    {
      style->stroke.fill = LP_COLOUR_SUBNET_PUBLIC_FILL;
      style->stroke.stroke = LP_COLOUR_SUBNET_PUBLIC;
      style->ink = LP_COLOUR_SUBNET_PUBLIC_INK;
    }
}

/* The name; behind it, in regular weight, the kind and the CIDR where there is room. */
static void
draw_frame_name (
    LpSceneBuilder *scene, LpRect frame, const LpFrameStyle *style, guint index, const LpKind *kind)
{
  LpFrameName name;
  lp_frame_name_init (&name, scene->design, index, kind, frame.w);
  LpTextStyle strong = { name.size, LP_WEIGHT_SEMIBOLD, LP_ALIGN_START, style->ink };
  LpTextStyle light = { LP_KIND_SIZE, LP_WEIGHT_REGULAR, LP_ALIGN_START, style->ink };
  double x = frame.x + name.x, y = frame.y + FRAME_BASELINE;
  if (name.name[0] != '\0')
    lp_draw_text (scene->out, (LpPoint){ x, y }, name.name, &strong);
  if (name.kind != NULL)
    lp_draw_text (scene->out, (LpPoint){ x + name.kind_x, y }, name.kind, &light);
  if (name.note != NULL)
    lp_draw_text (scene->out, (LpPoint){ x + name.note_x, y }, name.note, &light);
  lp_frame_name_clear (&name);
}

static void
draw_frame (LpSceneBuilder *scene, guint index)
{
  const LpComponent *component = lp_design_get_component (scene->design, index);
  const LpKind *kind = lp_kind_of (scene->catalogue, component);
  LpRect frame = scene->placement->rect[index];
  LpFrameStyle style = frame_style (kind);
  if (g_str_equal (kind->id, "subnet"))
    style_subnet (&style, component);

  begin_component (scene, index, LP_PART_FRAME, kind);
  lp_draw_rect (scene->out, frame, FRAME_RADIUS, style.stroke);
  if (!style.centred && !lp_kind_is_generic (kind))
    {
      LpRect tag = { frame.x, frame.y, LP_FRAME_TAG, LP_FRAME_TAG };
      lp_draw_rect (scene->out, tag, FRAME_RADIUS, LP_FILL (style.stroke.stroke));
      lp_draw_glyph (scene->out, lp_rect_grow (tag, -3), kind->glyph, LP_COLOUR_TAG_GLYPH);
    }
  draw_frame_name (scene, frame, &style, index, kind);
  lp_draw_end (scene->out);
}

static void
draw_frames_within (LpSceneBuilder *scene, guint container)
{
  LpIndices children = lp_design_get_children (scene->design, container);
  for (guint i = 0; i < children.n; i++)
    if (scene->placement->is_frame[children.items[i]])
      {
        if (lp_scene_draws_component (scene, children.items[i]))
          draw_frame (scene, children.items[i]);
        draw_frames_within (scene, children.items[i]);
      }
}

void
lp_scene_draw_frames (LpSceneBuilder *scene)
{
  draw_frames_within (scene, LP_NONE);
}

/* --- tiles ------------------------------------------------------------------------------------------- */

static void
draw_label (LpSceneBuilder *scene, guint index, const LpComponent *component, const LpKind *kind)
{
  LpRect tile = scene->placement->rect[index];
  LpTileLabel label;
  lp_tile_label_init (&label, component, kind, scene->placement->squeezed[index]);
  double x = tile.x + tile.w / 2, bottom = tile.y + tile.h;
  for (guint i = 0; label.name[i] != NULL; i++)
    lp_draw_text (scene->out, (LpPoint){ x, bottom + lp_tile_label_name_line (i) }, label.name[i],
                  &name_style);
  for (guint i = 0; label.kind[i] != NULL; i++)
    lp_draw_text (scene->out, (LpPoint){ x, bottom + lp_tile_label_kind_line (&label, i) }, label.kind[i],
                  &kind_style);
  lp_tile_label_clear (&label);
}

/* A collapsed container: its border drawn in around its tag, and how many it holds. */
static void
draw_folded_tile (LpSceneBuilder *scene, LpRect tile, const LpComponent *component, const LpKind *kind)
{
  LpFrameStyle style = frame_style (kind);
  if (g_str_equal (kind->id, "subnet"))
    style_subnet (&style, component);
  double radius = TILE_RADIUS * tile.w / LP_TILE, inset = FOLD_INSET * tile.w / LP_TILE;
  lp_draw_rect (scene->out, tile, radius, style.stroke);
  lp_draw_rect (scene->out, lp_rect_grow (tile, -inset), radius - inset / 2, LP_FILL (style.stroke.stroke));
  lp_draw_glyph (scene->out, lp_rect_grow (tile, -tile.w * (1 - FOLD_GLYPH_SHARE) / 2), kind->glyph,
                 LP_COLOUR_TAG_GLYPH);
}

static void
draw_count (LpSceneBuilder *scene, guint index, const LpKind *kind)
{
  g_autofree char *count = g_strdup_printf ("%u", lp_fold_get_n_held (scene->fold, index));
  LpRect badge = lp_scene_fold_badge (scene->placement->rect[index], lp_fold_get_n_held (scene->fold, index));
  LpFrameStyle style = frame_style (kind);
  LpStroke plate = LP_LINE (style.stroke.stroke, 1.25f);
  LpTextStyle text = { BADGE_SIZE, LP_WEIGHT_BOLD, LP_ALIGN_MIDDLE, LP_COLOUR_TEXT };
  plate.fill = LP_COLOUR_PAPER;
  lp_draw_rect (scene->out, badge, badge.h / 2, plate);
  lp_draw_text (scene->out, (LpPoint){ badge.x + badge.w / 2, badge.y + badge.h - 4.4 }, count, &text);
}

/* What was not understood: a plain box with its label inside. */
static void
draw_generic (LpSceneBuilder *scene, LpRect box, const LpComponent *component, const LpKind *kind)
{
  LpStroke stroke = LP_LINE (LP_COLOUR_GENERIC, 1.25f);
  stroke.fill = LP_COLOUR_GENERIC_FILL;
  lp_draw_rect (scene->out, box, FRAME_RADIUS, stroke);
  guint most = MAX ((guint) ((box.h - 6) / 15), 1);
  g_auto (GStrv) lines = lp_text_wrap (lp_label_text (component, kind), LP_NAME_SIZE, LP_WEIGHT_SEMIBOLD,
                                       MAX (box.w - 12, 16), most);
  guint n = lines[0][0] != '\0' ? g_strv_length (lines) : 0;
  LpPoint centre = lp_rect_centre (box);
  for (guint i = 0; i < n; i++)
    lp_draw_text (scene->out, (LpPoint){ centre.x, centre.y + 4.5 + 15 * (i - (n - 1) / 2.0) }, lines[i],
                  &name_style);
}

static void
draw_tile (LpSceneBuilder *scene, guint index)
{
  const LpComponent *component = lp_design_get_component (scene->design, index);
  const LpKind *kind = lp_kind_of (scene->catalogue, component);
  LpRect tile = scene->placement->rect[index];
  gboolean folded = is_folded (scene, index, kind);
  begin_component (scene, index, LP_PART_COMPONENT, kind);
  if (lp_kind_is_annotation (kind))
    lp_scene_draw_annotation (scene, index, kind);
  else if (lp_kind_is_generic (kind))
    draw_generic (scene, tile, component, kind);
  else if (folded)
    {
      draw_folded_tile (scene, tile, component, kind);
      draw_label (scene, index, component, kind);
    }
  else
    {
      LpStroke fill = LP_FILL (lp_scene_tile_colour (scene->catalogue, kind));
      double radius = TILE_RADIUS * tile.w / LP_TILE;
      if (kind->status == LP_STATUS_CURRENT)
        lp_draw_rect (scene->out, tile, radius, fill);
      else
        lp_draw_hatched_rect (scene->out, tile, radius, fill);
      lp_draw_glyph (scene->out, lp_rect_grow (tile, -tile.w * (1 - GLYPH_SHARE) / 2), kind->glyph,
                     LP_COLOUR_GLYPH);
      draw_label (scene, index, component, kind);
    }
  if (folded && lp_fold_get_n_held (scene->fold, index) > 0)
    draw_count (scene, index, kind);
  lp_draw_end (scene->out);
}

void
lp_scene_draw_tiles (LpSceneBuilder *scene)
{
  for (guint i = 0; i < scene->placement->n; i++)
    if (!scene->placement->is_frame[i] && lp_scene_draws_component (scene, i))
      draw_tile (scene, i);
}
