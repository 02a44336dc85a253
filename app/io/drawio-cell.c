#include <glib/gi18n.h>
#include <math.h>

#include "base/number.h"
#include "base/xml-text.h"
#include "io/drawio-page.h"

#define MAX_CELLS 20000 /* some steps compare all with all */
#define MAX_NESTING 256
#define MAX_COORDINATE 1e7

static void
cell_clear (LpDrawioCell *cell)
{
  g_free (cell->id);
  g_free (cell->value);
  lp_drawio_style_free (cell->style);
  g_clear_pointer (&cell->attributes, g_hash_table_unref);
  g_free (cell->label);
  g_free (cell->foreign);
  g_clear_pointer (&cell->spans, g_array_unref);
}

static void
remark_free (LpDrawioRemark *remark)
{
  g_free (remark->text);
  g_free (remark);
}

void
lp_drawio_page_free (LpDrawioPage *page)
{
  g_hash_table_unref (page->by_id);
  g_array_unref (page->cells);
  g_ptr_array_unref (page->notes);
  g_ptr_array_unref (page->remarks);
  g_free (page->title);
  g_free (page);
}

void
lp_drawio_page_note (LpDrawioPage *page, guint cell, const char *format, ...)
{
  LpImportNote *note = g_new0 (LpImportNote, 1);
  va_list arguments;

  va_start (arguments, format);
  note->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  note->place = g_strdup_printf ("%u/%s", page->number, lp_drawio_cell (page, cell)->id);
  g_ptr_array_add (page->notes, note);
}

void
lp_drawio_page_remark (LpDrawioPage *page, guint cell, const char *text)
{
  LpDrawioRemark *remark = g_new0 (LpDrawioRemark, 1);
  remark->cell = cell;
  remark->text = g_strdup (text);
  g_ptr_array_add (page->remarks, remark);
}

static gboolean
fail (const LpDrawioPage *page,
      const char *id,
      LpPosition at,
      LpReadErrorCode code,
      const char *message,
      GError **error)
{
  g_autofree char *path = id != NULL ? g_strdup_printf ("page %u, cell %s", page->number, id)
                                     : g_strdup_printf ("page %u", page->number);
  lp_read_error_set (error, code, page->file, at, path, "%s", message);
  return FALSE;
}

/* A coordinate; what is no number, or lies beyond all paper, counts as 0 (draw.io itself writes NaN at
 * times). */
static double
read_number (const xmlNode *node, const char *name)
{
  g_autofree char *text = lp_xml_attribute (node, name);
  double number;

  if (text == NULL || !lp_number_parse (text, &number) || fabs (number) > MAX_COORDINATE)
    return 0;
  return number;
}

static gboolean
read_flag (const xmlNode *node, const char *name)
{
  g_autofree char *text = lp_xml_attribute (node, name);
  return g_strcmp0 (text, "1") == 0;
}

static void
read_geometry_point (LpDrawioCell *cell, const xmlNode *node)
{
  g_autofree char *as = lp_xml_attribute (node, "as");
  LpPoint point = { read_number (node, "x"), read_number (node, "y") };
  gboolean is_source = g_strcmp0 (as, "sourcePoint") == 0;

  if (g_strcmp0 (as, "offset") == 0)
    cell->offset = point;
  else if (is_source || g_strcmp0 (as, "targetPoint") == 0)
    {
      LpDrawioEnd end = is_source ? LP_DRAWIO_SOURCE : LP_DRAWIO_TARGET;
      cell->point[end] = point;
      cell->has_point[end] = TRUE;
    }
}

