// The console in a real browser, against the packaged server. Started by ConsoleIT, which says where both are.
import { after, before, beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, seriousFindings } from './browser.mjs';

const base = process.env.MOCK_URL;
let browser;
let context;
let page;
let complaints;
let session;
let sessions = 0;

before(async () => {
  browser = await launch();
});

after(() => browser.close());

beforeEach(async () => {
  await context?.close();
  complaints = [];
  session = `console-${++sessions}`;
  context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.addCookies([{ name: 'Mock-Session', value: session, url: base }]);
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => !request.url().startsWith(base) && !request.url().startsWith('data:') && complaints.push(`asked for ${request.url()}`));
  await page.goto(`${base}/__mock/`);
  await page.getByText('live', { exact: true }).waitFor();
});

/** Each test calls in a session of its own, as the console that it looks at does. */
const call = (path, { headers = {}, ...options } = {}) => fetch(base + path, { ...options, headers: { ...headers, 'Mock-Session': session } });

const order = (quantity) => call('/orders', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Authorization: 'Bearer planted-token' },
  body: JSON.stringify({ item: '<img src=x onerror=alert(1)>', quantity, card: { number: 'planted-number' } }),
});

const rows = () => page.locator('#request-rows tr');

test('lists operations and what is requested while it is open', async () => {
  await page.getByText('/orders/{id}').waitFor();
  await call('/orders/7');
  await rows().first().getByText('/orders/7').waitFor();
  assert.equal(await rows().first().locator('.status').textContent(), '200');
  assert.deepEqual(complaints, []);
});

test('shows what is wrong beside the field, as text, without secrets', async () => {
  await order('many');
  await rows().first().getByRole('button').click();
  const broken = page.locator('#detail .json li.broken');
  await broken.waitFor();
  assert.match(await broken.textContent(), /"quantity": "many".*must be an integer/s);
  const shown = await page.locator('#detail').textContent();
  assert.ok(shown.includes('<img src=x onerror=alert(1)>'));
  assert.ok(!shown.includes('planted'));
  assert.equal(await page.locator('#detail img').count(), 0);
  assert.deepEqual(complaints, []);
});

test('shows a missing member at the object that misses it', async () => {
  await call('/orders', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"item":"a","card":{}}' });
  await rows().first().getByRole('button').click();
  const broken = page.locator('#detail .json li.broken');
  await broken.first().waitFor();
  const texts = await broken.allTextContents();
  assert.ok(texts.some((text) => text.includes('quantity')), texts.join('\n'));
  assert.ok(texts.some((text) => text.includes('number')), texts.join('\n'));
});

test('switches an operation to another answer, once and for all', async () => {
  const choice = page.getByLabel('Answer of GET /orders/{id}');
  await choice.selectOption('404');
  await page.locator('li.switched').waitFor();
  assert.equal((await call('/orders/7')).status, 404);
  assert.equal((await call('/orders/7')).status, 404);
  await page.locator('li.switched').getByLabel('once').check();
  await page.waitForFunction(async () => {
    const list = await (await fetch('api/operations')).json();
    return list.operations.some((operation) => operation.switched?.[0].times === 1);
  });
  assert.equal((await call('/orders/7')).status, 404);
  assert.equal((await call('/orders/7')).status, 200);
  await page.locator('li.switched').waitFor({ state: 'detached' });
});

test('delays an answer, and lets it fail on its way', async () => {
  await page.getByLabel('Delay of GET /orders/{id}').selectOption('500ms');
  await page.locator('li.switched').waitFor();
  const begun = performance.now();
  assert.equal((await call('/orders/7')).status, 200);
  assert.ok(performance.now() - begun >= 500);
  await page.getByLabel('Delay of GET /orders/{id}').selectOption('at once');
  await page.locator('li.switched').waitFor({ state: 'detached' });
  await page.getByLabel('Fault of GET /orders/{id}').selectOption('reset');
  await page.locator('li.switched').waitFor();
  await assert.rejects(call('/orders/7'));
});

