// @ts-check
/**
 * Whether stored figures are the sums of the ledger lines behind them, to the cent. The page asks the functions that a
 * workbook asks: MPM.GET for the figure, MPM.DRILL for the lines.
 * @import { View, Visit } from './view.js'
 */
import { counted, element } from '/addin/dom.js';
import { signedOff, toSignOff } from './sign-offs.js';
import { unmapped } from './unmapped.js';
import { aligned, alignedByMetric, field, form, link, muted, named, periodOptions, select, table } from './view.js';

/** Sums agree to half a cent, as MPM.DRILL says. */
const TOLERANCE = 0.005;

/** @type {View} */
export async function show(visit) {
    const { service, asked, say, go } = visit;
    const [{ metrics }, { units }, { scenarios }, { years, periods }] = await Promise.all([
        service.get('metrics'),
        service.get('units'),
        service.get('scenarios'),
        service.get('periods'),
    ]);
    const settled = scenarios.filter((/** @type {any} */ { kind }) => kind === 'ACTUAL' || kind === 'COMMITTED');
    if (settled.length === 0 || years.length === 0) {
        return [muted('There are no actuals yet: nothing to hold against a ledger.')];
    }
    const sums = metrics.filter((/** @type {any} */ { numerator }) => !numerator);
    const wanted = {
        metric: asked.get('metric') ?? sums[0].code,
        scenario: asked.get('scenario') ?? settled[0].code,
        period: asked.get('period') ?? `FY${years.at(-1)}`,
    };
    const choose = form('What to reconcile', [
        field('Metric', select('metric', named(sums), wanted.metric)),
        field('Scenario', select('scenario', named(settled), wanted.scenario)),
        field('Period', select('period', periodOptions(periods), wanted.period)),
    ], 'Reconcile', (values) => go(values).then(() => ''), say);
    const org = asked.get('org');
    if (org) {
        const names = [nameIn(metrics, wanted.metric), nameIn(units, org), wanted.period, nameIn(scenarios, wanted.scenario)];
        return [choose, ...(await linesOf(visit, wanted, org, names.join(', ')))];
    }
    const parts = await Promise.all([unitsOf(visit, wanted, units), unmapped(visit), signedOff(visit)]);
    return [choose, ...parts.flat()];
}

/**
 * @param {Visit} visit
 * @param {{ metric: string, period: string, scenario: string }} wanted
 * @param {any[]} units
 */
async function unitsOf(visit, wanted, units) {
    const parents = new Set(units.map(({ parent }) => parent));
    const leaves = units.filter(({ code }) => !parents.has(code));
    const asking = (/** @type {string} */ name) => leaves.map(({ code }) => call(name, wanted, code));
    const { results } = await visit.service.post('calculate', { calls: [...asking('GET'), ...asking('DRILL')] });
    const found = leaves.map((unit, at) => compared(unit, results[at], results[leaves.length + at]));
    const shown = found.filter(({ figure, count }) => figure !== undefined || count > 0);
    if (shown.length === 0) return [muted('Nothing is stored here, and no ledger line belongs here.')];
    const differing = shown.filter(({ verdict }) => verdict === 'Differs').length;
    const bare = shown.filter(({ verdict }) => verdict === 'No lines').length;
    const { metric } = wanted;
    const amounts = alignedByMetric(shown.flatMap(({ figure, count, sum, difference }) => [
        { metric, value: figure },
        { metric, value: count > 0 ? sum : undefined },
        { metric, value: difference, signed: true },
    ]));
    const columns = [
        { head: 'Unit' },
        { head: 'Currency' },
        { head: 'Figure', number: true },
        { head: 'Sum of lines', number: true },
        { head: 'Difference', number: true },
        { head: 'Lines', number: true },
        { head: 'Verdict' },
    ];
    const rows = shown.map(({ unit, currency, count, verdict }, at) => [
        unit.name,
        currency,
        ...amounts.slice(3 * at, 3 * at + 3),
        count > 0 ? link(`#reconciliation?${new URLSearchParams({ ...wanted, org: unit.code })}`, String(count)) : '0',
        element('span', verdict === 'Differs' ? { class: 'error' } : {}, [verdict]),
    ]);
    const summary = differing === 0
        ? 'No sum of lines differs from its figure.'
        : `${counted(differing, 'figure')} ${differing === 1 ? 'differs' : 'differ'} from the lines behind.`;
    const others = bare > 0 ? ` ${counted(bare, 'figure')} ${bare === 1 ? 'has' : 'have'} no lines behind.` : '';
    return [
        element('p', {}, [summary + others]),
        table('Figures and ledger lines', columns, rows),
        ...toSignOff(visit, wanted, shown.map(({ unit, figure }) => ({ org: unit.code, value: figure }))),
    ];
}