static void
read_bends (LpDrawioCell *cell, const xmlNode *points)
{
  for (const xmlNode *node = points->children; node != NULL; node = node->next)
    if (lp_xml_is (node, "mxPoint"))
      {
        LpPoint bend = { read_number (node, "x"), read_number (node, "y") };
        if (!cell->has_bend[LP_DRAWIO_SOURCE])
          cell->bend[LP_DRAWIO_SOURCE] = bend;
        cell->bend[LP_DRAWIO_TARGET] = bend;
        cell->has_bend[LP_DRAWIO_SOURCE] = cell->has_bend[LP_DRAWIO_TARGET] = TRUE;
      }
}

static void
read_geometry (LpDrawioCell *cell, const xmlNode *geometry, gboolean collapsed)
{
  cell->bounds = (LpRect){ read_number (geometry, "x"), read_number (geometry, "y"),
                           fabs (read_number (geometry, "width")), fabs (read_number (geometry, "height")) };
  cell->is_relative = read_flag (geometry, "relative");
  for (const xmlNode *node = geometry->children; node != NULL; node = node->next)
    if (lp_xml_is (node, "mxPoint"))
      read_geometry_point (cell, node);
    else if (lp_xml_is (node, "Array"))
      read_bends (cell, node);
    /* A collapsed container keeps its full size beside; what it holds is still part of the design. */
    else if (collapsed && lp_xml_is (node, "mxRectangle") && read_number (node, "width") > 0)
      {
        cell->bounds.w = read_number (node, "width");
        cell->bounds.h = fabs (read_number (node, "height"));
      }
}

static GHashTable *
read_attributes (const xmlNode *object)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (const xmlAttr *a = object->properties; a != NULL; a = a->next)
    {
      const char *name = (const char *) a->name;
      g_hash_table_insert (attributes, g_strdup (name), lp_xml_attribute (object, name));
    }
  return attributes;
}

typedef struct
{
  char *parent, *ends[2];
  LpPosition at;
} LpDrawioNames; /* what a cell refers to, until all ids are known */

static void
names_clear (LpDrawioNames *names)
{
  g_free (names->parent);
  g_free (names->ends[LP_DRAWIO_SOURCE]);
  g_free (names->ends[LP_DRAWIO_TARGET]);
}

/* `object` is the <mxCell> itself, or the <UserObject> or <object> around it. */
static gboolean
read_cell (LpDrawioPage *page, const xmlNode *object, const xmlNode *node, GArray *names, GError **error)
{
  LpDrawioCell cell
      = { .parent = LP_NONE, .attached = { LP_NONE, LP_NONE }, .container = LP_NONE, .stands_for = LP_NONE };
  g_autofree char *style = lp_xml_attribute (node, "style");
  g_autofree char *visible = lp_xml_attribute (node, "visible");
  LpDrawioNames name = { lp_xml_attribute (node, "parent"),
                         { lp_xml_attribute (node, "source"), lp_xml_attribute (node, "target") },
                         lp_xml_position (object) };

  cell.id = lp_xml_attribute (object, "id");
  if (cell.id == NULL)
    cell.id = lp_xml_attribute (node, "id");
  cell.value = lp_xml_attribute (object, object == node ? "value" : "label");
  cell.attributes = object == node ? NULL : read_attributes (object);
  cell.style = lp_drawio_style_new (style);
  cell.is_vertex = read_flag (node, "vertex");
  cell.is_edge = read_flag (node, "edge");
  cell.is_hidden = g_strcmp0 (visible, "0") == 0;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (lp_xml_is (child, "mxGeometry"))
      read_geometry (&cell, child, read_flag (node, "collapsed"));
  guint index = page->cells->len;
  g_array_append_val (page->cells, cell);
  g_array_append_val (names, name);
  if (cell.id == NULL)
    return fail (page, NULL, name.at, LP_READ_ERROR_MISSING,
                 _("a cell has no id; save the file again with draw.io"), error);
  if (!g_hash_table_insert (page->by_id, cell.id, GUINT_TO_POINTER (index + 1)))
    return fail (page, cell.id, name.at, LP_READ_ERROR_DUPLICATE,
                 _("two cells have this id; give one of them another"), error);
  return TRUE;
}

