/* Looks of tables, from the names of the style sheet. */
window.dashAgGridFunctions = Object.assign({}, window.dashAgGridFunctions, {
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
