#include "ui/legend/line-sample.h"

#include <adwaita.h>

#include "render/paint.h"
#include "scene/scene-parts.h"
#include "ui/application/theme.h"

#define WIDTH 44
#define HEIGHT 16

struct _LpLineSample
{
  GtkWidget parent_instance;
  LpDrawList *list;
};

G_DEFINE_FINAL_TYPE (LpLineSample, lp_line_sample, GTK_TYPE_WIDGET)

static void
lp_line_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));

  lp_paint (LP_LINE_SAMPLE (widget)->list, cr, (LpRect){ 0, 0, WIDTH, HEIGHT }, 1, lp_theme_current ());
  cairo_destroy (cr);
}

static void
lp_line_sample_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
lp_line_sample_finalize (GObject *object)
{
  lp_draw_list_free (LP_LINE_SAMPLE (object)->list);
  G_OBJECT_CLASS (lp_line_sample_parent_class)->finalize (object);
}

static void
lp_line_sample_class_init (LpLineSampleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lp_line_sample_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = lp_line_sample_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = lp_line_sample_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lp_line_sample_init (LpLineSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
lp_line_sample_new (const LpConnectionKind *kind)
{
  LpLineSample *self = g_object_new (LP_TYPE_LINE_SAMPLE, NULL);
  LpDrawBuilder *builder = lp_draw_builder_new ();
  LpHead head = lp_scene_connection_head (kind);
  LpPoint line[] = { { 1, HEIGHT / 2.0 }, { WIDTH - 1, HEIGHT / 2.0 } };

  lp_draw_line (builder, line, 2, NULL, 0, 0, kind->arrow == LP_ARROW_BOTH ? head : LP_HEAD_NONE, head,
                lp_scene_connection_style (kind));
  self->list = lp_draw_builder_finish (builder);
  return GTK_WIDGET (self);
}
