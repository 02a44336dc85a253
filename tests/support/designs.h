/* Documents of tests as text, and back. */
#pragma once

#include "model/document.h"

/* The design, or the document, of text that is in order. */
LpDesign *test_design (const char *text);
LpDocument *test_document (const char *text);
/* As it would be written. Free with g_free(). */
char *test_text_of_design (const LpDesign *design);
char *test_text_of_document (LpDocument *document);
