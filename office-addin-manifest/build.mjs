// @ts-check
// Bundles the playground into target/web/playground. The add-in's modules stay outside the bundle: the page loads the
// same files from /addin that Excel loads. Nothing third-party is committed, but the bundle is passed on, so its
// licences go with it.

import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const home = dirname(fileURLToPath(import.meta.url));
const source = join(home, 'src/main/web/playground');
const target = join(home, 'target/web/playground');

/** What may be passed on together with this project, which is under the Apache License 2.0. */
const LICENCES = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense']);

/** A package whose package.json forgot its licence; each of its files states it. */
const STATED_IN_FILES = /** @type {Record<string, string>} */ ({ '@univerjs/telemetry': 'Apache-2.0' });

/**
 * Patterns that break words of seventy languages, half the bundle and under licences of their own. Only documents with
 * hyphenation load them; an empty module is how Univer learns that a language has none.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutHyphenation = {
    name: 'without-hyphenation',
    setup({ onResolve, onLoad }) {
        onResolve({ filter: /^\.\/[a-z].*\.js$/ }, ({ path, importer, kind }) => {
            const isPattern = kind === 'dynamic-import' && /[\\/]engine-render[\\/]/.test(importer);
            return isPattern ? { path, namespace: 'no-hyphenation' } : undefined;
        });
        onLoad({ filter: /.*/, namespace: 'no-hyphenation' }, () => ({ contents: 'export default undefined;' }));
    },
};

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const { metafile } = await build({
    entryPoints: [join(source, 'playground.js'), join(source, 'playground.css')],
    outdir: target,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    external: ['../addin/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutHyphenation],
    metafile: true,
    absWorkingDir: home,
});
await cp(join(source, 'index.html'), join(target, 'index.html'));
await writeFile(join(target, 'THIRD-PARTY.txt'), await notices(metafile));

/** @param {import('esbuild').Metafile} metafile */
async function notices({ outputs }) {
    const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
    const included = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
    const folders = new Set(included.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
    const packages = await Promise.all([...folders].sort().map(noticeOf));
    const introduction = 'The playground holds parts of these packages, each under its own licence.';
    return `${[introduction, ...packages].join('\n\n')}\n`;
}

/** @param {string} folder of a package */
async function noticeOf(folder) {
    const about = JSON.parse(await readFile(join(home, folder, 'package.json'), 'utf8'));
    const licence = about.license ?? STATED_IN_FILES[about.name];
    if (!LICENCES.has(licence)) {
        throw new Error(`${about.name} has the licence ${licence}. Check it, and list it in build.mjs.`);
    }
    const names = await readdir(join(home, folder));
    const files = names.filter((name) => /^(licen[cs]e|notice|copying)/i.test(name)).sort();
    const texts = await Promise.all(files.map((name) => readFile(join(home, folder, name), 'utf8')));
    const rule = '-'.repeat(80);
    return [rule, `${about.name} ${about.version} (${licence})`, rule, ...texts.map((text) => text.trim())].join('\n');
}
