// Loads the program: app.wasm at the start, and pages.wasm, the pages behind the log-in, after it.
const PAGES = '/pages.wasm';
// Addresses whose pages are in app.wasm; see FirstPages in web/app/page.hpp.
const FIRST_ADDRESSES = /^\/(registrer(\/.*)?|logg-inn|invitasjon)?$/;

const buildOf = (module) => {
  const [section] = WebAssembly.Module.customSections(module, 'build');
  return section && new TextDecoder().decode(section);
};

async function compiled(address) {
  const reply = await fetch(address, { credentials: 'same-origin' });
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  return WebAssembly.compileStreaming(reply);
}

// For the moment in which a page is needed sooner than it was thought to be.
function compiledAtOnce(address) {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (c) => c.charCodeAt(0)));
}

// `ready`: the program, as `createApp` makes it, for the address of the page. `readyFor(path)`: the
// same for another address. `fetchAll()`: fetches all that is not there yet.
export function loadProgram(createApp, host) {
  let program = null, exports = null, table = null, pages = null, isWhole = false;

  function join(module) {
    if (isWhole) return;
    if (buildOf(module) !== buildOf(program)) throw new Error('a new version is out');
    new WebAssembly.Instance(module, { primary: exports });
    isWhole = true;
  }
  // What the first file calls of the second one, until that is there.
  const placeholder = new Proxy({}, {
    get: (_, place) => (...values) => {
      join(compiledAtOnce(PAGES));
      return table.get(Number(place))(...values);
    },
  });
  const fetchAll = () => {
    pages ??= compiled(PAGES).catch((error) => { pages = null; throw error; });
    return Promise.all([pages, ready]).then(([module]) => join(module));
  };
  const ready = new Promise((resolve, reject) => {
    const instantiateWasm = (imports, receive) => {
      compiled('/app.wasm').then(async (module) => {
        const instance = await WebAssembly.instantiate(module, { ...imports, placeholder });
        program = module;
        exports = instance.exports;
        table = Object.values(exports).find((item) => item instanceof WebAssembly.Table);
        receive(instance, module);
      }).catch(reject);
      return {};
    };
    createApp({ host, instantiateWasm }).then(resolve, reject);
  });
  const readyFor = (path) =>
    (FIRST_ADDRESSES.test(path) ? ready : fetchAll().then(() => ready));
  return { ready: readyFor(location.pathname), readyFor, fetchAll };
}
