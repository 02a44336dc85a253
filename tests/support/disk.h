/* Folders that tests write to, and disks that are full. */
#pragma once

#include <sys/resource.h>

#include <glib.h>

/* With all that is in it; links are not followed. */
void test_remove_folder (const char *path);
/* No file grows beyond it, until RLIM_INFINITY is given. SIGXFSZ must be ignored. */
void test_limit_file_size (rlim_t bytes);
