// Pages that hear of a changed document, in a real browser against the packaged server. Started by ReloadIT, which says where the
// document is.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const base = process.env.MOCK_URL;
const file = process.env.DOCUMENT;

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Orders</title><p id="loads"></p><p id="answer"></p>
<p id="state">connecting</p>
<script type="module">
const loads = Number(sessionStorage.getItem('loads') ?? 0) + 1;
sessionStorage.setItem('loads', loads);
const events = new EventSource('${base}/__mock/events');
const state = document.querySelector('#state');
events.addEventListener('ready', () => { state.textContent = 'listening'; });
events.addEventListener('error', () => { state.textContent = 'refused'; events.close(); });
events.addEventListener('reload', () => location.reload());
const answer = await fetch('${base}/greeting');
document.querySelector('#answer').textContent = await answer.text();
document.querySelector('#loads').textContent = loads;
</script></html>`;

let browser;
let site;

before(async () => {
  site = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(html);
  });
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
      '--host-resolver-rules=MAP localhost 127.0.0.1, MAP other.example 127.0.0.1'],
  });
});

after(async () => {
  await browser.close();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

const open = async (url) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  return page;
};

const text = (page, selector, expected) =>
  page.waitForFunction(([where, what]) => document.querySelector(where)?.textContent === what, [selector, expected]);

const change = (from, to) => {
  writeFileSync(`${file}.new`, readFileSync(file, 'utf8').replaceAll(from, to));
  renameSync(`${file}.new`, file);
};

test('a page of another port loads itself again when the document has changed', async () => {
  const page = await open(`http://localhost:${site.address().port}`);
  await text(page, '#state', 'listening');
  await text(page, '#answer', 'hello');
  await text(page, '#loads', '1');
  change('hello', 'welcome');
  await text(page, '#answer', 'welcome');
  await text(page, '#loads', '2');
});

test('the console shows the operations of the changed document', async () => {
  const console = await open(`${base}/__mock/`);
  await console.getByText('/greeting').first().waitFor();
  change('/greeting', '/salutation');
  await console.getByText('/salutation').first().waitFor();
  change('/salutation', '/greeting');
  await console.getByText('/greeting').first().waitFor();
});

test('a page of another site hears nothing', async () => {
  const page = await open(`http://other.example:${site.address().port}`);
  await text(page, '#state', 'refused');
  assert.equal(await page.textContent('#loads'), '1');
});