static const xmlNode *
find_element (const xmlNode *node, const char *name)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (lp_xml_is (child, name))
      return child;
  return NULL;
}

static gboolean
read_cells (LpDrawioPage *page, const xmlNode *root, GArray *names, GError **error)
{
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      const xmlNode *node = lp_xml_is (child, "mxCell") ? child : find_element (child, "mxCell");
      if (node == NULL)
        continue;
      if (page->cells->len >= MAX_CELLS)
        return fail (page, NULL, lp_xml_position (child), LP_READ_ERROR_COUNT,
                     _("the page has too many cells; split it"), error);
      if (!read_cell (page, child, node, names, error))
        return FALSE;
    }
  return TRUE;
}

static guint
look_up (const LpDrawioPage *page, const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (page->by_id, id)) - 1 : LP_NONE;
}

static gboolean
resolve (LpDrawioPage *page, const GArray *names, GError **error)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      LpDrawioCell *cell = lp_drawio_cell (page, i);
      const LpDrawioNames *name = &g_array_index (names, LpDrawioNames, i);
      cell->parent = look_up (page, name->parent);
      if (name->parent != NULL && cell->parent == LP_NONE)
        return fail (page, cell->id, name->at, LP_READ_ERROR_REFERENCE,
                     _("its parent is not on the page; save the file again with draw.io"), error);
      for (LpDrawioEnd end = LP_DRAWIO_SOURCE; end <= LP_DRAWIO_TARGET; end++)
        cell->attached[end] = look_up (page, name->ends[end]);
    }
  return TRUE;
}

/* The cell's parents end within MAX_NESTING. Where they do not, a step as long as the way shows which it is:
 * in a circle the same cell comes again. */
static gboolean
check_nesting (LpDrawioPage *page, const GArray *names, GError **error)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      guint depth = 0, up = i;
      while (up != LP_NONE && depth++ <= MAX_NESTING)
        up = lp_drawio_cell (page, up)->parent;
      if (up == LP_NONE)
        continue;
      guint again = up;
      for (guint step = 0; step < page->cells->len && again != LP_NONE; step++)
        {
          again = lp_drawio_cell (page, again)->parent;
          if (again == up)
            return fail (page, lp_drawio_cell (page, up)->id, g_array_index (names, LpDrawioNames, up).at,
                         LP_READ_ERROR_CYCLE,
                         _("the cell contains itself; save the file again with draw.io"), error);
        }
      return fail (page, lp_drawio_cell (page, i)->id, g_array_index (names, LpDrawioNames, i).at,
                   LP_READ_ERROR_DEPTH, _("cells are nested too deep; ungroup some of them"), error);
    }
  return TRUE;
}

LpDrawioPage *
lp_drawio_page_new (
    const xmlNode *model, guint number, const char *file, const LpCatalogue *catalogue, GError **error)
{
  g_autoptr (LpDrawioPage) page = g_new0 (LpDrawioPage, 1);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (LpDrawioNames));

  g_array_set_clear_func (names, (GDestroyNotify) names_clear);
  page->number = number;
  page->file = file;
  page->catalogue = catalogue;
  page->cells = g_array_new (FALSE, FALSE, sizeof (LpDrawioCell));
  g_array_set_clear_func (page->cells, (GDestroyNotify) cell_clear);
  page->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  page->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) lp_import_note_free);
  page->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  const xmlNode *root = model != NULL ? find_element (model, "root") : NULL;
  if (model != NULL && root == NULL)
    {
      fail (page, NULL, lp_xml_position (model), LP_READ_ERROR_MISSING,
            _("the page has no <root> with cells; save the file again with draw.io"), error);
      return NULL;
    }
  if (root != NULL
      && (!read_cells (page, root, names, error) || !resolve (page, names, error)
          || !check_nesting (page, names, error)))
    return NULL;
  return g_steal_pointer (&page);
}
