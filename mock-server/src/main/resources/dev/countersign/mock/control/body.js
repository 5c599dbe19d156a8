import { element } from './element.js';

const escaped = (key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** The lines of a JSON value, each with the JSON pointer of what begins on it. */
function linesOf(value, pointer, indent, before, after) {
  if (value === null || typeof value !== 'object') {
    return [{ pointer, text: indent + before + JSON.stringify(value) + after }];
  }
  const list = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, end] = list ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) {
    return [{ pointer, text: indent + before + open + end + after }];
  }
  return [
    { pointer, text: indent + before + open },
    ...entries.flatMap(([key, item], index) => linesOf(
      item,
      `${pointer}/${escaped(key)}`,
      `${indent}  `,
      list ? '' : `${JSON.stringify(key)}: `,
      index + 1 < entries.length ? ',' : '',
    )),
    { text: indent + end + after },
  ];
}

/** The nearest place that is there: what is missing is shown at the object that misses it. */
function placeOf(violation, pointers) {
  let pointer = violation.pointer;
  while (pointer !== '' && !pointers.has(pointer)) {
    pointer = pointer.slice(0, pointer.lastIndexOf('/'));
  }
  return pointer;
}

function sentence(violation, place) {
  return violation.pointer === place ? violation.message : `${violation.pointer}: ${violation.message}`;
}

/** A body, and beside each place of it what is wrong there. */
export function bodyView(text, violations) {
  if (text === '' && violations.length === 0) {
    return element('p', { class: 'empty' }, 'none');
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return element('div', {},
      element('ul', { class: 'violations' }, violations.map((violation) => element('li', { class: 'violation' }, sentence(violation, '')))),
      element('pre', {}, text));
  }
  const lines = linesOf(value, '', '', '', '');
  const pointers = new Set(lines.map((line) => line.pointer));
  return element('ol', { class: 'json', tabindex: '0', 'aria-label': 'Body' }, lines.map((line) => {
    const here = line.pointer === undefined ? [] : violations.filter((violation) => placeOf(violation, pointers) === line.pointer);
    return element('li', { class: here.length > 0 ? 'broken' : undefined }, line.text,
      here.map((violation) => element('div', { class: 'violation' }, sentence(violation, line.pointer))));
  }));
}
