#include "io/drawio-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/xml-text.h"
#include "io/carrier.h"

#define MAX_PAGES 1000

typedef struct
{
  const char *file;
  guint page;
  LpPosition at;
  gsize *budget; /* bytes that may still come out of compressed pages */
} LpPageContext;

static void
source_free (LpDrawioSource *source)
{
  g_free (source->name);
  if (source->doc != NULL)
    xmlFreeDoc (source->doc);
  g_free (source);
}

void
lp_drawio_file_free (LpDrawioFile *file)
{
  g_ptr_array_unref (file->pages);
  if (file->doc != NULL)
    xmlFreeDoc (file->doc);
  g_free (file);
}

static void
fail (const LpPageContext *context, GError **error, LpReadErrorCode code, const char *message)
{
  g_autofree char *path = g_strdup_printf ("page %u", context->page);
  lp_read_error_set (error, code, context->file, context->at, path, "%s", message);
}

static xmlNode *
find_child (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (lp_xml_is (child, name))
      return child;
  return NULL;
}

/* base64 of raw deflate of a percent-encoded text, as draw.io writes it; or one of those steps left out. */
static GBytes *
decode (const char *text, const LpPageContext *context, GError **error)
{
  gsize bad;
  GError *cause = NULL;

  if (*text == '<')
    return g_bytes_new (text, strlen (text));
  if (g_ascii_strncasecmp (text, "%3C", 3) == 0)
    {
      char *xml = g_strdup (text);
      gsize size = lp_percent_decode (xml);
      return g_bytes_new_take (xml, size);
    }
  g_autoptr (GBytes) packed = lp_base64_decode_strictly (text, &bad);
  if (packed == NULL)
    {
      g_autofree char *message = g_strdup_printf (
          _("the page is damaged: character %zu of its content is not base64; restore it from a backup"),
          bad + 1);
      fail (context, error, LP_READ_ERROR_DAMAGED, message);
      return NULL;
    }
  gsize size;
  const guint8 *data = g_bytes_get_data (packed, &size);
  g_autoptr (GBytes) inflated = lp_inflate (data, size, TRUE, *context->budget, &cause);
  if (inflated == NULL)
    {
      fail (context, error, cause->code, cause->message);
      g_error_free (cause);
      return NULL;
    }
  *context->budget -= g_bytes_get_size (inflated);
  char *xml = g_strdup (g_bytes_get_data (inflated, NULL));
  size = lp_percent_decode (xml);
  return g_bytes_new_take (xml, size);
}

static gboolean
read_compressed (LpDrawioSource *source, const char *text, const LpPageContext *context, GError **error)
{
  g_autoptr (GBytes) xml = decode (text, context, error);
  if (xml == NULL)
    return FALSE;
  GError *cause = NULL;
  source->doc = lp_xml_parse (xml, context->file, LP_CARRIER_MAX_BYTES, &cause);
  if (source->doc == NULL)
    {
      /* Where in the unpacked text helps nobody to mend the packed one. */
      gboolean is_packed = *text != '<' && cause->code == LP_READ_ERROR_SYNTAX;
      if (is_packed)
        fail (context, error, LP_READ_ERROR_DAMAGED,
              _("the page is damaged: its content unpacks to no XML; restore it from a backup"));
      else
        fail (context, error, cause->code, cause->message);
      g_error_free (cause);
      return FALSE;
    }
  source->model = xmlDocGetRootElement (source->doc);
  if (lp_xml_is (source->model, "mxGraphModel"))
    return TRUE;
  fail (context, error, LP_READ_ERROR_FORMAT,
        _("the page holds no <mxGraphModel>; save it again with draw.io"));
  return FALSE;
}

static gboolean
read_diagram (LpDrawioSource *source, const xmlNode *diagram, const LpPageContext *context, GError **error)
{
  source->name = lp_xml_attribute (diagram, "name");
  source->model = find_child (diagram, "mxGraphModel");
  if (source->model != NULL)
    return TRUE;
  xmlChar *content = xmlNodeGetContent ((xmlNode *) diagram);
  g_autofree char *text = g_strstrip (g_strdup ((const char *) content));
  xmlFree (content);
  return *text == '\0' || read_compressed (source, text, context, error);
}

static gboolean
read_pages (LpDrawioFile *result, const xmlNode *mxfile, const char *file, GError **error)
{
  gsize budget = LP_CARRIER_MAX_BYTES;
  LpPageContext context = { .file = file, .budget = &budget };

  for (const xmlNode *child = mxfile->children; child != NULL; child = child->next)
    {
      if (!lp_xml_is (child, "diagram"))
        continue;
      context.page++;
      context.at = lp_xml_position (child);
      if (context.page > MAX_PAGES)
        {
          g_autofree char *message
              = g_strdup_printf (_("there are more than %d pages; split the file"), MAX_PAGES);
          fail (&context, error, LP_READ_ERROR_COUNT, message);
          return FALSE;
        }
      LpDrawioSource *source = g_new0 (LpDrawioSource, 1);
      g_ptr_array_add (result->pages, source);
      if (!read_diagram (source, child, &context, error))
        return FALSE;
    }
  if (result->pages->len > 0)
    return TRUE;
  lp_read_error_set (error, LP_READ_ERROR_MISSING, file, lp_xml_position (mxfile), "mxfile",
                     _("the file has no page (<diagram>); save it again with draw.io"));
  return FALSE;
}

LpDrawioFile *
lp_drawio_file_read (GBytes *xml, const char *file, GError **error)
{
  g_autoptr (LpDrawioFile) result = g_new0 (LpDrawioFile, 1);

  result->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  result->doc = lp_xml_parse (xml, file, LP_CARRIER_MAX_BYTES, error);
  if (result->doc == NULL)
    return NULL;
  xmlNode *root = xmlDocGetRootElement (result->doc);
  if (lp_xml_is (root, "mxfile"))
    return read_pages (result, root, file, error) ? g_steal_pointer (&result) : NULL;
  if (lp_xml_is (root, "mxGraphModel"))
    {
      LpDrawioSource *source = g_new0 (LpDrawioSource, 1);
      source->model = root;
      g_ptr_array_add (result->pages, source);
      return g_steal_pointer (&result);
    }
  lp_read_error_set (error, LP_READ_ERROR_FORMAT, file, lp_xml_position (root), (const char *) root->name,
                     _("this XML is no draw.io diagram: its root is <%s>, not <mxfile>"), root->name);
  return NULL;
}
