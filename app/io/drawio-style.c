#include "io/drawio-style.h"

#include <string.h>

#include "base/number.h"

typedef struct
{
  const char *key;
  const char *value; /* NULL for a bare name */
} LpDrawioPair;

/* The text is cut in place; the pairs point into it. A style has some twenty pairs: a search beats a
 * table. */
struct _LpDrawioStyle
{
  char *text;
  GArray *pairs;
};

LpDrawioStyle *
lp_drawio_style_new (const char *text)
{
  LpDrawioStyle *style = g_new (LpDrawioStyle, 1);
  style->text = g_strdup (text != NULL ? text : "");
  style->pairs = g_array_new (FALSE, FALSE, sizeof (LpDrawioPair));

  for (char *at = style->text; at != NULL && *at != '\0';)
    {
      char *next = strchr (at, ';');
      if (next != NULL)
        *next++ = '\0';
      char *equals = strchr (at, '=');
      if (equals != NULL)
        *equals++ = '\0';
      LpDrawioPair pair = { g_strstrip (at), equals };
      if (*pair.key != '\0')
        g_array_append_val (style->pairs, pair);
      at = next;
    }
  return style;
}

void
lp_drawio_style_free (LpDrawioStyle *style)
{
  g_array_unref (style->pairs);
  g_free (style->text);
  g_free (style);
}

const char *
lp_drawio_style_get (const LpDrawioStyle *style, const char *key)
{
  for (guint i = style->pairs->len; i-- > 0;)
    {
      const LpDrawioPair *pair = &g_array_index (style->pairs, LpDrawioPair, i);
      if (pair->value != NULL && g_str_equal (pair->key, key))
        return pair->value;
    }
  return NULL;
}

double
lp_drawio_style_get_number (const LpDrawioStyle *style, const char *key, double fallback)
{
  const char *text = lp_drawio_style_get (style, key);
  double number;

  return text != NULL && lp_number_parse (text, &number) ? number : fallback;
}

gboolean
lp_drawio_style_has (const LpDrawioStyle *style, const char *name)
{
  for (guint i = 0; i < style->pairs->len; i++)
    {
      const LpDrawioPair *pair = &g_array_index (style->pairs, LpDrawioPair, i);
      if (pair->value == NULL && g_str_equal (pair->key, name))
        return TRUE;
    }
  return FALSE;
}

gboolean
lp_drawio_style_is_none (const LpDrawioStyle *style, const char *key)
{
  return g_strcmp0 (lp_drawio_style_get (style, key), "none") == 0;
}
