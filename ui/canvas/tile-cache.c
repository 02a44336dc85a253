#include "ui/canvas/tile-cache.h"

#include <math.h>

#include "render/paint.h"
#include "ui/application/theme.h"
#include "ui/canvas/picture.h"

/* A tile is 256 KiB at scale 1. Those that are seen are always kept. */
#define MAX_TILES 100
/* With more differences than this, all tiles are taken to differ. */
#define MANY_ITEMS 2000

typedef struct
{
  gint64 key;           /* of column and row */
  int column, row;
  GskRenderNode *node;
  guint64 fingerprint;
  guint scene_serial;   /* of the scene that it was last compared with */
  guint used;           /* frame in which it was last seen */
  gboolean stale;       /* something in it was hidden or shown since */
} Tile;

typedef struct
{
  double zoom;
  GHashTable *tiles; /* by key */
} Layer;

struct _LpTileCache
{
  LpScene *scene;
  LpSceneChange *change; /* what it replaces is not painted; or NULL */
  gboolean hurried;      /* all of the next frame is to be painted */
  guint scene_serial;
  LpPictureOptions output;
  Layer layer;       /* at the present zoom */
  Layer old;         /* the last one that was complete, shown beneath; zoom 0: none */
  gboolean complete;
  guint frame;
  guint n_painted;
};

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  gsk_render_node_unref (tile->node);
  g_free (tile);
}

static GHashTable *
new_tiles (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, tile_free);
}

LpTileCache *
lp_tile_cache_new (void)
{
  LpTileCache *self = g_new0 (LpTileCache, 1);

  self->output.paper = TRUE;
  self->output.scale = 1;
  self->layer.tiles = new_tiles ();
  self->old.tiles = new_tiles ();
  return self;
}

void
lp_tile_cache_free (LpTileCache *self)
{
  g_clear_pointer (&self->scene, lp_scene_unref);
  g_clear_pointer (&self->change, lp_scene_change_unref);
  g_hash_table_unref (self->layer.tiles);
  g_hash_table_unref (self->old.tiles);
  g_free (self);
}

static const guint8 *
hidden_items (const LpTileCache *self)
{
  return self->change != NULL ? self->change->replaced : NULL;
}

static void
forget_stale (LpTileCache *self)
{
  GHashTableIter iter;
  gpointer tile;

  g_hash_table_iter_init (&iter, self->layer.tiles);
  while (g_hash_table_iter_next (&iter, NULL, &tile))
    ((Tile *) tile)->stale = FALSE;
}

void
lp_tile_cache_set_scene (LpTileCache *self, LpScene *scene)
{
  if (scene != NULL)
    lp_scene_ref (scene);
  g_clear_pointer (&self->scene, lp_scene_unref);
  self->scene = scene;
  self->scene_serial++;
  /* What was hidden must not be missing for a moment. */
  self->hurried = self->change != NULL;
  g_clear_pointer (&self->change, lp_scene_change_unref);
  forget_stale (self);
}

static LpRect
area_of (const LpTileCache *self, int column, int row)
{
  double size = LP_TILE_SIZE / self->layer.zoom;

  return (LpRect){ column * size, row * size, size, size };
}

static void
mark_stale (LpTileCache *self, LpRect bounds)
{
  LpRect reach = lp_paint_reach (bounds, self->layer.zoom);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->layer.tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Tile *tile = value;
      tile->stale = tile->stale || lp_rect_overlaps (reach, area_of (self, tile->column, tile->row));
    }
}

void
lp_tile_cache_set_change (LpTileCache *self, LpSceneChange *change)
{
  if (change == self->change)
    return;
  const LpDrawList *list = lp_scene_get_list (self->scene);
  const guint8 *was = hidden_items (self), *is = change != NULL ? change->replaced : NULL;
  guint n = 0;
  for (guint i = 0; i < lp_draw_list_get_size (list) && n <= MANY_ITEMS; i++)
    {
      if ((was != NULL && was[i]) == (is != NULL && is[i]))
        continue;
      n++;
      mark_stale (self, n <= MANY_ITEMS ? lp_draw_list_get (list, i)->bounds : lp_draw_list_get_bounds (list));
    }
  if (change != NULL)
    lp_scene_change_ref (change);
  g_clear_pointer (&self->change, lp_scene_change_unref);
  self->change = change;
}

void
lp_tile_cache_set_output (LpTileCache *self, LpTheme theme, int scale, gboolean textures)
{
  LpPictureOptions *output = &self->output;

  if (output->theme == theme && output->scale == scale && output->textures == textures)
    return;
  output->theme = theme;
  output->scale = scale;
  output->textures = textures;
  g_hash_table_remove_all (self->layer.tiles);
  g_hash_table_remove_all (self->old.tiles);
}

guint
lp_tile_cache_get_n_painted (const LpTileCache *self)
{
  return self->n_painted;
}

static void
set_zoom (LpTileCache *self, double zoom)
{
  if (self->layer.zoom == zoom)
    return;
  /* Half a layer says less than the whole one before it. */
  if (self->complete)
    {
      Layer spare = self->old;
      self->old = self->layer;
      self->layer = spare;
    }
  g_hash_table_remove_all (self->layer.tiles);
  self->layer.zoom = zoom;
  self->complete = FALSE;
}

static gint64
key_of (int column, int row)
{
  return (gint64) column * G_GINT64_CONSTANT (0x100000000) + row;
}

static guint64
fingerprint_of (const LpTileCache *self, const LpDrawList *list, LpRect area)
{
  return lp_picture_fingerprint (list, hidden_items (self), lp_paint_reach (area, self->layer.zoom));
}

