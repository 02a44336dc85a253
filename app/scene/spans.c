/* Membership that is not a place. What reaches into a container without standing in it, as a load balancer into
 * subnets, is shown there by a small copy of its tile at the right of the container's name. A group has an outline
 * around its members where that can be, else each of its members has such a copy at its own tile. */
#include "scene/label.h"
#include "scene/metrics.h"
#include "scene/scene-parts.h"

#include <glib/gi18n.h>

#define CHIP 18.0
#define CHIP_INSET 3.0
#define CHIP_RADIUS 4.0
#define MARK 16.0
#define OUTLINE_RADIUS 8.0
#define NAME_INSET 10.0
#define NAME_GAP 5.0

static void
draw_chip (LpSceneBuilder *scene, LpRect chip, guint member, guint container)
{
  const LpComponent *component = lp_design_get_component (scene->design, member);
  const LpComponent *frame = lp_design_get_component (scene->design, container);
  const LpKind *kind = lp_kind_of (scene->catalogue, component);
  g_autofree char *title = g_strdup_printf (_("%s reaches into %s"), lp_component_get_name (component),
                                            lp_component_get_name (frame));
  lp_draw_begin (scene->out, &(LpDrawGroup){
                                 .part = LP_PART_COMPONENT,
                                 .index = member,
                                 .host = container,
                                 .type = "span",
                                 .of = component->kind,
                                 .title = title,
                             });
  lp_draw_rect (scene->out, chip, CHIP_RADIUS, LP_FILL (lp_scene_tile_colour (scene->catalogue, kind)));
  lp_draw_glyph (scene->out, lp_rect_grow (chip, -CHIP / 6), kind->glyph, LP_COLOUR_GLYPH);
  lp_draw_end (scene->out);
}

static gboolean
is_outlined (const LpSceneBuilder *scene, guint component)
{
  return scene->outlines->is_outlined != NULL && scene->outlines->is_outlined[component];
}

static void
draw_chips_of (LpSceneBuilder *scene, guint container)
{
  LpIndices members = lp_design_get_spanned_by (scene->design, container);
  LpRect frame = scene->placement->rect[container];
  LpRect chip = { frame.x + frame.w - CHIP_INSET - CHIP, frame.y + CHIP_INSET, CHIP, CHIP };
  for (guint k = 0; k < members.n && chip.x > frame.x + LP_FRAME_TAG; k++)
    {
      if (is_outlined (scene, members.items[k]) || lp_scene_hides_component (scene, members.items[k]))
        continue;
      draw_chip (scene, chip, members.items[k], container);
      chip.x -= LP_FRAME_CHIP;
    }
}

/* --- groups ------------------------------------------------------------------------------------------ */

/* At the lower left corner of the tile of something that is in groups without an outline. */
static void
draw_marks_of (LpSceneBuilder *scene, guint component)
{
  LpIndices groups = lp_design_get_spans (scene->design, component);
  LpRect tile = scene->placement->rect[component];
  LpRect mark = { tile.x - MARK / 2, tile.y + tile.h - MARK + MARK / 4, MARK, MARK };
  for (guint i = 0; i < groups.n; i++)
    {
      guint group = groups.items[i];
      const LpKind *kind = lp_kind_of (scene->catalogue, lp_design_get_component (scene->design, group));
      if (!lp_outlines_is_group (scene->placement, kind, group) || is_outlined (scene, group)
          || lp_scene_hides_component (scene, group))
        continue;
      draw_chip (scene, mark, group, component);
      mark.y -= MARK + 2;
    }
}

/* Round about, beginning in the middle of the upper edge: so that every corner is rounded, and the inside is not a
 * part of it that a pointer would meet. */
static void
draw_border (LpSceneBuilder *scene, LpRect r, LpStroke stroke)
{
  double right = r.x + r.w, bottom = r.y + r.h, middle = r.x + r.w / 2;
  LpPoint points[] = { { middle, r.y }, { right, r.y }, { right, bottom }, { r.x, bottom }, { r.x, r.y }, { middle, r.y } };
  lp_draw_line (scene->out, points, G_N_ELEMENTS (points), NULL, 0, OUTLINE_RADIUS, FALSE, FALSE, stroke);
}

/* --- the names of outlines, which stand on the border as the legend of a field set -------------------- */

typedef struct
{
  LpRect plate;  /* empty where the group's tile stands inside, which is name enough */
  GStrv text;    /* one line */
} OutlineName;

static void
clear_name (gpointer data)
{
  OutlineName *name = data;

  g_strfreev (name->text);
}

