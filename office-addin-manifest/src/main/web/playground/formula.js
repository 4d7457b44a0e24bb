// @ts-check
// Reading the text of a formula, also one that is still being typed.

/** Text and quoted sheet names hold no calls; then names before a bracket, brackets and commas. */
const TOKENS = /"(?:[^"]|"")*"?|'(?:[^']|'')*'|\{[^}]*\}?|([A-Z_][A-Z0-9_.]*)?\s*\(|\)|,/gi;

/**
 * @typedef {{ name: string, argument: number }} OpenCall a function whose bracket is still open; arguments count from 0
 *
 * @param {string} formula
 * @returns {{ names: string[], open: OpenCall | undefined }} the functions in upper case, each once; the innermost open
 */
export function readFormula(formula) {
    /** @type {Set<string>} */
    const names = new Set();
    /** @type {OpenCall[]} */
    const open = [];
    if (!formula.startsWith('=')) return { names: [], open: undefined };
    for (const [token, given] of formula.matchAll(TOKENS)) {
        const innermost = open.at(-1);
        if (token.endsWith('(')) {
            const name = given?.toUpperCase() ?? '';
            if (name) names.add(name);
            open.push({ name, argument: 0 });
        } else if (token === ')') open.pop();
        else if (token === ',' && innermost) innermost.argument++;
    }
    return { names: [...names], open: open.filter(({ name }) => name !== '').at(-1) };
}
