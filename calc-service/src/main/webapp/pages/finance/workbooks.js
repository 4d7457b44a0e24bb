// @ts-check
/**
 * The workbooks that read and enter figures, and the cells of one.
 * @import { View, Visit } from './view.js'
 */
import { counted, element } from '/addin/dom.js';
import { button, link, muted, table, when } from './view.js';

/** @type {Record<string, string>} */
const DIRECTIONS = { IN: 'entered', OUT: 'read', BOTH: 'read and entered' };

/** @type {Record<string, string>} */
const STATES = { IN_SYNC: 'Up to date', BEHIND: 'Behind: a figure was written since' };

/** @type {View} */
export function show(visit) {
    const id = visit.asked.get('id');
    return id ? one(visit, id) : list(visit);
}

/** @param {Visit} visit */
async function list({ service }) {
    const { workbooks } = await service.get('workbooks/linked');
    if (workbooks.length === 0) {
        return [muted('No workbook is linked yet. In Excel, open one, and choose Submit, Link this workbook in the task pane.')];
    }
    const columns = ['Workbook', 'Owner', 'State', 'Last read (UTC)', 'Last submission (UTC)', 'Template', 'Fingerprint'];
    return [table('Linked workbooks', columns.map((head) => ({ head })), workbooks.map((/** @type {any} */ each) => [
        link(`#workbooks?id=${encodeURIComponent(each.id)}`, each.name || each.id),
        each.owner,
        STATES[each.state] ?? '',
        when(each.lastRefresh),
        when(each.lastSubmit),
        [each.template, each.templateVersion].filter(Boolean).join(' '),
        element('code', { title: each.fingerprint }, [each.fingerprint.slice(0, 8)]),
    ]))];
}

/** @param {Visit} visit @param {string} id */
async function one({ service, say, go }, id) {
    const path = `workbooks/linked/${encodeURIComponent(id)}`;
    const found = await service.get(path);
    const columns = ['Cell', 'Metric', 'Unit', 'Period', 'Scenario', 'Figure is'].map((head) => ({ head }));
    const unlink = async () => {
        await service.delete(path);
        await go({});
        return `${found.name || found.id} is no longer linked. What was submitted from it stays.`;
    };
    return [
        element('p', {}, [link('#workbooks', '← All workbooks')]),
        element('h3', {}, [found.name || found.id]),
        muted(`${counted(found.bindings.length, 'cell')} linked, by ${found.owner}.`),
        table(`Cells of ${found.name || found.id}`, columns, found.bindings.map((/** @type {any} */ each) => [
            `${each.sheet}!${each.cell}`,
            each.metric,
            each.org,
            each.period,
            each.scenario,
            DIRECTIONS[each.direction] ?? each.direction,
        ])),
        button('Unlink it', unlink, say),
    ];
}