test('refuses a page that asks too much', async () => {
  await page.getByLabel('Answer of GET /orders/{id}').selectOption('404');
  await page.locator('li.switched').waitFor();
  await page.getByLabel('How often, GET /orders/{id}').selectOption('over 10 in a minute');
  await page.waitForFunction(async () => {
    const list = await (await fetch('api/operations')).json();
    return list.operations.some((operation) => operation.switched?.[0].limit === '10/60s');
  });
  for (let i = 0; i < 10; i += 1) {
    assert.equal((await call('/orders/7')).status, 200);
  }
  const refused = await call('/orders/7');
  assert.equal(refused.status, 404);
  assert.ok(Number(refused.headers.get('Retry-After')) > 0);
  assert.equal(await page.getByLabel('How often, GET /orders/{id}').inputValue(), 'over 10 in a minute');
  await page.getByLabel('How often, GET /orders/{id}').selectOption('1 in 10');
  await page.waitForFunction(async () => {
    const list = await (await fetch('api/operations')).json();
    return list.operations.some((operation) => operation.switched?.[0].rate === 0.1 && !operation.switched[0].limit);
  });
  assert.deepEqual(complaints, []);
});

test('sends a request again, as it came and edited', async () => {
  await order('many');
  await rows().first().getByRole('button').click();
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.locator('#request-rows tr.chosen + tr').waitFor();
  await page.getByText('Edit and send').click();
  await page.getByLabel('Body to send').fill('{"item":"a","quantity":2,"card":{"number":"1"}}');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Sent; answered with 201.').waitFor();
});

test('filters, pauses and clears the list', async () => {
  await call('/orders/7');
  await order('many');
  await rows().nth(1).waitFor();
  await page.getByLabel('refused only').check();
  assert.equal(await rows().count(), 1);
  await page.getByLabel('refused only').uncheck();
  await page.getByLabel('Filter requests').fill('orders/7');
  assert.equal(await rows().count(), 1);
  await page.getByLabel('Filter requests').fill('');
  await page.getByRole('button', { name: 'Pause' }).click();
  await call('/orders/8');
  await page.waitForFunction(async () => (await (await fetch('api/requests')).json()).requests.length === 3);
  assert.equal(await rows().count(), 2);
  await page.getByRole('button', { name: 'Go on' }).click();
  await rows().nth(2).waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await rows().first().waitFor({ state: 'detached' });
});

test('looks at the session of a test, and sends into it', async () => {
  const mine = session;
  session = `${mine}-of-a-test`;
  await page.getByLabel('Session').fill(session);
  await page.keyboard.press('Enter');
  await page.waitForFunction((name) => document.cookie.startsWith(`Mock-Session=${name}`), session);
  await page.getByText('live', { exact: true }).waitFor();
  await call('/orders/7');
  await rows().first().getByText('/orders/7').waitFor();
  await rows().first().getByRole('button').click();
  await page.getByText('Edit and send').click();
  await page.getByLabel('Path and query to send').fill('/orders/8');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await rows().first().getByText('/orders/8').waitFor();
  assert.equal(await page.getByLabel('Session').inputValue(), session);
  await page.getByLabel('Session').fill('');
  await page.keyboard.press('Enter');
  await page.waitForFunction((name) => document.cookie === `Mock-Session=${name}`, mine);
  await page.getByText('Nothing was requested yet.').waitFor();
  assert.deepEqual(complaints, []);
});

test('can be used with the keyboard alone', async () => {
  await call('/orders/7');
  await rows().first().waitFor();
  await rows().first().getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.locator('#detail').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#detail').waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.closest('tr') !== null), true);
});

for (const scheme of ['light', 'dark']) {
  test(`has no serious accessibility finding (${scheme})`, async () => {
    await page.emulateMedia({ colorScheme: scheme });
    await order('many');
    await order(2);
    await page.getByLabel('Answer of GET /orders/{id}').selectOption('404');
    await rows().nth(1).getByRole('button').click();
    await page.locator('#detail').waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    await page.screenshot({ path: `${process.env.PICTURES}/console-${scheme}.png` });
  });
}

test('fits a narrow window', async () => {
  await page.setViewportSize({ width: 380, height: 800 });
  await order('many');
  await rows().first().getByRole('button').click();
  await page.locator('#detail').waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  assert.deepEqual(await seriousFindings(page), []);
  await page.screenshot({ path: `${process.env.PICTURES}/console-narrow.png`, fullPage: true });
});

test('documents the API, and tries it out on the mock', async () => {
  await page.goto(`${base}/__mock/docs/`);
  await page.locator('.opblock-summary-path', { hasText: '/orders/{id}' }).click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByPlaceholder('id').fill('7');
  const answered = page.waitForResponse((response) => response.url() === `${base}/orders/7`);
  await page.getByRole('button', { name: 'Execute' }).click();
  assert.equal((await answered).status(), 200);
  await page.screenshot({ path: `${process.env.PICTURES}/documentation.png` });
  assert.deepEqual(complaints, []);
});