static gboolean
is_current (LpTileCache *self, Tile *tile)
{
  if (tile->stale)
    return FALSE;
  if (tile->scene_serial == self->scene_serial)
    return TRUE;
  if (self->scene == NULL
      || fingerprint_of (self, lp_scene_get_list (self->scene), area_of (self, tile->column, tile->row))
             != tile->fingerprint)
    return FALSE;
  tile->scene_serial = self->scene_serial;
  return TRUE;
}

static void
paint_tile (LpTileCache *self, int column, int row)
{
  const LpDrawList *list = self->scene != NULL ? lp_scene_get_list (self->scene) : NULL;
  LpRect area = area_of (self, column, row);
  Tile *tile = g_new0 (Tile, 1);

  self->output.zoom = self->layer.zoom;
  self->output.hidden = hidden_items (self);
  tile->key = key_of (column, row);
  tile->column = column;
  tile->row = row;
  tile->node = lp_picture_new (list, area, LP_TILE_SIZE, LP_TILE_SIZE, &self->output);
  tile->fingerprint = list != NULL ? fingerprint_of (self, list, area) : 0;
  tile->scene_serial = self->scene_serial;
  tile->used = self->frame;
  g_hash_table_replace (self->layer.tiles, &tile->key, tile);
  self->n_painted++;
}

typedef struct
{
  int column, row;
  double distance;
} Wanted;

static int
compare_wanted (gconstpointer a, gconstpointer b)
{
  double difference = ((const Wanted *) a)->distance - ((const Wanted *) b)->distance;

  return (difference > 0) - (difference < 0);
}

/* Appends the tiles that must be painted, nearest to the middle first. */
static GArray *
find_wanted (LpTileCache *self, int left, int top, int right, int bottom)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        gint64 key = key_of (column, row);
        Tile *tile = g_hash_table_lookup (self->layer.tiles, &key);
        if (tile != NULL)
          tile->used = self->frame;
        if (tile != NULL && is_current (self, tile))
          continue;
        Wanted one = { column, row, hypot (column - (left + right) / 2.0, row - (top + bottom) / 2.0) };
        g_array_append_val (wanted, one);
      }
  g_array_sort (wanted, compare_wanted);
  return wanted;
}

static gboolean
is_unseen (gpointer key, gpointer value, gpointer data)
{
  return ((Tile *) value)->used != *(guint *) data;
}

/* All of its tiles, or, where `frame` is not 0, those that were asked for in it. */
static void
append_layer (GtkSnapshot *snapshot, const Layer *layer, double zoom, LpPoint origin, guint frame)
{
  GHashTableIter iter;
  gpointer value;
  double stretch = zoom / layer->zoom;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-round (origin.x * zoom), -round (origin.y * zoom)));
  if (stretch != 1)
    gtk_snapshot_scale (snapshot, stretch, stretch);
  g_hash_table_iter_init (&iter, layer->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Tile *tile = value;
      if (frame != 0 && tile->used != frame)
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (
          snapshot, &GRAPHENE_POINT_INIT ((float) tile->column * LP_TILE_SIZE, (float) tile->row * LP_TILE_SIZE));
      gtk_snapshot_append_node (snapshot, tile->node);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_restore (snapshot);
}

static void
append_paper (LpTileCache *self, GtkSnapshot *snapshot, LpViewport *viewport)
{
  GdkRGBA paper = lp_theme_rgba (self->output.theme, LP_COLOUR_PAPER);

  gtk_snapshot_append_color (snapshot, &paper,
                             &GRAPHENE_RECT_INIT (0, 0, lp_viewport_get_width (viewport),
                                                  lp_viewport_get_height (viewport)));
}

gboolean
lp_tile_cache_snapshot (LpTileCache *self, GtkSnapshot *snapshot, LpViewport *viewport, gint64 budget)
{
  gint64 deadline = g_get_monotonic_time () + budget;
  double zoom = lp_viewport_get_zoom (viewport);
  LpPoint origin = lp_viewport_get_origin (viewport);
  double x = round (origin.x * zoom), y = round (origin.y * zoom);
  int left = (int) floor (x / LP_TILE_SIZE), top = (int) floor (y / LP_TILE_SIZE);
  int right = (int) floor ((x + lp_viewport_get_width (viewport) - 1) / LP_TILE_SIZE);
  int bottom = (int) floor ((y + lp_viewport_get_height (viewport) - 1) / LP_TILE_SIZE);

  self->frame++;
  set_zoom (self, zoom);
  g_autoptr (GArray) wanted = find_wanted (self, left, top, right, bottom);
  guint done = 0;
  while (done < wanted->len && (done == 0 || self->hurried || g_get_monotonic_time () < deadline))
    {
      const Wanted *next = &g_array_index (wanted, Wanted, done++);
      paint_tile (self, next->column, next->row);
    }
  self->hurried = FALSE;
  self->complete = done == wanted->len;
  if (self->complete)
    g_hash_table_remove_all (self->old.tiles);
  if (g_hash_table_size (self->layer.tiles) > MAX_TILES)
    g_hash_table_foreach_remove (self->layer.tiles, is_unseen, &self->frame);
  append_paper (self, snapshot, viewport);
  if (g_hash_table_size (self->old.tiles) > 0)
    append_layer (snapshot, &self->old, zoom, origin, 0);
  append_layer (snapshot, &self->layer, zoom, origin, self->frame);
  return self->complete;
}
