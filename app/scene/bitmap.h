/* Pictures that a document carries: PNG, in base64. What the same text holds is one bitmap as long as anything shows
 * it, however often the drawing is made anew. Immutable; shared by threads. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A picture of more bytes, or of more pixels, is none. */
#define LP_BITMAP_MAX_BYTES (4u << 20)
#define LP_BITMAP_MAX_SIDE 8192u
#define LP_BITMAP_MAX_PIXELS (24u << 20)

typedef struct _LpBitmap LpBitmap;

/* NULL where the text is NULL, no base64, no PNG, or too large. Only the picture's head is looked at: its pixels may
 * still turn out to be damaged. Free with lp_bitmap_unref(). */
LpBitmap *lp_bitmap_get (const char *base64);
LpBitmap *lp_bitmap_ref (LpBitmap *bitmap);
void lp_bitmap_unref (LpBitmap *bitmap);

/* Whether these bytes are a PNG picture that a document may carry. */
gboolean lp_bitmap_check (const guint8 *bytes, gsize size, guint *width, guint *height);

guint lp_bitmap_get_width (const LpBitmap *bitmap);
guint lp_bitmap_get_height (const LpBitmap *bitmap);
/* The PNG file, borrowed. */
GBytes *lp_bitmap_get_bytes (const LpBitmap *bitmap);
/* The same in base64, borrowed. */
const char *lp_bitmap_get_base64 (const LpBitmap *bitmap);
/* A number that other pictures hardly share. */
guint64 lp_bitmap_get_key (const LpBitmap *bitmap);

/* Whoever paints it keeps the decoded pixels here. Returns what is kept, or what `decode` gives, which is called once;
 * for one thread at a time. */
typedef gpointer (*LpBitmapDecode) (GBytes *bytes);
gpointer lp_bitmap_get_pixels (LpBitmap *bitmap, LpBitmapDecode decode, GDestroyNotify free_pixels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpBitmap, lp_bitmap_unref)

G_END_DECLS
