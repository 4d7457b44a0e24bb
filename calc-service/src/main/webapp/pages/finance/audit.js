// @ts-check
/**
 * Who changed what: found by who, what, where and when, checked as a chain, and taken along as the feed that it is.
 * @import { View, Visit } from './view.js'
 */
import { element } from '/addin/dom.js';
import {
    alignedByMetric, button, field, form, input, link, muted, named, periodOptions, select, shortened, table, when,
} from './view.js';

const AT_ONCE = 100;
const FILE = 'MPM audit.csv';

const FILTERS = ['user', 'metric', 'org', 'period', 'from', 'to'];

/** @type {View} */
export async function show(visit) {
    const { service, asked, say, may, go } = visit;
    if (!may('AUDITOR', 'CONTROLLER')) return [muted('The audit trail is read by auditors and controllers.')];
    const filter = Object.fromEntries([...asked].filter(([name]) => FILTERS.includes(name)));
    const before = asked.get('before');
    const [{ entries, next }, { metrics }, { units }, { periods }] = await Promise.all([
        service.get('audit', { ...filter, rows: String(AT_ONCE), ...(before && { before }) }),
        service.get('metrics'),
        service.get('units'),
        service.get('periods'),
    ]);
    const find = form('Find entries', [
        field('Who', input('user', { value: filter['user'] ?? '' })),
        field('Metric', select('metric', [['', 'All'], ...named(metrics)], filter['metric'])),
        field('Unit, with its parts', select('org', [['', 'All'], ...named(units)], filter['org'])),
        field('Period', select('period', [['', 'All'], ...periodOptions(periods)], filter['period'])),
        field('From (UTC)', input('from', { type: 'date', value: filter['from'] ?? '' })),
        field('To (UTC)', input('to', { type: 'date', value: filter['to'] ?? '' })),
    ], 'Find', (values) => go(values).then(() => ''), say, [
        button('Check the chain', () => checked(visit), say),
        button('Download CSV', () => saved(visit, filter), say),
    ]);
    const list = entries.length === 0
        ? [muted('No entry is like that.')]
        : [table('Audit entries', COLUMNS, rowsOf(entries))];
    const older = new URLSearchParams({ ...filter, before: String(next) });
    return [find, ...list, ...(next ? [element('p', {}, [link(`#audit?${older}`, 'Older ones')])] : [])];
}

const COLUMNS = [
    { head: 'Number', number: true },
    { head: 'When (UTC)' },
    { head: 'Who' },
    { head: 'What' },
    { head: 'Of' },
    { head: 'Before', number: true },
    { head: 'After', number: true },
    { head: 'From' },
    { head: 'Hash' },
];

/** @param {any[]} entries */
function rowsOf(entries) {
    const amounts = alignedByMetric(entries.flatMap(({ objectType, objectId, before, after }) => {
        const metric = objectType === 'FIGURE' ? objectId.split('/')[2] : objectId;
        return [before, after].map((text) => ({ metric, value: shortened(text ?? '') }));
    }));
    return entries.map(({ seq, at, userId, action, objectType, objectId, workbookId, sheet, cell, hash }, row) => [
        String(seq),
        when(at),
        userId,
        `${action.toLowerCase()} ${objectType.toLowerCase()}`,
        objectId,
        shown(amounts[2 * row] ?? ''),
        shown(amounts[2 * row + 1] ?? ''),
        [workbookId, cell ? `${sheet ?? ''}!${cell}` : undefined].filter(Boolean).join(' '),
        hashOf(hash),
    ]);
}

/** @param {string} text */
function shown(text) {
    return /^[0-9a-f]{64}$/.test(text) ? hashOf(text) : text;
}

/** @param {string} hash */
function hashOf(hash) {
    return element('code', { title: hash }, [hash.slice(0, 8)]);
}

/** @param {Visit} visit */
async function checked({ service }) {
    const { intact, entries, brokenAt } = await service.get('audit/verify');
    return intact
        ? `The chain is whole: each of its ${entries.toLocaleString('en')} entries is what was written.`
        : `The chain is broken: entry ${brokenAt} is not what was written, or does not follow the one before it. `
            + 'Compare it with a backup.';
}

/** @param {Visit} visit @param {Record<string, string>} filter */
async function saved({ service }, filter) {
    await service.download('feeds/audit.csv', filter, FILE);
    return `${FILE} holds every entry that is like that.`;
}
