/* What a finding rests on, as a short text that changes when it does: a waiver keeps it, and holds as long as it is the
 * same. It has three parts, so that one can say what has changed:
 *
 *   the conditions of the rule - what is lit up, its containers and its connections - the properties and requirements
 *   that the rule names, of all of these
 *
 * Labels, places, sizes, the order of the document and everything that the rule does not name make no difference. */
#pragma once

#include "model/design.h"
#include "model/finding.h"
#include "rules/pack.h"

G_BEGIN_DECLS

/* Takes what was read of the rules' texts from one finding to the next; used by one thread. */
typedef struct _LpBases LpBases;

LpBases *lp_bases_new (const LpPack *pack, const LpDesign *design);
void lp_bases_free (LpBases *bases);

/* "3f9a1c-0b2d4e-77aa01". Free with g_free(). */
char *lp_bases_of (LpBases *bases, const LpFinding *finding);
/* The same of what it is about without its ids, for finding it again under others. 12 hex digits; free with g_free(). */
char *lp_bases_shape_of (LpBases *bases, const LpFinding *finding);

/* Whether what the rule lights up may be a way through the drawing: which of equal ones that is depends on the order of
 * the document, so it tells nothing of what the finding is about. */
gboolean lp_rule_lights_a_way (const LpRule *rule);

typedef enum
{
  LP_BASIS_SAME,
  LP_BASIS_VALUES,     /* a property or requirement is another */
  LP_BASIS_STRUCTURE,  /* other members, containers or connections */
  LP_BASIS_CONDITIONS, /* the rule has changed */
  LP_BASIS_OTHER,      /* that of another finding */
} LpBasisChange;

/* What became of `then`, by what comes first in the list above from its end. */
LpBasisChange lp_basis_compare (const char *then, const char *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpBases, lp_bases_free)

G_END_DECLS
