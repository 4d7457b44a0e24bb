// @ts-check
/**
 * The gallery: templates with pictures of their sheets, made for a fiscal year and an organisation, and put into this
 * workbook or opened as a new one.
 *
 * @typedef {{ name: string, purpose: string, picture: string }} SheetShown
 * @typedef {object} Template
 * @property {string} id
 * @property {string} title
 * @property {string} purpose
 * @property {string[]} questions that the workbook answers
 * @property {SheetShown[]} sheets
 * @property {string} workbook its address
 * @typedef {{ name: string, meaning: string, otherwise: string }} Parameter
 */
import { byId, counted, element, onClick, sentenceOf } from './dom.js';
import { readJson, readWorkbook } from './service.js';
import { abilities, insertSheets, openWorkbook, takenNames } from './workbook.js';

const INSERT = 'Insert its sheets into this workbook';

/**
 * @param {{ root: URL, inExcel: Promise<boolean>, ids: () => readonly string[],
 *           say: (sentence: string) => void }} parts
 */
export function showGallery({ root, inExcel, ids, say }) {
    const form = /** @type {HTMLFormElement} */ (byId('made-for'));
    const fields = byId('parameters');
    /** @type {Template[]} */
    let templates = [];
    let able = { insert: false, open: false, because: 'In Excel, MPM puts a template straight into your workbook.' };

    /** What was left out is left to the service. @param {Template} template */
    const addressOf = ({ workbook }) => {
        const address = new URL(workbook, root);
        for (const [name, value] of new FormData(form)) {
            if (String(value).trim()) address.searchParams.set(name, String(value).trim());
        }
        return address.href;
    };

    const list = () => {
        byId('gallery').replaceChildren(...templates.map(entry));
        byId('able').textContent = able.because;
        byId('able').hidden = able.because === '';
        byId('what-happens').hidden = !able.insert;
    };

    /** @param {Template} template */
    const entry = (template) => {
        const { title, purpose, sheets } = template;
        const place = element('div', {}, []);
        const details = element('details', { class: 'template', name: 'template' }, [
            element('summary', {}, [
                ...sheets.slice(0, 1).map(({ picture }) => pictureOf(picture, '')),
                element('h2', { class: 'title' }, [title]),
                element('span', { class: 'question' }, [purpose]),
            ]),
        ]);
        // All pictures at once would make the pane slow to open. The one form of all templates goes where it is needed.
        details.addEventListener('toggle', () => {
            if (!details.open) return;
            if (details.children.length === 1) details.append(explained(template, place));
            place.append(form);
            form.hidden = fields.children.length === 0;
        });
        return details;
    };

    /** @param {Template} template @param {HTMLElement} place of the form */
    const explained = (template, place) => {
        const { title, questions, sheets } = template;
        const label = `Pictures of the sheets of ${title}`;
        return element('div', { class: 'explained' }, [
            element('div', { class: 'sheets', role: 'group', 'aria-label': label, tabindex: '0' }, sheets.map(figure)),
            element('div', {}, [
                element('h3', {}, ['Answers']),
                element('ul', {}, questions.map((question) => element('li', {}, [question]))),
            ]),
            place,
            element('div', { class: 'choices' }, choices(template)),
        ]);
    };

    /** @param {SheetShown} sheet */
    const figure = ({ name, purpose, picture }) =>
        element('figure', {}, [
            pictureOf(picture, `The sheet ${name}`),
            element('figcaption', {}, [element('strong', {}, [name]), ` ${purpose}`]),
        ]);

    /** @param {string} picture @param {string} alt */
    const pictureOf = (picture, alt) => {
        const image = element('img', { src: new URL(picture, root).href, alt, loading: 'lazy' }, []);
        image.addEventListener('error', () => image.remove());
        return image;
    };

    /** @param {Template} template */
    const choices = (template) => {
        const { title, sheets } = template;
        const insert = element('button', { type: 'button', class: 'primary' }, [INSERT]);
        const second = able.insert ? '' : 'primary';
        const open = element('button', { type: 'button', class: second }, ['Open as a new workbook']);
        // A new window is the browser outside Office: the pane itself cannot keep a file everywhere.
        const download = element('a', { target: '_blank', rel: 'noopener' }, [`Download ${title} as a file`]);
        const renew = () => (download.href = addressOf(template));
        form.addEventListener('input', renew);
        renew();

        const make = () => {
            say(`Making ${title} …`);
            return readWorkbook(addressOf(template));
        };
        let warned = false;
        const inserted = async () => {
            const taken = warned ? [] : await takenNames(sheets.map(({ name }) => name));
            warned = taken.length > 0;
            insert.textContent = warned ? 'Insert them all the same' : INSERT;
            if (warned) return clash(taken);
            const known = ids();
            const workbook = await make();
            say('Inserting the sheets …');
            return arrival(await insertSheets(workbook, known));
        };
        const opened = async () => {
            await openWorkbook(await make());
            return `${title} is open as a new workbook. Save it under a name of your own.`;
        };
        onClick(insert, inserted, say);
        onClick(open, opened, say);
        return [...(able.insert ? [insert] : []), ...(able.open ? [open] : []), download];
    };

    const load = async () => {
        byId('load-templates').hidden = true;
        byId('gallery-state').textContent = 'Loading the templates …';
        try {
            const gallery = await readJson(new URL('api/v1/templates', root).href);
            templates = gallery.templates;
            fields.replaceChildren(...gallery.parameters.flatMap(field));
            byId('gallery-state').textContent = templates.length === 0
                ? 'This service offers no templates.'
                : `${counted(templates.length, 'workbook')} with MPM’s functions in place.`;
            list();
        } catch (cause) {
            byId('gallery-state').textContent = sentenceOf(cause);
            byId('load-templates').hidden = false;
        }
    };

    byId('load-templates').addEventListener('click', load);
    form.addEventListener('submit', (event) => event.preventDefault());
    void load();
    void inExcel.then((isExcel) => {
        if (!isExcel) return;
        able = abilities();
        list();
    });
}

