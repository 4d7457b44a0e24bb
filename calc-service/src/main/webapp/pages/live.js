// @ts-check
/** The formula field that calculates while one types. */

import { shown } from './answer.js';

/** @import { Described } from './answer.js' */

const PAUSE = 150;

const form = /** @type {HTMLFormElement} */ (document.getElementById('live'));
const field = /** @type {HTMLTextAreaElement} */ (document.getElementById('formula'));
const answer = /** @type {HTMLOutputElement} */ (document.getElementById('answer'));

/** What the service says of the functions that were asked for. @type {Map<string, Promise<Described | undefined>>} */
const described = new Map();

/** An answer that comes after the next one was asked for is not shown. */
let asked = new AbortController();

/** @param {string} name @returns {Promise<Described | undefined>} */
async function read(name) {
    const response = await fetch(`/api/v1/functions/${encodeURIComponent(name)}`);
    return response.ok ? response.json() : undefined;
}

/** The function that a formula calls first. @param {string} formula */
function functionOf(formula) {
    const name = /MPM\.([A-Z0-9.]+)\s*\(/i.exec(formula)?.[1]?.toUpperCase();
    if (!name) return Promise.resolve(undefined);
    const known = described.get(name) ?? read(name).catch(() => undefined);
    described.set(name, known);
    return known;
}

/** @param {Node | string} content @param {string} [look] */
function show(content, look = '') {
    answer.className = look;
    answer.replaceChildren(content);
}

/** @param {(found: Described | undefined) => void} explain is told whose answer is shown */
async function calculate(explain) {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const formula = field.value.trim();
    field.rows = field.value.split('\n').length;
    if (formula.replace(/^=/, '') === '') {
        show('Type a formula, such as =MPM.VARIANCE(120,100).', 'words');
        return;
    }
    try {
        const [response, found] = await Promise.all([
            fetch(`/api/v1/evaluate?formula=${encodeURIComponent(formula)}`, { signal }),
            functionOf(formula),
        ]);
        const text = response.ok ? await response.text() : (await response.json()).detail;
        if (signal.aborted) return;
        if (response.ok) show(shown(text, found));
        else show(text, 'words');
        explain(found);
    } catch {
        if (!signal.aborted) show('The service does not answer. Is it still running?', 'words');
    }
}

/**
 * @param {(found: Described | undefined) => void} [explain] is told whose answer is shown
 * @returns {(formula: string) => void} puts another formula into the field
 */
export function live(explain = () => undefined) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let pause;
    field.addEventListener('input', () => {
        clearTimeout(pause);
        pause = setTimeout(calculate, PAUSE, explain);
    });
    field.addEventListener('keydown', (event) => {
        // As in Excel: Enter calculates, Alt and Enter begin a new line.
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        if (event.altKey) field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
        void calculate(explain);
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    return (formula) => {
        field.value = formula;
        field.focus();
        void calculate(explain);
    };
}
