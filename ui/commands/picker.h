/* An entry with a list below it that what is typed narrows: one line each, for the keyboard alone. */
#pragma once

#include <adwaita.h>

#include "ui/commands/pick-item.h"

G_BEGIN_DECLS

#define LP_TYPE_PICKER (lp_picker_get_type ())
G_DECLARE_FINAL_TYPE (LpPicker, lp_picker, LP, PICKER, AdwBin)

/* Signals: "picked" (LpPickItem): with Enter or a click.
 *          "cancelled" (): with Escape. */

/* Gives what the text names, best first: an array of LpPickItem, taken over. */
typedef GPtrArray *(*LpPickerSearch) (const char *text, gpointer data);

/* `placeholder` is translated. `data` must outlive the picker. */
GtkWidget *lp_picker_new (const char *placeholder, LpPickerSearch search, gpointer data);

G_END_DECLS
