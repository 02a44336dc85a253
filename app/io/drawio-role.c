/* What part each cell plays, as far as its own style, label and size tell. */
#include <string.h>

#include "io/drawio-name.h"
#include "io/drawio-words.h"

#define MARK_SIZE 45     /* the largest circle with a number in it that is a step and no component */
#define USUAL_SIZE 48    /* of an icon, where there is none to measure */
#define WAYPOINT_SIZE 12 /* the largest unlabelled dot that joins lines */

static gboolean
shape_begins_with (const char *shape, const char *const *prefixes)
{
  for (; shape != NULL && *prefixes != NULL; prefixes++)
    if (g_str_has_prefix (shape, *prefixes))
      return TRUE;
  return FALSE;
}

static gboolean
is_ornament (const LpDrawioCell *cell, const char *shape)
{
  static const char *const shapes[] = { "mxgraph.arrows",
                                        "singleArrow",
                                        "doubleArrow",
                                        "flexArrow",
                                        "line",
                                        "link",
                                        "curlyBracket",
                                        "mxgraph.flowchart.annotation",
                                        "waypoint",
                                        "crossbar",
                                        "mxgraph.basic.arc",
                                        "mxgraph.signs",
                                        "partialRectangle",
                                        "tableRow",
                                        "mxgraph.aws3d.arrow",
                                        "mxgraph.aws3d.dashed",
                                        "mxgraph.aws3d.flat",
                                        NULL };

  if (shape_begins_with (shape, shapes) || lp_drawio_style_has (cell->style, "line"))
    return TRUE;
  return shape != NULL && g_str_has_prefix (shape, "mxgraph.aws3d.") && strstr (shape, "Edge") != NULL;
}

static gboolean
is_text (const LpDrawioCell *cell, const char *shape)
{
  const LpDrawioStyle *style = cell->style;

  if (lp_drawio_style_has (style, "text") || g_strcmp0 (shape, "text") == 0
      || lp_drawio_style_has (style, "edgeLabel"))
    return TRUE;
  return shape == NULL && cell->label != NULL && lp_drawio_style_is_none (style, "strokeColor")
         && lp_drawio_style_is_none (style, "fillColor") && lp_drawio_style_get (style, "image") == NULL;
}

static gboolean
is_mark (const LpDrawioCell *cell, const char *shape)
{
  if (cell->label == NULL || cell->rect.w > MARK_SIZE || cell->rect.h > MARK_SIZE
      || lp_drawio_name_is_aws (cell->foreign))
    return FALSE;
  return lp_drawio_words_are_number (cell->label);
}

static gboolean
is_waypoint (const LpDrawioCell *cell)
{
  return cell->label == NULL && cell->foreign == NULL && cell->rect.w <= WAYPOINT_SIZE
         && cell->rect.h <= WAYPOINT_SIZE;
}

static gboolean
is_layer (const LpDrawioPage *page, const LpDrawioCell *cell)
{
  return !cell->is_vertex && !cell->is_edge
         && (cell->parent == LP_NONE || lp_drawio_cell (page, cell->parent)->parent == LP_NONE);
}

static gboolean
is_frame_shape (const LpDrawioCell *cell, const char *shape)
{
  static const char *const groups[]
      = { "mxgraph.aws4.group", "mxgraph.aws20.group", "mxgraph.aws3.group", NULL };
  return lp_drawio_style_get (cell->style, "grIcon") != NULL || shape_begins_with (shape, groups);
}

/* The frame of the first icon sets: a rectangle like any other, with a badge on its corner. */
static gboolean
is_plain_frame (const char *shape)
{
  static const char *const shapes[] = { "mxgraph.aws.groups.rrect", "mxgraph.aws2.groups.rrect", NULL };
  return shape_begins_with (shape, shapes);
}

/* The number of a port, beside a line: no step, but no component either. */
static gboolean
is_port (const LpDrawioCell *cell, const char *shape)
{
  gsize n = cell->label != NULL ? strspn (cell->label, "0123456789") : 0;
  return shape == NULL && cell->foreign == NULL && n >= 2 && n <= 5 && cell->label[n] == '\0';
}

