// @ts-check
/** The start page: a formula that calculates while one types, and the state of the service. */

const PAUSE = 150;

/** @typedef {{ formula: string, shows: string, because?: string }} Example */
/** @typedef {{ name: string, signature: string, question: string, caution: string, examples: Example[] }} Description */

const formula = /** @type {HTMLInputElement} */ (document.getElementById('formula'));
const answer = /** @type {HTMLOutputElement} */ (document.getElementById('answer'));
const explanation = /** @type {HTMLElement} */ (document.getElementById('explanation'));
const more = /** @type {HTMLElement} */ (document.getElementById('more'));

/** @type {Map<string, Description>} */
const functions = new Map();

/** An answer that comes after the next one was asked for is not shown. */
let asked = new AbortController();

/** @param {string} tag @param {string} text @param {string} [className] */
function element(tag, text, className = '') {
    const made = document.createElement(tag);
    made.textContent = text;
    made.className = className;
    return made;
}

/** @param {string} text */
const isNumber = (text) => text !== '' && Number.isFinite(Number(text));

/** @param {string} text */
const isError = (text) => /^#[A-Z/0_]+[!?]?$/.test(text);

/** A number as a person reads it; its own digits, since the formula said how many it wants. @param {string} text */
function readable(text) {
    if (!isNumber(text)) return text;
    const number = Number(text);
    return number.toLocaleString('en-US', { maximumFractionDigits: Math.abs(number) < 1 ? 6 : 4 });
}

/** @param {string} text as the service answers it: a value, or lines with tabs */
function show(text) {
    const rows = text.replace(/\r?\n$/, '').split('\n').map((line) => line.split('\t'));
    answer.className = '';
    if (rows.length === 1 && rows[0].length === 1) {
        answer.className = isError(rows[0][0]) ? 'error' : '';
        answer.replaceChildren(readable(rows[0][0]));
        return;
    }
    const table = document.createElement('table');
    for (const row of rows) {
        const line = table.insertRow();
        for (const cell of row) {
            line.append(element('td', readable(cell), isNumber(cell) ? 'number' : isError(cell) ? 'error' : ''));
        }
    }
    answer.replaceChildren(table);
}

/** @param {string} sentence */
function say(sentence) {
    answer.className = 'words';
    answer.replaceChildren(sentence);
}

async function calculate() {
    asked.abort();
    asked = new AbortController();
    const signal = asked.signal;
    const text = formula.value.trim();
    explain(text);
    if (text.replace(/^=/, '') === '') {
        say('Type a formula, such as =MPM.VARIANCE(120,100).');
        return;
    }
    try {
        const response = await fetch(`/api/v1/evaluate?formula=${encodeURIComponent(text)}`, { signal });
        const body = response.ok ? await response.text() : (await response.json()).detail;
        if (signal.aborted) return;
        if (response.ok) show(body);
        else say(body);
    } catch {
        if (!signal.aborted) say('The service does not answer. Is it still running?');
    }
}

/** Beneath the answer: what the function of the formula is for. @param {string} text */
function explain(text) {
    const name = /MPM\.([A-Z0-9.]+)/i.exec(text)?.[1]?.toUpperCase() ?? '';
    const found = functions.get(name);
    if (!found) {
        explanation.replaceChildren();
        return;
    }
    explanation.replaceChildren(
        element('strong', found.question), document.createElement('br'),
        element('code', found.signature), ` ${found.caution}`);
}

function offerExamples() {
    more.replaceChildren(...[...functions.values()].filter((each) => each.examples.length > 0).map((each) => {
        const button = element('button', each.question);
        button.setAttribute('type', 'button');
        button.title = each.examples[0].formula;
        button.addEventListener('click', () => {
            formula.value = each.examples[0].formula;
            formula.focus();
            void calculate();
        });
        return button;
    }));
}

/** @param {string} address */
async function read(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
}

async function describe() {
    const catalogue = /** @type {{ functions: Description[] }} */ (await read('/api/v1/functions'));
    for (const each of catalogue.functions) functions.set(each.name, each);
    explain(formula.value);
    offerExamples();
}

async function state() {
    const list = /** @type {HTMLElement} */ (document.getElementById('state'));
    try {
        const now = await read('/api/v1/service');
        const rows = [
            ['Version', now.version],
            ['Functions', String(now.functions)],
            ['Data', now.dataDirectory ? `${now.database}, in ${now.dataDirectory}` : now.database],
            ['Who can reach it', now.reach],
            ['Address', now.publicAddress],
        ];
        list.replaceChildren(...rows.flatMap(([term, value]) => [element('dt', term), element('dd', value)]));
        const address = document.getElementById('public-address');
        if (address) address.textContent = now.publicAddress;
    } catch {
        list.replaceChildren(element('dt', 'State'), element('dd', 'The service does not answer.'));
    }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
formula.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(calculate, PAUSE);
});

void calculate();
void describe().catch(() => undefined);
void state();
