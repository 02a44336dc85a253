#include "io/drawio-joint.h"

#define MAX_EDGES 200 /* looked at for one end: more is a net, not a way */

LpDrawioJoints *
lp_drawio_joints_new (const LpDrawioPage *page)
{
  GHashTable *joints = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *edge = lp_drawio_cell (page, i);
      for (guint end = 0; edge->role == LP_DRAWIO_EDGE && end < 2; end++)
        {
          guint cell = edge->attached[end];
          if (cell == LP_NONE || lp_drawio_cell (page, cell)->role != LP_DRAWIO_ORNAMENT)
            continue;
          GArray *edges = g_hash_table_lookup (joints, GUINT_TO_POINTER (cell));
          if (edges == NULL)
            {
              edges = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (joints, GUINT_TO_POINTER (cell), edges);
            }
          g_array_append_val (edges, i);
        }
    }
  return joints;
}

/* Breadth first, so that the nearest is found. */
static guint
walk (const LpDrawioJoints *joints,
      const LpDrawioPage *page,
      guint joint,
      guint edge,
      LpDrawioEnd end,
      gboolean any)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_edges = 0;

  g_array_append_val (queue, joint);
  g_hash_table_add (seen, GUINT_TO_POINTER (joint));
  for (guint next = 0; next < queue->len; next++)
    {
      guint here = g_array_index (queue, guint, next);
      const GArray *edges = g_hash_table_lookup ((GHashTable *) joints, GUINT_TO_POINTER (here));
      for (guint i = 0; edges != NULL && i < edges->len; i++)
        {
          guint other = g_array_index (edges, guint, i);
          const LpDrawioCell *way = lp_drawio_cell (page, other);
          LpDrawioEnd here_end
              = way->attached[LP_DRAWIO_SOURCE] == here ? LP_DRAWIO_SOURCE : LP_DRAWIO_TARGET;
          guint there = way->attached[!here_end];
          if (++n_edges > MAX_EDGES)
            return LP_NONE;
          if (other == edge || there == LP_NONE || (!any && here_end == end)
              || !g_hash_table_add (seen, GUINT_TO_POINTER (there)))
            continue;
          if (lp_drawio_cell (page, there)->role != LP_DRAWIO_ORNAMENT)
            return there;
          g_array_append_val (queue, there);
        }
    }
  return LP_NONE;
}

guint
lp_drawio_joints_find (
    const LpDrawioJoints *joints, const LpDrawioPage *page, guint joint, guint edge, LpDrawioEnd end)
{
  guint found = walk (joints, page, joint, edge, end, FALSE);
  return found != LP_NONE ? found : walk (joints, page, joint, edge, end, TRUE);
}
