#include "base/xml-text.h"

#include <glib/gi18n.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#define MAX_DEPTH 256

typedef struct
{
  char *message;
  LpPosition at;
  gboolean entities;
} LpXmlComplaint;

/* An entity is refused where it is declared, before anything can expand it. */
static void
on_entity (void *data, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
           xmlChar *content)
{
  xmlParserCtxt *parser = data;
  LpXmlComplaint *complaint = parser->_private;
  complaint->entities = TRUE;
  complaint->at = (LpPosition){ MAX (xmlSAX2GetLineNumber (parser), 0), 0 };
  xmlStopParser (parser);
}

static void
on_error (void *data, const xmlError *error)
{
  LpXmlComplaint *complaint = data;
  if (complaint->message != NULL || error->level < XML_ERR_ERROR)
    return;
  complaint->message = g_strstrip (g_strdup (error->message));
  complaint->at = (LpPosition){ MAX (error->line, 0), MAX (error->int2, 0) };
}

static gboolean
is_deeper_than (const xmlNode *node, guint depth)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && (depth == 0 || is_deeper_than (node->children, depth - 1)))
      return TRUE;
  return FALSE;
}

static gboolean
check_depth (xmlDoc *doc, const char *file, GError **error)
{
  if (is_deeper_than (xmlDocGetRootElement (doc), MAX_DEPTH))
    {
      lp_read_error_set (error, LP_READ_ERROR_DEPTH, file, (LpPosition){ 0, 0 }, NULL,
                         _("elements are nested deeper than %d levels; this is no diagram"), MAX_DEPTH);
      return FALSE;
    }
  return TRUE;
}

xmlDoc *
lp_xml_parse (GBytes *bytes, const char *file, gsize max_bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  LpXmlComplaint complaint = { NULL };

  if (size > max_bytes || size > G_MAXINT)
    {
      lp_read_error_set (error, LP_READ_ERROR_SIZE, file, (LpPosition){ 0, 0 }, NULL,
                         _("the file has more than %zu bytes; split it into several diagrams"), max_bytes);
      return NULL;
    }
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  parser->_private = &complaint;
  parser->sax->entityDecl = on_entity;
  xmlSetStructuredErrorFunc (&complaint, (xmlStructuredErrorFunc) on_error);
  /* XML_PARSE_HUGE lifts the limit on one text (inline pictures are larger); size and depth are guarded here. */
  g_autoptr (xmlDoc) doc = xmlCtxtReadMemory (parser, data != NULL ? data : "", size, NULL, NULL,
                                              XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES
                                                  | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  xmlSetStructuredErrorFunc (NULL, NULL);
  xmlFreeParserCtxt (parser);
  if (complaint.entities)
    {
      lp_read_error_set (error, LP_READ_ERROR_VALUE, file, complaint.at, NULL,
                         _("the document type declares entities, which are not read; save it without them"));
      g_free (complaint.message);
      return NULL;
    }
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      lp_read_error_set (error, LP_READ_ERROR_SYNTAX, file, complaint.at, NULL,
                         _("not well-formed XML: %s; mend it there, or restore the file from a backup"),
                         complaint.message != NULL ? complaint.message : _("there is no element in it"));
      g_free (complaint.message);
      return NULL;
    }
  g_free (complaint.message);
  return check_depth (doc, file, error) ? g_steal_pointer (&doc) : NULL;
}

char *
lp_xml_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *) node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);
  xmlFree (value);
  return copy;
}

LpPosition
lp_xml_position (const xmlNode *node)
{
  return (LpPosition){ MAX (xmlGetLineNo ((xmlNode *) node), 0), 0 };
}
