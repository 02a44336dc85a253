#include "ui/answers/spot-drawing.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "render/paint.h"
#include "ui/application/theme.h"

#define TOLERANCE 6.0 /* pixels */
#define BADGE 10.0
#define STROKE 2.5

struct _LpSpotDrawing
{
  GtkWidget parent_instance;
  LpScene *scene;
  GHashTable *states; /* id -> LpSpotState */
  char *cursor;       /* id, or NULL */
  double zoom;        /* 0: fits */
};

G_DEFINE_FINAL_TYPE (LpSpotDrawing, lp_spot_drawing, GTK_TYPE_WIDGET)

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

const char *
lp_spot_state_name (LpSpotState state)
{
  static const char *const names[]
      = { "", N_("Marked"), N_("Right: it is wrong"), N_("Wrong: it is sound"), N_("Missed: it is wrong") };
  return state == LP_SPOT_NONE ? "" : _(names[state]);
}

/* --- where everything is ----------------------------------------------------------------------------- */

static double
fit (LpSpotDrawing *self, double width, double height)
{
  LpRect bounds = lp_scene_get_bounds (self->scene);
  return MIN (1, MIN (width / bounds.w, height / bounds.h));
}

double
lp_spot_drawing_get_scale (LpSpotDrawing *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  return self->zoom > 0 ? self->zoom : fit (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

/* The corner of the bounds in the widget: in its middle. */
static LpPoint
corner (LpSpotDrawing *self)
{
  LpRect bounds = lp_scene_get_bounds (self->scene);
  double scale = lp_spot_drawing_get_scale (self);
  return (LpPoint){ (gtk_widget_get_width (GTK_WIDGET (self)) - bounds.w * scale) / 2,
                    (gtk_widget_get_height (GTK_WIDGET (self)) - bounds.h * scale) / 2 };
}

static LpPoint
to_scene (LpSpotDrawing *self, double x, double y)
{
  LpRect bounds = lp_scene_get_bounds (self->scene);
  double scale = lp_spot_drawing_get_scale (self);
  LpPoint at = corner (self);
  return (LpPoint){ bounds.x + (x - at.x) / scale, bounds.y + (y - at.y) / scale };
}

static const char *
id_of (LpSpotDrawing *self, LpHit hit)
{
  LpDesign *design = lp_scene_get_design (self->scene);
  switch (hit.part)
    {
    case LP_PART_COMPONENT:
    case LP_PART_FRAME:
      return lp_design_get_component (design, hit.index)->id;
    case LP_PART_CONNECTION:
      return lp_design_get_connection (design, hit.index)->id;
    default:
      return NULL;
    }
}

static LpRect
around (const LpPoint *points, guint n)
{
  LpRect rect = { points[0].x, points[0].y, 0, 0 };
  for (guint i = 1; i < n; i++)
    {
      double right = MAX (rect.x + rect.w, points[i].x), bottom = MAX (rect.y + rect.h, points[i].y);
      rect.x = MIN (rect.x, points[i].x);
      rect.y = MIN (rect.y, points[i].y);
      rect.w = right - rect.x;
      rect.h = bottom - rect.y;
    }
  return rect;
}

/* What the element covers; a connection's middle is that of its longest part. FALSE where there is no such. */
static gboolean
find_place (LpSpotDrawing *self, const char *id, LpRect *rect, guint *connection)
{
  LpDesign *design = lp_scene_get_design (self->scene);
  guint component = lp_design_find (design, id), n;

  *connection = lp_design_find_connection (design, id);
  if (component != LP_NONE)
    *rect = lp_scene_get_placement (self->scene)->rect[component];
  else if (*connection != LP_NONE)
    {
      const LpPoint *route = lp_scene_get_route (self->scene, *connection, &n);
      if (n == 0)
        return FALSE;
      *rect = around (route, n);
    }
  return component != LP_NONE || *connection != LP_NONE;
}

/* --- drawing ----------------------------------------------------------------------------------------- */

static LpColour
colour_of (LpSpotState state)
{
  switch (state)
    {
    case LP_SPOT_FOUND:
      return LP_COLOUR_SUBNET_PUBLIC;
    case LP_SPOT_SOUND:
      return LP_COLOUR_ERROR;
    case LP_SPOT_MISSED:
      return LP_COLOUR_COMPUTE;
    default:
      return LP_COLOUR_INFO;
    }
}

/* Shape as well as colour: a cross for what was marked, a tick for what is right, a stroke for what was wrong, an
 * exclamation mark for what was missed. */
static void
draw_sign (cairo_t *cr, LpSpotState state, LpPoint at, double r)
{
  cairo_new_path (cr);
  switch (state)
    {
    case LP_SPOT_FOUND:
      cairo_move_to (cr, at.x - r * 0.5, at.y);
      cairo_line_to (cr, at.x - r * 0.1, at.y + r * 0.4);
      cairo_line_to (cr, at.x + r * 0.5, at.y - r * 0.4);
      break;
    case LP_SPOT_SOUND:
      cairo_move_to (cr, at.x - r * 0.5, at.y);
      cairo_line_to (cr, at.x + r * 0.5, at.y);
      break;
    case LP_SPOT_MISSED:
      cairo_move_to (cr, at.x, at.y - r * 0.55);
      cairo_line_to (cr, at.x, at.y + r * 0.1);
      cairo_move_to (cr, at.x, at.y + r * 0.45);
      cairo_line_to (cr, at.x, at.y + r * 0.5);
      break;
    default:
      cairo_move_to (cr, at.x - r * 0.4, at.y - r * 0.4);
      cairo_line_to (cr, at.x + r * 0.4, at.y + r * 0.4);
      cairo_move_to (cr, at.x - r * 0.4, at.y + r * 0.4);
      cairo_line_to (cr, at.x + r * 0.4, at.y - r * 0.4);
    }
  cairo_stroke (cr);
}

static void
set_colour (cairo_t *cr, GdkRGBA colour, double alpha)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
}

/* Along the outline of a component, or along a connection. */
static void
trace (LpSpotDrawing *self, cairo_t *cr, LpRect rect, guint connection, double grow)
{
  guint n;

  cairo_new_path (cr);
  if (connection == LP_NONE)
    {
      lp_paint_round_rect (cr, lp_rect_grow (rect, grow), 8);
      return;
    }
  const LpPoint *route = lp_scene_get_route (self->scene, connection, &n);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, route[i].x, route[i].y);
}

