#include "ui/canvas/overlay-view.h"

#include <math.h>

#include "render/paint.h"
#include "ui/application/theme.h"
#include "ui/canvas/handles.h"
#include "ui/canvas/line.h"
#include "ui/canvas/overlay-hints.h"
#include "ui/canvas/overlay-mend.h"
#include "ui/canvas/picture.h"

#define LARGEST_GHOST 2048.0

static GdkRGBA
with_alpha (GdkRGBA colour, float alpha)
{
  colour.alpha = alpha;
  return colour;
}

static graphene_rect_t
view_rect (LpStage *stage, LpRect diagram, double grow)
{
  LpRect r = lp_rect_grow (lp_viewport_rect_to_view (stage->viewport, diagram), grow);

  return GRAPHENE_RECT_INIT (round (r.x), round (r.y), round (r.w), round (r.h));
}

static void
append_outline (GtkSnapshot *snapshot, graphene_rect_t rect, float radius, float width, GdkRGBA colour)
{
  GskRoundedRect outline;
  float widths[] = { width, width, width, width };
  GdkRGBA colours[] = { colour, colour, colour, colour };

  gsk_rounded_rect_init_from_rect (&outline, &rect, radius);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
append_fill (GtkSnapshot *snapshot, graphene_rect_t rect, float radius, GdkRGBA colour)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &colour, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
append_knob (LpOverlayView *view, GtkSnapshot *snapshot, LpPoint at, float size, float radius)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (round (at.x) - size / 2, round (at.y) - size / 2, size, size);

  append_fill (snapshot, rect, radius, lp_theme_rgba (view->theme, LP_COLOUR_PAPER));
  append_outline (snapshot, rect, radius, 1.5, view->accent);
}

/* A polyline in view coordinates, in a node that is no larger than the line; nothing of it lies in `spared`. */
static void
append_line (GtkSnapshot *snapshot, const LpPoint *points, guint n, LpRect spared, double width, GdkRGBA colour)
{
  LpRect bounds = { points[0].x, points[0].y, 0.1, 0.1 };

  for (guint i = 1; i < n; i++)
    bounds = lp_rect_union (bounds, (LpRect){ points[i].x, points[i].y, 0.1, 0.1 });
  bounds = lp_rect_grow (bounds, width + 1);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (bounds.x, bounds.y, bounds.w, bounds.h));
  if (spared.w > 0)
    {
      cairo_rectangle (cr, bounds.x, bounds.y, bounds.w, bounds.h);
      cairo_rectangle (cr, spared.x, spared.y, spared.w, spared.h);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_clip (cr);
    }
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* --- selection --------------------------------------------------------------------------------------- */

/* A pill in the middle of each segment, lying along it; the one that keys move is filled. */
static void
append_segment_knobs (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage, guint connection)
{
  for (guint i = 0; i < lp_line_count_segments (stage, connection); i++)
    {
      LpPoint at;
      if (!lp_line_get_handle (stage, connection, i, &at))
        continue;
      gboolean level = lp_line_is_level (stage, connection, i);
      float w = level ? 12 : 7, h = level ? 7 : 12;
      at = lp_viewport_to_view (stage->viewport, at);
      graphene_rect_t rect
          = GRAPHENE_RECT_INIT ((float) round (at.x) - w / 2, (float) round (at.y) - h / 2, w, h);
      append_fill (snapshot, rect, 3.5,
                   stage->segment == i ? view->accent : lp_theme_rgba (view->theme, LP_COLOUR_PAPER));
      append_outline (snapshot, rect, 3.5, 1.5, view->accent);
    }
}

