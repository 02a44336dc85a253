/* Memory that is given back all at once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LpArenaBlock LpArenaBlock;

typedef struct
{
  LpArenaBlock *blocks; /* the one being filled first */
  char *next, *end;     /* what is free of it */
  gsize used;           /* bytes given out since the last reset */
} LpArena;

#define LP_ARENA_INIT ((LpArena){ 0 })

/* Aligned for any type, not zeroed. Never NULL: who must bound it looks at `used` first. */
gpointer lp_arena_alloc (LpArena *arena, gsize size);
gpointer lp_arena_alloc0 (LpArena *arena, gsize size);
/* A NUL-terminated copy. */
char *lp_arena_strndup (LpArena *arena, const char *string, gsize length);
/* Takes everything back, but keeps one block for what comes next. */
void lp_arena_reset (LpArena *arena);
void lp_arena_clear (LpArena *arena);

G_END_DECLS
