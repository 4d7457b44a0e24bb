// @ts-check
/** The formula field that calculates while one types. The service writes the answers as it writes those in the page. */

const PAUSE = 150;

const form = /** @type {HTMLFormElement} */ (document.getElementById('live'));
const field = /** @type {HTMLTextAreaElement} */ (document.getElementById('formula'));
const answer = /** @type {HTMLOutputElement} */ (document.getElementById('answer'));
const explanation = document.getElementById('explanation');

/** An answer that comes after the next one was asked for is not shown. */
let asked = new AbortController();

/** @param {string} sentence */
function say(sentence) {
    const words = document.createElement('span');
    words.className = 'words';
    words.textContent = sentence;
    answer.replaceChildren(words);
}

/** @param {string} formula @param {AbortSignal} signal */
async function show(formula, signal) {
    const response = await fetch(`/answer?formula=${encodeURIComponent(formula)}`, { signal });
    const text = await response.text();
    if (signal.aborted) return;
    if (!response.ok) return say(JSON.parse(text).detail);
    const part = new DOMParser().parseFromString(text, 'text/html');
    answer.replaceChildren(...(part.querySelector('output')?.childNodes ?? []));
    explanation?.replaceChildren(...(part.querySelector('p')?.childNodes ?? []));
}

async function calculate() {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const formula = field.value.trim();
    field.rows = field.value.split('\n').length;
    if (formula.replace(/^=/, '') === '') return say('Type a formula, such as =MPM.VARIANCE(120,100).');
    try {
        await show(formula, signal);
    } catch {
        if (!signal.aborted) say('The service does not answer. Is it still running?');
    }
}

/**
 * @param {() => void} [changed] hears that the formula is another one
 * @returns {(formula: string) => void} puts another formula into the field
 */
export function live(changed = () => undefined) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let pause;
    field.addEventListener('input', () => {
        changed();
        clearTimeout(pause);
        pause = setTimeout(calculate, PAUSE);
    });
    field.addEventListener('keydown', (event) => {
        // As in Excel: Enter calculates, Alt and Enter begin a new line.
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        if (event.altKey) field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
        void calculate();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    return (formula) => {
        field.value = formula;
        field.focus();
        changed();
        void calculate();
    };
}