static LpPoint
badge_place (LpSpotDrawing *self, LpRect rect, guint connection)
{
  guint n;
  if (connection == LP_NONE)
    return (LpPoint){ rect.x + rect.w + 3, rect.y - 3 };
  const LpPoint *route = lp_scene_get_route (self->scene, connection, &n);
  return (LpPoint){ (route[(n - 1) / 2].x + route[n / 2].x) / 2, (route[(n - 1) / 2].y + route[n / 2].y) / 2 };
}

static void
draw_state (LpSpotDrawing *self, cairo_t *cr, const char *id, LpSpotState state, double scale)
{
  GdkRGBA colour = lp_theme_rgba (lp_theme_current (), colour_of (state));
  GdkRGBA paper = lp_theme_rgba (lp_theme_current (), LP_COLOUR_PAPER);
  LpRect rect;
  guint connection;

  if (!find_place (self, id, &rect, &connection))
    return;
  LpPoint at = badge_place (self, rect, connection);
  double r = BADGE / MIN (scale, 1);
  trace (self, cr, rect, connection, 4);
  set_colour (cr, colour, connection == LP_NONE ? 1 : 0.6);
  cairo_set_line_width (cr, (connection == LP_NONE ? STROKE : 2 * STROKE) / scale);
  cairo_stroke (cr);
  cairo_arc (cr, at.x, at.y, r, 0, 2 * G_PI);
  set_colour (cr, colour, 1);
  cairo_fill (cr);
  set_colour (cr, paper, 1);
  cairo_set_line_width (cr, r / 5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  draw_sign (cr, state, at, r);
}

static void
draw_cursor (LpSpotDrawing *self, cairo_t *cr, double scale)
{
  static const double dash[] = { 4, 3 };
  GdkRGBA ink = lp_theme_rgba (lp_theme_current (), LP_COLOUR_TEXT);
  LpRect rect;
  guint connection;

  if (self->cursor == NULL || !gtk_widget_has_visible_focus (GTK_WIDGET (self))
      || !find_place (self, self->cursor, &rect, &connection))
    return;
  trace (self, cr, rect, connection, 8);
  set_colour (cr, ink, 0.9);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_set_line_width (cr, 2 / scale);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
lp_spot_drawing_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpSpotDrawing *self = LP_SPOT_DRAWING (widget);
  LpRect bounds = lp_scene_get_bounds (self->scene);
  double scale = lp_spot_drawing_get_scale (self);
  LpPoint at = corner (self);
  GHashTableIter iter;
  gpointer id, state;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));

  cairo_translate (cr, at.x, at.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  lp_paint_all (lp_scene_get_list (self->scene), cr, lp_theme_current ());
  g_hash_table_iter_init (&iter, self->states);
  while (g_hash_table_iter_next (&iter, &id, &state))
    draw_state (self, cr, id, GPOINTER_TO_INT (state), scale);
  draw_cursor (self, cr, scale);
  cairo_destroy (cr);
}

static void
lp_spot_drawing_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  LpSpotDrawing *self = LP_SPOT_DRAWING (widget);
  LpRect bounds = lp_scene_get_bounds (self->scene);
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? bounds.w : bounds.h;

  *minimum = self->zoom > 0 ? (int) ceil (size * self->zoom) : 160;
  *natural = MAX (*minimum, (int) ceil (size * (self->zoom > 0 ? self->zoom : 1)));
}

