// Renders assets/icon.svg to the sizes that Office asks for: node src/test/web/addin/render-icons.mjs
// Run it after a change of the mark, with a Chromium on the path, and commit the pictures: the build needs no browser.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SIZES = [16, 32, 64, 80, 128];
const assets = new URL('../../../main/web/addin/assets/', import.meta.url);
const svg = readFileSync(new URL('icon.svg', assets), 'utf8').replace('<svg', '<svg width="128" height="128"');

// A canvas keeps the corners transparent, and has no smallest window as a screenshot does.
const page = `<!doctype html><script>
const picture = new Image();
picture.onload = () => {
    for (const size of ${JSON.stringify(SIZES)}) {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = size;
        canvas.getContext('2d').drawImage(picture, 0, 0, size, size);
        const shown = document.createElement('pre');
        shown.textContent = size + ' ' + canvas.toDataURL('image/png');
        document.body.append(shown);
    }
};
picture.src = 'data:image/svg+xml,' + encodeURIComponent(${JSON.stringify(svg)});
</script><body></body>`;

const folder = mkdtempSync(join(tmpdir(), 'icons-'));
const file = join(folder, 'icons.html');
writeFileSync(file, page);
const chromium = process.env.CHROMIUM ?? 'chromium';
const dom = execFileSync(
    chromium,
    ['--headless', '--no-sandbox', '--virtual-time-budget=2000', '--dump-dom', pathToFileURL(file).href],
    { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] },
);
rmSync(folder, { recursive: true });

const pictures = [...dom.matchAll(/<pre>(\d+) data:image\/png;base64,([^<]+)<\/pre>/g)];
if (pictures.length !== SIZES.length) throw new Error(`Chromium rendered ${pictures.length} of ${SIZES.length} icons.`);
for (const [, size, base64] of pictures) {
    writeFileSync(new URL(`icon-${size}.png`, assets), Buffer.from(base64, 'base64'));
}
