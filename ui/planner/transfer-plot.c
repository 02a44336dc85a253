#include "ui/planner/transfer-plot.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "transfer/words.h"
#include "ui/application/theme.h"

#define DAY 86400.0
#define LEFT 64
#define RIGHT 12
#define TOP 12
#define GAP 6
#define STEPS 400
#define SMALLEST 1e9       /* bytes */
#define LARGEST 1e18
#define USUAL 1e13         /* where nothing is asked for */
#define SHORTEST (1 / 96.0) /* days: a quarter of an hour */
#define LONGEST 10000.0

struct _LpTransferPlot
{
  GtkWidget parent_instance;
  LpTransferPlan *plan; /* or NULL */
};

G_DEFINE_FINAL_TYPE (LpTransferPlot, lp_transfer_plot, GTK_TYPE_WIDGET)

/* Told apart by dashes as well as by colour. */
static const struct
{
  LpColour colour;
  double dash[4];
  guint n_dashes;
} looks[LP_N_TRANSFER_MEANS] = {
  [LP_TRANSFER_INTERNET] = { LP_COLOUR_COMPUTE, { 0 }, 0 },
  [LP_TRANSFER_VPN] = { LP_COLOUR_ERROR, { 2, 3 }, 2 },
  [LP_TRANSFER_DIRECT_CONNECT] = { LP_COLOUR_INFO, { 9, 4 }, 2 },
  [LP_TRANSFER_DEVICES] = { LP_COLOUR_SUBNET_PUBLIC, { 9, 3, 2, 3 }, 4 },
};

/* --- text -------------------------------------------------------------------------------------------- */

static PangoLayout *
new_text (LpTransferPlot *self, const char *text, int *width, int *height)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, width, height);
  return layout;
}

/* `x` and `y`: where the anchor of the text, a share of its size, is put. */
static void
draw_text (LpTransferPlot *self, cairo_t *cr, const char *text, double x, double y, double anchor_x, double anchor_y)
{
  int width, height;
  g_autoptr (PangoLayout) layout = new_text (self, text, &width, &height);

  x = CLAMP (x - anchor_x * width, 0, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width, 0));
  cairo_move_to (cr, x, y - anchor_y * height);
  pango_cairo_show_layout (cr, layout);
}

/* --- scales ------------------------------------------------------------------------------------------ */

void
lp_transfer_plot_get_range (const LpTransferPlan *plan, double *from, double *to)
{
  double middle = plan->bytes > 0 ? CLAMP (plan->bytes, SMALLEST, LARGEST) : USUAL;
  *from = MAX (pow (10, floor (log10 (middle)) - 2), SMALLEST);
  *to = MIN (pow (10, ceil (log10 (middle)) + 2), LARGEST);
}

typedef struct
{
  double left, right, top, bottom; /* in the widget */
  double from, to;                 /* bytes */
  double least, most;              /* days */
} Axes;

/* Beside them their words have room, however large the text is. */
static void
leave_room (LpTransferPlot *self, Axes *axes)
{
  int width, height = 0;

  for (double days = axes->least; days <= axes->most * 1.01; days *= 10)
    {
      g_autofree char *text = lp_transfer_say_time (days * DAY);
      g_autoptr (PangoLayout) layout = new_text (self, text, &width, &height);
      axes->left = MAX (axes->left, width + 2 * GAP);
    }
  axes->bottom -= height + 2 * GAP;
}

static Axes
axes_of (LpTransferPlot *self)
{
  Axes axes = { LEFT, gtk_widget_get_width (GTK_WIDGET (self)) - RIGHT, TOP, gtk_widget_get_height (GTK_WIDGET (self)) };
  double least = INFINITY, most = 0;

  lp_transfer_plot_get_range (self->plan, &axes.from, &axes.to);
  for (guint i = 0; i < LP_N_TRANSFER_MEANS; i++)
    {
      least = MIN (least, lp_transfer_seconds (&self->plan->ways[i], axes.from) / DAY);
      double days = lp_transfer_seconds (&self->plan->ways[i], axes.to) / DAY;
      most = isfinite (days) ? MAX (most, days) : most;
    }
  axes.least = pow (10, floor (log10 (CLAMP (least, SHORTEST, LONGEST / 10))));
  axes.most = pow (10, ceil (log10 (CLAMP (most, axes.least * 10, LONGEST))));
  leave_room (self, &axes);
  return axes;
}

static double
x_of (const Axes *axes, double bytes)
{
  return axes->left + (axes->right - axes->left) * log (bytes / axes->from) / log (axes->to / axes->from);
}

static double
y_of (const Axes *axes, double days)
{
  double clamped = CLAMP (days, axes->least, axes->most);
  return axes->bottom - (axes->bottom - axes->top) * log (clamped / axes->least) / log (axes->most / axes->least);
}

/* --- drawing ----------------------------------------------------------------------------------------- */

static void
set_colour (cairo_t *cr, GdkRGBA colour, double alpha)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
}

static void
draw_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, round (x1) + 0.5, round (y1) + 0.5);
  cairo_line_to (cr, round (x2) + 0.5, round (y2) + 0.5);
  cairo_stroke (cr);
}

static void
draw_sizes (LpTransferPlot *self, cairo_t *cr, const Axes *axes, GdkRGBA ink)
{
  /* Names only where there is room for them. */
  guint decades = (guint) round (log10 (axes->to / axes->from)), every = 1;
  int width, height;
  g_autoptr (PangoLayout) longest = new_text (self, "100 TB", &width, &height);
  while (every < decades && (axes->right - axes->left) / decades * every < width + 4 * GAP)
    every++;
  for (guint i = 0; i <= decades; i++)
    {
      double size = axes->from * pow (10, i), x = x_of (axes, size);
      set_colour (cr, ink, 0.12);
      draw_line (cr, x, axes->top, x, axes->bottom);
      if (i % every != 0)
        continue;
      g_autofree char *text = lp_transfer_say_size (size);
      set_colour (cr, ink, 0.85);
      draw_text (self, cr, text, x, axes->bottom + GAP, 0.5, 0);
    }
}

