/* What text is set in. */
#pragma once

#define LP_FONT_FAMILIES "Cantarell, Inter, Noto Sans, Noto Sans CJK KR, sans-serif"
#define LP_FONT_FAMILIES_CSS "Cantarell, Inter, 'Noto Sans', 'Noto Sans CJK KR', sans-serif"
