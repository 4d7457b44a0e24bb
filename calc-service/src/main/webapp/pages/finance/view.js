// @ts-check
/**
 * What the views are made of.
 * @import { PlanService } from './plan-service.js'
 * @typedef {object} Visit
 * @property {PlanService} service
 * @property {URLSearchParams} asked what the address asks the view for
 * @property {(sentence: string) => void} say
 * @property {(...roles: string[]) => boolean} may whether the user has one of these roles somewhere
 * @property {() => Promise<void>} again reads what is shown anew
 * @property {(asked: Record<string, string>) => Promise<void>} go has the view show something else
 * @typedef {(visit: Visit) => Promise<readonly (Node | string)[]>} View
 * @typedef {{ head: string, number?: boolean }} Column
 */
import { element, onClick, sentenceOf } from '/addin/dom.js';

/**
 * @param {string} name for those who hear it
 * @param {readonly Column[]} columns
 * @param {readonly (Node | string)[][]} rows the first cell of each names it
 */
export function table(name, columns, rows) {
    const look = (/** @type {number} */ at) => (columns[at]?.number ? 'number' : 'text');
    const heads = columns.map(({ head }, at) => element('th', { scope: 'col', class: look(at) }, [head]));
    const cell = (/** @type {Node | string} */ content, /** @type {number} */ at) =>
        at === 0
            ? element('th', { scope: 'row', class: look(at) }, [content])
            : element('td', { class: look(at) }, [content]);
    return scrolling(name, element('table', {}, [
        element('thead', {}, [element('tr', {}, heads)]),
        element('tbody', {}, rows.map((row) => element('tr', {}, row.map(cell)))),
    ]));
}

/** What is too wide scrolls by itself, by keyboard as well. @param {string} name @param {Node} content */
export function scrolling(name, content) {
    return element('div', { class: 'scroll', role: 'group', 'aria-label': name, tabindex: '0' }, [content]);
}

/** @param {string} sentence */
export function muted(sentence) {
    return element('p', { class: 'muted' }, [sentence]);
}

/** @param {string} hash @param {string} text */
export function link(hash, text) {
    return element('a', { href: hash }, [text]);
}

/** @param {string | null | undefined} instant @returns {Node | string} its minute in UTC, as the columns' heads say */
export function when(instant) {
    if (!instant) return '';
    return element('time', { datetime: instant }, [instant.slice(0, 16).replace('T', ' ')]);
}

/** @param {string} text an amount stays in a line, what is longer does not */
export function wrapped(text) {
    return text.length > 24 ? element('span', { class: 'long' }, [text]) : text;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Numbers that stand below or beside each other, with as many decimals as the longest of them has; what is no number
 * stays as it is.
 * @param {readonly (string | number | null | undefined)[]} values
 * @param {{ signed?: boolean }} [how] signed: with a plus as well
 * @returns {string[]}
 */
export function aligned(values, { signed = false } = {}) {
    const texts = values.map((value) => plain(value));
    const longest = Math.max(0, ...texts.map((text) => (NUMBER.test(text) ? (text.split('.')[1] ?? '').length : 0)));
    // Nobody writes 58,769.5 for money.
    const decimals = longest === 1 ? 2 : longest;
    return texts.map((text) => {
        if (!NUMBER.test(text)) return text;
        const [whole = '', part = ''] = text.replace('-', '').split('.');
        const sign = text.startsWith('-') ? '−' : signed && /[1-9]/.test(text) ? '+' : '';
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
        return `${sign}${grouped}${decimals > 0 ? `.${part.padEnd(decimals, '0')}` : ''}`;
    });
}

/** @param {string | number | null | undefined} value */
function plain(value) {
    if (typeof value !== 'number') return value ?? '';
    const text = String(value);
    return text.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : text;
}

/** @param {string} text an amount as it is stored @returns {string} without the zeros that say nothing */
export function shortened(text) {
    return NUMBER.test(text) && text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

let fields = 0;

/** @param {string} label @param {HTMLInputElement | HTMLSelectElement} control */
export function field(label, control) {
    control.id = `field-${++fields}`;
    return element('div', { class: 'field' }, [element('label', { for: control.id }, [label]), control]);
}

/** @param {string} name @param {Record<string, string>} [attributes] */
export function input(name, attributes = {}) {
    return element('input', { name, autocomplete: 'off', ...attributes }, []);
}

/**
 * @param {string} name
 * @param {readonly (readonly [value: string, text: string])[]} options
 * @param {string | null | undefined} chosen
 */
export function select(name, options, chosen) {
    const made = element('select', { name }, options.map(([value, text]) => element('option', { value }, [text])));
    if (chosen && options.some(([value]) => value === chosen)) made.value = chosen;
    return made;
}

/**
 * @param {string} text
 * @param {() => Promise<string>} work
 * @param {(sentence: string) => void} say
 * @param {string} [look]
 */
export function button(text, work, say, look = '') {
    const made = element('button', { type: 'button', class: look }, [text]);
    onClick(made, work, say);
    return made;
}

/**
 * A form that is sent by Enter as well.
 * @param {string} name
 * @param {readonly Node[]} fields
 * @param {string} action what its button says
 * @param {(values: Record<string, string>) => Promise<string>} work answers with what to say
 * @param {(sentence: string) => void} say
 * @param {readonly Node[]} [beside] what stands beside its button
 * @param {string} [look] of its button
 */
export function form(name, fields, action, work, say, beside = [], look = 'primary') {
    const send = element('button', { class: look }, [action]);
    const made = element('form', { class: 'fields', 'aria-label': name }, [
        ...fields,
        element('div', { class: 'actions' }, [send, ...beside]),
    ]);
    made.addEventListener('submit', async (event) => {
        event.preventDefault();
        if (send.ariaBusy === 'true') return;
        send.ariaBusy = 'true';
        try {
            say(await work(valuesOf(made)));
        } catch (cause) {
            say(sentenceOf(cause));
        } finally {
            send.ariaBusy = null;
        }
    });
    return made;
}

/** @param {HTMLFormElement} form @returns {Record<string, string>} what is filled in */
export function valuesOf(form) {
    const given = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
    return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** @param {readonly { code: string, name: string }[]} members @returns {[string, string][]} to choose from */
export function named(members) {
    return members.map(({ code, name }) => [code, `${name} (${code})`]);
}

/** @param {readonly number[]} years @returns {[string, string][]} to choose from */
export function yearOptions(years) {
    return years.map((year) => [`FY${year}`, `FY${year}`]);
}

/** @param {readonly { period: string, within: string | null }[]} periods @returns {[string, string][]} the longer first */
export function periodOptions(periods) {
    const years = [...new Set(periods.map(({ period }) => period.split('-')[0] ?? ''))];
    const between = [...new Set(periods.flatMap(({ within }) => (within && !years.includes(within) ? [within] : [])))];
    return [...years, ...between, ...periods.map(({ period }) => period)].map((each) => [each, each]);
}
