/* What PNG and PDF need of the program that runs the subcommand. */
#pragma once

#include "render/export.h"

G_BEGIN_DECLS

typedef GBytes *(*LpPictureWriter) (LpScene *scene, const LpExportOptions *options, GError **error);

/* NULL in `loadpath`, which links no cairo and so no display library; set by `loadpath-paint`, its helper, which
 * takes the same arguments. */
extern LpPictureWriter lp_command_export_pictures;

G_END_DECLS
