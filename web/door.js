// What the program asks of the browser: requests, history, focus, timers, memory.

// A rights probe at 24SevenOffice takes tens of seconds; nothing that a person waits for takes
// this long.
const ANSWER_MS_MAX = 120000;
const MEMORY_PREFIX = 'busy24.';

// Storage may be switched off; then nothing is remembered, and that is all.
function storage(isForTab) {
  try {
    const store = isForTab ? sessionStorage : localStorage;
    store.getItem(MEMORY_PREFIX);
    return store;
  } catch (error) {
    return null;
  }
}

export function everythingRemembered() {
  const remembered = [];
  for (const isForTab of [false, true]) {
    const store = storage(isForTab);
    for (let i = 0; store && i < store.length; i++) {
      const name = store.key(i);
      if (name.startsWith(MEMORY_PREFIX))
        remembered.push({ key: name.slice(MEMORY_PREFIX.length), value: store.getItem(name) });
    }
  }
  return remembered;
}

// What a visitor who reads bokmål does not need: the texts of the other languages.
const texts = new Map();
export function fetchTexts(language) {
  if (!texts.has(language)) {
    const reading = fetch(`/texts-${language}.txt`, { credentials: 'same-origin' })
      .then((reply) => (reply.ok ? reply.text() : Promise.reject(reply)))
      .catch(() => { texts.delete(language); return ''; });
    texts.set(language, reading);
  }
  return texts.get(language);
}

// `answer(number, status, body)`, `ring(kind, number)`, `routed()` and `read(language, texts)` tell
// the program what came of it; `appear(scheme, isPlain)` changes how the page is shown.
export function createDoor({ mirror, answer, ring, routed, read, appear }) {
  // The secrets are in no memory of the program: they join the body here, as it leaves.
  function bodyOf({ body, secrets }) {
    if (!secrets.length) return body;
    const object = JSON.parse(body || '{}');
    for (const { member, node } of secrets) object[member] = mirror.elementOf(node)?.value ?? '';
    return JSON.stringify(object);
  }

  async function send(request) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), ANSWER_MS_MAX);
    let status = 0, text = '';
    try {
      const isGet = request.method === 'GET';
      const reply = await fetch(request.path, {
        method: request.method,
        headers: isGet ? {} : { 'content-type': 'application/json' },
        body: isGet ? undefined : bodyOf(request),
        credentials: 'same-origin', cache: 'no-store', redirect: 'error', signal: stop.signal,
      });
      text = await reply.text();
      status = reply.status;
    } catch (error) {
      status = 0;
    }
    clearTimeout(timer);
    if (status >= 200 && status < 300) mirror.wipe(request.secrets.map(({ node }) => node));
    answer(request.number, status, text);
  }

  let isGuarded = false;
  addEventListener('beforeunload', (event) => { if (isGuarded) event.preventDefault(); });

  function keepScroll() {
    history.replaceState({ top: scrollY }, '');
  }
  // After the program's own work, so that it never meets itself half way.
  const tellRoute = () => queueMicrotask(routed);

  const orders = {
    send,
    push({ path }) {
      if (path === location.pathname + location.search) return tellRoute();
      keepScroll();
      history.pushState({ top: 0 }, '', path);
      scrollTo(0, 0);
      tellRoute();
    },
    replace({ path }) {
      history.replaceState(history.state, '', path);
      tellRoute();
    },
    focus({ node }) { mirror.focus(node); },
    scroll({ top }) { scrollTo(0, top); },
    after({ ms, kind, number }) { setTimeout(() => ring(kind, number), ms); },
    remember({ isForTab, key, value }) {
      const store = storage(isForTab);
      if (!store) return;
      try {
        if (value) store.setItem(MEMORY_PREFIX + key, value);
        else store.removeItem(MEMORY_PREFIX + key);
      } catch (error) {
        // Full: as if it were switched off.
      }
    },
    language({ tag }) {
      document.documentElement.lang = tag;
      if (tag !== 'nb') fetchTexts(tag).then((file) => read(tag, file));
    },
    title({ title }) { document.title = title; },
    appearance({ scheme, isPlain }) { appear(scheme, isPlain); },
    guard({ isOn }) { isGuarded = isOn; },
    wipe({ nodes }) { mirror.wipe(nodes); },
    saveFile({ name, type, content }) {
      const url = URL.createObjectURL(new Blob([content], { type }));
      const link = Object.assign(document.createElement('a'), { href: url, download: name });
      link.click();
      URL.revokeObjectURL(url);
    },
  };

  addEventListener('popstate', () => {
    routed();
    const top = history.state?.top ?? 0;
    // The page has its height after the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, top)));
  });
  if ('scrollRestoration' in history) history.scrollRestoration = 'manual';
  addEventListener('pagehide', keepScroll);

  return { do: (order) => orders[order.order](order), follow: (path) => orders.push({ path }) };
}
