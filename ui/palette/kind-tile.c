#include "ui/palette/kind-tile.h"

#include <adwaita.h>

#include "render/paint.h"
#include "ui/application/theme.h"

struct _LpKindTile
{
  GtkWidget parent_instance;
  const LpKind *kind;
  int size;
};

G_DEFINE_FINAL_TYPE (LpKindTile, lp_kind_tile, GTK_TYPE_WIDGET)

static GdkRGBA
colour_of (const LpKind *kind, LpTheme theme)
{
  const LpKindGroup *group = lp_catalogue_find_group (lp_catalogue_get_default (), kind->group);

  return lp_theme_rgba (theme, group != NULL ? lp_palette_find (group->colour) : LP_COLOUR_GENERIC);
}

static void
lp_kind_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LpKindTile *self = LP_KIND_TILE (widget);
  LpTheme theme = lp_theme_current ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, self->size, self->size);
  GdkRGBA colour = colour_of (self->kind, theme);
  double inset = self->size / 6.0;
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &bounds, self->size * 9.0f / 48);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  lp_paint_glyph (cr, self->kind->glyph, (LpRect){ inset, inset, self->size - 2 * inset, self->size - 2 * inset },
                  lp_palette_get (theme, LP_COLOUR_GLYPH));
  cairo_destroy (cr);
}

static void
lp_kind_tile_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = LP_KIND_TILE (widget)->size;
}

static void
lp_kind_tile_class_init (LpKindTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = lp_kind_tile_snapshot;
  widget_class->measure = lp_kind_tile_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lp_kind_tile_init (LpKindTile *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
lp_kind_tile_new (const LpKind *kind, int size)
{
  LpKindTile *self = g_object_new (LP_TYPE_KIND_TILE, NULL);

  self->kind = kind;
  self->size = size;
  return GTK_WIDGET (self);
}
