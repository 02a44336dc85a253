/* draw.io's HTML export: a <div class="mxgraph" data-mxgraph="{...}">, whose JSON has the file under
 * "xml". */
#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/json-text.h"
#include "base/xml-text.h"
#include "io/carrier.h"
#include "io/drawio-file.h"

#define HEAD 4096
#define MAX_DEPTH 256

static int
sniff (const guint8 *bytes, gsize size)
{
  g_autofree char *head = g_ascii_strdown ((const char *) bytes, MIN (size, HEAD));

  return strstr (head, "<html") != NULL ? 40 : strstr (head, "<!doctype html") != NULL ? 40 : 0;
}

static char *
find_attribute (const xmlNode *node, const char *name, guint depth)
{
  for (; node != NULL && depth < MAX_DEPTH; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      char *value = lp_xml_attribute (node, name);
      if (value == NULL)
        value = find_attribute (node->children, name, depth + 1);
      if (value != NULL)
        return value;
    }
  return NULL;
}

static LpImport *
read_options (const char *options, const char *file, const LpCatalogue *catalogue, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (options, strlen (options));
  g_autoptr (LpJsonText) text = lp_json_text_new (bytes, file, LP_JSON_LIMITS_DEFAULT, error);
  if (text == NULL)
    return NULL;
  LpJsonPlace place = LP_JSON_ROOT (text);
  JsonObject *object = lp_json_as_object (lp_json_text_get_root (text), &place, error);
  const char *xml = NULL;
  if (object == NULL || !lp_json_get_string (object, &place, "xml", TRUE, &xml, error))
    return NULL;
  g_autoptr (GBytes) content = g_bytes_new (xml, strlen (xml));
  return lp_drawio_read (content, file, catalogue, error);
}

static LpImport *
read_html (GBytes *bytes, const char *file, const LpCatalogue *catalogue, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *options = NULL;

  if (size <= LP_CARRIER_MAX_BYTES)
    {
      g_autoptr (xmlDoc) doc = htmlReadMemory (data, size, NULL, "UTF-8",
                                               HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                                   | HTML_PARSE_RECOVER);
      options = doc != NULL ? find_attribute (xmlDocGetRootElement (doc), "data-mxgraph", 0) : NULL;
    }
  if (options == NULL)
    {
      lp_read_error_set (
          error, LP_READ_ERROR_FORMAT, file, (LpPosition){ 0, 0 }, NULL,
          _("this page carries no draw.io diagram; open the .drawio file that it was made from"));
      return NULL;
    }
  return read_options (options, file, catalogue, error);
}

static const char *const suffixes[] = { ".html", NULL };

const LpFormat lp_format_html = { "html", N_("draw.io page (HTML)"), suffixes, sniff, read_html };
