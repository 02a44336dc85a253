/* The drawing as tiles of pixels: panning shows them again, an edit repaints only those whose content is another
 * one, and while the zoom changes the old ones are stretched until the new ones are there. */
#pragma once

#include <gtk/gtk.h>

#include "scene/scene.h"
#include "ui/canvas/viewport.h"

G_BEGIN_DECLS

/* Logical pixels along an edge: small, so that one of a crowded drawing is painted within a frame. */
#define LP_TILE_SIZE 256

typedef struct _LpTileCache LpTileCache;

LpTileCache *lp_tile_cache_new (void);
void lp_tile_cache_free (LpTileCache *cache);

/* What to draw from now on; NULL: empty paper. */
void lp_tile_cache_set_scene (LpTileCache *cache, LpScene *scene);
/* Leaves out what the change replaces, which is a change of that scene; NULL: nothing. */
void lp_tile_cache_set_change (LpTileCache *cache, LpSceneChange *change);
/* Drops all tiles where anything of it is another one than before. */
void lp_tile_cache_set_output (LpTileCache *cache, LpTheme theme, int scale, gboolean textures);

/* Appends what the viewport shows, painting what is missing for at most about `budget` microseconds, but always
 * at least one tile. FALSE where tiles are still to be painted: snapshot again. */
gboolean lp_tile_cache_snapshot (LpTileCache *cache, GtkSnapshot *snapshot, LpViewport *viewport, gint64 budget);

/* Tiles painted since the cache was made: for tests and measurements. */
guint lp_tile_cache_get_n_painted (const LpTileCache *cache);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpTileCache, lp_tile_cache_free)

G_END_DECLS
