// The browser of the tests, and what serves the page that they develop.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

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
