// @ts-check
/**
 * The function guide beside the sheet: search, and each function explained with examples to insert.
 * @import { Described } from './search.js'
 *
 * @typedef {{ name: string, meaning: string, optional: boolean, otherwise?: string | null,
 *             options?: string[] }} Argument
 * @typedef {{ formula: string, shows: string, because?: string }} Example
 * @typedef {Described & { signature: string, arguments: Argument[], related?: string[], examples?: Example[] }} Guided
 */
import { byId, counted, element, onClick, sentenceOf } from './dom.js';
import { find } from './search.js';
import { readJson } from './service.js';
import { insertFormula } from './workbook.js';

const FACTORS = ['Alignment', 'Accountability', 'Analytics', 'Automation', 'Alliances', 'Assessment'];

/** @param {{ root: URL, inExcel: Promise<boolean>, say: (sentence: string) => void }} parts */
export function showGuide({ root, inExcel, say }) {
    /** @type {Guided[]} */
    let functions = [];
    let isExcel = false;

    const form = /** @type {HTMLFormElement} */ (byId('search'));

    const list = () => {
        const asked = /** @type {HTMLInputElement} */ (byId('question')).value.trim();
        const stage = new FormData(form).get('stage');
        const found = find(asked, functions.filter((each) => !stage || each.stage === stage));
        const factors = FACTORS.flatMap((factor) => part(factor, found.filter((each) => each.factor === factor), false));
        byId('list').replaceChildren(...(asked ? part('Found', found, true) : factors));
        byId('found').textContent = found.length === 0
            ? 'No function answers this. Try other words, or all stages.'
            : counted(found.length, 'function') + (asked ? ', the closest first.' : ' by success factor.');
    };

    /** @param {string} title @param {Guided[]} all @param {boolean} withFactor */
    const part = (title, all, withFactor) => {
        if (all.length === 0) return [];
        const heading = element('h2', {}, [`${title} `, element('span', {}, [String(all.length)])]);
        return [element('section', { class: 'part' }, [heading, ...all.map((each) => entry(each, withFactor))])];
    };

    /** @param {Guided} each @param {boolean} withFactor */
    const entry = (each, withFactor) => {
        const details = element('details', { id: `fn-${each.name}` }, [
            element('summary', {}, [
                element('span', { class: 'name' }, [each.name]),
                ...(withFactor ? [element('span', { class: 'kind' }, [each.factor])] : []),
                element('span', { class: 'question' }, [each.question]),
            ]),
        ]);
        // A hundred explanations at once would make the pane slow to open; each is built when it is wanted.
        details.addEventListener('toggle', () => {
            if (details.open && details.children.length === 1) details.append(explained(each));
        });
        return details;
    };

    /** @param {Guided} each */
    const explained = (each) =>
        element('div', { class: 'explained' }, [
            element('code', { class: 'signature' }, [each.signature]),
            ...titled('Arguments', each.arguments, (all) => definitions(all.map((a) => [termOf(a), a.meaning]))),
            ...titled('Result', each.columns, (all) => definitions(all.map((c) => [[c.name], c.meaning]))),
            ...(each.caution ? [caution(each.caution)] : []),
            ...titled('Examples', each.examples, (all) => element('div', { class: 'examples' }, all.map(example))),
            ...titled('Related', each.related, (all) => element('p', { class: 'related' }, all.map(link))),
            page(each),
        ]);

    /** It opens outside Excel: the pane would lose its functions with the page. @param {Guided} each */
    const page = ({ name }) => {
        const href = new URL(`functions/${name}`, root).href;
        const anchor = element('a', { href, target: '_blank', rel: 'noopener' }, [`All about ${name}`]);
        return element('p', { class: 'related' }, [anchor]);
    };

    /** @param {Example} shown */
    const example = ({ formula, shows, because }) => {
        const verb = isExcel ? 'Insert' : 'Copy';
        const code = element('code', {}, [formula]);
        const button = element('button', { type: 'button', 'aria-label': `${verb} ${formula}` }, [verb]);
        const insert = async () => `Inserted into ${await insertFormula(formula)}.`;
        onClick(button, isExcel ? insert : () => copy(formula, code), say);
        const result = element('span', { class: shows.startsWith('#') ? 'shows failed' : 'shows' }, [shows]);
        const reason = because ? [`: ${because}`] : [];
        return element('div', { class: 'example' }, [code, button, element('p', {}, ['shows ', result, ...reason])]);
    };

    /** @param {string} name */
    const link = (name) => {
        const anchor = element('a', { href: `#fn-${name}` }, [name]);
        anchor.addEventListener('click', (event) => {
            event.preventDefault();
            open(name);
        });
        return anchor;
    };

    /** The search or the stage may hide a related function, so both are lifted. @param {string} name */
    const open = (name) => {
        if (!document.getElementById(`fn-${name}`)) {
            form.reset();
            list();
        }
        const details = /** @type {HTMLDetailsElement | null} */ (document.getElementById(`fn-${name}`));
        if (!details) return say(`This service does not offer ${name}.`);
        details.open = true;
        details.scrollIntoView({ block: 'start' });
        details.querySelector('summary')?.focus({ preventScroll: true });
    };

    const load = async () => {
        byId('load-again').hidden = true;
        byId('found').textContent = 'Loading the functions …';
        try {
            functions = (await readJson(new URL('api/v1/functions', root).href)).functions;
            list();
        } catch (cause) {
            byId('found').textContent = sentenceOf(cause);
            byId('load-again').hidden = false;
        }
    };

    byId('load-again').addEventListener('click', load);
    form.addEventListener('input', list);
    form.addEventListener('submit', (event) => event.preventDefault());
    void load();
    void inExcel.then((excel) => {
        isExcel = excel;
        if (functions.length > 0) list();
    });
}

/**
 * A titled part of an explanation; nothing where there is nothing to tell.
 * @template T
 * @param {string} title
 * @param {T[] | undefined} all
 * @param {(all: T[]) => Node} body
 */
function titled(title, all, body) {
    return all && all.length > 0 ? [element('div', {}, [element('h3', {}, [title]), body(all)])] : [];
}

/** @param {[(Node | string)[], string][]} pairs */
function definitions(pairs) {
    const parts = pairs.map(([term, meaning]) => [element('dt', {}, term), element('dd', {}, [meaning])]);
    return element('dl', {}, parts.map((part) => element('div', {}, part)));
}

/** @param {Argument} argument */
function termOf({ name, optional, otherwise, options = [] }) {
    const choice = options.length > 0 ? [options.join(', ')] : [];
    const absence = optional ? [otherwise == null ? 'may be left out' : `${otherwise} if left out`] : [];
    const remark = [...choice, ...absence].join('; ');
    return [element('code', {}, [name]), ...(remark ? [element('span', {}, [` ${remark}`])] : [])];
}

/** @param {string} text */
function caution(text) {
    return element('p', { class: 'caution' }, [element('strong', {}, ['Caution: ']), text]);
}

/**
 * Some hosts give the pane no right to the clipboard: then the formula is selected for the keyboard.
 * @param {string} formula
 * @param {HTMLElement} shown
 */
async function copy(formula, shown) {
    try {
        await navigator.clipboard.writeText(formula);
        return 'Copied. Paste it into a cell of a workbook with MPM.';
    } catch {
        getSelection()?.selectAllChildren(shown);
        return 'The formula is selected. Press Ctrl+C or ⌘C to copy it.';
    }
}
