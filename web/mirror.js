// Mirrors the widget kit's nodes into the DOM: real elements for focus, text, meaning and input.

const FLAG = {
  checked: 1, disabled: 2, busy: 4, invalid: 8, required: 16, submit: 32, expandable: 64,
  expanded: 128, current: 256, revealed: 512, copies: 16384, newWindow: 32768,
};

// Role -> element and, where the element alone does not say it, the ARIA role. The parts of a table
// carry their roles because CSS positions them, which makes browsers forget them.
const ELEMENTS = {
  'header': ['header'], 'footer': ['footer'], 'main': ['main'], 'aside': ['aside'],
  'navigation': ['nav'], 'form': ['form'], 'group': ['div'], 'section': ['section'],
  'list': ['ul', 'list'], 'list item': ['li'], 'radio group': ['div', 'radiogroup'],
  'facts': ['dl'], 'table': ['table', 'table'], 'table head': ['thead', 'rowgroup'],
  'table body': ['tbody', 'rowgroup'], 'row': ['tr', 'row'], 'link cell': ['td', 'cell'],
  'header cell': ['th', 'columnheader'],
  'polite region': ['div', 'status'], 'assertive region': ['div', 'alert'],
  'text': ['p'], 'strong text': ['p'], 'label': ['label'], 'term': ['dt'], 'value': ['dd'],
  'status': ['p', 'status'], 'alert': ['p', 'alert'], 'link': ['a'], 'button': ['button'],
  'text field': ['input'], 'secret field': ['input'], 'search field': ['input'],
  'text area': ['textarea'],
  'checkbox': ['input'], 'switch': ['input', 'switch'], 'radio': ['input'], 'select': ['select'],
  'progress': ['progress'], 'column header': ['th', 'columnheader'],
  'row header': ['th', 'rowheader'], 'cell': ['td', 'cell'], 'separator': ['hr'],
  'picture': ['span', 'img'], 'photo': ['img'],
};
const INPUT_TYPES = {
  'text field': 'text', 'secret field': 'password', 'search field': 'search',
  'checkbox': 'checkbox', 'switch': 'checkbox', 'radio': 'radio', 'text area': 'textarea',
};
const NAMED_CONTAINERS = new Set(['navigation', 'form', 'list', 'radio group', 'table', 'aside',
  'facts', 'section']);
const SVG = 'http://www.w3.org/2000/svg';

