/* What a check has mended, for reports. */
#pragma once

#include "base/json-write.h"
#include "report/report.h"

G_BEGIN_DECLS

/* Before the findings, where the document was to be mended. */
void lp_report_write_fixes (const LpReported *document, GString *out);
/* Sets "fixed" and "asking" in the document's object, where it was to be mended. */
void lp_report_set_fixes (const LpReported *document, JsonObject *object);

G_END_DECLS