/* --- pointing ---------------------------------------------------------------------------------------- */

static void
toggle (LpSpotDrawing *self, const char *id)
{
  if (id != NULL)
    g_signal_emit (self, signals[TOGGLED], 0, id);
}

static void
on_clicked (LpSpotDrawing *self, int n_press, double x, double y, GtkGestureClick *click)
{
  LpHit hit = lp_scene_pick (self->scene, to_scene (self, x, y), TOLERANCE / lp_spot_drawing_get_scale (self));
  const char *id = id_of (self, hit);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (id == NULL)
    return;
  lp_spot_drawing_go_to (self, id);
  toggle (self, id);
}

static LpPoint
centre (LpRect rect)
{
  return (LpPoint){ rect.x + rect.w / 2, rect.y + rect.h / 2 };
}

/* The element whose middle is nearest that way: what lies aside counts twice. */
static const char *
find_towards (LpSpotDrawing *self, LpPoint from, double dx, double dy)
{
  LpDesign *design = lp_scene_get_design (self->scene);
  guint n = lp_design_get_n_components (design), all = n + lp_design_get_n_connections (design), connection;
  const char *best = NULL;
  double least = INFINITY;

  for (guint i = 0; i < all; i++)
    {
      const char *id = i < n ? lp_design_get_component (design, i)->id : lp_design_get_connection (design, i - n)->id;
      LpRect rect;
      if (g_strcmp0 (id, self->cursor) == 0 || !find_place (self, id, &rect, &connection))
        continue;
      LpPoint at = centre (rect);
      double along = (at.x - from.x) * dx + (at.y - from.y) * dy, aside = fabs ((at.x - from.x) * dy) + fabs ((at.y - from.y) * dx);
      if (along > 0.5 && along + 2 * aside < least)
        {
          least = along + 2 * aside;
          best = id;
        }
    }
  return best;
}

static void
move_cursor (LpSpotDrawing *self, double dx, double dy)
{
  LpRect bounds = lp_scene_get_bounds (self->scene), rect;
  guint connection;
  LpPoint from = self->cursor != NULL && find_place (self, self->cursor, &rect, &connection) ? centre (rect)
                                                                                             : (LpPoint){ bounds.x, bounds.y };
  const char *id = self->cursor != NULL ? find_towards (self, from, dx, dy) : find_towards (self, from, 0.7, 0.7);

  if (id != NULL)
    lp_spot_drawing_go_to (self, id);
}

static gboolean
on_key (LpSpotDrawing *self, guint key, guint code, GdkModifierType state, GtkEventControllerKey *controller)
{
  switch (key)
    {
    case GDK_KEY_Left:
      move_cursor (self, -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      move_cursor (self, 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_cursor (self, 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      move_cursor (self, 0, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
        return GDK_EVENT_PROPAGATE;
      toggle (self, self->cursor);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* --- for others -------------------------------------------------------------------------------------- */

void
lp_spot_drawing_set_state (LpSpotDrawing *self, const char *id, LpSpotState state)
{
  g_hash_table_replace (self->states, g_strdup (id), GINT_TO_POINTER (state));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lp_spot_drawing_clear (LpSpotDrawing *self)
{
  g_hash_table_remove_all (self->states);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lp_spot_drawing_go_to (LpSpotDrawing *self, const char *id)
{
  char *copy = g_strdup (id);

  g_free (self->cursor);
  self->cursor = copy;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, id, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lp_spot_drawing_set_zoom (LpSpotDrawing *self, double zoom)
{
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
lp_spot_drawing_new (LpScene *scene)
{
  LpSpotDrawing *self = g_object_new (LP_TYPE_SPOT_DRAWING, NULL);

  self->scene = lp_scene_ref (scene);
  return GTK_WIDGET (self);
}

static void
lp_spot_drawing_finalize (GObject *object)
{
  LpSpotDrawing *self = LP_SPOT_DRAWING (object);

  g_clear_pointer (&self->scene, lp_scene_unref);
  g_hash_table_unref (self->states);
  g_free (self->cursor);
  G_OBJECT_CLASS (lp_spot_drawing_parent_class)->finalize (object);
}

static void
lp_spot_drawing_class_init (LpSpotDrawingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lp_spot_drawing_finalize;
  widget_class->snapshot = lp_spot_drawing_snapshot;
  widget_class->measure = lp_spot_drawing_measure;
  gtk_widget_class_set_css_name (widget_class, "spot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[TOGGLED] = g_signal_new ("toggled", LP_TYPE_SPOT_DRAWING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
}

static void
lp_spot_drawing_init (LpSpotDrawing *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The design; the list below has the same parts"), -1);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_clicked), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}
