import { element } from './element.js';

function terms(entries) {
  return element('dl', {}, entries.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
}

function items(collection) {
  if (collection.items.length === 0) {
    return element('p', { class: 'empty' }, 'none');
  }
  const older = collection.count - collection.items.length;
  return [
    older > 0 ? element('p', { class: 'summary' }, `the newest ${collection.items.length}`) : null,
    collection.items.map((item) => element('pre', { class: 'item' }, `${item.key}: ${item.value}`)),
  ].flat();
}

/** Fills a section with what is remembered. What was folded out stays so. */
export function stateView(section, summary, forget) {
  const open = new Set([...section.querySelectorAll('details[open]')].map((each) => each.dataset.name));
  const focused = section.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
  const counters = Object.entries(summary.counters);
  const button = element('button', { type: 'button', 'data-focus': 'forget' }, 'Begin anew');
  button.addEventListener('click', forget);
  section.replaceChildren(...[
    element('h2', { id: 'state-heading' }, 'State'),
    summary.scenario ? element('p', { class: 'summary' }, summary.scenario) : null,
    summary.state ? terms([['State', summary.state]]) : null,
    counters.length > 0 ? terms(counters.map(([name, count]) => [`Counter ${name}`, count])) : null,
    ...summary.collections.map((collection) => element('details', { 'data-name': collection.name, open: open.has(collection.name) },
      element('summary', { 'data-focus': `collection ${collection.name}` }, `${collection.name} (${collection.count})`),
      items(collection))),
    summary.collections.length === 0 ? element('p', { class: 'empty' }, 'No items are remembered yet.') : null,
    button,
  ].filter((part) => part !== null));
  if (focused) {
    section.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }
}
