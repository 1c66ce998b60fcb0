// What another site's page can do to ours while somebody is logged in there. `told` is what it got
// to see.
const told = [];
const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });

// What a browser lets a page send without asking the other site, and what it asks for first.
const types = ['text/plain', 'text/plain;x=application/json', 'application/x-www-form-urlencoded'];
const ways = [
  ...types.map((type) => ({ mode: 'no-cors', headers: { 'Content-Type': type } })),
  { mode: 'cors', headers: { 'Content-Type': 'text/plain' } },
  { mode: 'cors', headers: { 'Content-Type': 'application/json' } },
];

async function byFetch(url, options) {
  try {
    const reply = await fetch(url, { credentials: 'include', ...options });
    if (reply.type !== 'opaque') told.push(`fetch ${url}: ${await reply.text()}`);
  } catch {
    // As it should be.
  }
}

function hiddenFrame() {
  const frame = document.createElement('iframe');
  frame.name = `frame-${document.querySelectorAll('iframe').length}`;
  document.body.append(frame);
  return frame;
}

// A form whose text/plain body is the JSON that the call expects, and one more member at the most.
function byForm(url, json, enctype, target) {
  const form = document.createElement('form');
  Object.assign(form, { action: url, method: 'post', enctype, target });
  const input = document.createElement('input');
  const isEmpty = json === '{}';
  input.name = isEmpty ? '{"x":"' : `${json.slice(0, -1)},"x":"`;
  input.value = '"}';
  form.append(input);
  document.body.append(form);
  form.submit();
}

// The address of our own server that sends the browser on, with method and body.
const bounced = (url) => `/bounce?to=${encodeURIComponent(url)}`;

async function change({ url, method, json }) {
  const requests = ways.map((way) => byFetch(url, { method, body: json, ...way }));
  requests.push(byFetch(bounced(url), { method, body: json, ...ways.at(-1) }));
  requests.push(byFetch(bounced(url), { method, body: json, ...ways[0] }));
  if (method === 'POST') {
    for (const type of types)
      try {
        navigator.sendBeacon(url, new Blob([json], { type }));
      } catch {
        // A kind of content that a beacon may not have.
      }
    for (const enctype of ['text/plain', 'application/x-www-form-urlencoded'])
      byForm(url, json, enctype, hiddenFrame().name);
    byForm(bounced(url), json, 'text/plain', hiddenFrame().name);
  }
  await Promise.all(requests);
}

const elements = {
  img: (element, url) => { element.src = url; },
  script: (element, url) => { element.src = url; },
  video: (element, url) => { element.src = url; },
  link: (element, url) => Object.assign(element, { rel: 'stylesheet', href: url }),
};

// Whether the other site's content came into this page at all.
const embed = (name, url) => new Promise((done) => {
  const element = document.createElement(name);
  const loaded = () => { told.push(`${name} ${url}`); done(); };
  element.onload = loaded;
  element.onloadedmetadata = loaded;
  element.onerror = done;
  elements[name](element, url);
  document.head.append(element);
  setTimeout(done, 3000);
});

async function read(url) {
  hiddenFrame().src = url;
  const source = new EventSource(url, { withCredentials: true });
  source.onopen = () => told.push(`EventSource ${url}`);
  await Promise.all([
    byFetch(url, { mode: 'cors' }), byFetch(url, { mode: 'no-cors' }),
    ...Object.keys(elements).map((name) => embed(name, url)),
  ]);
  source.close();
}

// A window of the other site, which this page has opened and tries to look into.
async function look(url) {
  const opened = window.open(url);
  await sleep(1000);
  try {
    if (opened && !opened.closed && opened.document.body.textContent) told.push(`window ${url}`);
  } catch {
    // As it should be.
  }
  if (opened && !opened.closed && opened.length > 0) told.push(`frames of ${url}`);
}

// Tries all `changes` and `reads`, and says what it got to see.
async function attack({ changes, reads }) {
  for (const one of changes) await change(one);
  await Promise.all(reads.map(read));
  for (const { url, json } of changes.slice(0, 2)) {
    window.open('about:blank', 'top');
    byForm(url, json, 'text/plain', 'top');
    await sleep(300);
  }
  for (const frame of document.querySelectorAll('iframe')) {
    const text = frame.contentDocument?.body?.textContent;
    if (text) told.push(`frame ${frame.src}: ${text}`);
  }
  return told;
}

// Opens `pages`, each in a window of its own, and says what it got to see.
async function openAll(pages) {
  await Promise.all(pages.map(look));
  return told;
}
