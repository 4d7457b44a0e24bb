// Fetches the packages of package-lock.json, once for each state of that file: `npm ci` starts from nothing every time,
// which would cost every build of the project half a minute.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const fetched = new URL('./node_modules/.fetched', import.meta.url);
const wanted = createHash('sha256').update(readFileSync(new URL('./package-lock.json', import.meta.url))).digest('hex');

if (!existsSync(fetched) || readFileSync(fetched, 'utf8') !== wanted) {
  const { status } = spawnSync('npm', ['ci', '--no-progress'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('The packages of package-lock.json could not be fetched: check the connection to the npm registry.');
    process.exit(status ?? 1);
  }
  mkdirSync(new URL('./node_modules/', import.meta.url), { recursive: true });
  writeFileSync(fetched, wanted);
}
