/* What the program knows can be read to the very end: a thread may still do so when main() has returned and the
 * destructors run. */
#include "base/resources.h"

#include <stdlib.h>
#include <unistd.h>

/* Destructors of this priority run after those without one. */
__attribute__ ((destructor (101))) static void
read_last (void)
{
  g_autoptr (GBytes) bytes = lp_resources_load ("places/regions.json", NULL);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    _exit (EXIT_FAILURE);
}

int
main (void)
{
  g_autoptr (GBytes) bytes = lp_resources_load ("places/regions.json", NULL);
  return bytes != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
