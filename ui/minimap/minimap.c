#include "ui/minimap/minimap.h"

#include <glib/gi18n.h>
#include <math.h>

#include "render/paint.h"
#include "ui/application/theme.h"

#define MAX_WIDTH 200.0
#define MAX_HEIGHT 140.0
#define PADDING 6.0
/* A drawing with fewer components is looked at as a whole: there the map comes only when it is asked for. */
#define LEAST_COMPONENTS 30
/* Nothing is smaller than this, in pixels. */
#define LEAST_SIDE 1.5

struct _LpMinimap
{
  GtkWidget parent_instance;
  LpCanvas *canvas;       /* outlives it */
  LpStage *stage;
  GskRenderNode *picture; /* of `scene`; NULL: to be painted */
  LpTheme theme;          /* of the picture */
  double zoom;            /* pixels per unit */
  LpRect area;            /* of the drawing that it shows, in diagram units */
  gboolean asked;         /* the person has switched it on or off */
  gboolean on;            /* where `asked` */
};

G_DEFINE_FINAL_TYPE (LpMinimap, lp_minimap, GTK_TYPE_WIDGET)

/* --- painting ---------------------------------------------------------------------------------------- */

static void
set_colour (cairo_t *cr, LpTheme theme, LpColour colour, double alpha)
{
  lp_paint_set_source (cr, lp_palette_get (theme, colour), alpha);
}

static LpRect
to_map (LpMinimap *self, LpRect diagram)
{
  return (LpRect){ PADDING + (diagram.x - self->area.x) * self->zoom, PADDING + (diagram.y - self->area.y) * self->zoom,
                   MAX (diagram.w * self->zoom, LEAST_SIDE), MAX (diagram.h * self->zoom, LEAST_SIDE) };
}

static LpColour
colour_of (const LpCatalogue *catalogue, const LpKind *kind, gboolean is_frame)
{
  const LpKindGroup *group = kind != NULL ? lp_catalogue_find_group (catalogue, kind->group) : NULL;

  if (is_frame)
    return kind != NULL && kind->is_container ? lp_palette_find (kind->frame.colour) : LP_COLOUR_FRAME;
  return group != NULL ? lp_palette_find (group->colour) : LP_COLOUR_GENERIC;
}

static void
paint_component (LpMinimap *self, cairo_t *cr, guint component)
{
  const LpPlacement *placement = lp_scene_get_placement (self->stage->scene);
  const LpComponent *one = lp_design_get_component (lp_scene_get_design (self->stage->scene), component);
  const LpCatalogue *catalogue = self->stage->catalogue;
  gboolean is_frame = placement->is_frame[component];
  LpColour colour = colour_of (catalogue, lp_catalogue_find (catalogue, one->kind), is_frame);
  LpRect rect = to_map (self, placement->rect[component]);

  if (is_frame)
    {
      cairo_rectangle (cr, floor (rect.x) + 0.5, floor (rect.y) + 0.5, round (rect.w), round (rect.h));
      set_colour (cr, self->theme, colour, 0.06);
      cairo_fill_preserve (cr);
      set_colour (cr, self->theme, colour, 0.6);
      cairo_stroke (cr);
      return;
    }
  cairo_rectangle (cr, rect.x, rect.y, rect.w, rect.h);
  set_colour (cr, self->theme, colour, 1);
  cairo_fill (cr);
}

static GskRenderNode *
paint (LpMinimap *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint n = lp_scene_get_placement (self->stage->scene)->n;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));

  /* Painted once into an image: what moves above it is only the frame. */
  cairo_surface_set_device_scale (surface, scale, scale);
  cairo_t *cr = cairo_create (surface);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < n; i++)
    paint_component (self, cr, i);
  cairo_destroy (cr);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return node;
}

static void
append_frame (LpMinimap *self, GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  LpRect seen = to_map (self, lp_viewport_get_visible (self->stage->viewport));
  double x = CLAMP (seen.x, 1, width - 3), y = CLAMP (seen.y, 1, height - 3);
  double right = CLAMP (seen.x + seen.w, x + 2, width - 1), bottom = CLAMP (seen.y + seen.h, y + 2, height - 1);
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) round (x), (float) round (y), (float) round (right - x),
                                             (float) round (bottom - y));
  GskRoundedRect outline;
  GdkRGBA accent, tint;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_bg_color", &accent))
    gdk_rgba_parse (&accent, "#3584e4");
  tint = accent;
  tint.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot, &tint, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 2);
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ 2, 2, 2, 2 },
                              (GdkRGBA[]){ accent, accent, accent, accent });
}

