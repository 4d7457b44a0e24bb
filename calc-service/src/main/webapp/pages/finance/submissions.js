// @ts-check
/**
 * What people have entered: a list, and one of them with what stood there before.
 * @import { View, Visit } from './view.js'
 */
import { counted, element } from '/addin/dom.js';
import { alignedByMetric, button, field, form, input, link, muted, shortened, table, when } from './view.js';

/** @type {Record<string, string>} */
const STATES = { APPLIED: 'Waits for approval', APPROVED: 'Approved', REJECTED: 'Rejected' };

/** @type {Record<string, string>} what became of a line; what else there is was not written, and says why */
const WRITTEN = { STAGED: 'Written', 'IN SYNC': 'Stood there already', '': 'Blank' };

const NOTHING_YET =
    'Nothing has been submitted yet. What MPM.PUT stages in a workbook arrives here when its user chooses Submit in the '
    + 'task pane.';

/** @type {View} */
export function show(visit) {
    const id = visit.asked.get('id');
    return id ? one(visit, id) : list(visit);
}

/** @param {Visit} visit */
async function list({ service, asked }) {
    const before = asked.get('before');
    const [{ submissions, next }, nameOf] = await Promise.all([
        service.get('submissions', before ? { before } : {}),
        service.workbookNames(),
    ]);
    if (submissions.length === 0) {
        return [muted(before ? 'There are no older submissions.' : NOTHING_YET)];
    }
    const heads = ['Number', 'When (UTC)', 'By', 'State', 'Lines', 'Refused', 'Comment', 'Workbook'];
    const numbers = ['Number', 'Lines', 'Refused'];
    const rows = submissions.map((/** @type {any} */ each) => [
        link(`#submissions?id=${each.id}`, String(each.id)),
        when(each.at),
        each.by,
        stateOf(each.state),
        String(each.accepted + each.refused),
        String(each.refused),
        each.comment,
        nameOf(each.workbook),
    ]);
    return [
        table('Submissions', heads.map((head) => ({ head, number: numbers.includes(head) })), rows),
        ...(next ? [element('p', {}, [link(`#submissions?before=${next}`, 'Older ones')])] : []),
    ];
}

/** @param {Visit} visit @param {string} id */
async function one(visit, id) {
    const { service, say, may, again } = visit;
    const [found, nameOf] = await Promise.all([
        service.get(`submissions/${encodeURIComponent(id)}`),
        service.workbookNames(),
    ]);
    const { lines } = found;
    const amounts = alignedByMetric(lines.flatMap((/** @type {any} */ line) => [
        { metric: line.metric, value: line.before },
        { metric: line.metric, value: line.after },
        { metric: line.metric, value: changeOf(line), signed: true },
    ]));
    const numbers = ['Before', 'After', 'Change'];
    const columns = ['Metric', 'Unit', 'Period', 'Scenario', ...numbers, 'What became of it', 'Cell'].map((head) =>
        ({ head, number: numbers.includes(head) }));
    const rows = lines.map((/** @type {any} */ line, /** @type {number} */ row) => [
        line.note ? `${line.metric} (note)` : line.metric ?? '',
        line.org ?? '',
        line.period ?? '',
        line.version ? `${line.scenario} ${line.version}` : line.scenario ?? '',
        ...amounts.slice(3 * row, 3 * row + 3),
        becameOf(line),
        line.cell ? `${line.sheet ?? ''}!${line.cell}` : '',
    ]);
    const terms = [
        ['State', stateOf(found.state)],
        ['Submitted', by(found.by, found.at)],
        ...(found.comment ? [['Comment', found.comment]] : []),
        ...(found.workbook ? [['Workbook', nameOf(found.workbook)]] : []),
        ...(found.decidedBy ? [['Decided', by(found.decidedBy, found.decidedAt)]] : []),
        ...(found.reason ? [['Reason', found.reason]] : []),
    ].flatMap(([term, text]) => [element('dt', {}, [term]), element('dd', {}, [text])]);
    const approve = async () => {
        await service.post(`submissions/${found.id}/approve`, {});
        await again();
        return `Submission ${found.id} is approved.`;
    };
    const reject = async ({ reason = '' }) => {
        await service.post(`submissions/${found.id}/reject`, { reason });
        await again();
        return `Submission ${found.id} is rejected: what stood there before stands there again.`;
    };
    const decide = found.state !== 'APPLIED'
        ? []
        : may('APPROVER')
            ? [element('div', { class: 'decide' }, [
                button('Approve', approve, say, 'primary'),
                form('Reject', [field('Reason', input('reason', { required: '' }))], 'Reject', reject, say, [], ''),
            ])]
            : [muted('An approver decides on it.')];
    return [
        element('p', {}, [link('#submissions', '← All submissions')]),
        element('h3', {}, [`Submission ${found.id}`]),
        element('dl', {}, terms),
        ...decide,
        muted(`${counted(found.accepted, 'line')} taken over, ${found.refused} refused.`),
        table(`Lines of submission ${found.id}`, columns, rows),
    ];
}

/** @param {string} who @param {string} at */
function by(who, at) {
    return element('span', {}, [when(at), ` UTC by ${who}`]);
}

/** @param {any} line */
function changeOf({ before, after, note, status }) {
    if (note || !(status in WRITTEN)) return '';
    const change = String(tenThousandths(after ?? '0') - tenThousandths(before ?? '0'));
    const digits = change.replace('-', '').padStart(5, '0');
    return shortened(`${change.startsWith('-') ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`);
}

/** @param {string} amount of at most four decimals; as a binary fraction a large one would lose its cents */
function tenThousandths(amount) {
    const [whole = '', part = ''] = amount.split('.');
    return BigInt(whole + part.padEnd(4, '0'));
}

/** @param {any} line */
function becameOf({ status, reason, after }) {
    const written = status === 'STAGED' && after == null ? 'Removed' : WRITTEN[status];
    if (written !== undefined) return written;
    return element('span', { class: 'error' }, [`Refused: ${status.toLowerCase()}. ${reason ?? ''}`]);
}

/** @param {string} state */
function stateOf(state) {
    return element('span', { class: 'state-mark', 'data-state': state }, [STATES[state] ?? state]);
}