static LpDrawioRole
role_of_vertex (LpDrawioCell *cell)
{
  const char *shape = lp_drawio_style_get (cell->style, "shape");

  if (lp_drawio_style_has (cell->style, "group") && shape == NULL && cell->label == NULL)
    return LP_DRAWIO_ABSENT;
  if (is_plain_frame (shape))
    {
      g_clear_pointer (&cell->foreign, g_free);
      return LP_DRAWIO_BOX;
    }
  if (is_frame_shape (cell, shape))
    return LP_DRAWIO_FRAME;
  if (is_ornament (cell, shape))
    return cell->label != NULL && g_strcmp0 (shape, "partialRectangle") == 0 ? LP_DRAWIO_TEXT
                                                                             : LP_DRAWIO_ORNAMENT;
  if (is_mark (cell, shape))
    return LP_DRAWIO_MARK;
  if (is_text (cell, shape) || is_port (cell, shape))
    return cell->label != NULL ? LP_DRAWIO_TEXT : LP_DRAWIO_ABSENT;
  if (lp_drawio_name_is_aws (cell->foreign))
    return LP_DRAWIO_ICON;
  if (is_waypoint (cell))
    return LP_DRAWIO_ORNAMENT;
  return LP_DRAWIO_BOX;
}

/* The label of a line may hang on it as a cell of its own. */
static void
take_edge_label (LpDrawioPage *page, LpDrawioCell *label)
{
  LpDrawioCell *edge = lp_drawio_cell (page, label->parent);

  label->role = LP_DRAWIO_ABSENT;
  label->stands_for = label->parent;
  if (label->label == NULL || lp_drawio_words_are_number (label->label))
    return;
  if (edge->label == NULL)
    edge->label = g_strdup (label->label);
  else
    {
      g_autofree char *before = edge->label;
      edge->label = g_strdup_printf ("%s, %s", before, label->label);
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double p = *(const double *) a, q = *(const double *) b;
  return p < q ? -1 : p > q;
}

/* The median: a few large or small ones do not count. */
static double
median_icon (const LpDrawioPage *page)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < page->cells->len; i++)
    {
      const LpDrawioCell *cell = lp_drawio_cell (page, i);
      double size = MAX (cell->rect.w, cell->rect.h);
      if (cell->role == LP_DRAWIO_ICON && size > 0)
        g_array_append_val (sizes, size);
    }
  g_array_sort (sizes, compare_doubles);
  return sizes->len > 0 ? g_array_index (sizes, double, sizes->len / 2) : USUAL_SIZE;
}

void
lp_drawio_page_sort (LpDrawioPage *page)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (cell->is_hidden || is_layer (page, cell))
        cell->role = LP_DRAWIO_ABSENT;
      else if (cell->is_edge)
        cell->role = LP_DRAWIO_EDGE;
      else if (cell->is_vertex)
        {
          cell->foreign = lp_drawio_name_of_style (cell->style);
          cell->role = role_of_vertex (cell);
          if (lp_drawio_cell_is_component (cell) && cell->foreign != NULL)
            cell->kind = lp_drawio_name_find_kind (page->catalogue, cell->foreign);
        }
    }
  for (guint i = 0; i < page->cells->len; i++)
    {
      LpDrawioCell *cell = lp_drawio_cell (page, i);
      for (guint end = 0; cell->role == LP_DRAWIO_EDGE && end < 2; end++)
        if (cell->attached[end] != LP_NONE)
          lp_drawio_cell (page, cell->attached[end])->is_joined = TRUE;
      if (cell->parent != LP_NONE && cell->is_vertex && lp_drawio_cell (page, cell->parent)->is_edge
          && (cell->role == LP_DRAWIO_TEXT || cell->role == LP_DRAWIO_MARK || cell->role == LP_DRAWIO_BOX))
        take_edge_label (page, cell);
    }
  page->icon_size = median_icon (page);
}
