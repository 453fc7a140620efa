/* Asks the server for what stands on the page, and tells when that has to be asked for anew. */
(function () {
  const refilled = [];
  const laidOut = [];
  let version = "";

  /* What the server has to know: filters and page, and the version of the data that the viewer has seen. */
  const stand = (more) => new URLSearchParams({ search: location.search, path: location.pathname, version, ...more }).toString();

  async function ask(address, more, signal) {
    const response = await fetch(`/${address}?${stand(more)}`, { signal });
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return response.json();
  }

  /* Begins what is done for an owner one at a time: what was begun before is aborted. */
  const turns = new WeakMap();
  function turn(owner) {
    turns.get(owner)?.abort();
    const now = new AbortController();
    turns.set(owner, now);
    return now.signal;
  }

  const isHere = () => document.querySelector("[data-path]")?.dataset.path === location.pathname;
  const refill = () => isHere() && refilled.forEach((each) => each());
  const begin = () => isHere() && laidOut.forEach((each) => each());

  addEventListener("popstate", refill);

  /* Dash lays a page out inside #page, which it makes at the start. */
  new MutationObserver((_, starting) => {
    const page = document.getElementById("page");
    if (!page) return;
    starting.disconnect();
    new MutationObserver(begin).observe(page, { childList: true });
    new MutationObserver(begin).observe(page, { subtree: true, attributeFilter: ["data-path"] });
    begin();
  }).observe(document.documentElement, { childList: true, subtree: true });

  Object.assign(dash_clientside.whitespot, {
    stand,
    ask,
    turn,

    /* refill : the filters or the data have changed; begin : another page stands. */
    onPlace(refill, begin) {
      refilled.push(refill);
      laidOut.push(begin);
    },

    renew(latest) {
      if (!latest) return;
      version = latest;
      refill();
    },
  });
})();
