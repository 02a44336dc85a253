/* make-architecture SIZE [tangle]: the document on standard output, for benches of the whole program. */
#include "architecture.h"

#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  if (argc < 2)
    return EXIT_FAILURE;
  guint size = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  g_autoptr (GBytes) bytes = argc > 2 ? architecture_tangle (size) : architecture_new (size);
  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
  return ferror (stdout) || fflush (stdout) != 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
