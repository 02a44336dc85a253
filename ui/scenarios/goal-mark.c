#include "ui/scenarios/goal-mark.h"

#include <adwaita.h>
#include <math.h>

#include "render/paint.h"
#include "ui/application/theme.h"

#define SIZE 20
#define MIDDLE (SIZE / 2.0)

struct _LpGoalMark
{
  GtkWidget parent_instance;
  LpGoalState state;
};

G_DEFINE_FINAL_TYPE (LpGoalMark, lp_goal_mark, GTK_TYPE_WIDGET)

static void
set_source (cairo_t *cr, LpColour colour)
{
  lp_paint_set_source (cr, lp_palette_get (lp_theme_current (), colour), 1);
}

static void
add_polygon (cairo_t *cr, double radius, guint corners, double turn)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = turn + i * 2 * G_PI / corners;
      cairo_line_to (cr, MIDDLE + radius * cos (angle), MIDDLE + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
draw_met (cairo_t *cr)
{
  cairo_arc (cr, MIDDLE, MIDDLE, 9, 0, 2 * G_PI);
  set_source (cr, LP_COLOUR_SUBNET_PUBLIC);
  cairo_fill (cr);
  cairo_move_to (cr, 5.5, 10.5);
  cairo_line_to (cr, 8.7, 13.7);
  cairo_line_to (cr, 14.5, 7);
  set_source (cr, LP_COLOUR_PAPER);
  cairo_set_line_width (cr, 2.2);
  cairo_stroke (cr);
}

static void
draw_missed (cairo_t *cr)
{
  add_polygon (cr, 9.5, 8, G_PI / 8);
  set_source (cr, LP_COLOUR_ERROR);
  cairo_fill (cr);
  cairo_move_to (cr, 6.8, 6.8);
  cairo_line_to (cr, 13.2, 13.2);
  cairo_move_to (cr, 6.8, 13.2);
  cairo_line_to (cr, 13.2, 6.8);
  set_source (cr, LP_COLOUR_ERROR_INK);
  cairo_set_line_width (cr, 2.2);
  cairo_stroke (cr);
}

static void
draw_open (cairo_t *cr)
{
  add_polygon (cr, 9.5, 4, 0);
  set_source (cr, LP_COLOUR_QUESTION);
  cairo_fill (cr);
  cairo_rectangle (cr, MIDDLE - 1.1, 5.5, 2.2, 5.5);
  cairo_rectangle (cr, MIDDLE - 1.1, 12.4, 2.2, 2.2);
  set_source (cr, LP_COLOUR_QUESTION_INK);
  cairo_fill (cr);
}

static void
draw_ring (cairo_t *cr, gboolean dashed)
{
  static const double dashes[] = { 2.5, 3 };

  cairo_arc (cr, MIDDLE, MIDDLE, 8, 0, 2 * G_PI);
  set_source (cr, LP_COLOUR_TEXT);
  cairo_set_line_width (cr, 1.5);
  if (dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}

static void
lp_goal_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  switch (LP_GOAL_MARK (widget)->state)
    {
    case LP_GOAL_MET:
      draw_met (cr);
      break;
    case LP_GOAL_MISSED:
      draw_missed (cr);
      break;
    case LP_GOAL_OPEN:
      draw_open (cr);
      break;
    case LP_GOAL_NOT_YET:
    case LP_GOAL_AT_END:
      draw_ring (cr, LP_GOAL_MARK (widget)->state == LP_GOAL_AT_END);
      break;
    }
  cairo_destroy (cr);
}

static void
lp_goal_mark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
lp_goal_mark_class_init (LpGoalMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = lp_goal_mark_snapshot;
  widget_class->measure = lp_goal_mark_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lp_goal_mark_init (LpGoalMark *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lp_goal_mark_new (LpGoalState state)
{
  LpGoalMark *self = g_object_new (LP_TYPE_GOAL_MARK, NULL);

  self->state = state;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  return GTK_WIDGET (self);
}
