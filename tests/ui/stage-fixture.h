/* A small drawing on a stage, to play gestures on. Everything is placed, so that expectations can be exact:
 *
 *   region "seoul" at 0,0, 800 by 600; in it vpc "main" at 40,40 (absolute), 400 by 400; in that
 *   subnet "net" at 80,80, 320 by 240; in that "web" at 120,120 and "db" (rds-instance) at 240,120;
 *   "users" at 900,100 at the top level; traffic "users-web" from users to web. */
#pragma once

#include "ui/canvas/scene-loader.h"
#include "ui/canvas/stage.h"

typedef struct
{
  LpDocument *document;
  LpStage *stage;
  LpSceneLoader *loader;
  char *message; /* the last one of the stage, or NULL */
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* Where it stands, absolute. */
LpRect fixture_rect (Fixture *fixture, const char *id);
/* The middle of it. */
LpPoint fixture_middle (Fixture *fixture, const char *id);
/* Press, a few steps, release. */
void fixture_drag (Fixture *fixture, LpPoint from, LpPoint to, LpModifiers modifiers);
void fixture_click (Fixture *fixture, LpPoint at, LpModifiers modifiers);
/* The ids that are selected, joined by spaces. */
char *fixture_selected (Fixture *fixture);