/** @param {any} unit @param {any} got @param {any} drilled */
function compared(unit, got, drilled) {
    const figure = typeof got.value === 'number' ? got.value : undefined;
    const total = drilled.value?.find((/** @type {any[]} */ row) => row[0] === 'TOTAL');
    const count = total ? Number(total[1]) : 0;
    const sum = total ? Number(total[8]) : 0;
    // Binary fractions would show more decimals than are stored.
    const difference = count > 0 ? Number(((figure ?? 0) - sum).toFixed(4)) : undefined;
    const verdict = difference === undefined ? 'No lines' : Math.abs(difference) > TOLERANCE ? 'Differs' : 'Agrees';
    return { unit, figure, sum, count, difference, verdict, currency: total?.[6] ?? unit.currency };
}

/**
 * @param {Visit} visit
 * @param {{ metric: string, period: string, scenario: string }} wanted
 * @param {string} org
 * @param {string} figure what it is called
 */
async function linesOf({ service, asked }, wanted, org, figure) {
    const page = Number(asked.get('page') ?? 1);
    const { results: [drilled] } = await service.post('calculate', { calls: [call('DRILL', wanted, org, page)] });
    if (drilled.error) return [muted(drilled.message)];
    const [, ...all] = drilled.value;
    const lines = all.filter((/** @type {any[]} */ row) => row[0] !== 'PAGE');
    const pages = Number(all.find((/** @type {any[]} */ row) => row[0] === 'PAGE')?.[1].split(' of ')[1] ?? 1);
    const turned = [[page - 1, '← Earlier lines'], [page + 1, 'Later lines →']]
        .filter(([to]) => Number(to) >= 1 && Number(to) <= pages)
        .map(([to, words]) => link(`#reconciliation?${new URLSearchParams({ ...wanted, org, page: String(to) })}`, String(words)));
    const base = aligned(lines.map((/** @type {any} */ line) => line[8]));
    const amounts = aligned(lines.map((/** @type {any} */ line) => line[5]));
    const rates = aligned(lines.map((/** @type {any} */ line) => line[7]));
    const inBase = 'In the unit’s currency';
    const columns = ['Source', 'Document', 'Date', 'Account', 'Vendor and campaign', 'Amount', 'Currency', 'Rate', inBase];
    const numbers = ['Amount', 'Rate', inBase];
    const rows = lines.map((/** @type {any[]} */ line, /** @type {number} */ at) => {
        const [source, document, date, account, description, , currency] = line;
        const day = typeof date === 'number' ? dayOf(date) : '';
        const named = [source, String(document), day, account, description];
        return [...named, amounts[at] ?? '', currency, rates[at] ?? '', base[at] ?? ''];
    });
    return [
        element('p', {}, [link(`#reconciliation?${new URLSearchParams(wanted)}`, '← All units')]),
        element('h3', {}, [`Lines of ${figure}`]),
        table('Ledger lines', columns.map((head) => ({ head, number: numbers.includes(head) })), rows),
        ...(pages > 1 ? [element('p', {}, [`Page ${page} of ${pages}. `, ...turned.flatMap((each) => [each, ' '])])] : []),
    ];
}

/** @param {readonly { code: string, name: string }[]} members @param {string} wanted */
function nameIn(members, wanted) {
    return members.find(({ code }) => code === wanted)?.name ?? wanted;
}

/**
 * @param {string} name
 * @param {{ metric: string, period: string, scenario: string }} wanted
 * @param {string} org
 * @param {number[]} page of the lines
 */
function call(name, { metric, period, scenario }, org, ...page) {
    return { function: name, arguments: [metric, org, period, scenario, ...page] };
}

/** @param {number} serial a day as Excel counts them */
function dayOf(serial) {
    return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
