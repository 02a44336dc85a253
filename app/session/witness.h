/* What to light up for a finding: everything that it is about, the connections on the way between, and the zone that
 * all of it shares. */
#pragma once

#include "catalogue/catalogue.h"
#include "model/design.h"
#include "model/finding.h"

G_BEGIN_DECLS

/* Ids of components and connections, each once, what the finding itself names first; free with g_strfreev(). */
GStrv lp_witness_dup_ids (const LpDesign *design, const LpCatalogue *catalogue, const LpFinding *finding);

G_END_DECLS