static void
append_selected_connection (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage, guint connection)
{
  guint n;
  const LpPoint *route = lp_scene_get_route (stage->scene, connection, &n);

  if (n < 2)
    return;
  g_autofree LpPoint *points = g_new (LpPoint, n);
  for (guint i = 0; i < n; i++)
    points[i] = lp_viewport_to_view (stage->viewport, route[i]);
  LpRect label = lp_viewport_rect_to_view (stage->viewport, lp_scene_get_label (stage->scene, connection));
  append_line (snapshot, points, n, label, 6, with_alpha (view->accent, 0.45f));
  append_knob (view, snapshot, points[0], 8, 4);
  append_knob (view, snapshot, points[n - 1], 8, 4);
  if (lp_line_get_selected (stage) == connection && stage->gesture == NULL)
    append_segment_knobs (view, snapshot, stage, connection);
}

/* A padlock on the outline of what is selected and locked. */
static void
append_lock (LpOverlayView *view, GtkSnapshot *snapshot, LpPoint at)
{
  double x = round (at.x), y = round (at.y);

  append_knob (view, snapshot, at, 18, 9);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 9, y - 9, 18, 18));
  gdk_cairo_set_source_rgba (cr, &view->accent);
  cairo_set_line_width (cr, 1.5);
  cairo_arc (cr, x, y - 1.5, 2.5, G_PI, 0);
  cairo_line_to (cr, x + 2.5, y);
  cairo_move_to (cr, x - 2.5, y - 1.5);
  cairo_line_to (cr, x - 2.5, y);
  cairo_stroke (cr);
  cairo_rectangle (cr, x - 4, y - 0.5, 8, 5);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
append_selected (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage, const char *id)
{
  const LpDesign *design = lp_stage_get_design (stage);
  const LpPlacement *placement = lp_scene_get_placement (stage->scene);
  guint component = lp_design_find (design, id);

  if (component == LP_NONE)
    {
      guint connection = lp_design_find_connection (design, id);
      if (connection != LP_NONE)
        append_selected_connection (view, snapshot, stage, connection);
      return;
    }
  /* 2 units of outline, 3 of gap. */
  float zoom = (float) lp_viewport_get_zoom (stage->viewport);
  float radius = (placement->is_frame[component] ? 6 : 9) * zoom + 4;
  append_outline (snapshot, view_rect (stage, placement->rect[component], 5), radius, 2, view->accent);
  if (lp_design_get_component (design, component)->locked)
    append_lock (view, snapshot, lp_viewport_to_view (stage->viewport, (LpPoint){ placement->rect[component].x - 4,
                                                                                 placement->rect[component].y - 4 }));
}

static gboolean
is_in_view (LpStage *stage, const char *id)
{
  guint component = lp_design_find (lp_stage_get_design (stage), id);

  return component == LP_NONE
         || lp_rect_overlaps (lp_rect_grow (lp_scene_get_placement (stage->scene)->rect[component], 16),
                              lp_viewport_get_visible (stage->viewport));
}

static void
append_connect_handles (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage, guint component)
{
  for (guint i = 0; component != LP_NONE && i < LP_N_CONNECT_HANDLES; i++)
    append_knob (view, snapshot,
                 lp_viewport_to_view (stage->viewport, lp_handles_get_connect (stage, component, i)), 10, 5);
}

/* A small triangle that points at what would happen: the frame folds up. A collapsed one has its number there. */
static void
append_fold (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage, guint component)
{
  LpPoint at;

  if (component == LP_NONE || !lp_handles_get_fold (stage, component, &at))
    return;
  LpPoint c = lp_viewport_to_view (stage->viewport, at);
  if (!lp_scene_get_placement (stage->scene)->is_frame[component])
    {
      LpRect badge = lp_scene_fold_badge (lp_scene_get_placement (stage->scene)->rect[component],
                                          lp_fold_get_n_held (lp_scene_get_fold (stage->scene), component));
      graphene_rect_t rect = view_rect (stage, badge, 1);
      append_outline (snapshot, rect, rect.size.height / 2, 2, view->accent);
      return;
    }
  append_knob (view, snapshot, c, 16, 8);
  LpPoint points[] = { { round (c.x) - 3.5, round (c.y) + 2 }, { round (c.x), round (c.y) - 2 },
                       { round (c.x) + 3.5, round (c.y) + 2 } };
  append_line (snapshot, points, 3, (LpRect){ 0, 0, 0, 0 }, 1.75, view->accent);
}

