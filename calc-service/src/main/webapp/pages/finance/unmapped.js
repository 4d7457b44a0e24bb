// @ts-check
/**
 * Lines of files that belong to no figure yet, so that no sum can be right; for those who bring in files.
 * @import { Visit } from './view.js'
 */
import { counted, element } from '/addin/dom.js';
import { aligned, link, muted, table } from './view.js';

const AT_ONCE = 500;

const COLUMNS = [
    { head: 'Source' },
    { head: 'Document' },
    { head: 'Date' },
    { head: 'Period' },
    { head: 'Account' },
    { head: 'Vendor' },
    { head: 'Campaign' },
    { head: 'Amount', number: true },
    { head: 'Currency' },
    { head: 'Why' },
];

const WHAT_TO_DO =
    'Say in the mapping of their system where they belong, and apply the file again; or reject a line for a reason.';

/** @param {Visit} visit */
export async function unmapped({ service, asked, may }) {
    if (!may('CONTROLLER')) return [];
    const behind = Object.fromEntries([...asked].filter(([name]) => name === 'file' || name === 'line'));
    const { lines, sums } = await service.get('import/lines', { status: 'UNMAPPED', ...behind });
    if (sums.length === 0) return [];
    const amounts = aligned(lines.map((/** @type {any} */ { amount }) => amount));
    const rows = lines.map((/** @type {any} */ line, /** @type {number} */ at) => [
        line.source,
        line.document,
        line.date,
        line.period,
        line.account,
        line.vendor,
        line.campaign,
        amounts[at] ?? '',
        line.currency,
        line.reason ?? '',
    ]);
    const last = lines.at(-1);
    const more = last && new URLSearchParams({ ...Object.fromEntries(asked), file: last.file, line: last.line });
    return [
        element('h3', {}, ['Lines that belong nowhere yet']),
        element('p', {}, [`${totalOf(sums)}. ${WHAT_TO_DO}`]),
        lines.length === 0 ? muted('There are no further ones.') : table('Lines that are not mapped', COLUMNS, rows),
        ...(lines.length === AT_ONCE ? [element('p', {}, [link(`#reconciliation?${more}`, 'Further ones')])] : []),
    ];
}

/** @param {any[]} sums one for each currency */
function totalOf(sums) {
    const count = sums.reduce((sum, { lines }) => sum + lines, 0);
    const amounts = aligned(sums.map(({ amount }) => amount));
    const inCurrencies = sums.map(({ currency }, at) => `${amounts[at]} ${currency}`.trim());
    return `${counted(count, 'line')}: ${inCurrencies.join(', ')}`;
}
