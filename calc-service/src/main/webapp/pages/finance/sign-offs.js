// @ts-check
/**
 * Who has said that figures are right, and saying so.
 * @import { Visit } from './view.js'
 */
import { counted, element } from '/addin/dom.js';
import { aligned, field, form, input, link, muted, table, when } from './view.js';

const AT_ONCE = 100;
const LONGEST_REMARK = '2000';

const COLUMNS = [
    { head: 'When (UTC)' },
    { head: 'Who' },
    { head: 'What' },
    { head: 'Figures', number: true },
    { head: 'Sum', number: true },
    { head: 'Workbook differs', number: true },
    { head: 'Ledger differs', number: true },
    { head: 'Left open' },
    { head: 'Remark' },
];

/**
 * A form that signs off the figures as they are shown: where one is another by now, the service says so.
 * @param {Visit} visit
 * @param {{ metric: string, period: string, scenario: string }} wanted
 * @param {readonly { org: string, value: number | undefined }[]} figures
 */
export function toSignOff({ service, say, may, again }, { metric, period, scenario }, figures) {
    if (!may('CONTROLLER')) return [];
    const remark = input('remark', { maxlength: LONGEST_REMARK, size: '40' });
    return [form('Sign off', [field('Remark, where something does not agree', remark)], 'Sign off', async (values) => {
        await service.post('reconcile/sign-offs', {
            scenario,
            figures: figures.map((each) => ({ metric, period, ...each })),
            ...values,
        });
        await again();
        return `${metric}, ${scenario}, ${period}: ${counted(figures.length, 'figure')} signed off.`;
    }, say)];
}

/** @param {Visit} visit */
export async function signedOff({ service, asked, may }) {
    if (!may('CONTROLLER', 'AUDITOR')) return [];
    const before = asked.get('before');
    const [{ signOffs }, nameOf] = await Promise.all([
        service.get('reconcile/sign-offs', before ? { before } : {}),
        service.workbookNames(),
    ]);
    const heading = element('h3', {}, ['Signed off']);
    if (signOffs.length === 0) {
        return [heading, muted(before ? 'There are no older ones.' : 'Nothing has been signed off yet.')];
    }
    const of = (/** @type {(each: any) => number | undefined} */ amount, /** @type {boolean} */ signed) =>
        aligned(signOffs.map((/** @type {any} */ each) => hundredths(amount(each))), { signed });
    const sums = of(({ serviceTotal }) => serviceTotal, false);
    const ofWorkbook = of(({ workbookTotal, serviceTotal }) => workbookTotal - serviceTotal, true);
    const ofLedger = of(
        ({ ledgerTotal, serviceTotal }) => (ledgerTotal === undefined ? undefined : ledgerTotal - serviceTotal),
        true,
    );
    const rows = signOffs.map((/** @type {any} */ each, /** @type {number} */ at) => [
        when(each.signedAt),
        each.signedBy,
        whatOf(each, nameOf),
        String(each.figures),
        sums[at] ?? '',
        ofWorkbook[at] ?? '',
        ofLedger[at] ?? '',
        leftOpen(each),
        each.remark,
    ]);
    const older = new URLSearchParams({ ...Object.fromEntries(asked), before: signOffs.at(-1).id });
    return [
        heading,
        table('Sign-offs', COLUMNS, rows),
        ...(signOffs.length === AT_ONCE ? [element('p', {}, [link(`#reconciliation?${older}`, 'Older ones')])] : []),
    ];
}

/** @param {any} signOff @param {(id: string | undefined) => string} nameOf */
function whatOf({ metrics, scenario, version, periods, workbook }, nameOf) {
    return [metrics, `${scenario} ${version}`, periods, nameOf(workbook)].filter(Boolean).join(', ');
}

/** @param {number | undefined} amount as money is written; binary fractions would show more decimals */
function hundredths(amount) {
    return amount?.toFixed(2);
}

/** @param {any} signOff */
function leftOpen({ findings, unmapped }) {
    const open = [
        ...(findings > 0 ? [counted(findings, 'difference')] : []),
        ...(unmapped > 0 ? [`${counted(unmapped, 'line')} not mapped`] : []),
    ];
    return open.length === 0 ? 'Nothing' : open.join(', ');
}
