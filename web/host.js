// Starts the program in the browser, gives it frames, sizes and the pointer, and shows its pages.
import { createDoor, everythingRemembered, fetchTexts } from './door.js';
import { createMirror } from './mirror.js';
import { loadProgram } from './program.js';

const app = document.querySelector('#app');
const canvas = document.querySelector('#canvas');
const page = document.querySelector('#page');
const wish = (query) => matchMedia(query);
const wishes = {
  dark: wish('(prefers-color-scheme: dark)'),
  calm: wish('(prefers-reduced-motion: reduce)'),
  forced: wish('(forced-colors: active)'),
  touch: wish('(pointer: coarse)'),
};
const KINDS = ['press', 'type', 'fill', 'check', 'choose'];
const CANVAS_SIDE_MAX = 8192;
const PAGES_AFTER_MS = 300;

const BOOT_WORDS = {
  nb: ['Laster …', 'Siden kunne ikke starte. Last den på nytt, eller prøv en nyere nettleser.'],
  nn: ['Lastar …', 'Sida kunne ikkje starte. Last henne på nytt, eller prøv ein nyare nettlesar.'],
  en: ['Loading …', 'The page could not start. Reload it, or try a newer browser.'],
};

let wasm = null;
let program = null;
let frameRequest = 0;
let canvasIsTall = false;  // taller than a canvas can be: it stays in the window and is repainted
let tableIsLong = false;
let ratio = 0;
let chosenScheme = 'system';
const plainReasons = new Set();
const encoder = new TextEncoder(), decoder = new TextDecoder();

// ---- memory shared with the program ------------------------------------------------------------
const bytesAt = (at, length) => wasm.HEAPU8.subarray(at, at + length);
function lend(bytes, use) {
  const at = wasm._web_allocate(bytes.length + 1);
  wasm.HEAPU8.set(bytes, at);
  try {
    return use(at, bytes.length);
  } finally {
    wasm.HEAPU8.fill(0, at, at + bytes.length);
    wasm._web_free(at);
  }
}
const lendText = (text, use) => lend(encoder.encode(text), use);
const parse = (at, length) => JSON.parse(decoder.decode(bytesAt(at, length)));

// ---- frames ------------------------------------------------------------------------------------
function requestFrame() {
  frameRequest ||= requestAnimationFrame(runFrame);
}
function runFrame(now) {
  frameRequest = 0;
  if (devicePixelRatio !== ratio) measure();
  const wantsMore = wasm._web_frame(now / 1000);
  mirror.settle();
  if (wantsMore) requestFrame();
}

// The program shows its page: elements first, then a canvas of the right size, then it paints.
function show(at, length, pageHeight, canvasHeight) {
  if (length) {
    const changes = parse(at, length);
    if (page.dataset.boot) {
      delete page.dataset.boot;
      page.replaceChildren();
    }
    mirror.commit(changes);
    tableIsLong = Boolean(page.querySelector('[aria-rowindex]'));
  }
  if (plainReasons.size) return;
  const width = Math.round(app.clientWidth * ratio);
  canvasIsTall = pageHeight * ratio > CANVAS_SIDE_MAX;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== canvasHeight) canvas.height = canvasHeight;
  canvas.style.height = canvasHeight / ratio + 'px';
  canvas.classList.toggle('tall', canvasIsTall);
  app.style.height = pageHeight + 'px';
}

// ---- surroundings ------------------------------------------------------------------------------
function measure() {
  ratio = devicePixelRatio || 1;
  const isTouch = wishes.touch.matches ? 1 : 0;
  wasm._web_surroundings(app.clientWidth, innerHeight, ratio, scrollY, isTouch);
}
function tellPreferences() {
  const isDark = !plainReasons.has('print') &&  // paper is light
    (chosenScheme === 'dark' || (chosenScheme === 'system' && wishes.dark.matches));
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  wasm._web_preferences(isDark ? 1 : 0, wishes.calm.matches ? 1 : 0);
}
// Plain HTML for as long as there is a reason for it: no WebGL, forced colours, print, a choice.
function plain(reason, holds) {
  const was = plainReasons.size > 0;
  if (holds) plainReasons.add(reason);
  else plainReasons.delete(reason);
  const is = plainReasons.size > 0;
  if (is === was && document.body.className) return;
  document.body.className = is ? 'plain' : 'live';
  app.style.height = '';
  mirror.setPlain(is);
  wasm._web_plain(is ? 1 : 0);
}

function watch() {
  for (const query of [wishes.dark, wishes.calm]) query.addEventListener('change', tellPreferences);
  wishes.touch.addEventListener('change', measure);
  wishes.forced.addEventListener('change', () => plain('forced', wishes.forced.matches));
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    wasm._web_context(0);
    plain('context', true);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    wasm._web_context(1);
    plain('context', !wasm._web_has_canvas());
  });
  const print = (holds) => {
    plain('print', holds);
    tellPreferences();
  };
  addEventListener('beforeprint', () => {
    print(true);
    runFrame(performance.now());
  });
  addEventListener('afterprint', () => print(false));
  new ResizeObserver(measure).observe(app);
  addEventListener('resize', measure);
  const followScroll = () => { if (canvasIsTall || tableIsLong) measure(); };
  addEventListener('scroll', followScroll, { passive: true });
  addEventListener('popstate', requestFrame);
  watchPointer();
}

