// @ts-check
/**
 * What the rules of an organisation found out of the ordinary, and who has seen to it.
 * @import { View, Visit } from './view.js'
 */
import { element } from '/addin/dom.js';
import { alignedByMetric, field, form, input, link, muted, select, table, when } from './view.js';

const AT_ONCE = 200;
const LONGEST_REMARK = '2000';

/** Everyone but a partner. */
const WHO_MAY = ['VIEWER', 'PLANNER', 'OWNER', 'APPROVER', 'CONTROLLER', 'ADMIN', 'AUDITOR'];

/** @type {Record<string, string>} */
const VERDICTS = { BETTER: 'Better', WORSE: 'Worse', HIGH: 'Too high', LOW: 'Too low', AMBER: 'Amber', RED: 'Red' };

const NOTHING_OPEN = 'Nothing is out of the ordinary that nobody has seen to.';

const COLUMNS = [
    { head: 'Number', number: true },
    { head: 'When (UTC)' },
    { head: 'Metric' },
    { head: 'Unit' },
    { head: 'Period' },
    { head: 'Scenario' },
    { head: 'Is', number: true },
    { head: 'Was expected', number: true },
    { head: 'From', number: true },
    { head: 'To', number: true },
    { head: 'Verdict' },
    { head: 'Rule' },
    { head: 'Seen to' },
];

/** @type {View} */
export function show(visit) {
    const id = visit.asked.get('id');
    return id ? one(visit, id) : list(visit);
}

/** @param {Visit} visit */
async function list({ service, asked, say, go }) {
    const which = asked.get('which') ?? 'open';
    const before = asked.get('before');
    const { alerts } = await service.get('alerts', { open: String(which === 'open'), ...(before && { before }) });
    const choose = form('Which alerts', [
        field('Which ones', select('which', [['open', 'That nobody has seen to'], ['all', 'All']], which)),
    ], 'Show', (values) => go(values).then(() => ''), say);
    if (alerts.length === 0) {
        return [choose, muted(which === 'open' ? NOTHING_OPEN : 'There is no alert.')];
    }
    const older = new URLSearchParams({ which, before: alerts.at(-1).id });
    return [
        choose,
        table('Alerts', COLUMNS, rowsOf(alerts)),
        ...(alerts.length === AT_ONCE ? [element('p', {}, [link(`#alerts?${older}`, 'Older ones')])] : []),
    ];
}

/** @param {any[]} alerts */
function rowsOf(alerts) {
    const amounts = alignedByMetric(alerts.flatMap(({ metric, value, expected, low, high }) =>
        [value, expected, low, high].map((each) => ({ metric, value: rounded(each) }))));
    return alerts.map((each, at) => [
        link(`#alerts?id=${each.id}`, String(each.id)),
        when(each.firedAt),
        each.metric,
        each.org,
        each.period,
        `${each.scenario} ${each.version}`,
        ...amounts.slice(4 * at, 4 * at + 4),
        verdictOf(each.direction),
        `${each.rule} (${each.method})`,
        each.acknowledgedBy
            ? element('span', {}, [when(each.acknowledgedAt), ` by ${each.acknowledgedBy}. ${each.remark ?? ''}`])
            : 'Nobody yet',
    ]);
}

/** @param {Visit} visit @param {string} id */
async function one({ service, say, may, go }, id) {
    const { alerts: [found] } = await service.get('alerts', { before: String(Number(id) + 1) });
    const back = element('p', {}, [link('#alerts', '← All alerts')]);
    if (String(found?.id) !== id) return [back, muted(`There is no alert ${id} that is for you.`)];
    const acknowledge = form('See to it', [
        field('Remark', input('remark', { maxlength: LONGEST_REMARK, size: '40' })),
    ], 'I have seen to it', async ({ remark = '' }) => {
        await service.post(`alerts/${id}/acknowledge`, { remark });
        await go({});
        return `${found.metric}, ${found.org}, ${found.period}: you have seen to it.`;
    }, say);
    return [
        back,
        element('h3', {}, [`${found.metric}, ${found.org}, ${found.period}`]),
        table('Alert', COLUMNS, rowsOf([found])),
        ...(may(...WHO_MAY) && !found.acknowledgedBy ? [acknowledge] : []),
    ];
}

/** @param {number | undefined} value what is computed has more decimals than anyone reads */
function rounded(value) {
    return value === undefined ? '' : String(Number(value.toFixed(Math.abs(value) < 10 ? 4 : 2)));
}

/** @param {string} direction */
function verdictOf(direction) {
    const isAdverse = direction === 'WORSE' || direction === 'RED';
    return element('span', isAdverse ? { class: 'error' } : {}, [VERDICTS[direction] ?? direction]);
}
