// @ts-check
/**
 * The fiscal calendar: when each period begins and ends.
 * @import { View } from './view.js'
 */
import { counted, element } from '/addin/dom.js';
import { field, form, input, muted, table } from './view.js';

const DAY_MS = 86_400_000;
const MONTHS = [
    'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];

/** @type {Record<string, string>} */
const KINDS = {
    MONTHLY: 'Periods are months',
    WEEKS_445: 'Quarters of 4, 4 and 5 weeks',
    WEEKS_454: 'Quarters of 4, 5 and 4 weeks',
    WEEKS_544: 'Quarters of 5, 4 and 4 weeks',
    WEEKS_13X4: 'Thirteen periods of 4 weeks',
};

/** @type {View} */
export async function show({ service, say, may, again }) {
    const [{ years, periods }, organisation] = await Promise.all([service.get('periods'), service.get('organisation')]);
    const inWeeks = organisation.periods !== 'MONTHLY';
    const kind = KINDS[organisation.periods] ?? organisation.periods;
    const begins = MONTHS[organisation.startMonth - 1];
    const named = organisation.naming === 'START' ? 'begins' : 'ends';
    const next = (years.at(-1) ?? new Date().getUTCFullYear()) + 1;
    const open = form('Open a fiscal year', [
        field('Fiscal year', input('year', { type: 'number', required: '', min: '1990', max: '2200', value: String(next) })),
    ], 'Open the year', async ({ year }) => {
        await service.post('periods/years', { year: Number(year) });
        await again();
        return `FY${year} is open.`;
    }, say);
    return [
        element('p', {}, [
            `${kind}. The fiscal year begins in ${begins} and has the name of the calendar year in which it ${named}.`,
        ]),
        ...[...years].reverse().flatMap((/** @type {number} */ year) =>
            yearOf(year, periods.filter((/** @type {any} */ each) => each.year === year), inWeeks)),
        may('ADMIN') ? open : muted('An administrator opens the next year.'),
    ];
}

/** @param {number} year @param {any[]} periods @param {boolean} inWeeks */
function yearOf(year, periods, inWeeks) {
    const days = (/** @type {any} */ { first, last }) => (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
    const all = periods.reduce((sum, period) => sum + days(period), 0);
    const extent = inWeeks ? `${all / 7} weeks` : `${all} days`;
    const length = { head: inWeeks ? 'Weeks' : 'Days', number: true };
    const columns = [{ head: 'Period' }, { head: 'First day' }, { head: 'Last day' }, length];
    const rows = periods.map((period) => [
        period.period,
        period.first,
        period.last,
        String(inWeeks ? days(period) / 7 : days(period)),
    ]);
    return [
        element('h3', {}, [`FY${year}`]),
        muted(`${counted(periods.length, 'period')}, ${extent}${all / 7 === 53 ? ': the year has a 53rd week' : ''}.`),
        table(`Periods of FY${year}`, columns, rows),
    ];
}
