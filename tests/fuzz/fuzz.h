/* One entry for libFuzzer (-Dfuzz=true, with clang) and for the seeds, which run as tests in every build. */
#pragma once

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