// Sets an attribute, or removes it when there is nothing to say.
function attribute(element, name, value) {
  if (value === undefined || value === false || value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

function drawing(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  svg.appendChild(document.createElementNS(SVG, 'path')).setAttribute('d', path);
  return svg;
}

// `report(kind, id, text)` hears what the person does; `follow(path)` goes to a page of ours.
export function createMirror(root, { report, follow }) {
  const records = new Map();  // node id -> {element, node, decoration}
  const touched = new Set();  // the browser has changed their state; the program decides about it
  let isPlain = false;
  let wantedFocus = 0;

  const idOf = (element) => Number(element.id.slice(1));
  const elementOf = (id) => records.get(id)?.element;

  // Autofill may have filled a field without telling.
  function reportFields(form) {
    for (const element of form.elements) {
      const record = records.get(idOf(element));
      if (record) reportField(record);
    }
  }
  function reportField({ node, element, said }, force) {
    const id = idOf(element);
    if (node.role === 'secret field') {
      const filled = element.value ? '1' : '';
      if (filled !== said || force) report('fill', id, records.get(id).said = filled);
    } else if (INPUT_TYPES[node.role] && element.type !== 'checkbox' && element.type !== 'radio') {
      if (element.value !== said || force) report('type', id, records.get(id).said = element.value);
    }
  }

  function onClick(event) {
    const element = event.target.closest?.('a,button');
    const record = element && records.get(idOf(element));
    if (!record) return;
    const { node } = record;
    if (node.role === 'link') {
      if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (node.href.startsWith('#')) {
        event.preventDefault();
        root.querySelector('main')?.focus();
      } else if (element.origin === location.origin && !(node.flags & FLAG.newWindow) &&
                 !element.pathname.startsWith('/api/')) {
        event.preventDefault();
        follow(element.pathname + element.search);
      }
      return;
    }
    if (node.flags & FLAG.disabled) event.preventDefault();
    // A submit button is heard through its form, which also hears Enter in a field.
    else if (!(node.flags & FLAG.submit && element.form)) press(element, node);
  }
  function press(element, node) {
    if (node.flags & FLAG.copies) navigator.clipboard?.writeText(node.value);
    report('press', idOf(element), '');
  }
  function onSubmit(event) {
    event.preventDefault();
    reportFields(event.target);
    const element = event.submitter ?? event.target.querySelector('button[type=submit]');
    const record = element && records.get(idOf(element));
    if (record && !(record.node.flags & FLAG.disabled)) press(element, record.node);
  }
  function onInput(event) {
    const element = event.target;
    const record = records.get(idOf(element));
    if (!record) return;
    if (element.type === 'checkbox' || element.type === 'radio') {
      touched.add(record);
      report('check', idOf(element), element.checked ? '1' : '');
    } else if (element.tagName === 'SELECT') {
      touched.add(record);
      report('choose', idOf(element), element.value);
    } else {
      reportField(record);
    }
  }
  root.addEventListener('click', onClick);
  root.addEventListener('submit', onSubmit);
  root.addEventListener('input', onInput);
  // Some password managers fire only this one.
  root.addEventListener('change', (event) => {
    const record = records.get(idOf(event.target));
    if (record && event.target.type !== 'checkbox' && event.target.type !== 'radio' &&
        event.target.tagName === 'INPUT') reportField(record);
  });

  function create(id, node) {
    const [tag, role] = node.role === 'heading' ? ['h' + node.level] : ELEMENTS[node.role];
    const element = document.createElement(tag);
    element.id = 'n' + id;
    if (role) element.setAttribute('role', role);
    if (node.role === 'heading' || node.role === 'main') element.tabIndex = -1;
    if (node.role === 'form') Object.assign(element, { noValidate: true, method: 'post' });
    if (tag === 'input') element.type = INPUT_TYPES[node.role];
    if (node.role === 'column header') element.scope = 'col';
    if (node.role === 'row header') element.scope = 'row';
    return element;
  }

  function applyState(record) {
    const { element, node } = record;
    const has = (flag) => (node.flags & FLAG[flag]) !== 0;
    if (element.type === 'checkbox' || element.type === 'radio') {
      element.checked = has('checked');
      element.disabled = has('disabled');
    } else if (node.role === 'select') {
      element.value = node.value ?? '';
      element.disabled = has('disabled');
    } else if (node.role === 'button') {
      element.type = has('submit') ? 'submit' : 'button';
      attribute(element, 'aria-disabled', has('disabled'));
      attribute(element, 'aria-busy', has('busy'));
      attribute(element, 'aria-expanded', has('expandable') && String(has('expanded')));
    } else if (INPUT_TYPES[node.role]) {
      element.readOnly = has('disabled');
      attribute(element, 'aria-disabled', has('disabled'));
    }
    if (has('current'))
      attribute(element, 'aria-current', element.className.includes('step') ? 'step' : 'page');
    else attribute(element, 'aria-current');
  }

  function applyField(record) {
    const { element, node } = record;
    const has = (flag) => (node.flags & FLAG[flag]) !== 0;
    attribute(element, 'name', node.inputName);
    if (element.type === 'checkbox' || element.type === 'radio') {
      if (element.type === 'radio') element.value = node.value ?? '';
      return;
    }
    if (node.role === 'secret field') element.type = has('revealed') ? 'text' : 'password';
    element.autocomplete = node.autocomplete ?? 'off';
    element.spellcheck = false;
    attribute(element, 'autocapitalize', 'none');
    attribute(element, 'autocorrect', 'off');
    attribute(element, 'inputmode', node.inputMode);
    attribute(element, 'placeholder', node.placeholder);
    attribute(element, 'aria-required', has('required'));
    attribute(element, 'aria-invalid', has('invalid'));
    if (node.role !== 'secret field' && record.revision !== node.revision) {
      record.revision = node.revision;
      record.said = node.value ?? '';
      if (element.value !== record.said) element.value = record.said;
    }
  }

  function applyContent(record) {
    const { element, node } = record;
    const isBox = node.class.startsWith('box');
    // A live region that is silent shows nothing at all.
    const isSilent = !isBox && !node.name && node.role === 'alert';
    const icon = node.icon && !isSilent && drawing(node.icon);
    if (isBox) {
      record.decoration?.remove();
      record.decoration = icon;
      if (icon) element.prepend(icon);
      if (node.role === 'list item' && node.value) element.dataset.number = node.value;
      if (node.role === 'link cell') element.dataset.label = node.value ?? '';
    } else if (node.role === 'picture') {
      element.replaceChildren(...(icon ? [icon] : []));
      attribute(element, 'aria-label', node.name);
    } else if (node.role === 'photo') {
      if (element.getAttribute('src') !== node.href) element.src = node.href;
      attribute(element, 'alt', node.name);
    } else if (node.role === 'select') {
      if (JSON.stringify(node.options) === record.options) return;
      record.options = JSON.stringify(node.options);
      element.replaceChildren(...(node.options ?? []).map(([value, label]) => {
        const option = document.createElement('option');
        option.value = value;
        option.textContent = label;
        return option;
      }));
    } else if (node.role === 'progress') {
      if (node.max > 0) Object.assign(element, { max: node.max, value: node.now ?? 0 });
      else element.removeAttribute('value');
      attribute(element, 'aria-label', node.name);
      attribute(element, 'aria-valuetext', node.value);
    } else if (!INPUT_TYPES[node.role] && node.role !== 'separator') {
      const words = node.class.includes('icon-only') ? [] : [node.name ?? ''];
      if (node.class.includes('icon-only')) attribute(element, 'aria-label', node.name);
      const parts = icon ? [icon, ...words] : words;
      if (icon || element.childElementCount) element.replaceChildren(...parts);
      else if (element.textContent !== (words[0] ?? '')) element.textContent = words[0] ?? '';
      if (node.role === 'cell') element.dataset.label = node.value ?? '';
      if (node.role === 'label') attribute(element, 'data-note', node.value);
    }
  }

  function apply(record, node) {
    const { element } = record;
    record.node = node;
    element.className = node.class;
    applyContent(record);
    if (INPUT_TYPES[node.role] || node.role === 'select') {
      if (node.role === 'select') attribute(element, 'name', node.inputName);
      else applyField(record);
    }
    applyState(record);
    if (node.role === 'link') {
      if (element.getAttribute('href') !== node.href) element.href = node.href;
      attribute(element, 'target', node.flags & FLAG.newWindow ? '_blank' : '');
      attribute(element, 'rel', node.flags & FLAG.newWindow ? 'noopener' : '');
    }
    if (node.role === 'label') element.htmlFor = 'n' + node.target;
    if (NAMED_CONTAINERS.has(node.role)) attribute(element, 'aria-label', node.name);
    if (node.description) attribute(element, 'aria-label', node.description);
    attribute(element, 'aria-labelledby', node.labelledBy && 'n' + node.labelledBy);
    attribute(element, 'aria-describedby', node.describedBy?.map((id) => 'n' + id).join(' '));
    attribute(element, 'aria-rowcount', node.rows);
    attribute(element, 'aria-rowindex', node.row && node.row + 1);
    if (node.role === 'header cell') attribute(element, 'aria-sort', node.value);
    element.style.setProperty('--gap', (node.gap ?? 0) + 'px');
    if (node.height) element.style.setProperty('--height', node.height + 'px');
    if (node.column) element.style.setProperty('--column', node.column + 'px');
  }

  function position(record, x, y, width, height) {
    const place = isPlain ? '' : [x, y, width, height].join(' ');
    if (record.place === place) return;
    record.place = place;
    const isPlaced = !isPlain && record.node.class.startsWith('leaf');
    const { style } = record.element;
    style.left = isPlaced ? x + 'px' : '';
    style.top = isPlaced ? y + 'px' : '';
    style.width = isPlaced ? width + 'px' : '';
    style.height = isPlaced ? height + 'px' : '';
  }

  function remove(id, record) {
    // A secret does not stay behind in an element that the page has let go of.
    if (record.node.role === 'secret field') record.element.value = '';
    record.element.remove();
    records.delete(id);
  }

  // Makes the DOM the same tree. Elements that stay in order are not moved, so focus stays too.
  function commit({ tree, nodes }) {
    const present = new Set();
    for (let i = 0; i < tree.length; i += 6) present.add(tree[i]);
    for (const [id, record] of records) {
      const node = nodes[id];
      if (!present.has(id) || (node && node.role !== record.node.role)) remove(id, record);
    }
    const elements = [];
    const last = [];  // by index: the child placed last in it
    for (let i = 0, index = 0; i < tree.length; i += 6, index++) {
      const id = tree[i], parent = tree[i + 1], node = nodes[id];
      if (parent < 0) {
        elements.push(root);
        continue;
      }
      let record = records.get(id);
      if (!record) {
        record = { element: create(id, node), place: null };
        records.set(id, record);
      }
      if (node) apply(record, node);
      position(record, tree[i + 2], tree[i + 3], tree[i + 4], tree[i + 5]);
      const { element } = record;
      const box = elements[parent];
      const before = last[parent] ?? records.get(tree[parent * 6])?.decoration;
      const next = before ? before.nextSibling : box.firstChild;
      if (next !== element) box.insertBefore(element, next);
      last[parent] = element;
      elements.push(element);
    }
    takeFocus();
  }

  // What the browser changed by itself goes back to what the program says.
  function settle() {
    for (const record of touched) if (record.element.isConnected) applyState(record);
    touched.clear();
  }

  function takeFocus() {
    const element = wantedFocus && elementOf(wantedFocus);
    if (!element) return;
    wantedFocus = 0;
    element.focus({ preventScroll: false });
  }

  return {
    commit, settle, elementOf,
    focus(id) { wantedFocus = id; takeFocus(); },
    wipe(ids) {
      for (const id of ids) {
        const record = records.get(id);
        if (!record) continue;
        record.element.value = '';
        reportField(record);
      }
    },
    // Everything is told anew after this; the elements stay, and with them text and focus.
    setPlain(plain) {
      isPlain = plain;
      for (const record of records.values()) record.place = null;
    },
  };
}