static gboolean
is_taken (const GArray *names, LpRect plate)
{
  for (guint i = 0; i < names->len; i++)
    if (lp_rect_overlaps (g_array_index (names, OutlineName, i).plate, plate))
      return TRUE;
  return FALSE;
}

/* The name at the left end of the upper border; of the lower one where another outline's has this place, and behind
 * what is there where that is taken too. */
static OutlineName
place_name (const LpSceneBuilder *scene, const LpOutline *outline, const GArray *earlier)
{
  const LpComponent *component = lp_design_get_component (scene->design, outline->group);
  LpRect r = outline->rect;
  double room = r.w - 2 * NAME_INSET - MARK - 3 * NAME_GAP;
  OutlineName name = { .plate = { 0, 0, 0, 0 } };

  if (lp_rect_encloses (r, scene->placement->extent[outline->group]))
    return name;
  const char *text = lp_label_text (component, lp_kind_of (scene->catalogue, component));
  name.text = lp_text_wrap (text, LP_KIND_SIZE, LP_WEIGHT_SEMIBOLD, MAX (room, MARK), 1);
  double width = lp_text_width (name.text[0], LP_KIND_SIZE, LP_WEIGHT_SEMIBOLD);
  name.plate = (LpRect){ r.x + NAME_INSET - NAME_GAP / 2, r.y - MARK / 2, MARK + width + 2 * NAME_GAP, MARK };
  if (is_taken (earlier, name.plate))
    name.plate.y += r.h;
  while (is_taken (earlier, name.plate))
    name.plate.x += MARK;
  return name;
}

static void
draw_name (LpSceneBuilder *scene, const OutlineName *name, const char *glyph, LpColour colour, LpColour ink)
{
  LpRect plate = name->plate, tag = { plate.x + NAME_GAP / 2, plate.y, MARK, MARK };
  LpTextStyle style = { LP_KIND_SIZE, LP_WEIGHT_SEMIBOLD, LP_ALIGN_START, ink };

  lp_draw_rect (scene->out, plate, CHIP_RADIUS, LP_FILL (LP_COLOUR_PAPER));
  lp_draw_rect (scene->out, tag, CHIP_RADIUS, LP_FILL (colour));
  lp_draw_glyph (scene->out, lp_rect_grow (tag, -MARK / 6), glyph, LP_COLOUR_TAG_GLYPH);
  lp_draw_text (scene->out, (LpPoint){ tag.x + MARK + NAME_GAP, plate.y + MARK / 2 + 3.8 }, name->text[0], &style);
}

static void
draw_outline (LpSceneBuilder *scene, const LpOutline *outline, const OutlineName *name)
{
  const LpComponent *component = lp_design_get_component (scene->design, outline->group);
  const LpKind *kind = lp_kind_of (scene->catalogue, component);
  LpColour ink;
  LpStroke stroke = lp_scene_frame_stroke (kind, &ink);
  stroke.fill = LP_COLOUR_NONE;
  stroke.width = MAX (stroke.width, 1.5f);
  g_autofree char *title = g_strdup_printf (_("What belongs to %s"), lp_component_get_name (component));
  lp_draw_begin (scene->out, &(LpDrawGroup){
                                 .part = LP_PART_COMPONENT,
                                 .index = outline->group,
                                 .host = outline->group,
                                 .type = "outline",
                                 .of = component->kind,
                                 .title = title,
                             });
  draw_border (scene, outline->rect, stroke);
  if (name->text != NULL)
    draw_name (scene, name, kind->glyph, stroke.stroke, ink);
  lp_draw_end (scene->out);
}

/* Where a name stands depends on the others, also on those that are not drawn again. */
void
lp_scene_draw_outlines (LpSceneBuilder *scene)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (OutlineName));

  g_array_set_clear_func (names, clear_name);
  for (guint i = 0; i < scene->outlines->list->len; i++)
    {
      const LpOutline *outline = &g_array_index (scene->outlines->list, LpOutline, i);
      OutlineName name = place_name (scene, outline, names);
      g_array_append_val (names, name);
      if (lp_scene_draws_component (scene, outline->group))
        draw_outline (scene, outline, &name);
    }
}

void
lp_scene_draw_memberships (LpSceneBuilder *scene)
{
  for (guint i = 0; i < scene->placement->n; i++)
    if (!scene->placement->is_frame[i] && lp_scene_draws_component (scene, i))
      draw_marks_of (scene, i);
}

void
lp_scene_draw_spans (LpSceneBuilder *scene)
{
  for (guint i = 0; i < scene->placement->n; i++)
    if (scene->placement->is_frame[i] && lp_scene_draws_component (scene, i))
      draw_chips_of (scene, i);
}
