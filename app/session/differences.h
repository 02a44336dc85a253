/* What differs between one's own drawing and another answer to the same need, to be laid over it. Neither is changed. */
#pragma once

#include "session/mend-preview.h"

G_BEGIN_DECLS

typedef enum
{
  LP_DIFFERENCE_THERE, /* only the other has it */
  LP_DIFFERENCE_HERE,  /* only one's own has it */
  LP_DIFFERENCE_OTHER, /* both have it, and it is not the same */
} LpDifferenceType;

#define LP_N_DIFFERENCE_TYPES 3

/* "+", "−", "≠": static. */
const char *lp_difference_sign (LpDifferenceType type);

typedef struct
{
  LpDifferenceType type;
  char *words;  /* "web-3 (EC2 instance), in app-c" */
  GStrv ids;    /* where it is to be seen, of the preview's `shown`; empty: what is required of the whole */
} LpDifference;

typedef struct
{
  /* One's own with what only the other has: `added` there, `removed` here, `changed` other. The ids of what was added
   * begin with "~", which no id of a document does. */
  LpMendPreview *preview;
  GPtrArray *list; /* of LpDifference: what is there, then what is here, then what is other */
  guint n[LP_N_DIFFERENCE_TYPES];
} LpDifferences;

/* Takes some milliseconds. Names, and where things stand in their containers, are no difference. */
LpDifferences *lp_differences_new (LpDesign *own, LpDesign *other);
void lp_differences_free (LpDifferences *differences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpDifferences, lp_differences_free)

G_END_DECLS
