/* Makes scenes from designs: at once where they are small, on another thread where not. A request that is
 * overtaken by the next one is never delivered. */
#pragma once

#include <gio/gio.h>

#include "scene/scene.h"

G_BEGIN_DECLS

typedef struct _LpSceneLoader LpSceneLoader;

typedef void (*LpSceneReady) (LpScene *scene, gpointer data);

/* `ready` is called on the main context, with a borrowed scene, once for each request that counts: during the
 * request where the design is small. */
LpSceneLoader *lp_scene_loader_new (const LpCatalogue *catalogue, LpSceneReady ready, gpointer data);
/* Nothing is delivered after it. */
void lp_scene_loader_free (LpSceneLoader *loader);

/* `review` may be NULL. */
void lp_scene_loader_request (LpSceneLoader *loader, LpDesign *design, LpReview *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpSceneLoader, lp_scene_loader_free)

G_END_DECLS
