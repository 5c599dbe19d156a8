// Installs what package-lock.json names, unless exactly that is installed already: a second build needs no network.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed-lock';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing what the browser tests need with npm ci');
  execFileSync('npm', ['ci', '--no-progress'], { stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(stamp, wanted);
}
