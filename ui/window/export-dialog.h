/* How to export: format, with or without the findings, light or dark. */
#pragma once

#include <adwaita.h>

#include "ui/window/picture-writer.h"

G_BEGIN_DECLS

#define LP_TYPE_EXPORT_DIALOG (lp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LpExportDialog, lp_export_dialog, LP, EXPORT_DIALOG, AdwWindow)

/* Signal "export" (): the person has chosen. */
LpExportDialog *lp_export_dialog_new (GtkWindow *parent);
LpPictureChoice lp_export_dialog_get_choice (LpExportDialog *dialog);

G_END_DECLS
