/* Membership that is not a place: what reaches into a container without standing in it, as a load balancer
 * into subnets, is shown there by a small copy of its tile at the right of the container's name. */
#include "scene/label.h"
#include "scene/scene-parts.h"

#include <glib/gi18n.h>

#define CHIP 18.0
#define CHIP_INSET 3.0
#define CHIP_RADIUS 4.0

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

void
lp_scene_draw_spans (LpSceneBuilder *scene)
{
  for (guint i = 0; i < scene->placement->n; i++)
    {
      if (!scene->placement->is_frame[i] || !lp_scene_draws_component (scene, i))
        continue;
      LpIndices members = lp_design_get_spanned_by (scene->design, i);
      LpRect frame = scene->placement->rect[i];
      LpRect chip = { frame.x + frame.w - CHIP_INSET - CHIP, frame.y + CHIP_INSET, CHIP, CHIP };
      for (guint k = 0; k < members.n && chip.x > frame.x + LP_FRAME_TAG; k++)
        {
          draw_chip (scene, chip, members.items[k], i);
          chip.x -= LP_FRAME_CHIP;
        }
    }
}
