// A login with oidc-client-ts in a real browser, from a page of another origin, against the packaged server. Started by LoginIT,
// which says where both are.
import { after, afterEach, before, beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const base = process.env.MOCK_URL;
const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const library = readFileSync(new URL('node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js', import.meta.url));

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Profiles</title>
<script src="/oidc-client-ts.js"></script>
<button id="in">Log in</button><button id="renew">Renew</button><button id="out">Log out</button>
<button id="call">Profile</button><p id="state">starting</p><p id="answer"></p>
<script type="module">
const state = document.querySelector('#state');
const users = new oidc.UserManager({
  authority: '${base}/__oidc',
  client_id: 'profiles',
  redirect_uri: location.origin + '/',
  post_logout_redirect_uri: location.origin + '/bye',
  scope: 'openid profile email profile:read',
  loadUserInfo: true,
  automaticSilentRenew: false,
});
window.users = users;
const show = async () => {
  const user = await users.getUser();
  state.textContent = user ? 'logged in as ' + user.profile.name + ' <' + user.profile.email + '>' : 'logged out';
};
const failed = (error) => { state.textContent = 'failed: ' + error.message; };
document.querySelector('#in').onclick = () => users.signinRedirect().catch(failed);
document.querySelector('#out').onclick = () => users.signoutRedirect().catch(failed);
document.querySelector('#renew').onclick = () => users.signinSilent().then(() => { state.textContent = 'renewed'; }, failed);
document.querySelector('#call').onclick = async () => {
  const user = await users.getUser();
  const headers = user ? { Authorization: 'Bearer ' + user.access_token } : {};
  const answer = await fetch('${base}/profile', { headers });
  document.querySelector('#answer').textContent = answer.status + ' ' + await answer.text();
};
if (location.search.includes('state=') && location.pathname === '/') {
  await users.signinRedirectCallback().then(() => history.replaceState(null, '', '/')).then(show, failed);
} else {
  await show();
}
</script></html>`;

let browser;
let page;
let site;
let home;

before(async () => {
  site = createServer((request, response) => {
    const script = request.url === '/oidc-client-ts.js';
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    response.end(script ? library : html);
  });
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
  home = `http://localhost:${site.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP localhost 127.0.0.1'],
  });
});

after(async () => {
  await browser.close();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  await page.goto(home);
  await page.getByText('logged out').waitFor();
});

afterEach(() => page.context().close());

const user = () => page.evaluate(async () => {
  const { access_token, refresh_token } = await window.users.getUser();
  return { access_token, refresh_token };
});

async function logIn(name) {
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { name: 'Log in to the mock' }).waitFor();
  await page.getByLabel('User name').fill(name);
  await page.keyboard.press('Enter');
  await page.getByText('logged in as').waitFor();
}

async function profile() {
  await page.locator('#answer').evaluate((element) => { element.textContent = ''; });
  await page.getByRole('button', { name: 'Profile' }).click();
  await page.locator('#answer').getByText(/^[0-9]/).waitFor();
  return page.locator('#answer').textContent();
}

test('logs in by code and PKCE, and knows the user', async () => {
  assert.match(await profile(), /^401/);
  await logIn('alice');
  assert.equal(await page.locator('#state').textContent(), 'logged in as alice <alice@example.com>');
  assert.match(await profile(), /^200 .*Slow and steady/s);
});

test('renews by refresh token, which can be used once', async () => {
  await logIn('alice');
  const first = await user();
  await page.getByRole('button', { name: 'Renew' }).click();
  await page.getByText('renewed').waitFor();
  const second = await user();
  assert.notEqual(second.access_token, first.access_token);
  assert.notEqual(second.refresh_token, first.refresh_token);
  assert.match(await profile(), /^200/);

  const again = await fetch(`${base}/__oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', client_id: 'profiles', refresh_token: first.refresh_token }),
  });
  assert.equal(again.status, 400);
  assert.equal((await again.json()).error, 'invalid_grant');
  await page.getByRole('button', { name: 'Renew' }).click();
  await page.getByText('failed:').waitFor();
});

test('logs out, and asks for a name the next time', async () => {
  await logIn('alice');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.waitForURL(`${home}/bye**`);
  await page.getByText('logged out').waitFor();
  await page.goto(home);
  await logIn('bob');
  assert.match(await page.locator('#state').textContent(), /as bob/);
});

test('stays logged in for another page of the same browser', async () => {
  await logIn('alice');
  const other = await page.context().newPage();
  await other.goto(home);
  await other.getByRole('button', { name: 'Log in' }).click();
  await other.getByText('logged in as alice').waitFor();
});

test('tells the page that the user refused', async () => {
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.getByText('failed: The user refused.').waitFor();
});

test('shows a script as text', async () => {
  await logIn('<img src=x onerror=alert(1)>');
  assert.match(await page.locator('#state').textContent(), /as <img src=x onerror=alert\(1\)>/);
});

for (const scheme of ['light', 'dark']) {
  test(`has a login page without serious accessibility finding (${scheme})`, async () => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 380, height: 700 });
    await page.getByRole('button', { name: 'Log in' }).click();
    const name = page.getByLabel('User name');
    await name.waitFor();
    assert.ok(await name.evaluate((element) => element === document.activeElement));
    const findings = await (await page.context().newCDPSession(page)).send('Page.setBypassCSP', { enabled: true })
      .then(() => page.reload()).then(() => page.evaluate(axe))
      .then(() => page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })));
    assert.deepEqual(
      findings.violations.filter((found) => ['serious', 'critical'].includes(found.impact)).map((found) => found.id), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await page.screenshot({ path: `${process.env.PICTURES}/login-${scheme}.png` });
  });
}