// Where the pointer is, so that what lies under it can show that it would react. The presses
// themselves are the elements' own clicks: by mouse, finger, key or screen reader alike.
function watchPointer() {
  const tell = (event, isDown) => {
    if (plainReasons.size) return;
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left) * ratio, y = (event.clientY - box.top) * ratio;
    wasm._web_pointer(x, y, isDown);
  };
  const leave = () => { if (!plainReasons.size) wasm._web_pointer(-1, -1, 0); };
  const passive = { passive: true };
  app.addEventListener('pointermove', (event) => tell(event, event.buttons & 1), passive);
  app.addEventListener('pointerdown', (event) => tell(event, 1), passive);
  // A finger that is lifted is nowhere.
  addEventListener('pointerup', (event) => {
    if (event.pointerType === 'mouse') tell(event, 0);
    else leave();
  }, passive);
  addEventListener('pointercancel', leave, passive);
  app.addEventListener('pointerleave', leave, passive);
}

// The fragment is the program's alone: it has the token of an invitation.
const address = () => location.pathname + location.search + location.hash;

// ---- parts -------------------------------------------------------------------------------------
const mirror = createMirror(page, {
  report: (kind, id, text) =>
    lendText(text, (at, length) => wasm._web_input(KINDS.indexOf(kind), id, at, length)),
  follow: (path) => door.follow(path),
});
const door = createDoor({
  mirror,
  answer: (number, status, body) => lendText(body, (at, length) =>
    wasm._web_replied(number, status, at, length, Date.now())),
  ring: (kind, number) => wasm._web_timer(kind, number, Date.now()),
  routed: () => program.readyFor(location.pathname).then(
    () => lendText(address(), (at, length) =>
      wasm._web_routed(at, length)),
    // The network is gone, or another version is out: the browser shows that, or starts anew.
    () => location.reload()),
  read: (language, file) => lendText(language, (at, length) => lendText(file, (fileAt, bytes) =>
    wasm._web_texts(at, length, fileAt, bytes))),
  appear: (scheme, isPlain) => {
    chosenScheme = scheme;
    tellPreferences();
    plain('choice', isPlain || new URLSearchParams(location.search).has('plain'));
  },
});

function bootWords() {
  for (const tag of navigator.languages ?? [navigator.language ?? '']) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language === 'no') return ['nb', BOOT_WORDS.nb];
    if (BOOT_WORDS[language]) return [language, BOOT_WORDS[language]];
  }
  return ['en', BOOT_WORDS.en];
}

async function fontBytes(name) {
  const reply = await fetch(name, { credentials: 'same-origin' });
  return new Uint8Array(await reply.arrayBuffer());
}

async function boot() {
  const [language, [loading, failed]] = bootWords();
  document.documentElement.lang = language;
  if (language !== 'nb') fetchTexts(language);
  const status = page.querySelector('#boot');
  status.textContent = loading;
  try {
    const fonts = Promise.all([fontBytes('/inter-regular.otf'), fontBytes('/inter-semibold.otf')]);
    const glue = '/app.js';  // not a literal: the compiler of this file would look for it
    const { default: createApp } = await import(glue);
    const host = {
      tell: (at, length) => door.do(parse(at, length)), show, requestFrame,
    };
    program = loadProgram(createApp, host);
    wasm = await program.ready;
    const [regular, strong] = await fonts;
    // The same bytes for the elements as for the canvas: both then break their lines alike.
    for (const [bytes, weight] of [[regular, '400'], [strong, '600']]) {
      const face = new FontFace('Inter', bytes, { weight });
      document.fonts.add(face);
      face.load();
    }
    const wantsCanvas = !new URLSearchParams(location.search).has('nogl');
    const hasCanvas = lend(regular, (at, length) => lend(strong, (strongAt, strongLength) =>
      wasm._web_open(at, length, strongAt, strongLength, wantsCanvas ? 1 : 0)));
    plain('forced', wishes.forced.matches);
    plain('context', !hasCanvas);
    measure();
    tellPreferences();
    watch();
    const start = {
      path: address(), nowMs: Date.now(),
      languages: [...(navigator.languages ?? [navigator.language])],
      remembered: everythingRemembered(),
    };
    lendText(JSON.stringify(start), (at, length) => wasm._web_start(at, length));
    cancelAnimationFrame(frameRequest);
    runFrame(performance.now());  // now, rather than at the next refresh of the screen
    performance.mark('first-frame');
    // When the page has been seen; what fails is tried again when somebody goes there.
    setTimeout(() => program.fetchAll().catch(() => {}), PAGES_AFTER_MS);
    // What the benchmarks and browser tests read.
    globalThis.busy24 = { counter: (which) => wasm._web_counter(which), canvas };
  } catch (error) {
    console.error(error);
    status.setAttribute('role', 'alert');
    status.textContent = failed;
  }
}
boot();
