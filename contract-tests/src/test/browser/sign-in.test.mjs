// A page under development beside the console of the mock that it calls. Started by SignInIT, which says where the mock is, sets up
// the sessions of some tests, and looks at what was called in them.
import { after, before, beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, PATIENCE, serve } from './browser.mjs';

const mock = process.env.MOCK_URL;
const SUCCESS = 'Signed in for 3600 seconds';
let browser;
let site;
let address;
let context;
let page;
let mockConsole;

before(async () => {
  // Another origin than the mock's.
  site = await serve('sign-in.html');
  address = `${site.url}/?mock=${encodeURIComponent(mock)}`;
  browser = await launch();
});

after(async () => {
  await browser.close();
  site.close();
});

beforeEach(async () => {
  await context?.close();
});

/** Page and console in a session of their own. */
async function open(session) {
  context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  await context.addCookies([{ name: 'Mock-Session', value: session, url: mock }]);
  page = await context.newPage();
  await page.goto(address);
  mockConsole = await context.newPage();
  await mockConsole.goto(`${mock}/__mock/`);
  await mockConsole.getByText('live', { exact: true }).waitFor();
  await mockConsole.getByLabel('Answer of POST /signIn').waitFor();
}

async function signIn(on, email, password = 'Gpattm@#124') {
  await on.getByLabel('Email').fill(email);
  await on.getByLabel('Password').fill(password);
  await on.getByRole('button', { name: 'Sign in' }).click();
}

const outcome = (on, text) => on.locator('#outcome', { hasText: text }).waitFor();

/** What the console's controls do is done when the server says so, in the event that redraws them. */
async function choose(label, value) {
  await mockConsole.getByLabel(`${label} of POST /signIn`).selectOption(value);
  await mockConsole.locator('li.switched', { hasText: '/signIn' }).waitFor();
}

test('signs in from another origin, with credentials', async () => {
  await open('credentials');
  await context.addCookies([{ name: 'theme', value: 'dark', url: mock }]);
  await signIn(page, 'abc@abc.com');
  await outcome(page, SUCCESS);
});

test('is refused, and the console says why beside the field', async () => {
  await open('refused');
  await signIn(page, 'abc@abc.com', '');
  await outcome(page, 'Validation Error: body /password: required property "password" is missing');
  const row = mockConsole.locator('#request-rows tr').first();
  await row.getByText('required property "password" is missing').waitFor();
  assert.equal(await row.locator('.status').textContent(), '400');
  await row.getByRole('button').click();
  const broken = mockConsole.locator('#detail .json li.broken');
  await broken.waitFor();
  assert.match(await broken.textContent(), /password/);
  assert.ok(!(await mockConsole.locator('#detail').textContent()).includes('Gpattm'));
  await mockConsole.screenshot({ path: `${process.env.PICTURES}/sign-in.png` });
});

test('shows that something is broken when the console says 500', async () => {
  await open('broken');
  await choose('Answer', { label: '500' });
  await signIn(page, 'abc@abc.com');
  await outcome(page, 'Something is broken. Try again later.');
  await mockConsole.getByRole('button', { name: 'Reset' }).click();
  await mockConsole.locator('li.switched').waitFor({ state: 'detached' });
  await signIn(page, 'abc@abc.com');
  await outcome(page, SUCCESS);
});

test('shows its spinner for as long as the console holds the answer back', async () => {
  await open('slow');
  await choose('Delay', '2s');
  const begun = performance.now();
  await signIn(page, 'abc@abc.com');
  await page.getByRole('progressbar').waitFor();
  await outcome(page, SUCCESS);
  assert.ok(performance.now() - begun >= 2000);
  await page.getByRole('progressbar').waitFor({ state: 'hidden' });
});

test('shows that the server cannot be reached when the console resets the connection', async () => {
  await open('reset');
  await choose('Fault', 'reset');
  await signIn(page, 'abc@abc.com');
  await outcome(page, 'The server cannot be reached.');
  await choose('Answer', { label: '400 · validation-error' });
  await mockConsole.getByLabel('Fault of POST /signIn').selectOption('');
  await mockConsole.waitForFunction(async () => {
    const list = await (await fetch('api/operations')).json();
    return list.operations[0].switched[0].fault === undefined;
  });
  await signIn(page, 'abc@abc.com');
  await outcome(page, 'Validation Error: error description');
});

test('shows in the console what a test has set', async () => {
  await open('set-by-a-test');
  await mockConsole.getByText('Set by the control API: content of its own, for some requests only, and 1 more.').waitFor();
  await signIn(page, 'new@abc.com');
  await outcome(page, 'Something is broken');
  await signIn(page, 'new@abc.com');
  await outcome(page, 'Locked: ask us');
});

test('can be switched with the keyboard alone', async () => {
  await open('keyboard');
  const answer = mockConsole.getByLabel('Answer of POST /signIn');
  for (let i = 0; i < 50 && !(await answer.evaluate((select) => select === document.activeElement)); i++) {
    await mockConsole.keyboard.press('Tab');
  }
  await mockConsole.keyboard.type('500');
  await mockConsole.locator('li.switched', { hasText: '/signIn' }).waitFor();
  await signIn(page, 'abc@abc.com');
  await outcome(page, 'Something is broken');
  // The list is drawn anew with each change, and the focus is where it was.
  await mockConsole.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Answer of POST /signIn');
});

test('is tested in ten isolated sessions at once', async () => {
  const expected = [SUCCESS, 'Something is broken', 'Validation Error: error description'];
  await Promise.all(Array.from({ length: Number(process.env.PARALLEL) }, async (_, i) => {
    const own = await browser.newContext();
    own.setDefaultTimeout(PATIENCE);
    try {
      await own.addCookies([{ name: 'Mock-Session', value: `parallel-${i}`, url: mock }]);
      const tab = await own.newPage();
      await tab.goto(address);
      await signIn(tab, `user${i}@abc.com`);
      await outcome(tab, expected[i % 3]);
    } finally {
      await own.close();
    }
  }));
});
