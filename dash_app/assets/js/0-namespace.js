/* Functions that callbacks run in the browser. */
window.dash_clientside = Object.assign({}, window.dash_clientside, { whitespot: { tools: {} } });
