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
 * @typedef {string | number | null | undefined} Amount as it is stored, or as a function answers it
 */
import { element, sentenceOf } from '/addin/dom.js';

/**
 * @param {string} name for those who hear it
 * @param {readonly Column[]} columns
 * @param {readonly (Node | string)[][]} rows the first cell of each names it
 */
export function table(name, columns, rows) {
    const heads = columns.map(({ head, number }) =>
        element('th', { scope: 'col', class: number ? 'number' : 'text' }, [head]));
    const cell = (/** @type {Node | string} */ content, /** @type {number} */ at) => {
        const isNumber = columns[at]?.number && SHOWN_NUMBER.test(textOf(content));
        const look = { class: isNumber ? 'number' : 'text' };
        return at === 0
            ? element('th', { scope: 'row', ...look }, [wrapped(content)])
            : element('td', look, [wrapped(content)]);
    };
    return scrolling(name, element('table', {}, [
        element('thead', {}, [element('tr', {}, heads)]),
        element('tbody', {}, rows.map((row) => element('tr', {}, row.map(cell)))),
    ]));
}

/** A number as `aligned` writes it. */
const SHOWN_NUMBER = /^[+−]?[\d,]+(\.\d+)?$/;
const LONGEST_IN_A_LINE = 24;

/** @param {Node | string} content @returns {Node | string} an amount stays in a line, what is longer does not */
function wrapped(content) {
    const text = textOf(content);
    if (text.length <= LONGEST_IN_A_LINE || SHOWN_NUMBER.test(text)) return content;
    if (typeof content !== 'string') return element('span', { class: 'long' }, [content]);
    // An address breaks where its parts do.
    const parts = content.split(/(?<=\/)/).flatMap((part) => [part, element('wbr', {}, [])]);
    return element('span', { class: 'long' }, parts);
}

/** @param {Node | string} content */
function textOf(content) {
    return typeof content === 'string' ? content : content.textContent ?? '';
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

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Numbers that stand below or beside each other, with as many decimals as the longest of them has; what is no number
 * stays as it is.
 * @param {readonly Amount[]} values
 * @param {{ signed?: boolean }} [how] signed: with a plus as well
 * @returns {string[]}
 */
export function aligned(values, how) {
    return alignedByMetric(values.map((value) => ({ metric: '', value, ...how })));
}

/**
 * The same for numbers of several metrics: cents are none of the leads'.
 * @param {readonly { metric: string, value: Amount, signed?: boolean }[]} figures
 * @returns {string[]}
 */
export function alignedByMetric(figures) {
    const texts = figures.map(({ value }) => plain(value));
    /** @type {Map<string, number>} */
    const decimals = new Map();
    figures.forEach(({ metric }, at) => {
        const text = texts[at] ?? '';
        const own = NUMBER.test(text) ? (text.split('.')[1] ?? '').length : 0;
        decimals.set(metric, Math.max(decimals.get(metric) ?? 0, own));
    });
    return figures.map(({ metric, signed = false }, at) =>
        written(texts[at] ?? '', decimals.get(metric) ?? 0, signed));
}

/** @param {string} text @param {number} longest how many decimals there are @param {boolean} signed */
function written(text, longest, signed) {
    if (!NUMBER.test(text)) return text;
    // Nobody writes 58,769.5 for money.
    const decimals = longest === 1 ? 2 : longest;
    const [whole = '', part = ''] = text.replace('-', '').split('.');
    const sign = !/[1-9]/.test(text) ? '' : text.startsWith('-') ? '−' : signed ? '+' : '';
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return `${sign}${grouped}${decimals > 0 ? `.${part.padEnd(decimals, '0')}` : ''}`;
}

/** @param {Amount} value */
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
 * Does once at a time what is asked for. What was done is said above the view, which shows something else by then; what was
 * refused, beside what asked for it.
 * @param {HTMLButtonElement} asking
 * @param {HTMLElement} beside
 * @param {() => Promise<string>} work answers with what to say
 * @param {(sentence: string) => void} say
 */
async function attempt(asking, beside, work, say) {
    if (asking.ariaBusy === 'true') return;
    asking.ariaBusy = 'true';
    beside.textContent = '';
    try {
        say(await work());
    } catch (cause) {
        say(asking.isConnected ? '' : sentenceOf(cause));
        beside.textContent = sentenceOf(cause);
    } finally {
        asking.ariaBusy = null;
    }
}

function refusal() {
    return element('p', { class: 'refusal', role: 'alert' }, []);
}

/**
 * @param {string} text
 * @param {() => Promise<string>} work
 * @param {(sentence: string) => void} say
 * @param {string} [look]
 */
export function button(text, work, say, look = '') {
    const made = element('button', { type: 'button', class: look }, [text]);
    const beside = refusal();
    made.addEventListener('click', () => attempt(made, beside, work, say));
    return element('div', { class: 'actions' }, [made, beside]);
}

/**
 * A form that is sent by Enter as well.
 * @param {string} name
 * @param {readonly Node[]} fields
 * @param {string} action what its button says
 * @param {(values: Record<string, string>) => Promise<string>} work answers with what to say
 * @param {(sentence: string) => void} say
 * @param {readonly Node[]} [others] what stands beside its button
 * @param {string} [look] of its button
 */
export function form(name, fields, action, work, say, others = [], look = 'primary') {
    const send = element('button', { class: look }, [action]);
    const beside = refusal();
    const made = element('form', { class: 'fields', 'aria-label': name }, [
        ...fields,
        element('div', { class: 'actions' }, [send, ...others]),
        beside,
    ]);
    made.addEventListener('submit', (event) => {
        event.preventDefault();
        void attempt(send, beside, () => work(valuesOf(made)), say);
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
