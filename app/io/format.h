/* Reading a file of any format into a design, and writing the native one. */
#pragma once

#include <gio/gio.h>

#include "catalogue/catalogue.h"
#include "model/design.h"

G_BEGIN_DECLS

/* Something that was read but not understood, or changed on the way in. */
typedef struct
{
  char *place;   /* "PAGE/CELL" for draw.io */
  char *message; /* translated */
} LpImportNote;

typedef struct
{
  LpDesign *design;
  char *name;        /* of the page or the part; NULL where the file is one document */
  GPtrArray *notes;  /* of LpImportNote */
} LpImportPart;

typedef struct
{
  const char *format; /* id of the format it was read as */
  GPtrArray *parts;   /* of LpImportPart, at least one */
} LpImport;

typedef struct
{
  const char *id;            /* "loadpath", "drawio" */
  const char *name;          /* for file filters; N_() */
  const char *const *suffixes; /* ".drawio", ...; for file filters only: formats are found by content */
  /* How sure it is that the bytes are of its format: 0 not, 100 certain. Looks at the beginning only. */
  int (*sniff) (const guint8 *bytes, gsize size);
  LpImport *(*read) (GBytes *bytes, const char *file, const LpCatalogue *catalogue, GError **error);
} LpFormat;

/* The formats, NULL-terminated, in the order in which they are asked. */
extern const LpFormat *const lp_formats[];

/* The format that is surest of these bytes; NULL where none is. */
const LpFormat *lp_format_find (GBytes *bytes);
/* Reads with the format that is surest; FORMAT where none is. All errors are LP_READ_ERROR. */
LpImport *lp_import_bytes (GBytes *bytes, const char *file, const LpCatalogue *catalogue, GError **error);
/* "-" reads standard input. G_IO_ERROR where the file cannot be read. */
LpImport *lp_import_file (const char *path, const LpCatalogue *catalogue, GError **error);
void lp_import_free (LpImport *import);
void lp_import_note_free (LpImportNote *note);
LpImportPart *lp_import_part_new (LpDesign *design, const char *name);
void lp_import_part_free (LpImportPart *part);
LpImport *lp_import_new (const char *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpImport, lp_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LpImportPart, lp_import_part_free)

G_END_DECLS