static void
append_folds (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage, guint selected)
{
  append_fold (view, snapshot, stage, selected);
  if (stage->hovered_frame != selected)
    append_fold (view, snapshot, stage, stage->hovered_frame);
  if (stage->hovered != selected && stage->hovered != stage->hovered_frame)
    append_fold (view, snapshot, stage, stage->hovered);
}

static void
append_selection (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  for (guint i = 0; i < lp_selection_get_size (stage->selection); i++)
    {
      const char *id = lp_selection_get (stage->selection, i);
      if (is_in_view (stage, id))
        append_selected (view, snapshot, stage, id);
    }
  if (stage->gesture != NULL || stage->bare)
    return;
  guint container = lp_handles_get_resized (stage);
  for (guint i = 0; container != LP_NONE && i < LP_N_RESIZE_HANDLES; i++)
    if (!lp_handles_is_covered (stage, container, i))
      append_knob (view, snapshot,
                   lp_viewport_to_view (stage->viewport, lp_handles_get_resize (stage, container, i)), 8, 2);
  guint selected = lp_handles_get_selected (stage);
  append_connect_handles (view, snapshot, stage, selected);
  if (stage->hovered != selected)
    append_connect_handles (view, snapshot, stage, stage->hovered);
  append_folds (view, snapshot, stage, selected);
}

/* --- gestures ---------------------------------------------------------------------------------------- */

/* What is carried along, as a picture that is made once. */
typedef struct
{
  gconstpointer of;
  const LpDrawList *list;
  const guint8 *hidden;
  LpRect area;
  LpPoint offset;
} Ghost;

static void
make_ghost (LpOverlayView *view, const Ghost *ghost, double zoom)
{
  LpPictureOptions options = { .theme = view->theme,
                               .zoom = zoom,
                               .scale = view->scale,
                               .textures = view->textures,
                               .hidden = ghost->hidden };

  lp_overlay_view_clear (view);
  view->ghost = lp_picture_new (ghost->list, ghost->area, (int) ceil (ghost->area.w * zoom),
                                (int) ceil (ghost->area.h * zoom), &options);
  view->ghost_of = ghost->of;
  view->ghost_zoom = zoom;
}

/* FALSE where it is too large for one picture: outlines say enough. */
static gboolean
append_ghost (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage, const Ghost *ghost)
{
  double zoom = lp_viewport_get_zoom (stage->viewport);

  if (ghost->area.w * zoom > LARGEST_GHOST || ghost->area.h * zoom > LARGEST_GHOST)
    return FALSE;
  if (view->ghost_of != ghost->of || view->ghost_zoom != zoom)
    make_ghost (view, ghost, zoom);
  LpPoint corner = lp_viewport_to_view (
      stage->viewport, (LpPoint){ ghost->area.x + ghost->offset.x, ghost->area.y + ghost->offset.y });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (corner.x), round (corner.y)));
  gtk_snapshot_append_node (snapshot, view->ghost);
  gtk_snapshot_restore (snapshot);
  return TRUE;
}

static void
append_newcomer (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const LpOverlay *overlay = &stage->overlay;
  Ghost ghost = { .of = overlay->ghost,
                  .list = lp_scene_get_list (overlay->ghost),
                  .area = lp_scene_get_bounds (overlay->ghost),
                  .offset = overlay->ghost_offset };

  append_ghost (view, snapshot, stage, &ghost);
}

/* The dragged things as they were, where the pointer is. */
static void
append_moving (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const LpOverlay *overlay = &stage->overlay;
  const LpMoving *moving = overlay->moving;
  Ghost ghost = { .of = moving,
                  .list = lp_scene_get_list (stage->scene),
                  .hidden = moving->others,
                  .area = lp_rect_grow (moving->bounds, 2),
                  .offset = overlay->moving_offset };

  if (append_ghost (view, snapshot, stage, &ghost))
    return;
  for (guint i = 0; i < moving->extents->len; i++)
    {
      LpRect rect = g_array_index (moving->extents, LpRect, i);
      rect.x += overlay->moving_offset.x;
      rect.y += overlay->moving_offset.y;
      append_outline (snapshot, view_rect (stage, rect, 0), 6, 2, view->accent);
    }
}

