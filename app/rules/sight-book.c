#include "rules/sight-book.h"

/* That one note looked at something. */
typedef struct
{
  LpNote note;
  guint16 round;
  guint16 parts;
} Line;

typedef struct
{
  Line *lines;
  guint n, room;
} Page;

struct _LpSightBook
{
  Page *of;    /* by component */
  guint n;
  GHashTable *wide; /* guint64 -> Page */
  Page any, all;
  GArray *notes;    /* of LpNoteInfo; number 0 is nobody's */
  GArray *spare;    /* of LpNote: free ones */
  gsize n_lines;
};

static void
page_free (gpointer data)
{
  Page *page = data;
  g_free (page->lines);
  g_free (page);
}

LpSightBook *
lp_sight_book_new (guint n_components)
{
  LpSightBook *book = g_new0 (LpSightBook, 1);
  book->of = g_new0 (Page, n_components + 1);
  book->n = n_components;
  book->wide = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, page_free);
  book->notes = g_array_new (FALSE, TRUE, sizeof (LpNoteInfo));
  book->spare = g_array_new (FALSE, FALSE, sizeof (LpNote));
  g_array_set_size (book->notes, 1);
  return book;
}

void
lp_sight_book_free (LpSightBook *book)
{
  if (book == NULL)
    return;
  for (guint i = 0; i < book->n; i++)
    g_free (book->of[i].lines);
  g_free (book->of);
  g_free (book->any.lines);
  g_free (book->all.lines);
  g_hash_table_unref (book->wide);
  g_array_unref (book->notes);
  g_array_unref (book->spare);
  g_free (book);
}

static LpNoteInfo *
info (const LpSightBook *book, LpNote note)
{
  return &g_array_index (book->notes, LpNoteInfo, note);
}

const LpNoteInfo *
lp_sight_book_get (const LpSightBook *book, LpNote note)
{
  return info (book, note);
}

static gboolean
counts (const LpSightBook *book, const Line *line)
{
  const LpNoteInfo *note = info (book, line->note);
  return note->kind != 0 && note->round == line->round;
}

static void
forget_old_lines (LpSightBook *book, Page *page)
{
  guint n = 0;
  for (guint i = 0; i < page->n; i++)
    if (counts (book, &page->lines[i]))
      page->lines[n++] = page->lines[i];
  book->n_lines -= page->n - n;
  page->n = n;
}

static void
add_line (LpSightBook *book, Page *page, LpNote note, guint parts)
{
  if (page->n == page->room)
    {
      forget_old_lines (book, page);
      if (page->n * 2 >= page->room)
        {
          page->room = MAX (4, page->room * 2);
          page->lines = g_renew (Line, page->lines, page->room);
        }
    }
  page->lines[page->n++] = (Line){ note, info (book, note)->round, (guint16) parts };
  book->n_lines++;
}

static Page *
wide_page (LpSightBook *book, guint64 wide, gboolean make)
{
  Page *page = g_hash_table_lookup (book->wide, &wide);
  if (page == NULL && make)
    {
      page = g_new0 (Page, 1);
      g_hash_table_insert (book->wide, g_memdup2 (&wide, sizeof wide), page);
    }
  return page;
}

static LpNote
new_note (LpSightBook *book, guint kind, guint owner, guint subject)
{
  LpNote note = book->notes->len;

  if (book->spare->len > 0)
    {
      note = g_array_index (book->spare, LpNote, book->spare->len - 1);
      g_array_set_size (book->spare, book->spare->len - 1);
    }
  else
    g_array_set_size (book->notes, book->notes->len + 1);
  LpNoteInfo *made = info (book, note);
  *made = (LpNoteInfo){ (guint8) kind, (guint16) (made->round + 1), owner, subject };
  return note;
}

LpNote
lp_sight_book_write (LpSightBook *book, LpNote note, guint kind, guint owner, guint subject, const LpSights *sights)
{
  gboolean any = sights->n > 0 || sights->n_wide > 0 || sights->parts_of_any != 0 || sights->all;

  if (note != 0)
    info (book, note)->round++;
  else if (any)
    note = new_note (book, kind, owner, subject);
  for (guint i = 0; i < sights->n; i++)
    add_line (book, &book->of[sights->of[i].component], note, sights->of[i].parts);
  for (guint i = 0; i < sights->n_wide; i++)
    add_line (book, wide_page (book, sights->wide[i], TRUE), note, G_MAXUINT16);
  if (sights->parts_of_any != 0)
    add_line (book, &book->any, note, sights->parts_of_any);
  if (sights->all)
    add_line (book, &book->all, note, G_MAXUINT16);
  return note;
}

void
lp_sight_book_set_subject (LpSightBook *book, LpNote note, guint subject)
{
  info (book, note)->subject = subject;
}

void
lp_sight_book_drop (LpSightBook *book, LpNote note)
{
  if (note == 0 || info (book, note)->kind == 0)
    return;
  info (book, note)->kind = 0;
  g_array_append_val (book->spare, note);
}

guint
lp_sight_book_get_n_notes (const LpSightBook *book)
{
  return book->notes->len;
}

static void
touch_page (LpSightBook *book, Page *page, guint parts, LpTouched touched, gpointer data)
{
  for (guint i = 0; page != NULL && i < page->n; i++)
    if ((page->lines[i].parts & parts) != 0 && counts (book, &page->lines[i]))
      touched (info (book, page->lines[i].note), data);
}

void
lp_sight_book_touch (LpSightBook *book, guint component, guint parts, LpTouched touched, gpointer data)
{
  touch_page (book, &book->of[component], parts, touched, data);
}

void
lp_sight_book_touch_wide (LpSightBook *book, LpSeenWide what, guint number, LpTouched touched, gpointer data)
{
  touch_page (book, wide_page (book, lp_seen_wide (what, number), FALSE), G_MAXUINT, touched, data);
}

gboolean
lp_sight_book_is_read (LpSightBook *book, LpSeenWide what, guint number)
{
  const Page *page = wide_page (book, lp_seen_wide (what, number), FALSE);

  if (book->all.n > 0)
    return TRUE;
  for (guint i = 0; page != NULL && i < page->n; i++)
    if (counts (book, &page->lines[i]))
      return TRUE;
  return FALSE;
}

void
lp_sight_book_touch_any (LpSightBook *book, guint parts, LpTouched touched, gpointer data)
{
  touch_page (book, &book->any, parts, touched, data);
  touch_page (book, &book->all, G_MAXUINT, touched, data);
}

void
lp_sight_book_renumber (LpSightBook *book, const guint *numbers, guint n_components)
{
  Page *of = g_new0 (Page, n_components + 1);

  for (guint i = 0; i < book->n; i++)
    if (numbers[i] != LP_NONE)
      of[numbers[i]] = book->of[i];
    else
      {
        book->n_lines -= book->of[i].n;
        g_free (book->of[i].lines);
      }
  g_free (book->of);
  book->of = of;
  book->n = n_components;
}

gsize
lp_sight_book_get_size (const LpSightBook *book)
{
  return book->n_lines * sizeof (Line) * 3 / 2 + book->notes->len * sizeof (LpNoteInfo) + book->n * sizeof (Page);
}
