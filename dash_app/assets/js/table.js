/* Looks of tables, from the names of the style sheet, and their cells as they are read and looked for. */
window.dashAgGridFunctions = Object.assign({}, window.dashAgGridFunctions, {
  whitespotWritten: ({ data, colDef }) => (data ? data[`written ${colDef.field}`] : ""),

  whitespotPercent({ data, colDef }) {
    const share = data[colDef.field];
    return share === null ? null : Math.round(share * 1e6) / 1e4;
  },

  /* Absent values come last in both directions, and capitals do not count: table_rows.py sorts the same way. */
  whitespotCompared(one, other, _node, _otherNode, isDescending) {
    const isAbsent = (value) => value === null || value === undefined || value === "";
    if (isAbsent(one) || isAbsent(other)) {
      if (isAbsent(one) === isAbsent(other)) return 0;
      return isAbsent(one) === isDescending ? -1 : 1;
    }
    const [first, second] = [one, other].map((value) => (typeof value === "string" ? value.toLowerCase() : value));
    return Number(first > second) - Number(first < second);
  },

  whitespotTable(theme) {
    return theme.withParams({
      fontFamily: ["Inter", "sans-serif"],
      fontSize: 13,
      accentColor: "var(--accent)",
      backgroundColor: "var(--surface)",
      foregroundColor: "var(--ink)",
      headerBackgroundColor: "var(--surface)",
      headerTextColor: "var(--ink-3)",
      headerFontSize: 12,
      borderColor: "var(--line)",
      rowHoverColor: "var(--hover)",
      wrapperBorder: false,
      wrapperBorderRadius: 0,
      spacing: 6,
    });
  },
});
