import { bodyView } from './body.js';
import { curl, fetchCall, httpFile } from './copies.js';
import { element } from './element.js';

function heading(text) {
  return element('h3', {}, text);
}

function fields(headers) {
  return element('dl', { class: 'mono' }, headers.flatMap((header) => [
    element('dt', {}, header.name),
    element('dd', {}, header.value),
  ]));
}

function button(text, onClick, attributes = {}) {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', onClick);
  return made;
}

async function copy(text, what, say) {
  await navigator.clipboard.writeText(text);
  say(`Copied as ${what}. Secrets are masked in it.`);
}

/** The target can be edited, and so can the body: both start as they came, masked. */
function editor(request, replay) {
  const target = element('input', { type: 'search', 'aria-label': 'Path and query to send', value: request.path + (request.query ? `?${request.query}` : '') });
  const body = element('textarea', { 'aria-label': 'Body to send', spellcheck: 'false' });
  body.value = request.body;
  const type = request.headers.find((header) => header.name.toLowerCase() === 'content-type');
  return element('details', {}, element('summary', {}, 'Edit and send'),
    element('div', { class: 'search' }, target), body,
    button('Send', () => replay({ target: target.value, headers: type ? { 'Content-Type': type.value } : {}, body: body.value }), { class: 'primary' }));
}

/** Everything about one request: what was wrong beside the place where it was, why it was answered so, and the answer. */
export function detailOf(request, { close, replay, say }) {
  const elsewhere = request.violations.filter((violation) => violation.in !== 'body');
  return [
    button('Close', close, { class: 'close' }),
    element('h2', { id: 'detail-heading', class: 'line' },
      element('span', { class: 'method' }, request.method),
      element('span', { class: 'mono' }, request.path + (request.query ? `?${request.query}` : ''))),
    element('p', {}, element('span', { class: `status s${String(request.status)[0]}` }, request.status), ` ${request.outcome}.`,
      request.forwardedTo ? ` Passed on to ${request.forwardedTo}; what it answered is not kept.` : null),
    element('div', { class: 'actions' },
      request.forwardedTo ? null : button('Send again', () => replay()),
      button('Copy as curl', () => copy(curl(request), 'curl', say)),
      button('Copy as fetch', () => copy(fetchCall(request), 'fetch', say)),
      button('Copy as HTTP file', () => copy(httpFile(request), 'an HTTP file', say))),
    editor(request, replay),
    elsewhere.length === 0 ? null : heading('What is wrong'),
    elsewhere.length === 0 ? null : element('ul', { class: 'violations' }, elsewhere.map((violation) =>
      element('li', { class: 'violation' }, `${violation.in}${violation.name ? ` "${violation.name}"` : ''}${violation.pointer ? ` ${violation.pointer}` : ''}: ${violation.message}`))),
    heading('Request body'),
    bodyView(request.body, request.violations.filter((violation) => violation.in === 'body')),
    heading('Request headers'),
    fields(request.headers),
    heading('Why this answer'),
    element('ol', { class: 'steps' }, request.steps.map((step) =>
      element('li', {}, `${step.step}: ${step.outcome}`, element('ul', {}, step.details.map((detail) => element('li', {}, detail)))))),
    heading('Answer'),
    bodyView(request.response.body, []),
    heading('Answer headers'),
    fields(request.response.headers),
  ].filter((part) => part !== null);
}