static void
draw_days (LpTransferPlot *self, cairo_t *cr, const Axes *axes, GdkRGBA ink)
{
  for (double days = axes->least; days <= axes->most * 1.01; days *= 10)
    {
      double y = y_of (axes, days);
      g_autofree char *text = lp_transfer_say_time (days * DAY);
      set_colour (cr, ink, 0.12);
      draw_line (cr, axes->left, y, axes->right, y);
      set_colour (cr, ink, 0.85);
      draw_text (self, cr, text, axes->left - GAP, y, 1, 0.5);
    }
}

/* What is asked for: how much, and until when. */
static void
draw_wish (LpTransferPlot *self, cairo_t *cr, const Axes *axes, GdkRGBA ink)
{
  static const double dots[] = { 1, 3 };
  double deadline = self->plan->deadline / DAY;

  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  set_colour (cr, ink, 0.85);
  if (self->plan->bytes >= axes->from && self->plan->bytes <= axes->to)
    draw_line (cr, x_of (axes, self->plan->bytes), axes->top, x_of (axes, self->plan->bytes), axes->bottom);
  if (deadline >= axes->least && deadline <= axes->most)
    {
      double y = y_of (axes, deadline);
      draw_line (cr, axes->left, y, axes->right, y);
      draw_text (self, cr, _("Deadline"), axes->left + 4, y - 2, 0, 1);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_curve (LpTransferPlot *self, cairo_t *cr, const Axes *axes, guint means)
{
  const LpTransferWay *way = &self->plan->ways[means];

  set_colour (cr, lp_theme_rgba (lp_theme_current (), looks[means].colour), 1);
  cairo_set_dash (cr, looks[means].dash, looks[means].n_dashes, 0);
  cairo_set_line_width (cr, 2);
  cairo_new_path (cr);
  for (guint i = 0; i <= STEPS; i++)
    {
      double size = axes->from * pow (axes->to / axes->from, (double) i / STEPS);
      double days = lp_transfer_seconds (way, size) / DAY;
      if (days > axes->most)
        break;
      cairo_line_to (cr, x_of (axes, size), y_of (axes, days));
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_crossings (LpTransferPlot *self, cairo_t *cr, const Axes *axes, GdkRGBA ink)
{
  g_autoptr (GArray) crossings = lp_transfer_plan_find_crossings (self->plan, axes->from, axes->to);
  GdkRGBA paper = lp_theme_rgba (lp_theme_current (), LP_COLOUR_PAPER);

  for (guint i = 0; i < crossings->len; i++)
    {
      const LpTransferCrossing *crossing = &g_array_index (crossings, LpTransferCrossing, i);
      double days = lp_transfer_seconds (&self->plan->ways[crossing->after], crossing->bytes) / DAY;
      if (days > axes->most)
        continue;
      cairo_new_path (cr);
      cairo_arc (cr, x_of (axes, crossing->bytes), y_of (axes, days), 4.5, 0, 2 * G_PI);
      set_colour (cr, paper, 1);
      cairo_fill_preserve (cr);
      set_colour (cr, ink, 1);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
}

static void
lp_transfer_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpTransferPlot *self = LP_TRANSFER_PLOT (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA ink;

  if (self->plan == NULL || width < LEFT + RIGHT + 40 || height < TOP + 80)
    return;
  Axes axes = axes_of (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  cairo_set_line_width (cr, 1);
  draw_sizes (self, cr, &axes, ink);
  draw_days (self, cr, &axes, ink);
  draw_wish (self, cr, &axes, ink);
  for (guint i = 0; i < LP_N_TRANSFER_MEANS; i++)
    draw_curve (self, cr, &axes, i);
  draw_crossings (self, cr, &axes, ink);
  cairo_destroy (cr);
}

/* --- the sample beside a name ------------------------------------------------------------------------ */

#define SAMPLE_WIDTH 36

static void
draw_sample (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  guint means = GPOINTER_TO_UINT (data);

  set_colour (cr, lp_theme_rgba (lp_theme_current (), looks[means].colour), 1);
  cairo_set_dash (cr, looks[means].dash, looks[means].n_dashes, 0);
  cairo_set_line_width (cr, 2);
  draw_line (cr, 0, height / 2.0, width, height / 2.0);
}

GtkWidget *
lp_transfer_sample_new (LpTransferMeans means)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SAMPLE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 16);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sample, GUINT_TO_POINTER (means), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area,
                           G_CONNECT_SWAPPED);
  return area;
}

/* --- the widget -------------------------------------------------------------------------------------- */

void
lp_transfer_plot_set_plan (LpTransferPlot *self, const LpTransferPlan *plan)
{
  g_clear_pointer (&self->plan, lp_transfer_plan_free);
  self->plan = lp_transfer_plan_copy (plan);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lp_transfer_plot_finalize (GObject *object)
{
  g_clear_pointer (&LP_TRANSFER_PLOT (object)->plan, lp_transfer_plan_free);
  G_OBJECT_CLASS (lp_transfer_plot_parent_class)->finalize (object);
}

static void
lp_transfer_plot_class_init (LpTransferPlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_transfer_plot_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = lp_transfer_plot_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plot");
}

static void
lp_transfer_plot_init (LpTransferPlot *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), 280, 260);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Days against size; the table and the list below say the same in words"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}
