/* Makes scenes from designs, each from the one before: at once where they are small, on another thread where not.
 * A request that is overtaken by the next one is never delivered. */
#pragma once

#include <gio/gio.h>

#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct _LpSceneLoader LpSceneLoader;

typedef void (*LpSceneReady) (LpScene *scene, gpointer data);

/* NULL: there is none to be shown, for the edit would remove something. */
typedef void (*LpSceneChangeReady) (LpSceneChange *change, gpointer data);

/* `ready` is called on the main context, with a borrowed scene, once for each request that counts: during the
 * request where the design is small. */
LpSceneLoader *lp_scene_loader_new (const LpCatalogue *catalogue, LpSceneReady ready, gpointer data);
/* Nothing is delivered after it. */
void lp_scene_loader_free (LpSceneLoader *loader);

/* `review` may be NULL. */
void lp_scene_loader_request (LpSceneLoader *loader, LpDesign *design, LpReview *review);

/* Those that the requests from now on leave out: LpSceneOptions.hidden_layers. */
void lp_scene_loader_set_hidden_layers (LpSceneLoader *loader, guint32 layers);

/* Previews: what an edit would change in `before`, which is shown. Delivered as scenes are, borrowed, with the `data`
 * of the loader; a request for a scene overtakes it. `design` is what the edit would make. */
void lp_scene_loader_set_change_ready (LpSceneLoader *loader, LpSceneChangeReady ready);
void lp_scene_loader_preview (LpSceneLoader *loader, LpScene *before, LpDesign *design, LpReview *review);
/* Those that are under way are not delivered. */
void lp_scene_loader_forget_previews (LpSceneLoader *loader);

/* Whether a design of that size is drawn at once. */
gboolean lp_scene_loader_is_quick (const LpDesign *design);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSceneLoader, lp_scene_loader_free)

G_END_DECLS