static void
lp_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpMinimap *self = LP_MINIMAP (widget);

  if (self->stage->scene == NULL || self->zoom <= 0)
    return;
  if (self->picture == NULL || self->theme != lp_theme_current ())
    {
      g_clear_pointer (&self->picture, gsk_render_node_unref);
      self->theme = lp_theme_current ();
      self->picture = paint (self);
    }
  gtk_snapshot_append_node (snapshot, self->picture);
  append_frame (self, snapshot);
}

/* --- when it is there -------------------------------------------------------------------------------- */

static gboolean
is_wanted (LpMinimap *self)
{
  if (self->asked)
    return self->on;
  return lp_design_get_n_components (lp_stage_get_design (self->stage)) >= LEAST_COMPONENTS;
}

static gboolean
sees_everything (LpMinimap *self)
{
  return lp_rect_encloses (lp_viewport_get_visible (self->stage->viewport),
                           lp_scene_get_placement (self->stage->scene)->bounds);
}

static void
update (LpMinimap *self)
{
  gboolean shown = self->stage->scene != NULL && is_wanted (self) && !sees_everything (self);

  if (gtk_widget_get_visible (GTK_WIDGET (self)) != shown)
    gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (shown)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_scene_changed (LpMinimap *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  if (self->stage->scene != NULL)
    {
      self->area = lp_scene_get_bounds (self->stage->scene);
      double zoom = MIN (MAX_WIDTH / MAX (self->area.w, 1), MAX_HEIGHT / MAX (self->area.h, 1));
      if (zoom != self->zoom)
        gtk_widget_queue_resize (GTK_WIDGET (self));
      self->zoom = zoom;
    }
  update (self);
}

static void
on_toggled (LpMinimap *self, const char *part)
{
  if (!g_str_equal (part, "minimap") || self->stage->scene == NULL)
    return;
  self->on = !is_wanted (self);
  self->asked = TRUE;
  update (self);
  if (self->on && sees_everything (self))
    lp_stage_message (self->stage, _("The map comes up when a part of the drawing is out of sight"));
}

/* --- the pointer ------------------------------------------------------------------------------------- */

static void
go_to (LpMinimap *self, double x, double y)
{
  LpViewport *viewport = self->stage->viewport;
  double zoom = lp_viewport_get_zoom (viewport);
  LpPoint wanted = { self->area.x + (x - PADDING) / self->zoom, self->area.y + (y - PADDING) / self->zoom };
  LpPoint middle = lp_rect_centre (lp_viewport_get_visible (viewport));

  lp_viewport_pan (viewport, (wanted.x - middle.x) * zoom, (wanted.y - middle.y) * zoom);
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, LpMinimap *self)
{
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, LpMinimap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    go_to (self, x + dx, y + dy);
}

/* --- the widget -------------------------------------------------------------------------------------- */

static void
lp_minimap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  LpMinimap *self = LP_MINIMAP (widget);
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? self->area.w : self->area.h;

  *minimum = *natural = (int) (ceil (length * self->zoom) + 2 * PADDING);
}

static void
lp_minimap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_pointer (&LP_MINIMAP (widget)->picture, gsk_render_node_unref);
}

static void
lp_minimap_dispose (GObject *object)
{
  LpMinimap *self = LP_MINIMAP (object);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_object (&self->stage);
  G_OBJECT_CLASS (lp_minimap_parent_class)->dispose (object);
}

static void
lp_minimap_class_init (LpMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lp_minimap_dispose;
  widget_class->snapshot = lp_minimap_snapshot;
  widget_class->measure = lp_minimap_measure;
  widget_class->size_allocate = lp_minimap_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "lpminimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lp_minimap_init (LpMinimap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (widget, "pointer");
  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_add_css_class (widget, "minimap");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map of the drawing"), -1);
}

void
lp_minimap_add (LpDocumentView *view)
{
  LpMinimap *self = g_object_new (LP_TYPE_MINIMAP, NULL);

  self->canvas = lp_document_view_get_canvas (view);
  self->stage = g_object_ref (lp_canvas_get_stage (self->canvas));
  g_signal_connect_object (self->canvas, "scene-changed", G_CALLBACK (on_scene_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "part-toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage->viewport, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  on_scene_changed (self);
  lp_document_view_add_overlay (view, GTK_WIDGET (self));
}