/* Where the dragged things stand as long as nothing takes them. */
static void
append_veils (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const GArray *extents = stage->overlay.moving->extents;
  GdkRGBA veil = with_alpha (lp_theme_rgba (view->theme, LP_COLOUR_PAPER), 0.7f);

  for (guint i = 0; i < extents->len; i++)
    append_fill (snapshot, view_rect (stage, g_array_index (extents, LpRect, i), 4), 6, veil);
}

/* --- what an edit would make ------------------------------------------------------------------------- */

/* By item of the list of the change: what is carried along instead. NULL: nothing. */
static guint8 *
find_carried (LpStage *stage)
{
  const LpSceneChange *change = stage->change;
  const LpMoving *moving = stage->overlay.moving;

  /* Not where it makes new things, which stay behind. */
  if (moving == NULL || !stage->overlay.floats || stage->overlay.refused
      || lp_design_get_n_components (lp_scene_get_design (change->after))
             != lp_design_get_n_components (lp_scene_get_design (change->before)))
    return NULL;
  return lp_scene_mask (change->after, moving->components, moving->connections);
}

static void
append_change (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const LpDrawList *list = lp_scene_get_list (stage->change->after);
  g_autofree guint8 *carried = find_carried (stage);
  double zoom = lp_viewport_get_zoom (stage->viewport);
  LpRect visible = lp_viewport_get_visible (stage->viewport);
  LpRect drawn = lp_paint_reach (lp_rect_grow (lp_draw_list_get_bounds (list), 2), zoom);
  LpPoint origin = lp_viewport_get_origin (stage->viewport);
  graphene_rect_t bounds = view_rect (stage, drawn, 0), all;

  graphene_rect_init (&all, 0, 0, (float) lp_viewport_get_width (stage->viewport),
                      (float) lp_viewport_get_height (stage->viewport));
  if (lp_draw_list_get_size (list) == 0 || !graphene_rect_intersection (&bounds, &all, &bounds))
    return;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, -round (origin.x * zoom), -round (origin.y * zoom));
  cairo_scale (cr, zoom, zoom);
  lp_paint_except (list, carried, cr, visible, zoom, view->theme);
  cairo_destroy (cr);
}

static void
append_drop (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  GdkRGBA colour = stage->overlay.refused ? view->refusal : view->accent;
  const LpScene *scene = stage->change != NULL ? stage->change->after : stage->scene;
  graphene_rect_t rect = view_rect (stage, lp_scene_get_placement (scene)->rect[stage->overlay.drop], 0);

  append_fill (snapshot, rect, 6, with_alpha (colour, 0.08f));
  append_outline (snapshot, rect, 6, 2, colour);
}

static void
append_connecting (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const LpOverlay *overlay = &stage->overlay;
  GdkRGBA colour = overlay->refused ? view->refusal : view->accent;
  LpPoint points[] = { lp_viewport_to_view (stage->viewport, overlay->line_from),
                       lp_viewport_to_view (stage->viewport, overlay->line_to) };

  append_line (snapshot, points, 2, (LpRect){ 0, 0, 0, 0 }, 2, colour);
  if (overlay->line_target.w > 0)
    append_outline (snapshot, view_rect (stage, overlay->line_target, 5), 12, 2, colour);
}

