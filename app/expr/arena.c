#include "expr/arena.h"

#include <string.h>

#define BLOCK_SIZE 1000
#define ALIGNMENT 16

struct _LpArenaBlock
{
  LpArenaBlock *next;
  gsize size;
  char bytes[] __attribute__ ((aligned (ALIGNMENT)));
};

static void
add_block (LpArena *arena, gsize size)
{
  LpArenaBlock *block = g_malloc (sizeof *block + size);

  block->size = size;
  block->next = arena->blocks;
  arena->blocks = block;
  arena->next = block->bytes;
  arena->end = block->bytes + size;
}

gpointer
lp_arena_alloc (LpArena *arena, gsize size)
{
  gsize rounded = (MAX (size, 1) + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);
  char *given;

  /* Each block is twice the last one, so that few are needed whatever is asked for. */
  if ((gsize) (arena->end - arena->next) < rounded)
    add_block (arena, MAX (rounded, arena->blocks != NULL ? arena->blocks->size * 2 : BLOCK_SIZE));
  given = arena->next;
  arena->next += rounded;
  arena->used += rounded;
  return given;
}

gpointer
lp_arena_alloc0 (LpArena *arena, gsize size)
{
  return memset (lp_arena_alloc (arena, size), 0, size);
}

char *
lp_arena_strndup (LpArena *arena, const char *string, gsize length)
{
  char *copy = lp_arena_alloc (arena, length + 1);

  memcpy (copy, string, length);
  copy[length] = '\0';
  return copy;
}

static void
free_blocks (LpArenaBlock *block)
{
  while (block != NULL)
    {
      LpArenaBlock *next = block->next;

      g_free (block);
      block = next;
    }
}

void
lp_arena_reset (LpArena *arena)
{
  arena->used = 0;
  if (arena->blocks == NULL)
    return;
  free_blocks (g_steal_pointer (&arena->blocks->next));
  arena->next = arena->blocks->bytes;
}

void
lp_arena_clear (LpArena *arena)
{
  free_blocks (arena->blocks);
  *arena = LP_ARENA_INIT;
}
