// Renders assets/icon.svg to the pictures that Office asks for: node src/test/web/addin/render-icons.mjs
// Run it after a change of the mark, with a Chromium on the path, and commit the pictures: the build needs no browser.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const assets = new URL('../../../main/web/addin/assets/', import.meta.url);
const icon = readFileSync(new URL('icon.svg', assets), 'utf8').replace('<svg', '<svg width="128" height="128"');
/** The mark alone and white, which Microsoft 365 sets on a ground of its own. */
const outline = icon.replace(/<rect[^>]*>/, '').replaceAll(/fill="[^"]*"/g, 'fill="#fff"');
/** [name, size, svg] */
const PICTURES = [...[16, 32, 64, 80, 128, 192].map((size) => ['icon', size, icon]), ['outline', 32, outline]];

// A canvas keeps the corners transparent, and has no smallest window as a screenshot does.
const page = `<!doctype html><script>
for (const [name, size, svg] of ${JSON.stringify(PICTURES)}) {
    const picture = new Image();
    picture.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = size;
        canvas.getContext('2d').drawImage(picture, 0, 0, size, size);
        const shown = document.createElement('pre');
        shown.textContent = name + '-' + size + ' ' + canvas.toDataURL('image/png');
        document.body.append(shown);
    };
    picture.src = 'data:image/svg+xml,' + encodeURIComponent(svg);
}
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

const pictures = [...dom.matchAll(/<pre>([a-z]+-\d+) data:image\/png;base64,([^<]+)<\/pre>/g)];
if (pictures.length !== PICTURES.length) {
    throw new Error(`Chromium rendered ${pictures.length} of ${PICTURES.length} icons.`);
}
for (const [, name, base64] of pictures) {
    writeFileSync(new URL(`${name}.png`, assets), Buffer.from(base64, 'base64'));
}