static void
append_hint (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const LpOverlay *overlay = &stage->overlay;
  g_autoptr (PangoLayout) layout = pango_layout_new (view->pango);
  int width, height;

  pango_layout_set_text (layout, overlay->hint, -1);
  pango_layout_set_width (layout, 320 * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  LpPoint at = lp_viewport_to_view (stage->viewport, overlay->hint_at);
  double x = MIN (at.x + 18, lp_viewport_get_width (stage->viewport) - width - 20);
  double y = MIN (at.y + 22, lp_viewport_get_height (stage->viewport) - height - 12);
  GdkRGBA back = overlay->refused ? view->refusal : lp_theme_rgba (view->theme, LP_COLOUR_TEXT);
  GdkRGBA ink = overlay->refused ? (GdkRGBA){ 1, 1, 1, 1 } : lp_theme_rgba (view->theme, LP_COLOUR_PAPER);
  append_fill (snapshot, GRAPHENE_RECT_INIT (round (x) - 8, round (y) - 4, width + 16, height + 8), 6, back);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x), round (y)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* A line of one pixel. */
static void
append_hairline (GtkSnapshot *snapshot, LpPoint a, LpPoint b, GdkRGBA colour)
{
  LpRect r = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };

  gtk_snapshot_append_color (
      snapshot, &colour, &GRAPHENE_RECT_INIT (round (r.x), round (r.y), MAX (round (r.w), 1), MAX (round (r.h), 1)));
}

static void
append_guide (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage, const LpGuide *guide)
{
  LpPoint a = lp_viewport_to_view (stage->viewport, guide->from);
  LpPoint b = lp_viewport_to_view (stage->viewport, guide->to);
  gboolean level = guide->from.y == guide->to.y;
  LpPoint tick = level ? (LpPoint){ 0, 4 } : (LpPoint){ 4, 0 };

  append_hairline (snapshot, a, b, view->accent);
  if (!guide->is_space)
    return;
  append_hairline (snapshot, (LpPoint){ a.x - tick.x, a.y - tick.y }, (LpPoint){ a.x + tick.x, a.y + tick.y },
                   view->accent);
  append_hairline (snapshot, (LpPoint){ b.x - tick.x, b.y - tick.y }, (LpPoint){ b.x + tick.x, b.y + tick.y },
                   view->accent);
}

static void
append_gesture (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  const LpOverlay *overlay = &stage->overlay;

  if (stage->change != NULL)
    append_change (view, snapshot, stage);
  if (overlay->moving != NULL && (stage->change == NULL || overlay->refused))
    append_veils (view, snapshot, stage);
  if (overlay->drop != LP_NONE)
    append_drop (view, snapshot, stage);
  if (overlay->ghost != NULL)
    append_newcomer (view, snapshot, stage);
  if (overlay->moving != NULL && (overlay->floats || stage->change == NULL))
    append_moving (view, snapshot, stage);
  for (guint i = 0; overlay->guides != NULL && i < overlay->guides->len; i++)
    append_guide (view, snapshot, stage, &g_array_index (overlay->guides, LpGuide, i));
  if (overlay->has_line)
    append_connecting (view, snapshot, stage);
  if (overlay->has_outline)
    append_outline (snapshot, view_rect (stage, overlay->outline, 0), 6, 2, view->accent);
  if (overlay->has_band)
    {
      graphene_rect_t rect = view_rect (stage, overlay->band, 0);
      append_fill (snapshot, rect, 2, with_alpha (view->accent, 0.1f));
      append_outline (snapshot, rect, 2, 1, view->accent);
    }
  if (overlay->hint != NULL)
    append_hint (view, snapshot, stage);
}

void
lp_overlay_view_snapshot (LpOverlayView *view, GtkSnapshot *snapshot, LpStage *stage)
{
  if (stage->scene == NULL)
    return;
  if (stage->mend != NULL)
    {
      lp_overlay_mend_snapshot (view, snapshot, stage);
      return;
    }
  lp_overlay_hints_snapshot (view, snapshot, stage);
  if (stage->overlay.moving == NULL && stage->change == NULL)
    append_selection (view, snapshot, stage);
  append_gesture (view, snapshot, stage);
  if (stage->overlay.ghost == NULL && stage->overlay.moving == NULL)
    lp_overlay_view_clear (view);
}

void
lp_overlay_view_clear (LpOverlayView *view)
{
  g_clear_pointer (&view->ghost, gsk_render_node_unref);
  view->ghost_of = NULL;
}
