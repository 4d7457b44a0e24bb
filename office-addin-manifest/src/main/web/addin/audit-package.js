// @ts-check
/**
 * What an auditor gets beside the values of a linked workbook: who changed each of its figures, when and from where, and the
 * hashes by which the figures of the workbook are held against those of the service.
 *
 * @import { Answer, Cell } from './cells.js'
 * @import { Terms } from './linked-workbook.js'
 * @typedef {{ metric: string, org: string, period: string, scenario: string, value: Cell }} Figure value: nothing where no cell
 *           has one
 * @typedef {(name: string, args: readonly (Cell | Cell[][])[]) => Promise<Answer>} Ask a function of MPM
 */
import { isFailure } from './cells.js';

/** As many as MPM.AUDIT lists. */
const MOST_CHANGES = 1000;

/**
 * The sheet, row by row; a number in its first column is an instant, in UTC.
 * @param {Ask} ask
 * @param {Terms & { id: string, packed: Date, verified: string }} workbook verified: what the service says of its audit trail
 * @param {readonly Figure[]} figures each address once
 * @returns {Promise<Cell[][]>}
 */
export async function auditRows(ask, { name, id, packed, verified }, figures) {
    const scenarios = [...new Set(figures.map(({ scenario }) => scenario))];
    const [reconciled, changes] = await Promise.all([
        Promise.all(scenarios.map((scenario) => reconciliation(ask, scenario, figures))),
        Promise.all(figures.map((figure) => changesOf(ask, figure))),
    ]);
    return [
        ['Workbook', name],
        ['Linked as', id],
        ['Packed (UTC)', packed.toISOString()],
        ['Audit trail', verified],
        [],
        ...reconciled.flat(),
        ['Changes of its figures'],
        ...changes.flat(),
    ];
}

/** @param {Ask} ask @param {string} scenario @param {readonly Figure[]} figures */
async function reconciliation(ask, scenario, figures) {
    const local = figures
        .filter((each) => each.scenario === scenario && typeof each.value === 'number')
        .map(({ metric, org, period, value }) => [metric, org, period, value]);
    if (local.length === 0) return [];
    const answer = await ask('RECONCILE', [[['Metric', 'Org', 'Period', 'Value'], ...local], scenario]);
    return [[`Workbook against service, ${scenario}`], ...rowsOf(answer), []];
}

/** @param {Ask} ask @param {Figure} figure */
async function changesOf(ask, { metric, org, period, scenario }) {
    const rows = rowsOf(await ask('AUDIT', [metric, org, period, scenario, MOST_CHANGES]));
    return rows.map((row, at) => [...row, ...(at === 0 ? ['Metric', 'Org', 'Period', 'Scenario'] : [metric, org, period, scenario])]);
}

/** @param {Answer} answer @returns {Cell[][]} an error as its own words, since a sheet for reading on shall not fail */
function rowsOf(answer) {
    if (isFailure(answer)) return [['', ''], [answer.error, answer.message ?? '']];
    return Array.isArray(answer.value) ? answer.value : [[answer.value]];
}
