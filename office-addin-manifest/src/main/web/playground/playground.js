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
 *
 * @typedef {object} Template A workbook that the service offers.
 * @property {string} id
 * @property {string} title
 * @property {string} workbook where its file is
 * @typedef {{ template: Template, query: string }} Made a template's workbook for the parameters of a query
 * @typedef {{ content: Content, made: Made | undefined }} Opened
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
const list = element('open', HTMLSelectElement);
const back = element('back');

const about = element('about');

/** @type {Example[]} */
let offered = [];
/** @type {Template[]} */
let templates = [];
/** What the page shows, as it was when it was opened. @type {Opened | undefined} */
let opened;
/** What an example, a template or a link has taken the place of. @type {Opened | undefined} */
let replaced;

dark.addEventListener('change', () => sheet.darken(dark.matches));
list.addEventListener('change', () => {
    const [kind, name = ''] = list.value.split(':');
    list.selectedIndex = 0;
    if (kind === 'template') return void openTemplate(name, '').catch(failed);
    const chosen = offered[Number(name)];
    if (!chosen) return;
    show(chosen.content);
    say(`“${chosen.title}” is open.`);
});
back.addEventListener('click', () => {
    if (replaced) show(replaced.content, replaced.made);
});
element('recalculate').addEventListener('click', () => {
    say('Calculating …');
    host.refresh();
});
element('share').addEventListener('click', () => void share());
addEventListener('hashchange', () => void openShared().catch(failed));
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
        const [metadata, catalogue, gallery] = await Promise.all([
            host.load(),
            /** @type {Promise<{ functions: Described[] }>} */ (readJson(new URL('api/v1/functions', root).href)),
            /** @type {Promise<{ templates: Template[] }>} */ (readJson(new URL('api/v1/templates', root).href)),
        ]);
        panel.know(catalogue.functions);
        offered = examples();
        ({ templates } = gallery);
        list.replaceChildren(
            new Option('Open …'),
            group('Examples', offered.map(({ title }, index) => new Option(title, `example:${index}`))),
            group('Templates', templates.map(({ id, title }) => new Option(title, `template:${id}`))),
        );
        say(`${metadata.functions.length} functions loaded.`);
    } catch (cause) {
        say('The functions are not loaded.');
        complain(cause);
    }
    if (opened) return;
    const asked = (await openShared().catch(failed)) || (await openAddressed().catch(failed));
    const first = offered[0]?.content;
    if (!asked && first) show(first);
}

/** @param {string} label @param {HTMLOptionElement[]} options */
function group(label, options) {
    const made = document.createElement('optgroup');
    made.label = label;
    made.hidden = options.length === 0;
    made.append(...options);
    return made;
}

/** @param {unknown} cause trying again would not help */
function failed(cause) {
    say('It could not be opened.');
    complain(cause, false);
    return false;
}

/** @returns {Promise<boolean>} whether the address holds a shared sheet */
async function openShared() {
    const content = await contentOf(location.hash);
    if (!content) return false;
    const { hash } = location;
    show(content);
    history.replaceState(null, '', location.pathname + hash);
    say('The sheet from your link is open. It is a copy: what you change stays in this page.');
    return true;
}

/** @returns {Promise<boolean>} whether the address names a template */
async function openAddressed() {
    const parameters = new URLSearchParams(location.search);
    const id = parameters.get('template');
    if (id === null) return false;
    parameters.delete('template');
    await openTemplate(id, parameters.toString());
    return true;
}

/** @param {string} id @param {string} query the parameters of its workbook */
async function openTemplate(id, query) {
    const template = templates.find((each) => each.id === id);
    if (!template) throw new Error(`There is no template “${id}”. Choose one from the list.`);
    say(`Opening “${template.title}” …`);
    const address = new URL(`api/v1/templates/${id}/sheets?${query}`, root).href;
    const content = /** @type {Content} */ (await readJson(address));
    // A canvas draws what it draws before a font is there in another.
    await Promise.allSettled(['1em Calibri', 'bold 1em Calibri'].map((font) => document.fonts.load(font)));
    show(content, { template, query });
    say(`“${template.title}” is open.`);
}

/** Opens a sheet in place of the one that is open, which can be brought back. @param {Content} content @param {Made} [made] */
function show(content, made) {
    if (opened) {
        replaced = { content: sheet.content(), made: opened.made };
        back.hidden = false;
    }
    sheet.open(content);
    opened = { content: sheet.content(), made };
    const search = made ? `?${new URLSearchParams([['template', made.template.id]])}&${made.query}`.replace(/&$/, '') : '';
    history.replaceState(null, '', location.pathname + search);
    about.hidden = !made;
    if (!made) return;
    const { template, query } = made;
    /** @type {HTMLElement} */ (about.querySelector('strong')).textContent = template.title;
    const file = new URL(template.workbook, root);
    file.search = query;
    /** @type {HTMLAnchorElement} */ (about.querySelector('a')).href = file.href;
}

async function share() {
    try {
        const link = await linkToSheet();
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

/** A template as it comes has an address of its own. */
async function linkToSheet() {
    const content = sheet.content();
    const untouched = opened?.made && JSON.stringify(content) === JSON.stringify(opened.content);
    return untouched ? location.href : new URL(await fragmentOf(content), location.origin + location.pathname).href;
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
