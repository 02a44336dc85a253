#include "scene/metrics.h"

#include <string.h>

#define FIRST ' '
#define LAST '~'

/* Advances of U+0020 to U+007E in thousandths of the font size. */
static const guint16 regular[] = {
  260, 269, 424, 653, 580, 987, 732, 244, 301, 301, 551, 580, 268, 424,  268, 372, 614, 572, 572,
  572, 597, 572, 583, 572, 580, 583, 268, 268, 580, 580, 580, 434, 1000, 639, 650, 645, 730, 584,
  563, 728, 741, 339, 398, 619, 524, 907, 760, 781, 605, 781, 622, 553,  566, 731, 603, 980, 596,
  580, 636, 350, 372, 350, 580, 500, 500, 561, 615, 480, 615, 564, 344,  615, 618, 258, 258, 534,
  278, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510,  470, 380, 551, 380, 580,
};

static const guint16 semibold[] = {
  255, 280, 471, 690, 590, 1013, 735, 265, 332, 332, 534, 590, 279, 411, 279, 405, 630, 561,  561,
  574, 621, 563, 596, 561, 600,  596, 279, 279, 590, 590, 590, 467, 994, 676, 659, 640, 731,  602,
  579, 723, 750, 381, 427, 651,  554, 924, 797, 780, 615, 780, 647, 573, 591, 741, 640, 1000, 654,
  628, 652, 368, 405, 368, 590,  500, 500, 592, 620, 504, 620, 579, 379, 620, 644, 299, 299,  608,
  305, 962, 644, 607, 620, 620,  445, 487, 425, 644, 558, 839, 566, 558, 490, 388, 540, 388,  590,
};

G_STATIC_ASSERT (G_N_ELEMENTS (regular) == LAST - FIRST + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (semibold) == LAST - FIRST + 1);

static guint
advance (gunichar c, const guint16 *table)
{
  if (c >= FIRST && c <= LAST)
    return table[c - FIRST];
  if (g_unichar_iszerowidth (c))
    return 0;
  if (g_unichar_iswide (c) || c >= 0x1f000)
    return 1000;
  return c < 0x250 ? 620 : 700; /* Latin with accents; any other script */
}

static double
width_of (const char *text, gsize length, double size, guint weight)
{
  const guint16 *table = weight >= LP_WEIGHT_SEMIBOLD ? semibold : regular;
  guint sum = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    sum += advance (g_utf8_get_char (p), table);
  return sum * size / 1000;
}

double
lp_text_width (const char *text, double size, guint weight)
{
  return width_of (text, strlen (text), size, weight);
}

/* Korean is written in words; Chinese and Japanese break anywhere. */
static gboolean
breaks_behind (gunichar c)
{
  return c == ' ' || c == '-' || c == '_' || c == '.' || c == '/' || c == ':'
         || (g_unichar_iswide (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HANGUL);
}

/* How many bytes of the text fit, cut at the best place. All of it where it fits. */
static gsize
fitting (const char *text, double size, guint weight, double width)
{
  const guint16 *table = weight >= LP_WEIGHT_SEMIBOLD ? semibold : regular;
  double limit = width * 1000 / size, sum = 0;
  const char *best = NULL, *p = text;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      sum += advance (c, table);
      if (sum > limit && c != ' ')
        break;
      if (breaks_behind (c))
        best = g_utf8_next_char (p);
    }
  if (*p == '\0')
    return p - text;
  if (best == NULL)
    best = p > text ? p : g_utf8_next_char (text);
  return best - text;
}

/* As much of the text as fits with "…" behind it. */
static char *
shorten (const char *text, double size, guint weight, double width)
{
  const guint16 *table = weight >= LP_WEIGHT_SEMIBOLD ? semibold : regular;
  double room = width * 1000 / size - advance (0x2026, table), sum = 0;
  const char *end = text;
  while (*end != '\0' && (sum += advance (g_utf8_get_char (end), table)) <= room)
    end = g_utf8_next_char (end);
  g_autofree char *start = g_strchomp (g_strndup (text, end - text));
  return g_strconcat (start, "…", NULL);
}

GStrv
lp_text_wrap (const char *text, double size, guint weight, double width, guint max_lines)
{
  GPtrArray *lines = g_ptr_array_new ();
  do
    {
      while (*text == ' ')
        text++;
      gsize length = fitting (text, size, weight, width);
      if (text[length] != '\0' && lines->len + 1 == max_lines)
        {
          g_ptr_array_add (lines, shorten (text, size, weight, width));
          break;
        }
      g_ptr_array_add (lines, g_strchomp (g_strndup (text, length)));
      text += length;
    }
  while (*text != '\0');
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}
