// The shipped scenario as a page meets it: passwords, locks and tokens. Started by SignInIT, which says where the mock is.
import { after, before, beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { launch, PATIENCE, seriousFindings, serve } from './browser.mjs';

const mock = process.env.MOCK_URL;
const SIGNED_IN = 'Signed in for 3600 seconds';
const WRONG = 'Validation Error: The email or the password is wrong';
const LOCKED = 'Validation Error: The account is locked after five wrong passwords';
let browser;
let site;
let context;
let page;
let sessions = 0;

before(async () => {
  site = await serve('sign-in.html');
  browser = await launch();
});

after(async () => {
  await browser.close();
  site.close();
});

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE);
  await context.addCookies([{ name: 'Mock-Session', value: `scenario-${++sessions}`, url: mock }]);
  page = await context.newPage();
  await page.goto(`${site.url}/?mock=${encodeURIComponent(mock)}`);
});

const outcome = (text) => page.locator('#outcome', { hasText: text }).waitFor();

async function signIn(password) {
  await page.getByLabel('Email').fill('abc@abc.com');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('refuses a wrong password, and takes the right one', async () => {
  await signIn('wrong');
  await outcome(WRONG);
  await signIn('Gpattm@#124');
  await outcome(SIGNED_IN);
});

test('locks an account after five wrong passwords, until it is asked for a new one', async () => {
  for (let i = 0; i < 4; i++) {
    await signIn(`wrong ${i}`);
    await outcome(WRONG);
  }
  await signIn('wrong again');
  await outcome(LOCKED);
  await signIn('Gpattm@#124');
  await outcome(LOCKED);
  await page.screenshot({ path: `${process.env.PICTURES}/scenario.png` });
  await page.getByRole('button', { name: 'Forgot password' }).click();
  await outcome('Look into your mail');
  await signIn('Gpattm@#124');
  await outcome(SIGNED_IN);
});

test('renews a session, refuses a token that was used, and ends its family', async () => {
  const renew = page.getByRole('button', { name: 'Renew' });
  await signIn('Gpattm@#124');
  await outcome(SIGNED_IN);
  const first = await renew.getAttribute('data-token');
  await renew.click();
  await outcome('Renewed');
  const second = await renew.getAttribute('data-token');
  assert.notEqual(second, first);
  await renew.evaluate((button, token) => (button.dataset.token = token), first);
  await renew.click();
  await outcome('Invalid Refresh Token');
  await renew.evaluate((button, token) => (button.dataset.token = token), second);
  await renew.click();
  await outcome('Invalid Refresh Token');
});

test('shows in the console what is remembered, without secrets, and forgets it', async () => {
  const mockConsole = await context.newPage();
  await mockConsole.goto(`${mock}/__mock/`);
  await mockConsole.getByText('live', { exact: true }).waitFor();
  const state = mockConsole.locator('#state');
  await state.getByText('Accounts that are locked').waitFor();
  await signIn('wrong');
  await outcome(WRONG);
  await state.getByText('accounts (1)').focus();
  await mockConsole.keyboard.press('Enter');
  await state.getByText('"failures":1').waitFor();
  await signIn('wrong');
  await outcome(WRONG);
  await state.getByText('"failures":2').waitFor();
  await signIn('Gpattm@#124');
  await outcome(SIGNED_IN);
  await state.getByText('refreshTokens (1)').click();
  await state.getByText('***: ').waitFor();
  const shown = await state.textContent();
  assert.ok(shown.includes('abc@abc.com') && !shown.includes('Gpattm'), shown);
  assert.ok(!shown.includes(await page.getByRole('button', { name: 'Renew' }).getAttribute('data-token')), shown);
  for (const [scheme, width] of [['light', 1400], ['dark', 1400], ['dark', 380]]) {
    await mockConsole.setViewportSize({ width, height: 900 });
    await mockConsole.emulateMedia({ colorScheme: scheme });
    assert.deepEqual(await seriousFindings(mockConsole), []);
    assert.ok(await mockConsole.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await mockConsole.screenshot({ path: `${process.env.PICTURES}/state-${scheme}-${width}.png` });
  }
  await state.getByRole('button', { name: 'Begin anew' }).click();
  await state.getByText('No items are remembered yet.').waitFor();
  assert.equal(await mockConsole.evaluate(() => document.activeElement.textContent), 'Begin anew');
});
