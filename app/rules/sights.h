/* What was looked at while something was worked out, so that it need not be worked out again as long as none of that
 * changes. Kept by thread; nothing is noted while nobody asks. */
#pragma once

#include "model/design.h"

G_BEGIN_DECLS

/* Of a component, beside what is read of the design (LP_READ_RECORD to LP_READ_SPANS). */
enum
{
  LP_SEEN_PEERS = 1 << 8,
  LP_SEEN_REACHED = 1 << 9, /* whether and whence what is asked from lasting lists reaches it */
  LP_SEEN_STEPS = 1 << 10,  /* where steps lead from it */
  LP_SEEN_CALLS = 1 << 11,  /* what it calls and waits for */
  LP_SEEN_PLACED = 1 << 12, /* of a frame: which zone or region it is */
};

/* What is no component's own; each with a number. */
typedef enum
{
  LP_SEEN_LIST = 1,    /* which components and connections there are */
  LP_SEEN_HEADER,      /* any requirement */
  LP_SEEN_REQUIREMENT, /* one, by the number of its field */
  LP_SEEN_USERS,       /* where calls come from */
  LP_SEEN_KIND,        /* which components of a kind there are: its quark */
  LP_SEEN_ROLE,
  LP_SEEN_LINE_KIND, /* the same of connections */
  LP_SEEN_PLACE,     /* how a place is called; G_MAXUINT: any */
  LP_SEEN_REGIONS,   /* 0: which regions there are; 1: to which the design moves */
  LP_SEEN_CONTENTS,  /* what stands in a region: the number of the place; G_MAXUINT: in any */
  LP_SEEN_LASTING,   /* a definition that is worked out once */
} LpSeenWide;

static inline guint64
lp_seen_wide (LpSeenWide what, guint number)
{
  return (guint64) what << 32 | number;
}

#define LP_SIGHTS_ROOM 48

typedef struct _LpSights LpSights;
struct _LpSights
{
  LpSights *outer;
  guint subject; /* what is looked at anyway, or LP_NONE */
  guint n, n_wide;
  guint n_places; /* among the latter */
  guint parts_of_any; /* of more components than there is room for */
  gboolean all;       /* of everything */
  struct
  {
    guint component;
    guint parts;
  } of[LP_SIGHTS_ROOM];
  guint64 wide[LP_SIGHTS_ROOM];
};

/* Where sights are noted now; NULL: nowhere. */
extern __thread LpSights *lp_sights_now;

/* On this thread, what is read of designs is noted too. */
void lp_sights_watch (gboolean on);

/* Notes from here on into `sights`, which is emptied; in the end, what was noted before is so again. */
void lp_sights_begin (LpSights *sights, guint subject);
void lp_sights_end (LpSights *sights);
/* Notes all of it again, for whatever is worked out now. */
void lp_sights_repeat (const LpSights *sights);

/* Between the two nothing is noted: what is read there is told by other means. */
static inline LpSights *
lp_sights_pause (void)
{
  LpSights *now = lp_sights_now;
  lp_sights_now = NULL;
  return now;
}

static inline void
lp_sights_resume (LpSights *paused)
{
  lp_sights_now = paused;
}

void lp_sights_note (LpSights *sights, guint component, guint parts);
void lp_sights_note_wide (LpSights *sights, guint64 wide);

static inline void
lp_see (guint component, guint parts)
{
  if (G_UNLIKELY (lp_sights_now != NULL))
    lp_sights_note (lp_sights_now, component, parts);
}

static inline void
lp_see_any (guint parts)
{
  if (G_UNLIKELY (lp_sights_now != NULL))
    lp_sights_now->parts_of_any |= parts;
}

static inline void
lp_see_wide (LpSeenWide what, guint number)
{
  if (G_UNLIKELY (lp_sights_now != NULL))
    lp_sights_note_wide (lp_sights_now, lp_seen_wide (what, number));
}

G_END_DECLS
