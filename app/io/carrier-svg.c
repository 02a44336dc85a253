/* A drawing that carries its source: ours in <metadata>, draw.io's in the attribute `content`. */
#include <glib/gi18n.h>
#include <string.h>

#include "base/xml-text.h"
#include "io/carrier.h"
#include "io/drawio-file.h"
#include "io/native.h"

#define NAMESPACE "https://loadpath.github.io/ns"

/* Whether the first element, behind declarations and comments, is `element`. */
static gboolean
begins_with_element (const guint8 *bytes, gsize size, const char *element)
{
  gsize n = strlen (element);
  const char *text = (const char *) bytes;

  size = MIN (size, 4096);
  if (size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    text += 3, size -= 3;
  for (gsize i = 0; i + 1 < size; i++)
    {
      if (g_ascii_isspace (text[i]))
        continue;
      if (text[i] != '<')
        return FALSE;
      if (size - i > n + 1 && g_ascii_strncasecmp (text + i + 1, element, n) == 0)
        return g_ascii_isspace (text[i + 1 + n]) || text[i + 1 + n] == '>' || text[i + 1 + n] == '/';
      if (text[i + 1] != '?' && text[i + 1] != '!')
        return FALSE;
      const char *close = i + 4 < size && memcmp (text + i, "<!--", 4) == 0 ? "-->" : ">";
      const char *end = g_strstr_len (text + i, size - i, close);
      if (end == NULL)
        return FALSE;
      i = end - text + strlen (close) - 1;
    }
  return FALSE;
}

static int
sniff_svg (const guint8 *bytes, gsize size)
{
  return begins_with_element (bytes, size, "svg") ? 90 : 0;
}

static const xmlNode *
find_document (const xmlNode *root)
{
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    if (lp_xml_is (child, "metadata"))
      for (const xmlNode *node = child->children; node != NULL; node = node->next)
        if (lp_xml_is (node, "document") && node->ns != NULL
            && g_str_equal ((const char *) node->ns->href, NAMESPACE))
          return node;
  return NULL;
}

static LpImport *
read_native (const xmlNode *document, const char *file, GError **error)
{
  xmlChar *content = xmlNodeGetContent ((xmlNode *) document);
  g_autoptr (GBytes) json = g_bytes_new (content, strlen ((const char *) content));
  xmlFree (content);
  LpDesign *design = lp_native_read (json, file, error);

  if (design == NULL)
    return NULL;
  LpImport *import = lp_import_new (lp_format_native.id);
  g_ptr_array_add (import->parts, lp_import_part_new (design, NULL));
  return import;
}

static LpImport *
read_svg (GBytes *bytes, const char *file, const LpCatalogue *catalogue, GError **error)
{
  g_autoptr (xmlDoc) doc = lp_xml_parse (bytes, file, LP_CARRIER_MAX_BYTES, error);
  if (doc == NULL)
    return NULL;
  const xmlNode *root = xmlDocGetRootElement (doc);
  const xmlNode *document = find_document (root);
  if (document != NULL)
    return read_native (document, file, error);
  g_autofree char *content = lp_xml_attribute (root, "content");
  if (content != NULL && *content != '\0')
    {
      g_autoptr (GBytes) xml = g_bytes_new (content, strlen (content));
      return lp_drawio_read (xml, file, catalogue, error);
    }
  lp_read_error_set (
      error, LP_READ_ERROR_FORMAT, file, lp_xml_position (root), NULL,
      _("this drawing carries no diagram; in draw.io, export it with “Include a copy of my diagram”"));
  return NULL;
}

static const char *const svg_suffixes[] = { ".svg", NULL };

const LpFormat lp_format_svg
    = { "svg", N_("Drawing with its source (SVG)"), svg_suffixes, sniff_svg, read_svg };
