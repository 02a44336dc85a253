/* What is wrong with an input, and where. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lines and columns count from 1; a column counts characters, not bytes. 0 means not known. */
typedef struct
{
  guint line;
  guint column;
} LpPosition;

#define LP_READ_ERROR (lp_read_error_quark ())

typedef enum
{
  LP_READ_ERROR_SYNTAX = 1,    /* not well-formed JSON, XML, PNG, expression ... */
  LP_READ_ERROR_ENCODING,      /* not UTF-8 */
  LP_READ_ERROR_SIZE,          /* more bytes than the reader takes */
  LP_READ_ERROR_DEPTH,         /* nested deeper than the reader follows */
  LP_READ_ERROR_COUNT,         /* more things than the reader takes */
  LP_READ_ERROR_DUPLICATE,     /* a key or an id that is there already */
  LP_READ_ERROR_NUMBER,        /* not finite, or out of range */
  LP_READ_ERROR_TYPE,          /* a string where a number belongs, and so on */
  LP_READ_ERROR_MISSING,       /* a member that must be there */
  LP_READ_ERROR_VALUE,         /* well-formed, but not one of the values that it may have */
  LP_READ_ERROR_REFERENCE,     /* names something that is not there */
  LP_READ_ERROR_CYCLE,         /* a thing that contains itself */
  LP_READ_ERROR_VERSION,       /* written by a newer program */
  LP_READ_ERROR_FORMAT,        /* not a format that Loadpath reads */
  LP_READ_ERROR_DAMAGED,       /* a carrier (PNG, deflate, base64) whose content cannot be got out */
} LpReadErrorCode;

GQuark lp_read_error_quark (void);

/* Sets `error` in LP_READ_ERROR with the place beside the message: `file` as the user named it (nullable),
 * `path` the JSON path, XML element or cell id (nullable). The message says what is wrong and what to do,
 * without the place. */
void lp_read_error_set (GError **error, LpReadErrorCode code, const char *file, LpPosition at,
                        const char *path, const char *format, ...) G_GNUC_PRINTF (6, 7);

/* The place of an LP_READ_ERROR; {0, 0} and NULL for any other error. Borrowed from the error. */
LpPosition lp_read_error_get_position (const GError *error);
const char *lp_read_error_get_path (const GError *error);
const char *lp_read_error_get_file (const GError *error);

/* "FILE:LINE:COLUMN: error: MESSAGE (at PATH)", as a compiler says it. Parts that are not known are left
 * out; `file` stands in where the error names none. Free with g_free(). */
char *lp_error_format (const GError *error, const char *file);

G_END_DECLS
