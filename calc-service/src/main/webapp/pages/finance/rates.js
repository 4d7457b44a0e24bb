// @ts-check
/**
 * What currencies are worth: a row for each pair and type, a column for each period.
 * @import { View } from './view.js'
 */
import { counted } from '/addin/dom.js';
import { aligned, field, form, input, muted, periodOptions, select, table, yearOptions } from './view.js';

const TYPES = ['AVERAGE', 'BUDGET', 'CLOSING'];

const CURRENCY = { required: '', pattern: '[A-Z]{3}', title: 'three capital letters', size: '5' };
const NUMBER = { required: '', inputmode: 'decimal', pattern: '\\d+(\\.\\d+)?', title: 'a number such as 0.92' };

/** @type {View} */
export async function show({ service, asked, say, may, again, go }) {
    const [{ rates }, { years, periods }, organisation] = await Promise.all([
        service.get('rates'),
        service.get('periods'),
        service.get('organisation'),
    ]);
    const hasRates = (/** @type {number} */ each) =>
        rates.some((/** @type {any} */ { period }) => period.startsWith(`FY${each}-`));
    const year = asked.get('year') ?? `FY${[...years].reverse().find(hasRates) ?? years.at(-1)}`;
    const shown = periods.filter((/** @type {any} */ { period }) => period.startsWith(`${year}-`));
    /** @type {Map<string, Map<string, number>>} */
    const kinds = new Map();
    for (const { from, to, period, type, rate } of rates) {
        const kind = `1 ${from} in ${to}, ${type.toLowerCase()}`;
        if (!kinds.has(kind)) kinds.set(kind, new Map());
        kinds.get(kind)?.set(period, rate);
    }
    const values = aligned([...kinds.values()].flatMap((byPeriod) =>
        shown.map((/** @type {any} */ { period }) => byPeriod.get(period))));
    const { length } = shown;
    const rows = [...kinds.keys()].map((kind, at) => [kind, ...values.slice(at * length, (at + 1) * length)]);
    const columns = [
        { head: 'Rate' },
        ...shown.map((/** @type {any} */ { period }) => ({ head: period.replace(/^FY\d+-/, ''), number: true })),
    ];
    const choose = form('Year', [field('Fiscal year', select('year', yearOptions(years), year))], 'Show', (values) =>
        go(values).then(() => ''), say);
    const set = form('Set a rate', [
        field('1 unit of', input('from', { ...CURRENCY, placeholder: 'USD' })),
        field('in', input('to', { ...CURRENCY, value: organisation.currency })),
        field('is worth', input('rate', NUMBER)),
        field('Type', select('type', TYPES.map((type) => [type, type.toLowerCase()]), undefined)),
        field('Period', select('period', periodOptions(shown), undefined)),
        field('Source', input('source', { placeholder: 'Treasury' })),
    ], 'Set the rate', async ({ source = '', rate, ...terms }) => {
        const { translated } = await service.put('rates', { source, rates: [{ ...terms, rate: Number(rate) }] });
        await again();
        const worth = translated === 0 ? 'No amount' : counted(translated, 'amount');
        return `The rate is set. ${worth} ${translated === 1 ? 'is' : 'are'} worth something else to the group now.`;
    }, say);
    return [
        ...(years.length > 1 ? [choose] : []),
        rows.length === 0 ? muted('No rate is set yet.') : table(`Rates of ${year}`, columns, rows),
        may('CONTROLLER') ? set : muted('A controller sets rates.'),
    ];
}
