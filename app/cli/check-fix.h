/* `check --fix`: mends what can be mended before it is reported. */
#pragma once

#include "io/format.h"
#include "session/mend.h"

G_BEGIN_DECLS

/* Mends every part of what was read from `path`, and unless `rehearse` writes the file again; the parts' designs are then the
 * mended ones. Adds an LpFixTally for each part to `tallies`. Refuses, with nothing written or changed, what is no
 * document of Loadpath's own: LP_READ_ERROR_FORMAT; and what cannot be written: G_IO_ERROR. */
gboolean lp_check_fix (const char *path,
                       LpImport *import,
                       LpPack *pack,
                       const LpReviewOptions *options,
                       gboolean rehearse,
                       GPtrArray *tallies,
                       GError **error);

G_END_DECLS
