// @ts-check
/**
 * The page: a sheet, its host, and the panel that explains.
 *
 * @import { Content } from './content.js'
 * @import { Example } from './examples.js'
 *
 * @typedef {object} Described A function in the service's catalogue.
 * @property {string} name
 * @property {string} question
 * @property {string} factor
 * @property {string} stage
 * @property {string} [signature]
 * @property {string} [caution]
 * @property {{ name: string, meaning: string }[]} arguments
 * @property {{ formula: string, shows: string, because?: string }[]} [examples]
 */
import { readJson } from '../addin/service.js';
import { examples } from './examples.js';
import { Host } from './host.js';
import { contentOf, fragmentOf } from './link.js';
import { Panel } from './panel.js';
import { Sheet } from './univer.js';

const root = new URL('../', import.meta.url);
const dark = matchMedia('(prefers-color-scheme: dark)');
const roomy = matchMedia('(min-width: 60rem)');

const sheet = new Sheet({ container: element('sheet'), dark: dark.matches, roomy: roomy.matches });
const host = new Host(sheet, root);
const question = element('question', HTMLInputElement);
const panel = new Panel({
    sheet,
    host,
    question,
    why: element('why'),
    spoken: element('spoken'),
    found: element('found'),
});
const status = element('status');
const trouble = element('trouble');
const list = element('examples', HTMLSelectElement);
const back = element('back');

/** @type {Example[]} */
let offered = [];
/** Whether there is a sheet worth keeping. */
let opened = false;
/** What an example or a link has taken the place of. @type {Content | undefined} */
let replaced;

dark.addEventListener('change', () => sheet.darken(dark.matches));
list.addEventListener('change', () => {
    const chosen = offered[list.selectedIndex - 1];
    list.selectedIndex = 0;
    if (!chosen) return;
    history.replaceState(null, '', location.pathname + location.search);
    show(chosen.content);
    say(`“${chosen.title}” is open.`);
});
back.addEventListener('click', () => {
    if (replaced) show(replaced);
});
element('recalculate').addEventListener('click', () => {
    say('Calculating …');
    host.refresh();
});
element('share').addEventListener('click', () => void share());
addEventListener('hashchange', () => void openShared().catch((cause) => complain(cause, false)));
host.onService = (sentence) => {
    if (sentence) return complain(new Error(sentence));
    trouble.hidden = true;
    if (status.textContent === 'Calculating …') say('Calculated.');
};
// A sheet takes the Tab key for itself: without another key nobody could leave it by keyboard.
addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    event.stopPropagation();
    if (document.activeElement?.closest('.page')) sheet.focus();
    else question.focus();
}, true);
trouble.querySelector('button')?.addEventListener('click', () => {
    trouble.hidden = true;
    if (offered.length > 0) host.refresh();
    else void start();
});

/** @returns {Promise<void>} */
async function start() {
    try {
        const metadata = await host.load();
        const catalogue = /** @type {{ functions: Described[] }} */ (
            await readJson(new URL('api/v1/functions', root).href)
        );
        panel.know(catalogue.functions);
        const names = new Set(metadata.functions.map(({ name }) => name.toUpperCase()));
        offered = examples((name) => names.has(name));
        list.replaceChildren(new Option('Open an example …'), ...offered.map(({ title }) => new Option(title)));
        say(`${metadata.functions.length} functions loaded.`);
    } catch (cause) {
        say('The functions are not loaded.');
        complain(cause);
    }
    if (opened) return;
    const shared = await openShared().catch((cause) => complain(cause, false));
    const first = offered[0]?.content;
    if (!shared && first) show(first);
}

/** @returns {Promise<boolean>} whether the address holds a shared sheet */
async function openShared() {
    const content = await contentOf(location.hash);
    if (!content) return false;
    show(content);
    say('The sheet from your link is open. It is a copy: what you change stays in this page.');
    return true;
}

/** Opens a sheet in place of the one that is open, which can be brought back. @param {Content} content */
function show(content) {
    if (opened) {
        replaced = sheet.content();
        back.hidden = false;
    }
    opened = true;
    sheet.open(content);
}

async function share() {
    try {
        const fragment = await fragmentOf(sheet.content());
        const link = new URL(fragment, location.href).href;
        const dialog = element('link', HTMLDialogElement);
        const copied = await navigator.clipboard?.writeText(link).then(
            () => true,
            () => false,
        );
        const field = /** @type {HTMLInputElement} */ (dialog.querySelector('input'));
        field.value = link;
        const says = copied ? 'The link is copied. Paste it into a message.' : 'Copy this link into a message.';
        element('link-says').textContent = says;
        dialog.showModal();
        field.select();
    } catch (cause) {
        complain(cause, false);
    }
}

/** @param {string} sentence */
function say(sentence) {
    status.textContent = sentence;
}

/** @param {unknown} cause @param {boolean} [retry] whether trying again may help */
function complain(cause, retry = true) {
    const paragraph = trouble.querySelector('p');
    if (paragraph) paragraph.textContent = cause instanceof Error ? cause.message : String(cause);
    trouble.querySelector('button')?.toggleAttribute('hidden', !retry);
    trouble.hidden = false;
}

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @param {new () => T} [type] @returns {T} */
function element(id, type) {
    const found = document.getElementById(id);
    if (!found || (type && !(found instanceof type))) throw new Error(`The page has no ${id}.`);
    return /** @type {T} */ (found);
}

/**
 * For tests and for the curious at the console: when the page is ready, Univer's facade, how many requests have gone to
 * calculate, how many calls are awaited, and what the sheet holds.
 */
Object.assign(globalThis, {
    mpmPlayground: {
        ready: start(),
        api: sheet.api,
        get requests() {
            return host.requests;
        },
        get waiting() {
            return host.waiting;
        },
        refresh: () => host.refresh(),
        content: () => sheet.content(),
    },
});
