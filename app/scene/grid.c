#include "scene/grid.h"

#include <math.h>

/* What covers more cells than this is kept in a list of its own, which every query walks. */
#define MAX_CELLS_PER_ENTRY 64
#define ENTRIES_PER_CELL 4
#define MAX_SIDE 1024

struct _LpGrid
{
  LpRect bounds;
  double cell; /* side of a cell */
  guint columns, rows;
  guint *start; /* by cell: the first of its items */
  guint *items;
  LpGridEntry *large;
  guint n_large;
  guint n_indices; /* one more than the largest */
};

typedef struct
{
  guint x0, y0, x1, y1; /* inclusive */
} LpCells;

static guint
clamp_cell (double position, guint n)
{
  return position <= 0 ? 0 : position >= n - 1 ? n - 1 : (guint) position;
}

static LpCells
cells_of (const LpGrid *grid, LpRect r)
{
  double x = r.x - grid->bounds.x, y = r.y - grid->bounds.y;
  return (LpCells){
    clamp_cell (x / grid->cell, grid->columns),
    clamp_cell (y / grid->cell, grid->rows),
    clamp_cell ((x + r.w) / grid->cell, grid->columns),
    clamp_cell ((y + r.h) / grid->cell, grid->rows),
  };
}

static guint
count_cells (LpCells c)
{
  return (c.x1 - c.x0 + 1) * (c.y1 - c.y0 + 1);
}

static void
choose_cells (LpGrid *grid, guint n_entries)
{
  double area = MAX (grid->bounds.w, 1) * MAX (grid->bounds.h, 1);
  double wanted = MAX (n_entries / ENTRIES_PER_CELL, 1);
  grid->cell = MAX (sqrt (area / wanted), MAX (grid->bounds.w, grid->bounds.h) / MAX_SIDE);
  grid->cell = MAX (grid->cell, 1);
  grid->columns = (guint) ceil (MAX (grid->bounds.w, 1) / grid->cell);
  grid->rows = (guint) ceil (MAX (grid->bounds.h, 1) / grid->cell);
}

/* Counts (items NULL) or places the small entries; start[cell + 1] is the running end of a cell. */
static void
spread (LpGrid *grid, const LpGridEntry *entries, guint n_entries, guint *ends)
{
  for (guint i = 0; i < n_entries; i++)
    {
      LpCells c = cells_of (grid, entries[i].rect);
      if (count_cells (c) > MAX_CELLS_PER_ENTRY)
        continue;
      for (guint y = c.y0; y <= c.y1; y++)
        for (guint x = c.x0; x <= c.x1; x++)
          {
            guint cell = y * grid->columns + x;
            if (grid->items != NULL)
              grid->items[ends[cell]] = entries[i].index;
            ends[cell]++;
          }
    }
}

LpGrid *
lp_grid_new (const LpGridEntry *entries, guint n_entries, LpRect bounds)
{
  LpGrid *grid = g_new0 (LpGrid, 1);
  grid->bounds = bounds;
  for (guint i = 0; i < n_entries; i++)
    grid->n_indices = MAX (grid->n_indices, entries[i].index + 1);
  choose_cells (grid, n_entries);
  guint n_cells = grid->columns * grid->rows;

  grid->start = g_new0 (guint, n_cells + 1);
  spread (grid, entries, n_entries, grid->start + 1);
  for (guint i = 0; i < n_cells; i++)
    grid->start[i + 1] += grid->start[i];
  g_autofree guint *ends = g_memdup2 (grid->start, sizeof (guint) * (n_cells + 1));
  grid->items = g_new (guint, MAX (grid->start[n_cells], 1));
  spread (grid, entries, n_entries, ends);

  g_autoptr (GArray) large = g_array_new (FALSE, FALSE, sizeof (LpGridEntry));
  for (guint i = 0; i < n_entries; i++)
    if (count_cells (cells_of (grid, entries[i].rect)) > MAX_CELLS_PER_ENTRY)
      g_array_append_val (large, entries[i]);
  grid->n_large = large->len;
  grid->large = (LpGridEntry *) g_array_free (g_steal_pointer (&large), FALSE);
  return grid;
}

void
lp_grid_free (LpGrid *grid)
{
  g_free (grid->start);
  g_free (grid->items);
  g_free (grid->large);
  g_free (grid);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;
  return left < right ? -1 : left > right;
}

static void
sort_few (GArray *indices)
{
  g_array_sort (indices, compare_indices);
  guint *items = (guint *) indices->data, n = 0;
  for (guint i = 0; i < indices->len; i++)
    if (n == 0 || items[i] != items[n - 1])
      items[n++] = items[i];
  g_array_set_size (indices, n);
}

/* Many are sorted in linear time: a bit for each index that can be. */
static void
sort_many (GArray *indices, guint n_words)
{
  g_autofree guint64 *marks = g_new0 (guint64, n_words);
  for (guint i = 0; i < indices->len; i++)
    {
      guint index = g_array_index (indices, guint, i);
      marks[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
    }
  g_array_set_size (indices, 0);
  for (guint word = 0; word < n_words; word++)
    for (guint64 left = marks[word]; left != 0; left &= left - 1)
      {
        guint index = word * 64 + (guint) __builtin_ctzll (left);
        g_array_append_val (indices, index);
      }
}

GArray *
lp_grid_query (const LpGrid *grid, LpRect area)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < grid->n_large; i++)
    if (lp_rect_overlaps (lp_rect_grow (grid->large[i].rect, 0.01), area))
      g_array_append_val (found, grid->large[i].index);
  LpCells c = cells_of (grid, area);
  for (guint y = c.y0; y <= c.y1; y++)
    {
      guint first = grid->start[y * grid->columns + c.x0], end = grid->start[y * grid->columns + c.x1 + 1];
      g_array_append_vals (found, grid->items + first, end - first);
    }
  guint n_words = grid->n_indices / 64 + 1;
  if (found->len < n_words / 4)
    sort_few (found);
  else
    sort_many (found, n_words);
  return found;
}
