/* The native format: UTF-8 JSON made for version control (docs/format.md). */
#pragma once

#include "base/json-value.h"
#include "io/format.h"
#include "model/table.h"

G_BEGIN_DECLS

extern const LpFormat lp_format_native;

/* Refuses with LP_READ_ERROR: everything of json-text.h, an unknown version, an invalid or duplicate id, a
 * container or an end that is not there, containment that goes in a circle, a position that is no number. */
LpDesign *lp_native_read (GBytes *bytes, const char *file, GError **error);
/* The same design gives the same bytes, and the bytes of a file in this form come back unchanged. */
GBytes *lp_native_write (const LpDesign *design);

/* One record alone, as it stands in a document, without line breaks; the header as a document of nothing else. */
void lp_native_write_record (GString *out, LpTableId table, gconstpointer record);
/* Reads such a record, which then has an id; what it refers to is not looked at. Refuses like lp_native_read(). Free
 * with lp_record_unref(). */
gpointer lp_native_read_record (LpTableId table, LpJsonValue object, const LpJsonPlace *place, GError **error);

G_END_DECLS
