#include "io/drawio-label.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "io/drawio-page.h"

#define MAX_DEPTH 200
#define MAX_BYTES (1u << 20) /* longer labels are pasted data */

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static void
collect (const xmlNode *node, GString *text, guint depth)
{
  static const char *const breaks[] = { "br", "p",  "div", "li", "ul", "ol", "tr",  "td",    "th", "hr",
                                        "h1", "h2", "h3",  "h4", "h5", "h6", "pre", "table", NULL };
  static const char *const unread[] = { "script", "style", "head", "title", NULL };

  for (; node != NULL && depth < MAX_DEPTH; node = node->next)
    {
      const char *name = (const char *) node->name;
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, (const char *) node->content);
      else if (node->type == XML_ELEMENT_NODE && !is_one_of (name, unread))
        {
          gboolean is_break = is_one_of (name, breaks);
          if (is_break)
            g_string_append_c (text, ' ');
          collect (node->children, text, depth + 1);
          if (is_break)
            g_string_append_c (text, ' ');
        }
    }
}

/* One space between words, none around; invisible characters gone. */
static char *
run_together (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);
      if (g_unichar_isspace (u) || u == 0xa0)
        gap = line->len > 0;
      else if (!g_unichar_iszerowidth (u) && !g_unichar_iscntrl (u) && u != 0x200b && u != 0xfeff)
        {
          if (gap)
            g_string_append_c (line, ' ');
          g_string_append_unichar (line, u);
          gap = FALSE;
        }
      else if (g_unichar_ismark (u))
        g_string_append_unichar (line, u);
    }
  char *result = g_string_free (line, FALSE);
  if (*result == '\0')
    g_clear_pointer (&result, g_free);
  return result;
}

char *
lp_drawio_label_from_html (const char *html)
{
  gsize size = strlen (html);

  if (size > MAX_BYTES || (strpbrk (html, "<&") == NULL))
    return size > MAX_BYTES ? NULL : run_together (html);
  g_autoptr (GString) text = g_string_new (NULL);
  xmlDoc *doc = htmlReadMemory (html, size, NULL, "UTF-8",
                                HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                    | HTML_PARSE_RECOVER | HTML_PARSE_COMPACT);
  if (doc != NULL)
    {
      collect (xmlDocGetRootElement (doc), text, 0);
      xmlFreeDoc (doc);
    }
  return run_together (text->str);
}

char *
lp_drawio_label_fill_in (const char *label, GHashTable *attributes)
{
  GString *text = g_string_new (NULL);

  for (const char *at = label; *at != '\0';)
    {
      const char *end = *at == '%' ? strchr (at + 1, '%') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (at + 1, end - at - 1) : NULL;
      const char *value = name != NULL ? g_hash_table_lookup (attributes, name) : NULL;
      if (value != NULL)
        {
          g_string_append (text, value);
          at = end + 1;
        }
      else
        g_string_append_c (text, *at++);
    }
  return g_string_free (text, FALSE);
}

/* Cells that were pasted into a label while it was edited stand there as their percent-encoded XML: an
 * accident that says nothing to people. */
static void
cut_pasted_cells (char *value)
{
  static const char *const starts[] = { "%3CmxGraphModel", "%3CmxCell", NULL };

  for (guint i = 0; starts[i] != NULL; i++)
    {
      char *pasted = strstr (value, starts[i]);
      if (pasted != NULL)
        *pasted = '\0';
    }
}

/* Labels without html=1 are literal, but hand-written files forget it: what has a common tag is read as
 * HTML. */
static gboolean
is_html (const LpDrawioCell *cell)
{
  static const char *const tags[]
      = { "<br", "<b>", "<div", "<font", "<span", "<p>", "<i>", "&nbsp;", "&amp;" };

  if (g_strcmp0 (lp_drawio_style_get (cell->style, "html"), "1") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strstr (cell->value, tags[i]) != NULL)
      return TRUE;
  return FALSE;
}

void
lp_drawio_page_label (LpDrawioPage *page)
{
  for (guint i = 0; i < page->cells->len; i++)
    {
      LpDrawioCell *cell = lp_drawio_cell (page, i);
      if (cell->value == NULL || *cell->value == '\0'
          || g_strcmp0 (lp_drawio_style_get (cell->style, "noLabel"), "1") == 0)
        continue;
      gboolean fill = cell->attributes != NULL
                      && g_strcmp0 (g_hash_table_lookup (cell->attributes, "placeholders"), "1") == 0;
      g_autofree char *value
          = fill ? lp_drawio_label_fill_in (cell->value, cell->attributes) : g_strdup (cell->value);
      cut_pasted_cells (value);
      cell->label = is_html (cell) ? lp_drawio_label_from_html (value) : run_together (value);
    }
}