/** @param {Parameter} parameter */
function field({ name, meaning, otherwise }) {
    const words = name.replaceAll('-', ' ');
    const isDate = /^\d{4}-\d\d-\d\d$/.test(otherwise);
    const kind = isDate ? 'date' : 'text';
    const absence = isDate ? inWords(otherwise) : otherwise;
    const id = `parameter-${name}`;
    return [
        element('label', { for: id }, [words.charAt(0).toUpperCase() + words.slice(1)]),
        element('input', { id, name, type: kind, autocomplete: 'off', 'aria-describedby': `${id}-meaning` }, []),
        element('p', { id: `${id}-meaning`, class: 'muted' }, [`${meaning} ${absence} if left out.`]),
    ];
}

/** @param {string} date */
function inWords(date) {
    return new Date(date).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}

/** @param {readonly string[]} taken */
function clash(taken) {
    const sheets = taken.length === 1 ? `a sheet named ${taken[0]}` : `sheets named ${listed(taken)}`;
    return `Nothing is inserted yet: this workbook already has ${sheets}. Excel would number the new ones, as in `
        + `“${taken[0]} (2)”, and formulas may break where both use the same name for a table or a cell. `
        + 'A new workbook is the safe way; or insert them all the same.';
}

/** @param {{ names: readonly string[], unfinished: string }} sheets */
function arrival({ names, unfinished }) {
    const calculated = unfinished === ''
        ? 'Their MPM formulas are being calculated.'
        : `Their MPM formulas may not have been calculated: ${unfinished} Then choose Problems, Repair formulas.`;
    return `Inserted behind your last sheet: ${listed(names)}. ${calculated} To take them out again, select their tabs, `
        + 'right-click and choose Delete: Undo may not reach them.';
}

/** @param {readonly string[]} names */
function listed(names) {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
