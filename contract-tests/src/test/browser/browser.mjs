// The browser of the tests, and what serves the page that they develop.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How long a condition may take on a machine that has much else to do. */
export const PATIENCE = 120_000;

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** Serves a page at an origin of its own. */
export async function serve(file) {
  const page = readFileSync(new URL(file, import.meta.url));
  const site = createServer((request, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page));
  await new Promise((listening) => site.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${site.address().port}`,
    close: () => {
      site.closeAllConnections();
      site.close();
    },
  };
}

/** What axe-core finds on a page that keeps people from using it. */
export async function seriousFindings(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  return result.violations
    .filter((violation) => ['serious', 'critical'].includes(violation.impact))
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(', ')}`);
}
