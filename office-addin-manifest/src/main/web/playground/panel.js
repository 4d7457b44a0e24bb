// @ts-check
/**
 * The panel beside the sheet: why the selected cell shows what it shows, and functions for a question.
 *
 * @import { Host } from './host.js'
 * @import { Described } from './playground.js'
 * @import { CellAddress } from './calls.js'
 * @import { Sheet, Shown } from './univer.js'
 */
import { find } from '../addin/search.js';
import { split } from '../addin/workbook.js';
import { explain, isError } from './explain.js';
import { readFormula } from './formula.js';
import { NAMESPACE } from './host.js';
import { cellName } from './ranges.js';

const PREFIX = `${NAMESPACE}.`;
const MOST_FOUND = 6;
const MOST_EXAMPLES = 3;
/** A spill is searched for what is in its way; beyond this many cells the general sentence does. */
const MOST_SEARCHED = 10_000;

export class Panel {
    #sheet;
    #host;
    #why;
    #spoken;
    #found;
    #question;
    /** @type {Map<string, Described>} */
    #known = new Map();
    /** @type {string | undefined} */
    #typed;

    /**
     * @param {object} parts
     * @param {Sheet} parts.sheet
     * @param {Host} parts.host
     * @param {HTMLElement} parts.why
     * @param {HTMLElement} parts.spoken read aloud where a screen is not seen
     * @param {HTMLInputElement} parts.question
     * @param {HTMLElement} parts.found
     */
    constructor({ sheet, host, why, spoken, question, found }) {
        this.#sheet = sheet;
        this.#host = host;
        this.#why = why;
        this.#spoken = spoken;
        this.#question = question;
        this.#found = found;
        sheet.onSelected = () => this.#explain();
        sheet.onTyping = (text) => {
            this.#typed = text;
            this.#explain();
        };
        question.addEventListener('input', () => this.#find());
    }

    /** @param {Described[]} functions */
    know(functions) {
        this.#known = new Map(functions.map((each) => [each.name.toUpperCase(), each]));
        this.#find();
        this.#explain();
    }

    #explain() {
        const shown = this.#sheet.selected();
        if (!shown) return;
        const { names, open } = readFormula(this.#typed ?? shown.formula);
        const parts = this.#typed?.startsWith('=')
            ? [heading('Your formula'), code(this.#typed)]
            : this.#explanation(shown, names);
        const ids = open ? [open.name] : names;
        const described = ids.flatMap((name) => this.#describedAs(name) ?? []);
        const explanation = document.createDocumentFragment();
        explanation.append(...parts, ...described.map((each) => this.#card(each, open?.argument)));
        // Every calculation explains again: what stays the same must stay in place, or its button loses the keyboard.
        if (!isSame(this.#why, explanation)) this.#why.replaceChildren(explanation);
    }

    /** @param {string} name as in a formula, in upper case */
    #describedAs(name) {
        return name.startsWith(PREFIX) ? this.#known.get(name.slice(PREFIX.length)) : undefined;
    }

    /** @param {Shown} shown @param {string[]} names of the functions in its formula */
    #explanation(shown, names) {
        const { cell, formula, value, spilledFrom, leadsTo } = shown;
        const inTheWay = value === '#SPILL!' ? this.#inTheWay(shown) : undefined;
        const { heading: title, error, notes } = explain({
            address: nameOf(cell),
            formula,
            value,
            findings: this.#host.findings(shown),
            ...(spilledFrom && { spilledFrom: nameOf(spilledFrom) }),
            ...(inTheWay && { inTheWay }),
            unknown: names.filter((name) => name.startsWith(PREFIX) && !this.#describedAs(name)),
        });
        this.#say(value === null || value === '' ? '' : `${nameOf(cell)}: ${value}`);
        const source = spilledFrom ? this.#sheet.shown(spilledFrom) : undefined;
        return [
            heading(title),
            ...(error ? [text('p', error, value === '#GETTING_DATA' ? 'note' : 'error')] : []),
            ...notes.map((note) => text('p', note, 'note')),
            ...(formula ? [code(formula)] : []),
            ...(leadsTo ? [this.#way(leadsTo)] : []),
            ...(source ? [text('p', `Filled by the formula in ${nameOf(source.cell)}:`), code(source.formula)] : []),
            ...(value === null || value === '' || isError(value) ? [] : [text('p', String(value), 'value')]),
            ...(!formula && value === null && !spilledFrom
                ? [text('p', 'It is empty. Type a formula such as =MPM.VARIANCE(120,100).', 'muted')]
                : []),
        ];
    }

    /** @param {string} place such as 'Annual plan'!A1 */
    #way(place) {
        const button = text('button', `Go to ${split(place).sheet}`);
        button.setAttribute('value', place);
        button.addEventListener('click', () => this.#sheet.goTo(place));
        return button;
    }

    /** Said once: many calculations end without a change of this cell. @param {string} sentence */
    #say(sentence) {
        if (this.#spoken.textContent !== sentence) this.#spoken.textContent = sentence;
    }

    /** @param {Shown} shown @returns {string | undefined} the first filled cell where the answer would spill */
    #inTheWay({ cell, spill }) {
        if (!spill) return undefined;
        const { endRow, endColumn } = spill;
        const width = endColumn - cell.column + 1;
        const size = Math.min(MOST_SEARCHED, width * (endRow - cell.row + 1));
        for (let index = 1; index < size; index++) {
            const place = { ...cell, row: cell.row + Math.floor(index / width), column: cell.column + (index % width) };
            if (this.#sheet.isFilled(place)) return nameOf(place);
        }
        return undefined;
    }

    /** @param {Described} described @param {number | undefined} current the argument that is being typed */
    #card({ name, question, caution, signature, arguments: given }, current) {
        const card = document.createElement('article');
        const list = document.createElement('dl');
        for (const [index, argument] of given.entries()) {
            const term = text('dt', argument.name);
            if (index === current) term.setAttribute('aria-current', 'true');
            list.append(term, text('dd', argument.meaning));
        }
        card.append(
            text('h3', question),
            page(name),
            code(signature ?? `${PREFIX}${name}(${given.map((argument) => argument.name).join(', ')})`),
            list,
            ...(caution ? [text('p', caution, 'muted')] : []),
        );
        return card;
    }

    #find() {
        const functions = [...this.#known.values()];
        const question = this.#question.value.trim();
        const found = question ? find(question, functions).slice(0, MOST_FOUND) : [];
        this.#found.replaceChildren(...found.map((each) => this.#item(each)));
        if (question && found.length === 0) {
            this.#found.append(text('li', 'No function answers that. Try another word.'));
        }
    }

    /** @param {Described} described */
    #item(described) {
        const item = document.createElement('li');
        const name = document.createElement('h3');
        name.append(page(described.name));
        item.append(name, text('p', described.question));
        for (const example of (described.examples ?? []).slice(0, MOST_EXAMPLES)) {
            const button = document.createElement('button');
            button.type = 'button';
            button.title = `Put this example into the sheet. It shows ${example.shows}.`;
            button.append(code(example.formula));
            button.addEventListener('click', () => this.#put(described, example));
            item.append(button);
        }
        return item;
    }

    /**
     * Beneath everything, so that nothing of the user's is overwritten.
     *
     * @param {Described} described
     * @param {{ formula: string, because?: string }} example
     */
    #put({ name, question }, { formula, because }) {
        const free = this.#sheet.firstFreeRow();
        const row = free === 0 ? 0 : free + 1;
        this.#sheet.write(
            [
                [row, 0, `${PREFIX}${name}: ${question}`, 0],
                [row + 1, 0, formula.replace(/^=/, '') + (because ? `: ${because}` : ''), 1],
                [row + 2, 0, formula],
            ],
            [{ bold: true, ink: '#12263f' }, { ink: '#52616f' }],
        );
        this.#sheet.select(row + 2, 0);
    }
}

/** @param {ParentNode} one @param {ParentNode} other */
function isSame({ childNodes: some }, { childNodes: others }) {
    return some.length === others.length && [...some].every((node, index) => node.isEqualNode(others[index] ?? null));
}

/** @param {CellAddress} cell */
function nameOf({ row, column }) {
    return cellName(row, column);
}

/** @param {string} content */
function heading(content) {
    return text('h2', content);
}

/** @param {string} content */
function code(content) {
    return text('code', content);
}

/** The function's own page, beside this one: what is in the sheet must not be lost. @param {string} name */
function page(name) {
    const link = document.createElement('a');
    link.textContent = PREFIX + name;
    link.href = `../functions/${name}`;
    link.target = '_blank';
    link.title = `All about ${PREFIX}${name}, in a new tab`;
    return link;
}

/** @param {string} tag @param {string} content @param {string} [className] */
function text(tag, content, className) {
    const element = document.createElement(tag);
    element.textContent = content;
    if (className) element.className = className;
    return element;
}
