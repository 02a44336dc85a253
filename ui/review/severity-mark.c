#include "ui/review/severity-mark.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "render/paint.h"
#include "ui/application/theme.h"

#define SIZE 22

struct _LpSeverityMark
{
  GtkWidget parent_instance;
  LpMark shape;
  guint number;
  gboolean hollow;
};

G_DEFINE_FINAL_TYPE (LpSeverityMark, lp_severity_mark, GTK_TYPE_WIDGET)

static const struct
{
  LpColour fill, ink;
} colours[LP_N_MARKS] = {
  [LP_MARK_ERROR] = { LP_COLOUR_ERROR, LP_COLOUR_ERROR_INK },
  [LP_MARK_WARNING] = { LP_COLOUR_WARNING, LP_COLOUR_WARNING_INK },
  [LP_MARK_INFO] = { LP_COLOUR_INFO, LP_COLOUR_INFO_INK },
  [LP_MARK_QUESTION] = { LP_COLOUR_QUESTION, LP_COLOUR_QUESTION_INK },
};

LpMark
lp_mark_of_finding (const LpFinding *finding)
{
  if (finding->outcome == LP_OUTCOME_QUESTION)
    return LP_MARK_QUESTION;
  return finding->severity == LP_SEVERITY_ERROR     ? LP_MARK_ERROR
         : finding->severity == LP_SEVERITY_WARNING ? LP_MARK_WARNING
                                                    : LP_MARK_INFO;
}

const char *
lp_mark_get_name (LpMark mark)
{
  switch (mark)
    {
    case LP_MARK_ERROR:
      return lp_severity_name (LP_SEVERITY_ERROR);
    case LP_MARK_WARNING:
      return lp_severity_name (LP_SEVERITY_WARNING);
    case LP_MARK_INFO:
      return lp_severity_name (LP_SEVERITY_INFO);
    default:
      return _("Question");
    }
}

/* A regular shape about the middle, its first corner at `turn`. */
static void
add_polygon (cairo_t *cr, double radius, guint corners, double turn)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = turn + i * 2 * G_PI / corners;
      cairo_line_to (cr, SIZE / 2.0 + radius * cos (angle), SIZE / 2.0 + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
add_shape (cairo_t *cr, LpMark shape)
{
  switch (shape)
    {
    case LP_MARK_ERROR:
      add_polygon (cr, 10, 8, G_PI / 8);
      break;
    case LP_MARK_WARNING:
      cairo_move_to (cr, SIZE / 2.0, 1.5);
      cairo_line_to (cr, SIZE - 0.5, SIZE - 2.5);
      cairo_line_to (cr, 0.5, SIZE - 2.5);
      cairo_close_path (cr);
      break;
    case LP_MARK_INFO:
      cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, 9.5, 0, 2 * G_PI);
      break;
    default:
      add_polygon (cr, 10.5, 4, 0);
    }
}

static void
append_text (LpSeverityMark *self, GtkSnapshot *snapshot, GdkRGBA ink)
{
  char text[12] = "?";
  int width, height;

  if (self->number > 0)
    g_snprintf (text, sizeof text, "%u", self->number);
  else if (self->shape != LP_MARK_QUESTION)
    return;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans-serif bold");
  pango_font_description_set_absolute_size (font, (strlen (text) > 2 ? 8.5 : 11) * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  double drop = self->shape == LP_MARK_WARNING ? 2.5 : 0;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((SIZE - width) / 2.0f, (SIZE - height) / 2.0f + drop));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
lp_severity_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpSeverityMark *self = LP_SEVERITY_MARK (widget);
  LpTheme theme = lp_theme_current ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));

  add_shape (cr, self->shape);
  lp_paint_set_source (cr, lp_palette_get (theme, colours[self->shape].fill), 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.5);
  if (!self->hollow)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
  append_text (self, snapshot,
               lp_theme_rgba (theme, self->hollow ? LP_COLOUR_TEXT : colours[self->shape].ink));
}

static void
lp_severity_mark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
lp_severity_mark_class_init (LpSeverityMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = lp_severity_mark_snapshot;
  widget_class->measure = lp_severity_mark_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lp_severity_mark_init (LpSeverityMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
lp_severity_mark_new (void)
{
  return g_object_new (LP_TYPE_SEVERITY_MARK, NULL);
}

void
lp_severity_mark_set (LpSeverityMark *self, LpMark shape, guint number, gboolean hollow)
{
  g_return_if_fail (LP_IS_SEVERITY_MARK (self));

  self->shape = shape;
  self->number = number;
  self->hollow = hollow;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, lp_mark_get_name (shape), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
