#include "report/html.h"

void
lp_html_start (LpHtml *html, const char *element, const char *class_name)
{
  xmlTextWriterStartElement (html->out, BAD_CAST element);
  if (class_name != NULL)
    lp_html_attribute (html, "class", class_name);
}

void
lp_html_attribute (LpHtml *html, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (html->out, BAD_CAST name, BAD_CAST value);
}

void
lp_html_text (LpHtml *html, const char *text)
{
  xmlTextWriterWriteString (html->out, BAD_CAST text);
}

void
lp_html_end (LpHtml *html)
{
  xmlTextWriterFullEndElement (html->out);
}

void
lp_html_element (LpHtml *html, const char *element, const char *class_name, const char *text)
{
  if (*text == '\0')
    return;
  lp_html_start (html, element, class_name);
  lp_html_text (html, text);
  lp_html_end (html);
}

void
lp_html_link (LpHtml *html, const char *url, const char *text)
{
  if (url == NULL || !(g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")))
    {
      lp_html_text (html, text);
      return;
    }
  lp_html_start (html, "a", NULL);
  lp_html_attribute (html, "href", url);
  lp_html_text (html, text);
  lp_html_end (html);
}
