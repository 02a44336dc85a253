/* The descriptors of the formats, for the table in report.c. */
#pragma once

#include "report/report.h"

G_BEGIN_DECLS

extern const LpReport lp_report_text;
extern const LpReport lp_report_json;
extern const LpReport lp_report_sarif;
extern const LpReport lp_report_junit;
extern const LpReport lp_report_markdown;
extern const LpReport lp_report_html;

G_END_DECLS
