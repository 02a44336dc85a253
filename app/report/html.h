/* Writing HTML as a well-formed tree: every element is closed, every text is escaped. */
#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

typedef struct
{
  xmlTextWriter *out;
} LpHtml;

void lp_html_start (LpHtml *html, const char *element, const char *class_name);
void lp_html_attribute (LpHtml *html, const char *name, const char *value);
void lp_html_text (LpHtml *html, const char *text);
/* Writes the end tag also where there is nothing inside: HTML has only few elements without one. */
void lp_html_end (LpHtml *html);
/* <element class="...">text</element>; nothing where the text is empty. */
void lp_html_element (LpHtml *html, const char *element, const char *class_name, const char *text);
/* A link where the address is one of the web, else the text alone. */
void lp_html_link (LpHtml *html, const char *url, const char *text);

G_END_DECLS
