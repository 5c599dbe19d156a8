import { element } from './element.js';

/** The value of the choice that leaves the answer to the document. */
const AS_DOCUMENTED = '';

function valueOf(answer) {
  return answer?.status || answer?.example ? JSON.stringify([answer.status ?? '', answer.example ?? '']) : AS_DOCUMENTED;
}

function answerOf(value) {
  const [status, example] = JSON.parse(value);
  return { ...(status ? { status } : {}), ...(example ? { example } : {}) };
}

/** What a network does. */
const DELAYS = ['', '500ms', '2s', '10s'];
const FAULTS = ['', 'empty', 'truncated', 'malformed', 'wrong-type', 'reset', 'close', 'hang'];

/** Which requests get the answer, in the words of the control API. */
const OCCASIONS = new Map([
  ['always', {}],
  ['1 in 2', { rate: 0.5 }],
  ['1 in 10', { rate: 0.1 }],
  ['over 5 in 10 s', { limit: '5/10s' }],
  ['over 10 in a minute', { limit: '10/60s' }],
]);

function occasionOf({ rate, limit } = {}) {
  const known = [...OCCASIONS].find(([, occasion]) => occasion.rate === rate && occasion.limit === limit);
  return known?.[0] ?? (limit ? `over ${limit}` : `rate ${rate}`);
}

/** A range and `default` name no status that could be sent; a class is answered with its first. */
function statusOf(documented) {
  if (/^[1-5]XX$/i.test(documented)) {
    return `${documented[0]}00`;
  }
  return /^[1-5][0-9][0-9]$/.test(documented) ? documented : undefined;
}

function choices(operation) {
  const found = [element('option', { value: AS_DOCUMENTED }, 'as the document says')];
  for (const answer of operation.answers) {
    const status = statusOf(answer.status);
    if (status) {
      found.push(element('option', { value: valueOf({ status }) }, status));
      for (const example of answer.examples.filter((name) => name !== '')) {
        found.push(element('option', { value: valueOf({ status, example }) }, `${status} · ${example}`));
      }
    }
  }
  return found;
}

function optionsOf(values, none, chosen) {
  const all = chosen && !values.includes(chosen) ? [...values, chosen] : values;
  return all.map((value) => element('option', { value, selected: value === (chosen ?? '') }, value || none));
}

/** What a test has set and this page has no control for, in words. */
function setElsewhere(switched) {
  const told = [];
  const own = switched.some((answer) => 'body' in answer || 'headers' in answer);
  const conditions = switched.some((answer) => answer.when?.length);
  if (own) {
    told.push('content of its own');
  }
  if (conditions) {
    told.push('for some requests only');
  }
  if (switched.length > 1) {
    told.push(`and ${switched.length - 1} more`);
  }
  return told.join(', ');
}

function item(operation, onSwitch) {
  const switched = operation.switched ?? [];
  const first = switched[0];
  const name = `answer-${operation.id}`;
  const select = element('select', { 'aria-label': `Answer of ${operation.method} ${operation.path}`, name }, choices(operation));
  select.value = valueOf(first);
  if (select.selectedIndex < 0) {
    select.append(element('option', { value: valueOf(first) }, first.status ?? first.example));
    select.value = valueOf(first);
  }
  const once = element('input', { type: 'checkbox' });
  once.checked = first?.times !== undefined;
  const delay = element('select', { 'aria-label': `Delay of ${operation.method} ${operation.path}`, name: `delay-${operation.id}` },
    optionsOf(DELAYS, 'at once', first?.delay));
  const fault = element('select', { 'aria-label': `Fault of ${operation.method} ${operation.path}`, name: `fault-${operation.id}` },
    optionsOf(FAULTS, 'whole', first?.fault));
  const occasion = element('select', { 'aria-label': `How often, ${operation.method} ${operation.path}`, name: `occasion-${operation.id}` },
    optionsOf([...OCCASIONS.keys()], 'always', occasionOf(first)));
  const when = () => OCCASIONS.get(occasion.value) ?? { rate: first.rate, limit: first.limit };
  const times = () => (once.checked && !when().limit ? { times: 1 } : {});
  const answer = () => ({
    ...(select.value === AS_DOCUMENTED ? {} : answerOf(select.value)),
    ...(delay.value ? { delay: delay.value } : {}),
    ...(fault.value ? { fault: fault.value } : {}),
  });
  const send = () => {
    const chosen = answer();
    onSwitch(operation, Object.keys(chosen).length === 0 ? undefined : { ...chosen, ...when(), ...times() });
  };
  [select, delay, fault].forEach((each) => each.addEventListener('change', send));
  [once, occasion].forEach((each) => each.addEventListener('change', () => Object.keys(answer()).length > 0 && send()));
  return element('li', {
    class: `${first ? 'switched' : ''} ${operation.deprecated ? 'deprecated' : ''}`,
    'data-text': `${operation.method} ${operation.path} ${operation.id} ${operation.summary ?? ''}`.toLowerCase(),
  },
  element('div', { class: 'line' },
    element('span', { class: 'method' }, operation.method),
    element('span', { class: 'path mono' }, operation.path)),
  operation.summary ? element('p', { class: 'summary' }, operation.summary) : null,
  element('div', { class: 'switch' }, element('span', {}, 'answers'), select, delay, fault, occasion,
    element('label', { class: 'choice' }, once, ' once')),
  setElsewhere(switched) ? element('p', { class: 'summary' }, `Set by the control API: ${setElsewhere(switched)}.`) : null);
}

/** Fills a list with the operations, each with the switch for its answer. */
export function operationList(list, operations, onSwitch) {
  const focused = document.activeElement?.getAttribute('name');
  list.replaceChildren(...operations.map((operation) => item(operation, onSwitch)));
  if (focused) {
    list.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus();
  }
}
