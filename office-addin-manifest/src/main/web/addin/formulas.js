// @ts-check
/**
 * MPM's functions inside the text of a formula. Excel stores MPM.A.B as _xldudf_MPM_A_B, sometimes shows that spelling,
 * and with other add-ins present writes it after a reference to a workbook, as in [2]!_xldudf_MPM_A_B.
 */
const STORED = String.raw`(?:(?:'(?:[^']|'')*'|\[[^\]]+\])!)?_xldudf_MPM_([A-Z0-9_]+)(?=\s*\()`;
const READABLE = String.raw`\bMPM\.[A-Z][A-Z0-9.]*(?=\s*\()`;
/** Text in quotes and quoted sheet names: nothing in them is a call. */
const QUOTED = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'`;

const CALLS = new RegExp(`${STORED}|${QUOTED}|(${READABLE})`, 'gi');

/** @param {string} stored `CASCADE_TREE` @param {readonly string[]} ids @returns {string | undefined} `CASCADE.TREE` */
function idOf(stored, ids) {
    return ids.find((id) => id.replaceAll('.', '_').toUpperCase() === stored.toUpperCase());
}

/** @param {unknown} formula */
export function callsMpm(formula) {
    if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
    return [...formula.matchAll(CALLS)].some(([, stored, readable]) => stored ?? readable);
}

/**
 * @param {string} formula
 * @param {readonly string[]} ids
 * @returns {boolean} whether it calls one of them
 */
export function callsTo(formula, ids) {
    return [...formula.matchAll(CALLS)].some(([, stored, readable]) =>
        stored ? idOf(stored, ids) : readable && ids.includes(readable.slice('MPM.'.length).toUpperCase()));
}

/** @param {string} formula */
export function holdsStoredSpelling(formula) {
    return [...formula.matchAll(CALLS)].some(([, stored]) => stored);
}

/**
 * The formula as one types it. Names that no known function has stay as they are.
 * @param {string} formula
 * @param {readonly string[]} ids
 */
export function typed(formula, ids) {
    return formula.replace(CALLS, (text, stored) => {
        const id = stored && idOf(stored, ids);
        return id ? `MPM.${id}` : text;
    });
}
