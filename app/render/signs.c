#include "render/signs.h"

#include "scene/metrics.h"

/* In pixels. */
#define LEAST_MARK 12.0
#define LEAST_NAME 6.5
#define NO_NAME 5.0
/* Where marks are larger than this they hide what they are at. */
#define MOST_SCALE 4.0

#define MARK_SIZE 20.0
/* Below the first, names are the only text of a frame and may grow; below the other they would meet. */
#define NAMES_BELOW 0.476
#define NAMES_ABOVE 0.16
/* From a name's baseline up to its middle, as a share of its size. */
#define MIDDLE 0.36
/* A name that begins farther from the frame's left edge stands in its middle. */
#define INDENT 40.0
#define INSET 6.0

static gboolean
enlarge_mark (LpSign *sign, LpPoint anchor, double zoom)
{
  sign->scale = MIN (LEAST_MARK / (MARK_SIZE * zoom), MOST_SCALE);
  sign->from = sign->to = anchor;
  return sign->scale > 1;
}

static gboolean
enlarge_name (LpSign *sign, LpRect frame, const LpDrawItem *name, double zoom)
{
  LpPoint from = name->text.baseline;
  double size = name->text.size * zoom;
  gboolean centred = from.x - frame.x > INDENT;
  double room = frame.x + frame.w - INSET - (centred ? frame.x + INSET : from.x);
  sign->scale = MIN (LEAST_NAME / size, room / MAX (name->bounds.w, 1));
  if (sign->scale <= 1 || size * sign->scale < NO_NAME)
    return FALSE;
  from.y -= name->text.size * MIDDLE;
  sign->from = sign->to = from;
  if (centred)
    sign->to.x = frame.x + (frame.w - name->bounds.w * sign->scale) / 2;
  return TRUE;
}

gboolean
lp_sign_init (LpSign *sign, const LpDrawList *list, const LpDrawItem *item, double zoom)
{
  if (zoom >= LP_SIGNS_BELOW || item->owner == G_MAXUINT)
    return FALSE;
  const LpDrawItem *owner = lp_draw_list_get (list, item->owner);
  if (lp_part_is_mark (owner->group.part) && !g_str_equal (owner->group.type, "legend"))
    return enlarge_mark (sign, owner->group.anchor, zoom);
  if (owner->group.part != LP_PART_FRAME || item->kind != LP_DRAW_TEXT || zoom >= NAMES_BELOW
      || zoom <= NAMES_ABOVE || item->text.weight < LP_WEIGHT_SEMIBOLD)
    return FALSE;
  const LpDrawItem *border = lp_draw_list_get (list, item->owner + 1);
  return border->kind == LP_DRAW_RECT && enlarge_name (sign, border->box.rect, item, zoom);
}
