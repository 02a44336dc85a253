/* Reading and writing whole files, with errors that a person can read. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* All bytes of the file; `path` as a command line has it. Refuses in G_IO_ERROR, in words of our own where the
 * cause is a common one: "there is no such file". */
GBytes *lp_file_read (const char *path, GError **error);
/* Standard input up to its end. */
GBytes *lp_file_read_standard_input (GError **error);
/* Puts the bytes in the file's place, whole or not at all: into a new file beside it, onto the disk, and then in its
 * place. A symbolic link stays one, and what it points to is replaced; permissions stay. Refuses with
 * G_IO_ERROR_WRONG_ETAG where `etag` (nullable: any) is not the file's; *new_etag (nullable) is what it is then. */
gboolean lp_file_replace (GFile *file, GBytes *bytes, const char *etag, char **new_etag, GCancellable *cancellable,
                          GError **error);
/* The same, with `path` as a command line has it, and words of our own. */
gboolean lp_file_write (const char *path, GBytes *bytes, GError **error);
/* Puts words of our own in the place of GLib's, where the error is a common one of G_IO_ERROR or G_FILE_ERROR
 * from reading (`writing`: from writing) a file. Domain and code stay; NULL is left alone. */
void lp_file_error_reword (GError *error, gboolean writing);
/* Whether both paths name one file, by whatever way: links too. A file that is not there is told by its path. */
gboolean lp_file_is_same (const char *a, const char *b);
/* The paths of what stands in the folder itself under a name that ends in `suffix`, sorted. Refuses in G_FILE_ERROR
 * where the folder cannot be read. Free with g_ptr_array_unref(). */
GPtrArray *lp_file_list (const char *folder, const char *suffix, GError **error);

G_END_DECLS
