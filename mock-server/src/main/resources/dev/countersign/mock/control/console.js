import { api, problem } from './api.js';
import { detailOf } from './detail.js';
import { element } from './element.js';
import { operationList } from './operations.js';
import { lookAt, session } from './session.js';
import { stateView } from './state.js';

/** Milliseconds in which what is remembered is asked for once, however much is requested. */
const STATE_PAUSE = 300;

/** How many requests the page shows; the server keeps no more. */
const SHOWN = 200;

const byId = (id) => document.getElementById(id);
const requests = [];
let paused = false;
let chosen;

/** Says something once, in a corner. */
export function say(text) {
  byId('toast').textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (byId('toast').textContent = ''), 6000);
}

/** Runs what a control does, and says what went wrong with it. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    say(problem(error));
    return undefined;
  }
}

async function showOperations() {
  const list = await api('GET', 'operations');
  byId('title').textContent = list.title || 'Mock';
  byId('version').textContent = list.version;
  document.title = `${list.title || 'Mock'}: mock console`;
  operationList(byId('operation-list'), list.operations, async (operation, answer) => {
    await attempt(() => api(answer ? 'PUT' : 'DELETE', `operations/${encodeURIComponent(operation.id)}/answer`, answer));
    await attempt(showOperations);
  });
  filterOperations();
}

/** What is remembered; a server that remembers nothing has no such section, and is not asked again. */
async function showState() {
  const summary = await api('GET', 'state/summary');
  byId('state').hidden = !summary.remembers;
  if (summary.remembers) {
    stateView(byId('state'), summary, () => attempt(() => api('DELETE', 'state')));
  }
}

function stateMayHaveChanged() {
  if (!byId('state').hidden && !stateMayHaveChanged.timer) {
    stateMayHaveChanged.timer = setTimeout(() => {
      stateMayHaveChanged.timer = undefined;
      attempt(showState);
    }, STATE_PAUSE);
  }
}

function filterOperations() {
  const wanted = byId('operation-filter').value.trim().toLowerCase();
  let shown = 0;
  for (const item of byId('operation-list').children) {
    item.hidden = !item.dataset.text.includes(wanted);
    shown += item.hidden ? 0 : 1;
  }
  byId('no-operations').hidden = shown > 0;
}

function fits(request) {
  const wanted = byId('request-filter').value.trim().toLowerCase();
  const text = `${request.method} ${request.path} ${request.status} ${request.operation ?? ''} ${request.outcome} ${request.forwardedTo ?? ''}`.toLowerCase();
  return text.includes(wanted) && (!byId('only-refused').checked || !request.accepted);
}

function row(request) {
  const open = element('button', { type: 'button', class: 'line' },
    element('span', { class: 'method' }, request.method),
    element('span', { class: 'path mono' }, request.path),
    request.forwardedTo ? element('span', { class: 'forwarded' }, `passed on to ${request.forwardedTo}`) : null,
    request.accepted ? null : element('span', { class: 'reason' }, request.outcome));
  open.addEventListener('click', () => attempt(() => show(request.number)));
  return element('tr', { 'data-number': request.number, class: request.number === chosen ? 'chosen' : '' },
    element('td', { class: 'time mono' }, new Date(request.time).toLocaleTimeString([], { hour12: false })),
    element('td', {}, open),
    element('td', { class: `status s${String(request.status)[0]}` }, request.status),
    element('td', { class: 'number mono' }, request.milliseconds.toFixed(1)));
}

function showRequests() {
  byId('request-rows').replaceChildren(...requests.filter(fits).map(row));
  byId('no-requests').hidden = requests.length > 0;
}

function add(request) {
  stateMayHaveChanged();
  requests.unshift(request);
  requests.length = Math.min(requests.length, SHOWN);
  if (paused) {
    return;
  }
  if (fits(request)) {
    byId('request-rows').prepend(row(request));
    while (byId('request-rows').children.length > SHOWN) {
      byId('request-rows').lastElementChild.remove();
    }
  }
  byId('no-requests').hidden = true;
}

async function show(number) {
  const request = await api('GET', `requests/${number}`);
  chosen = number;
  for (const each of byId('request-rows').children) {
    each.classList.toggle('chosen', Number(each.dataset.number) === number);
  }
  const detail = byId('detail');
  detail.replaceChildren(...detailOf(request, { close, replay: (changed) => attempt(() => replay(request, changed)), say }));
  detail.hidden = false;
  document.querySelector('main').classList.add('with-detail');
  detail.focus({ preventScroll: window.innerWidth > 1100 });
}

/** The request again: as it came, which only the server still knows whole, or as it was edited here. */
async function replay(request, changed) {
  if (!changed) {
    const again = await api('POST', `requests/${request.number}/replay`);
    await show(again.number);
    return;
  }
  const answer = await fetch(changed.target, {
    method: request.method,
    headers: session() ? { ...changed.headers, 'Mock-Session': session() } : changed.headers,
    body: ['GET', 'HEAD'].includes(request.method) ? undefined : changed.body,
  });
  say(`Sent; answered with ${answer.status}.`);
}

function close() {
  const number = chosen;
  chosen = undefined;
  byId('detail').hidden = true;
  document.querySelector('main').classList.remove('with-detail');
  showRequests();
  document.querySelector(`tr[data-number="${number}"] button`)?.focus();
}

/** Everything anew: at the start, and after the connection was lost, for what happened in between was not heard. */
async function refresh() {
  await showOperations();
  await showState();
  requests.length = 0;
  const list = await api('GET', 'requests');
  const newest = list.requests[0]?.number ?? 0;
  const heardSince = requests.filter((request) => request.number > newest);
  requests.splice(0, requests.length, ...heardSince, ...list.requests);
  showRequests();
}

function listen() {
  const events = new EventSource('events');
  events.addEventListener('ready', () => {
    byId('connection').textContent = 'live';
    byId('connection').classList.add('live');
    attempt(refresh);
  });
  events.addEventListener('error', () => {
    byId('connection').textContent = 'not connected; trying again';
    byId('connection').classList.remove('live');
  });
  events.addEventListener('request', (event) => add(JSON.parse(event.data)));
  events.addEventListener('answers', () => attempt(showOperations));
  events.addEventListener('state', stateMayHaveChanged);
  events.addEventListener('cleared', () => {
    requests.length = 0;
    showRequests();
  });
  events.addEventListener('reload', () => {
    say('The document was loaded again.');
    attempt(showOperations);
    attempt(showState);
  });
}

byId('base').textContent = location.origin;
byId('session').value = session();
byId('session').addEventListener('change', () => byId('session-form').requestSubmit());
byId('session-form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (byId('session').value.trim() !== session()) {
    lookAt(byId('session').value.trim());
  }
});
byId('operation-filter').addEventListener('input', filterOperations);
byId('request-filter').addEventListener('input', showRequests);
byId('only-refused').addEventListener('change', showRequests);
byId('pause').addEventListener('click', () => {
  paused = !paused;
  byId('pause').setAttribute('aria-pressed', String(paused));
  byId('pause').textContent = paused ? 'Go on' : 'Pause';
  if (!paused) {
    showRequests();
  }
});
byId('clear').addEventListener('click', () => attempt(() => api('DELETE', 'requests')));
byId('reset').addEventListener('click', () => attempt(() => api('POST', 'reset')));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !byId('detail').hidden) {
    close();
  }
});
listen();
