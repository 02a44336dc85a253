#include "ui/gallery/scenario-mark.h"

#include <math.h>

/* The grid of the shapes. */
#define GRID 16.0

typedef enum
{
  SHAPE_NONE,
  SHAPE_KIND,
  SHAPE_PROGRESS,
} Shape;

struct _LpScenarioMark
{
  GtkWidget parent_instance;
  Shape shape;
  LpScenarioKind kind;
  LpProgressState state;
  double part; /* of the goals that were met, from 0 to 1 */
};

G_DEFINE_FINAL_TYPE (LpScenarioMark, lp_scenario_mark, GTK_TYPE_WIDGET)

static void
line (cairo_t *cr, double x0, double y0, double x1, double y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
}

static void
circle (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

/* --- kinds ------------------------------------------------------------------------------------------- */

/* A wrench. */
static void
trace_repair (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 10.75, 5.25, 3.75, -0.1 * G_PI, 1.6 * G_PI);
  cairo_line_to (cr, 9.75, 4);
  cairo_line_to (cr, 10.25, 5.75);
  cairo_line_to (cr, 12, 6.25);
  cairo_close_path (cr);
  line (cr, 7.75, 8.25, 2.25, 13.75);
}

/* A block that is being added to others. */
static void
trace_build (cairo_t *cr)
{
  cairo_rectangle (cr, 1.75, 8.75, 5.5, 5.5);
  cairo_rectangle (cr, 8.75, 8.75, 5.5, 5.5);
  line (cr, 4.5, 1.5, 4.5, 6.5);
  line (cr, 2, 4, 7, 4);
}

/* One of two ways. */
static void
trace_choose (cairo_t *cr)
{
  line (cr, 8, 14.25, 8, 9.5);
  cairo_curve_to (cr, 8, 6, 3.5, 7, 3.5, 2.5);
  cairo_move_to (cr, 8, 9.5);
  cairo_curve_to (cr, 8, 6, 12.5, 7, 12.5, 2.5);
  line (cr, 1.5, 4.5, 3.5, 2.25);
  cairo_line_to (cr, 5.5, 4.5);
  line (cr, 10.5, 4.5, 12.5, 2.25);
  cairo_line_to (cr, 14.5, 4.5);
}

/* A magnifying glass. */
static void
trace_spot (cairo_t *cr)
{
  circle (cr, 6.75, 6.75, 4.75);
  line (cr, 10.5, 10.5, 14.25, 14.25);
}

/* A question mark. */
static void
trace_quiz (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 8, 5.25, 3.5, G_PI, 2.25 * G_PI);
  cairo_curve_to (cr, 9.5, 8.75, 8, 8.75, 8, 10.75);
  circle (cr, 8, 14, 0.25);
}

static void
draw_kind (cairo_t *cr, LpScenarioKind kind)
{
  static void (*const traces[LP_N_SCENARIO_KINDS]) (cairo_t *)
      = { trace_repair, trace_build, trace_choose, trace_spot, trace_quiz };

  traces[kind](cr);
  cairo_stroke (cr);
}

/* --- progress ---------------------------------------------------------------------------------------- */

static void
draw_part (cairo_t *cr, double part)
{
  if (part <= 0)
    return;
  cairo_move_to (cr, 8, 8);
  cairo_arc (cr, 8, 8, 4.25, -G_PI / 2, -G_PI / 2 + part * 2 * G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* The tick is left out of the disc, so that it shows on any ground. */
static void
draw_passed (cairo_t *cr)
{
  cairo_push_group (cr);
  circle (cr, 8, 8, 7);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_set_line_width (cr, 2);
  line (cr, 4.5, 8.25, 7, 10.75);
  cairo_line_to (cr, 11.5, 5.5);
  cairo_stroke (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

static void
draw_progress (cairo_t *cr, LpProgressState state, double part)
{
  static const double dash[] = { 2.4, 2.4 };

  if (state == LP_PROGRESS_PASSED)
    {
      draw_passed (cr);
      return;
    }
  if (state == LP_PROGRESS_BEGUN)
    cairo_set_dash (cr, dash, 2, 0);
  circle (cr, 8, 8, 6.25);
  cairo_stroke (cr);
  if (state == LP_PROGRESS_BEGUN)
    {
      circle (cr, 8, 8, 2);
      cairo_fill (cr);
    }
  else
    draw_part (cr, part);
}

/* --- widget ------------------------------------------------------------------------------------------ */

/* As high as the text beside it. */
static int
measure_text (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (height, (int) GRID);
}

static void
lp_scenario_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpScenarioMark *self = LP_SCENARIO_MARK (widget);
  GdkRGBA ink;

  if (self->shape == SHAPE_NONE)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  int size = gtk_widget_get_width (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size));
  cairo_scale (cr, size / GRID, size / GRID);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (self->shape == SHAPE_KIND)
    draw_kind (cr, self->kind);
  else
    draw_progress (cr, self->state, self->part);
  cairo_destroy (cr);
}

static void
lp_scenario_mark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = measure_text (widget);
}

static void
lp_scenario_mark_class_init (LpScenarioMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = lp_scenario_mark_snapshot;
  widget_class->measure = lp_scenario_mark_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "scenariomark");
}

static void
lp_scenario_mark_init (LpScenarioMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
lp_scenario_mark_new (void)
{
  return g_object_new (LP_TYPE_SCENARIO_MARK, NULL);
}

void
lp_scenario_mark_set_kind (LpScenarioMark *self, LpScenarioKind kind)
{
  g_return_if_fail (LP_IS_SCENARIO_MARK (self));

  self->shape = SHAPE_KIND;
  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lp_scenario_mark_set_progress (LpScenarioMark *self, const LpScenarioProgress *progress)
{
  const char *classes[] = { lp_gallery_state_code (progress->state), NULL };

  g_return_if_fail (LP_IS_SCENARIO_MARK (self));

  self->shape = SHAPE_PROGRESS;
  self->state = progress->state;
  self->part = progress->state == LP_PROGRESS_TRIED && progress->best.goals > 0
                   ? (double) progress->best.met / progress->best.goals
                   : 0;
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
