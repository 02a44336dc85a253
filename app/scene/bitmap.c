#include "scene/bitmap.h"

#include <string.h>

struct _LpBitmap
{
  guint refs; /* under the lock: the last one takes it out of the table */
  char *base64;
  GBytes *bytes;
  guint width, height;
  guint64 key;
  GMutex decoding;
  gboolean decoded;
  gpointer pixels;
  GDestroyNotify free_pixels;
};

static GMutex lock;
static GHashTable *shown; /* base64 -> LpBitmap, not owned */

#define N_SAMPLES 256

/* Of some of the bytes: a picture of megabytes is asked for with each drawing. */
static guint
hash_sampled (gconstpointer text)
{
  gsize length = strlen (text), step = MAX (length / N_SAMPLES, 1);
  guint hash = (guint) length;
  for (gsize i = 0; i < length; i += step)
    hash = hash * 31 + ((const guint8 *) text)[i];
  return hash;
}

static guint64
hash_all (const guint8 *bytes, gsize size)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (gsize i = 0; i < size; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static guint32
read_be32 (const guint8 *at)
{
  guint32 value;
  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_BE (value);
}

gboolean
lp_bitmap_check (const guint8 *bytes, gsize size, guint *width, guint *height)
{
  static const guint8 head[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
  if (size < sizeof head + 8 || size > LP_BITMAP_MAX_BYTES || memcmp (bytes, head, sizeof head) != 0)
    return FALSE;
  *width = read_be32 (bytes + sizeof head);
  *height = read_be32 (bytes + sizeof head + 4);
  return *width > 0 && *height > 0 && *width <= LP_BITMAP_MAX_SIDE && *height <= LP_BITMAP_MAX_SIDE
         && *width * *height <= LP_BITMAP_MAX_PIXELS;
}

static LpBitmap *
bitmap_new (const char *base64)
{
  gsize size = 0, length = strlen (base64);
  guint width, height;
  if (length > LP_BITMAP_MAX_BYTES / 3 * 4 + 8)
    return NULL;
  g_autofree guint8 *bytes = g_base64_decode (base64, &size);
  if (bytes == NULL || !lp_bitmap_check (bytes, size, &width, &height))
    return NULL;
  LpBitmap *bitmap = g_new0 (LpBitmap, 1);
  /* White space and the like is gone from it then. */
  bitmap->base64 = g_base64_encode (bytes, size);
  bitmap->key = hash_all (bytes, size);
  bitmap->bytes = g_bytes_new_take (g_steal_pointer (&bytes), size);
  bitmap->width = width;
  bitmap->height = height;
  bitmap->refs = 1;
  g_mutex_init (&bitmap->decoding);
  return bitmap;
}

LpBitmap *
lp_bitmap_get (const char *base64)
{
  if (base64 == NULL)
    return NULL;
  g_mutex_lock (&lock);
  if (shown == NULL)
    shown = g_hash_table_new (hash_sampled, g_str_equal);
  LpBitmap *bitmap = g_hash_table_lookup (shown, base64);
  if (bitmap != NULL)
    bitmap->refs++;
  else
    {
      bitmap = bitmap_new (base64);
      if (bitmap != NULL && !g_hash_table_contains (shown, bitmap->base64))
        g_hash_table_insert (shown, bitmap->base64, bitmap);
    }
  g_mutex_unlock (&lock);
  return bitmap;
}

LpBitmap *
lp_bitmap_ref (LpBitmap *bitmap)
{
  g_mutex_lock (&lock);
  bitmap->refs++;
  g_mutex_unlock (&lock);
  return bitmap;
}

void
lp_bitmap_unref (LpBitmap *bitmap)
{
  g_mutex_lock (&lock);
  gboolean last = --bitmap->refs == 0;
  if (last && shown != NULL && g_hash_table_lookup (shown, bitmap->base64) == bitmap)
    g_hash_table_remove (shown, bitmap->base64);
  if (last && shown != NULL && g_hash_table_size (shown) == 0)
    g_clear_pointer (&shown, g_hash_table_unref);
  g_mutex_unlock (&lock);
  if (!last)
    return;
  if (bitmap->pixels != NULL)
    bitmap->free_pixels (bitmap->pixels);
  g_mutex_clear (&bitmap->decoding);
  g_bytes_unref (bitmap->bytes);
  g_free (bitmap->base64);
  g_free (bitmap);
}

guint
lp_bitmap_get_width (const LpBitmap *bitmap)
{
  return bitmap->width;
}

guint
lp_bitmap_get_height (const LpBitmap *bitmap)
{
  return bitmap->height;
}

GBytes *
lp_bitmap_get_bytes (const LpBitmap *bitmap)
{
  return bitmap->bytes;
}

const char *
lp_bitmap_get_base64 (const LpBitmap *bitmap)
{
  return bitmap->base64;
}

guint64
lp_bitmap_get_key (const LpBitmap *bitmap)
{
  return bitmap->key;
}

gpointer
lp_bitmap_get_pixels (LpBitmap *bitmap, LpBitmapDecode decode, GDestroyNotify free_pixels)
{
  g_mutex_lock (&bitmap->decoding);
  if (!bitmap->decoded)
    {
      bitmap->pixels = decode (bitmap->bytes);
      bitmap->free_pixels = free_pixels;
      bitmap->decoded = TRUE;
    }
  g_mutex_unlock (&bitmap->decoding);
  return bitmap->pixels;
}
