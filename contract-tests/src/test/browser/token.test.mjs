// A console that asks for its server's token. Started by ConsoleIT, which says where the server is, and the token.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, PATIENCE, seriousFindings } from './browser.mjs';

const base = process.env.MOCK_URL;
let browser;

before(async () => {
  browser = await launch();
});

after(() => browser.close());

test('logs in with the keyboard alone, and then works', async () => {
  const page = await browser.newPage({ viewport: { width: 380, height: 800 }, colorScheme: 'dark' });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${base}/__mock/`);
  // What the page allows to itself does not let axe-core look at it.
  await (await page.context().newCDPSession(page)).send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await page.keyboard.type('something else');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  assert.deepEqual(await seriousFindings(page), []);
  await page.screenshot({ path: `${process.env.PICTURES}/token.png` });
  await page.getByLabel('Token').fill(process.env.TOKEN);
  await page.keyboard.press('Enter');
  await page.getByText('live', { exact: true }).waitFor();
  await fetch(`${base}/orders/7`);
  await page.locator('#request-rows tr').first().getByText('/orders/7').waitFor();
  await page.getByLabel('Answer of GET /orders/{id}').selectOption('404');
  await page.locator('li.switched').waitFor();
  assert.equal((await fetch(`${base}/orders/7`)).status, 404);
  assert.ok(!page.url().includes(process.env.TOKEN));
});
